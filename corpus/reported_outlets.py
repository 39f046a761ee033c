"""The outlets that a phrase in a source's position consists of."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.desks import with_desk
from corpus.journals import read_journal
from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import FINITE_VERBS, FUNCTION_WORDS, PLAIN_SPEECH, SAYING, words_of
from corpus.outlet_arms import arm_of
from corpus.outlets import OutletList
from corpus.own_announcements import is_of_itself
from corpus.press_descriptions import described_name, is_description, is_said_to_publish
from corpus.press_words import REPORT_NOUNS, STATION_WORDS
from corpus.publishers import Outlet, OutletKind
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span
from corpus.unknown_outlets import read_unknown, residue


class Named(NamedTuple):
    """A name and its offsets in the sentence; sorts by where it stands."""

    start: int
    end: int
    name: str


# Positions in which an outlet counts, but anybody else is only a listener or a reader.
OUTLETS_ONLY = frozenset(
    {Position.HEARER, Position.MEDIUM, Position.JOURNAL, Position.OPINION}
)

# An agency or a broadcaster that hopes or fears does so for itself.
_WITH_OPINIONS = frozenset({OutletKind.NEWSPAPER, OutletKind.MAGAZINE, OutletKind.DIGITAL})
# Words that are people's and things' in capitals, too: "the Hindu fears that …".
_NOT_PAPERS_ALONE = words_of("hindu nation independent federalist citizen patriot")
# These stand without an article, and in capitals where they open a sentence: "Nature demands".
_WORDS_ALONE = words_of(
    "commentary dawn focus fortune metro mint nature outlook reason science time variety"
)
_PERSONS = words_of("dawn forbes marianne puck stern")
# ", Billboard has learned."; "Kurier quotes a skipper as saying".
_PUBLISHERS_DO = re.compile(
    r"\s+(?:splash(?:es|ed)\s+(?:on|with)\s|has\s+(?:since\s+)?learn(?:ed|t)\s*[.,;]|"
    r"quote[sd]\s[^.;]{2,120}?\sas\s(?:saying|telling|calling|warning)\b)"
)

_PERSONS_AT = re.compile(r"\b(?:at|from|of|with|for)\s+(?:the\s+)?$")
# "the International Union for Conservation of Nature"
_LONGER_NAME = re.compile(rf"(?:^|\s){CAPITAL}[\w’'-]+\s+(?:of|for)\s+$")
_CAPITAL_INSIDE = re.compile(rf"{SMALL}{CAPITAL}")
_POSSESSIVE = re.compile(r"[’']s?(?=\s)")
_BEHIND_WITNESS = FINITE_VERBS | SAYING | FUNCTION_WORDS | words_of(
    "call calls find finds regard regards consider considers see sees take takes view views"
)
_GOES_ON = re.compile(
    rf"\s({CAPITAL}[\w’'-]*|reporters?|journalists?|staff|executives?|editors?)"
)
# "Uganda's Daily Monitor", "Zimbabwe's state-owned Herald newspaper".
_OF_A_PLACE = re.compile(
    rf"(?:{CAPITAL}[\w-]*\s+){{0,2}}{CAPITAL}[\w-]*[’']s?\s+(?:[a-z]+-\w+\s+)?"
)
_CALLED = re.compile(r"\s+(?:newspaper|website|magazine|news\s+(?:agency|site))\b")
# "Told the paper Oslo had agreed": the name is what the clause is about.
_CLAUSE_TOLD = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did)\b"
)
# "Both Reuters and the BBC", "State-run TASS": words of a description, at a sentence's start.
_OPENING_DESCRIPTION = re.compile(rf"(?:Both|{CAPITAL}{SMALL}+-{SMALL}+)\s")
# "Our sister paper, the Evening Standard, revealed", "the country's biggest daily, Le Monde,".
_BEHIND_DESCRIPTION = re.compile(r",\s+(?=\S)([^,;:.()]{2,60}),")
_NAMES = re.compile(rf"(?:the\s+)?{CAPITAL}[\w’'&-]*(?:\s+(?:of\s+)?{CAPITAL}[\w’'&-]*){{0,5}}")
_OWNED = re.compile(
    rf"(?P<place>{CAPITAL}[\w-]*)[’']s?\s+(?:[a-z]+-\w+\s+)?"
    rf"(?P<name>{CAPITAL}[\w-]*(?:\s+{CAPITAL}[\w-]*){{1,4}})"
)
_COMMA = re.compile(r",(\s+(?:the\s+)?)$")
_NOUN_BEHIND = re.compile(r"\s+(?!(?:in|on|at|and|or|of|this|last|by|for)\b)[^\W\d_]")


def read_outlets(
    body: str, phrase: SourcePhrase, outlets: OutletList, sure: frozenset[str] = frozenset()
) -> list[Named]:
    """The outlets that ``phrase`` of the sentence ``body`` consists of; [] for a speaker.

    The names of those in ``sure`` mean nobody else in this article.
    """
    words = phrase.span.of(body)
    if phrase.position is Position.JOURNAL:
        journal = read_journal(words, outlets)
        if journal is None:
            return []
        span, name = journal
        return [Named(phrase.span.start + span.start, phrase.span.start + span.end, name)]
    if phrase.position is Position.SUBJECT and is_of_itself(body, phrase.span, phrase.verb):
        return []
    arm = arm_of(body, phrase, outlets)
    if arm is not None:
        span, outlet = arm
        return [Named(phrase.span.start + span.start, phrase.span.start + span.end, outlet.name)]
    found = [
        (span, outlet)
        for span, outlet in _find_names(words, phrase, outlets)
        if outlet.kind is not OutletKind.BODY
        and (phrase.position is not Position.OPINION or _has_opinions(outlet, phrase))
        and not _POSSESSIVE.match(words, span.end, span.end + 4)
        and not (
            outlet.is_ambiguous(span.of(words))
            and _is_another(words, span, phrase)
            and not _is_meant(body, span.of(words), phrase, sure=outlet.name in sure)
        )
    ]
    described = described_name(words)
    if described is not None and any(
        described.start < span.start
        or (span.end < described.end and outlet.is_ambiguous(span.of(words)))
        for span, outlet in found
    ):
        found = []  # "the news site Baltska Pravda" is not Pravda, "the station ABC Salt" not ABC
    if not found and (own := _of_its_country(words, outlets)) is not None:
        return [Named(phrase.span.start, phrase.span.end, own.name)]
    if not found and (apposed := _apposed(body, phrase, outlets)) is not None:
        return [apposed]
    if not found and is_said_to_publish(body, phrase.span):
        name = words.removeprefix("the ")
        return [Named(phrase.span.end - len(name), phrase.span.end, name)]
    if not found:
        if phrase.position is Position.OPINION and described is None:
            return []  # who hopes is somebody, more often than a paper nobody knows
        if phrase.position is Position.HEARER and _CLAUSE_TOLD.match(body, phrase.span.end):
            return []
        unknown = read_unknown(body, phrase, outlets)
        return [] if unknown is None else [Named(unknown[0].start, unknown[0].end, unknown[1])]
    if not _is_nothing_but(words, found, phrase):
        return []
    start = phrase.span.start
    return [Named(start + span.start, start + span.end, outlet.name) for span, outlet in found]


def _has_opinions(outlet: Outlet, phrase: SourcePhrase) -> bool:
    """Whether an outlet prints what it thinks; an agency of a state, only in quoted words."""
    return outlet.kind in _WITH_OPINIONS or (
        outlet.kind is OutletKind.AGENCY and phrase.verb.endswith("ed")
    )


def _is_another(words: str, span: Span, phrase: SourcePhrase) -> bool:
    """Whether an ambiguous name is part of a longer one, or a word: "Dawn describes the fields"."""
    if _LONGER_NAME.search(words[: span.start]):
        return True
    if phrase.position is Position.OPINION and " " in span.of(words).removeprefix("The "):
        return False  # "El Mundo hopes that", but not "Dawn hopes that"
    judges = phrase.position in (Position.MEDIUM, Position.OPINION) and phrase.verb != ""
    if _CAPITAL_INSIDE.search(span.of(words)):
        return False  # "TradeWinds" is no word
    if phrase.verb in ("learned", "learnt") and (span.of(words).isupper() or " " in span.of(words)):
        return False  # "RFI has learnt", "Il Foglio learned", but not "Dawn learned"
    return judges and not words[: span.end].casefold().startswith("the ")


def _is_meant(body: str, name: str, phrase: SourcePhrase, *, sure: bool) -> bool:
    """Whether an ambiguous name alone is the outlet's all the same."""
    low = name.casefold()
    if low != phrase.span.of(body).casefold():
        return False
    if sure and not (phrase.span.start == 0 and low in _WORDS_ALONE):
        return True
    return low not in _PERSONS and _PUBLISHERS_DO.match(body, phrase.span.end) is not None


def _find_names(words: str, phrase: SourcePhrase, outlets: OutletList) -> list[tuple[Span, Outlet]]:
    found = [(with_desk(words, span), outlet) for span, outlet in outlets.find_in(words)]
    if found or not words.startswith("the ") or not _awaits_publisher(phrase):
        return found
    # "told the Hindu", but not "told the Hindu boy".
    return [
        (span, outlet)
        for span, outlet in outlets.find_in(f"T{words[1:]}")
        if not _NOUN_BEHIND.match(words, span.end)
        and not (phrase.position is Position.OPINION and words[4:].casefold() in _NOT_PAPERS_ALONE)
    ]


def _awaits_publisher(phrase: SourcePhrase) -> bool:
    """Whether an article and a capital ("the Nation") can here be nothing but a publisher."""
    if phrase.position in (Position.SUBJECT, Position.ASIDE):
        return phrase.verb in ("reported", "reports")
    return phrase.position is not Position.CITED


def without_names(words: str, spans: list[Span]) -> str:
    """``words`` with the names at ``spans`` blanked out."""
    for span in reversed(spans):
        words = f"{words[: span.start]} {words[span.end :]}"
    return words


def _is_nothing_but(words: str, found: list[tuple[Span, Outlet]], phrase: SourcePhrase) -> bool:
    """Whether the phrase is the outlets it names, and not somebody at or about them."""
    if phrase.position is Position.WITNESS:
        words = _up_to_verb(words, found[-1][0].end)
    if phrase.position in OUTLETS_ONLY:
        # "told the BBC in London": only what comes before the name matters, and its next word.
        in_front, end = words[: found[0][0].start], found[-1][0].end
        # "Germany's DPA traced", "comments on Kenya's Capital FM website"
        told_what = phrase.verb != "" or _CALLED.match(words, end)
        placed = told_what and _OF_A_PLACE.fullmatch(in_front)
        in_front = "" if placed or _is_described(words, found) else in_front
        if phrase.verb and residue(words[end:].casefold()):
            return False  # a subject is all of it
        return not residue(in_front) and not _goes_on(words, end)
    if phrase.verb in PLAIN_SPEECH and all(
        outlet.kind is OutletKind.THINK_TANK for _, outlet in found
    ):
        return False  # an institute that says something is a speaker; one that reports publishes
    in_front = words[: found[0][0].start]
    if (
        _PERSONS_AT.search(in_front)
        and not _is_report(in_front)
        and not _is_described(words, found)
    ):
        return False  # "analysts at Chatham House", "the owner of Time magazine"
    if _is_report(words):
        last, outlet = found[-1]  # "the Independent Commission's study" is no newspaper's
        return not (outlet.is_ambiguous(last.of(words)) and _goes_on(words, last.end))
    names = [span for span, _ in found]
    if _is_described(words, found) or _OF_A_PLACE.fullmatch(words, 0, names[0].start):
        names[0] = Span(0, names[0].end)
    return not residue(_with_small_opening(without_names(words, names)))


def _with_small_opening(words: str) -> str:
    opening = _OPENING_DESCRIPTION.match(words)
    return words if opening is None else f"{words[0].lower()}{words[1:]}"


def _apposed(body: str, phrase: SourcePhrase, outlets: OutletList) -> Named | None:
    """The one outlet that an apposition names behind words that say it publishes."""
    listens = phrase.position in OUTLETS_ONLY and not phrase.verb
    if listens or not is_description(f"{phrase.span.of(body)} "):
        return None
    behind = _BEHIND_DESCRIPTION.match(body, phrase.span.end)
    if behind is None:
        return None
    for span, outlet in outlets.find_in(f"{behind[1][0].upper()}{behind[1][1:]}"):
        if behind[1][: span.start].casefold() in ("", "the ") and span.end == len(behind[1]):
            start = behind.start(1)
            return Named(start + span.start, start + span.end, outlet.name)
    if not _NAMES.fullmatch(behind[1]):
        return None
    name = behind[1].removeprefix("the ")
    return Named(behind.end(1) - len(name), behind.end(1), name)


def _of_its_country(words: str, outlets: OutletList) -> Outlet | None:
    """ "National News Agency Lebanon" by "Lebanon's state-run National News Agency"."""
    owned = _OWNED.fullmatch(words)
    if owned is None:
        return None
    place, name = owned["place"], owned["name"]
    return outlets.exact(f"{name} {place}") or outlets.exact(f"{place} {name}")


def _up_to_verb(words: str, end: int) -> str:
    """``words`` up to a name's ``end``, where a verb follows: "quoted by Politico expressed"."""
    behind = words[end:].split()
    goes_on = behind and (behind[0] in _BEHIND_WITNESS or behind[0].endswith("ed"))
    return words[:end] if goes_on else words


def _is_described(words: str, found: list[tuple[Span, Outlet]]) -> bool:
    """Whether all that stands before the first name says what it is: "the Lisbon daily"."""
    return is_description(_COMMA.sub(r"\1", words[: found[0][0].start]))


def _goes_on(words: str, end: int) -> bool:
    """Whether a name runs on into a longer one: "told Reuters Institute fellows"."""
    after = _GOES_ON.match(words, end)
    return after is not None and after[1].casefold() not in FUNCTION_WORDS | STATION_WORDS


def _is_report(words: str) -> bool:
    return any(word.casefold().strip(".,") in REPORT_NOUNS for word in words.split())
