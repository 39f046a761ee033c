"""How a publisher came by its news: was first to report it, broke it, got hold of the papers.

"Reuters was first to report the sale", "Bild got hold of 40 letters", "the Times ran
a story saying that …", "Le Soir headlined “A folly”". Whether the subject is a
publisher is for the caller to see; news of the publisher itself ("the BBC obtained a
copy of its lease") is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.capital_names import NAME
from corpus.lexicon import PREPOSITIONS, SAYING, words_of
from corpus.noun_phrases import Token
from corpus.press_words import PAPERS_AT_HAND, PUBLISHED_WORKS
from corpus.publisher_subjects import is_own
from corpus.quotations import MASK
from corpus.spans import Span
from corpus.subject_phrases import subject_words
from corpus.who_speaks import is_of_speakers

_BE = words_of("is are was were")
_TELLING = words_of("report reveal publish disclose expose break write")
_BREAKING = words_of("broke breaks")
_STORIES = words_of("story stories news scandal affair")
# What it takes to have papers at hand: "got hold of", "laid its hands on", "gained access to".
_GETTING = words_of("got gets laid gained gains had")
_HOLD = (
    ("hold", "of"), ("its", "hands", "on"), ("their", "hands", "on"), ("sight", "of"),
    ("access", "to"),
)  # fmt: skip
_OBTAINING = words_of("obtained reviewed examined analysed analyzed viewed")
# What a publisher's own people do for it: "AP journalists saw smoke".
_WITNESSING = words_of("saw counted heard witnessed observed")
_STAFF = words_of("reporters journalists correspondents")
_TALKING = words_of("spoke talked")
_HEADING = words_of("headlined headlines headline")
_PRINTING = words_of("ran published printed carried")
# Other people's papers, but no research, which a journal prints as its trade.
_PUBLISHING = words_of("published publishes")
_HAD = PAPERS_AT_HAND - PUBLISHED_WORKS
_LEAKED = words_of("leaked secret confidential classified")  # plans that are not its own
_STORY = PUBLISHED_WORKS | words_of("article articles story stories piece item column op-ed")
_TELLS = words_of("saying claiming alleging suggesting arguing reporting showing warning that")
_VERBS = (
    _BE | _BREAKING | _GETTING | _OBTAINING | _TALKING | _HEADING | _PRINTING | _WITNESSING
    | _PUBLISHING
)  # fmt: skip
# Nobody's report rests on these: "obtained a copy from its archive".
_NOT_SOMEBODY_ELSES = words_of("its their itself how why what")
_WITHIN = 7  # words behind the verb, or behind what goes with it
_QUOTED_WITHIN = 5


_CITING = re.compile(
    rf"(?P<name>{NAME})\*?,\s+(?P<cites>citing|quoting)\s+[^,;:.¤]{{2,90}},\s+"
    r"(?:(?:has|have|had|also)\s+)?(?P<tells>[a-z]+)"
)
# "The BBC, citing budget cuts, cancelled the show" tells nothing.
_TELLING = SAYING | words_of("named identified put counted listed called described gave")


def find_citing(body: str) -> Iterator[tuple[Span, str]]:
    """Who tells something in ``body`` citing others: "Reuters, citing two aides, named him"."""
    if ", citing " not in body and ", quoting " not in body:
        return
    for citing in _CITING.finditer(body):
        if citing["tells"] in _TELLING:
            yield Span(*citing.span("name")), citing["cites"]


def find_scoops(tokens: Sequence[Token]) -> Iterator[tuple[Span, str]]:
    """The subjects of such verbs, with the verb."""
    for at, token in enumerate(tokens):
        if token.low not in _VERBS or token.capital or not at or not _is_meant(tokens, at):
            continue
        words = subject_words(tokens, at)
        if words is not None:
            first, last = words
            yield Span(tokens[first].start, tokens[last].end), token.low


def _is_meant(tokens: Sequence[Token], verb: int) -> bool:
    low = tokens[verb].low
    behind = [token.low for token in tokens[verb + 1 : verb + 2 + 2 * _WITHIN]]
    if low in _BE:
        return "first" in behind[:2] and _was_first(behind) and not is_own(tokens, verb)
    if low in _BREAKING:
        object_ = behind[1:3] if behind[:1] == ["the"] else []
        return not _STORIES.isdisjoint(object_) and not is_own(tokens, verb)
    if low in _GETTING:
        held = next((hold for hold in _HOLD if tuple(behind[: len(hold)]) == hold), None)
        return held is not None and _are_papers(behind[len(held) :])
    if low in _OBTAINING:
        return tokens[verb - 1].low not in _BE and _are_papers(behind)
    if low in _WITNESSING:
        return tokens[verb - 1].low in _STAFF and _is_of_others(behind)
    if low in _TALKING:
        people = any(word.endswith("s") and is_of_speakers(word) for word in behind[1:6])
        return behind[:1] in (["to"], ["with"]) and people and _is_of_others(behind)
    if low in _HEADING:
        return any(MASK in word for word in behind[:_QUOTED_WITHIN]) or (
            any(MASK in token.low for token in tokens[max(0, verb - _QUOTED_WITHIN) : verb])
            and behind[:1] in ([], ["."])
        )
    if low in _PUBLISHING and tokens[verb - 1].low not in _BE:
        leaked = not _LEAKED.isdisjoint(behind[:2]) and _is_of_others(behind)
        if leaked or _are_papers(behind, _HAD):
            return True
    told = any(
        word in _STORY and not _TELLS.isdisjoint(behind[at + 1 : at + 2])
        for at, word in enumerate(behind[:_WITHIN])
    )
    # "A story that won a prize" tells nothing of what it says.
    return told and _is_of_others(behind) and "that" not in behind[:_WITHIN]


def _was_first(behind: Sequence[str]) -> bool:
    """Whether it goes on like "(the) first (paper) to report the sale"."""
    first = behind.index("first")
    rest = behind[first + 1 : first + 5]
    if "to" not in rest or not PREPOSITIONS.isdisjoint(rest[: rest.index("to")]):
        return False
    verb = behind[first + 2 + rest.index("to") :]
    # "The first to report from space" is a deed.
    return bool(verb) and verb[0] in _TELLING and verb[1:2] not in (["from"], ["live"], ["."])


def _are_papers(behind: Sequence[str], papers: frozenset[str] = PAPERS_AT_HAND) -> bool:
    """Whether papers stand behind that are somebody else's."""
    for at, word in enumerate(behind[:_WITHIN]):
        if not (word[0].isalnum() or word[0] == "-") or word in _NOT_SOMEBODY_ELSES:
            return False
        if word in papers:
            return _is_of_others(behind[at:])
    return False


def _is_of_others(behind: Sequence[str]) -> bool:
    return _NOT_SOMEBODY_ELSES.isdisjoint(behind[: _WITHIN + 1])
