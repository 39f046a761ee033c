"""A list of names as the answer, where the reader points at one or some of them.

"Who founded the league?" is answered by "Oslo, Bergen and the Hague Club"; of words that answer
about alike, a reader that points at few of them takes the first. Without a parser a list is
plain only in part of the sentences that hold one; the others are left as they were read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.calendar import WEEKDAYS, names_month
from corpus.letters import CAPITAL
from corpus.lexicon import (
    AUXILIARIES,
    CLAUSE_WORDS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
)
from corpus.numerals import UNITS
from corpus.sentences import Sentence
from corpus.spans import Span
from qa.question_frames import strip_opening
from qa.question_openers import REQUESTS

_WORD = rf"(?:(?:{CAPITAL}\.){{2,}}|{CAPITAL}\.(?=\s+{CAPITAL})|{CAPITAL}(?:[\w’'&-]|\.(?=\w))*)"
_JOINED = r"(?:\s+(?:&|of|of\s+the|for|de|del|della|di|da|van|von|der|den|al|el|bin|ibn)\s+|\s+)"
_NAME = re.compile(rf"{_WORD}(?:{_JOINED}{_WORD})*")
_THE = re.compile(r"\bthe\s+$", re.I)
_COMMA = re.compile(r"\s*,\s+(?:the\s+)?")
_AND = re.compile(r"(?P<comma>\s*,)?\s+and\s+(?:the\s+)?")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
# Behind the list, its end: not a verb that may belong to the last name alone.
_CLOSED = re.compile(r"\s*(?:[.;:,!?)\]”»\"–—]|$)")
_APPOSITION = re.compile(rf"\s*,\s+(?:the\s+)?(?:{_NAME.pattern})\s*(?:[.;:,!?)]|$)")
_LAST_WORD = re.compile(r"(\w+)\W*$")
_NEXT_WORD = re.compile(r"\s+([\w’'-]+)")
# A clause may begin with what follows these.
_OPENS_CLAUSE = CLAUSE_WORDS - {
    "than", "only", "even", "is", "are", "was", "were", "be", "been", "being", "not", "it's",
}  # fmt: skip

# Each has its own part in it, or some have none.
_ORDERED = re.compile(r"\b(?:respectively|order|not|neither|nor|only)\b", re.I)
_FEWEST = 3  # "President Marsh and Prime Minister Holt" hold two offices
_NOT_PLURAL = frozenset({"is", "was", "has", "does", "this", "its", "his", "us", "as"})
_PLURAL = r"(?:[\w-]*[^\W\d_]s|people|men|women)"
_BEFORE = r"^\W*(?:(?:and|so|but)\s+)?(?:(?:by|from|to|with|for|in|of)\s+)?"
_WHICH = re.compile(rf"{_BEFORE}(?:which|what)\s+(?:of\s+(?:the|these|those)\s+)?", re.I)
_SEVERAL = re.compile(
    rf"{_BEFORE}(?:what\s+(?:are|were|do|did|have|had|will|would|can|could|may|might)\b"
    # "Who is the mayor?" asks for one.
    r"|whom\b|who\b(?!['’]s\b"
    r"|\s+(?:is|was)\s+(?:the|an?|this|that|his|her|its|their|it|[\w-]+['’]s)\b)"
    rf"|(?:{REQUESTS})\s+(?:me\s+|us\s+)?(?:(?:all|every|each|both)\b|(?:the\s+)?(?:\w+\s+){{0,2}}?"
    rf"{_PLURAL}\b(?!['’])))",
    re.I,
)
_COUNTED = re.compile(_WHICH.pattern + r"(\w+)", re.I)  # "which two towns"
_LONGEST_NOUN = 5  # words between "which" and its verb
# One of several is wanted, or another than the one that is named.
_ONE = re.compile(
    r"\b(?:first|last|only|one|single|most|least|main|chief|second|third|next|former|latter|other|"
    r"others|else|besides|except|alone|apart|addition|alongside|together|instead|rather|or)\b"
    r"|\b(?:the|its|their|\w+['’]s)\s+\w+est\b",
    re.I,
)


def asks_for_several(question: str) -> bool:
    """Whether several names may answer ``question`` as well as one."""
    asked_on = strip_opening(question.rpartition(" — ")[2])
    if _ONE.search(asked_on):
        return False
    return _SEVERAL.match(asked_on) is not None or _is_plural(_noun_asked_for(asked_on))


def _noun_asked_for(asked_on: str) -> str:
    """The head of what follows "which" or "what": "towns" of "which two towns signed?"."""
    opening = _WHICH.match(asked_on)
    words = re.findall(r"[\w’'-]+", asked_on[opening.end() :])[:_LONGEST_NOUN] if opening else []
    for at, word in enumerate(words):
        if word in AUXILIARIES:
            return words[at - 1] if at else ""
    # Before another verb, which looks like a plural as often, only what cannot be the head goes.
    return next((word for word in words if word[0].islower() and word not in UNITS), "")


def _is_plural(word: str) -> bool:
    return word not in _NOT_PLURAL and re.fullmatch(_PLURAL, word) is not None


@dataclass(frozen=True, slots=True)
class _List:
    """Names that stand in a row, "and" before the last."""

    names: tuple[Span, ...]  # without "the"
    start: int  # with it


def whole_list(sentence: Sentence, short: Span, question: str) -> Span:
    """``short``, or all of the list in ``sentence`` of which it is a name, or some in a row.

    Both are spans of the article. It is ``short`` itself where ``question`` asks for one thing
    or names one of the list, and where the words about the list leave open that it is one.
    """
    text, offset = sentence.text, sentence.span.start
    if not sentence.span.contains(short) or not asks_for_several(question):
        return short
    if _ORDERED.search(text):
        return short
    read = Span(short.start - offset, short.end - offset)
    for row in _lists(text):
        places = [at for at, name in enumerate(row.names) if _is_part(name, read, text)]
        if not places or not _covers(read, row, places, text):
            continue
        left = [name for at, name in enumerate(row.names) if at not in places]
        wanted = _COUNTED.match(strip_opening(question))
        if wanted and UNITS.get(wanted[1].casefold(), len(row.names)) != len(row.names):
            return short
        if not left or any(_is_named(name.of(text), question) for name in left):
            return short
        start, end = min(read.start, row.start), max(read.end, row.names[-1].end)
        return Span(start + offset, end + offset)
    return short


def _is_part(name: Span, short: Span, sentence: str) -> bool:
    """Whether ``short`` holds ``name``, or all of it but titles: "Ann Lee" of "Mayor Ann Lee"."""
    inside = short.contains(name)
    titled = name.contains(short) and name.end == short.end
    before = sentence[name.start : short.start] if titled else ""
    return inside or (titled and all(word[:1].isupper() for word in before.split()))


def _covers(short: Span, row: _List, places: list[int], sentence: str) -> bool:
    """Whether ``short`` is names of ``row`` and nothing else."""
    first, last = row.names[places[0]], row.names[places[-1]]
    before = sentence[short.start : max(short.start, first.start)]
    behind = sentence[min(short.end, last.end) : short.end]
    return before.strip().casefold() in {"", "the"} and not behind.strip()


def _is_named(name: str, question: str) -> bool:
    asked = re.findall(r"\w+", question.casefold())
    return set(re.findall(r"\w+", name.casefold())) <= set(asked)


def _lists(sentence: str) -> list[_List]:
    """The plain lists of ``sentence``."""
    names = [name for name in map(_bare, _NAME.finditer(sentence)) if name is not None]
    found: list[_List] = []
    row: list[Span] = []
    for name in names:
        between = sentence[row[-1].end : name.start] if row else ""
        joined = _AND.fullmatch(between) if row else None
        if joined is not None:
            whole = [*row, name]
            plain = len(whole) >= _FEWEST
            start = _start(whole[0], sentence)
            if plain and _is_alike(whole, sentence) and _stands_alone(start, name.end, sentence):
                found.append(_List(tuple(whole), start))
            row = []  # "A and B and C" may be two lists
        elif row and _COMMA.fullmatch(between):
            row.append(name)
        else:
            row = [name]
    return found


def _bare(match: re.Match[str]) -> Span | None:
    """The name of ``match``: "Both Israel" and "In Israel" but open with a capital."""
    start, words = match.start(), match[0]
    while (first := re.match(r"[\w’']+", words)) and (
        first[0].casefold() in FUNCTION_WORDS | DETERMINERS and not _is_acronym(first[0])
    ):
        rest = words[first.end() :]
        start += len(words) - len(rest.lstrip())
        words = rest.lstrip()
    return Span(start, match.end()) if words[:1].isupper() else None


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _start(name: Span, sentence: str) -> int:
    the = _THE.search(sentence, 0, name.start)
    return the.start() if the else name.start


def _is_alike(names: list[Span], sentence: str) -> bool:
    """Whether all are days and months, or none; and none is whose something is."""
    words = [name.of(sentence) for name in names]
    dates = [names_month(word) or word.casefold() in WEEKDAYS for word in words]
    return all(dates) or not (any(dates) or any(map(_POSSESSIVE.search, words)))


def _stands_alone(start: int, end: int, sentence: str) -> bool:
    """Whether what stands from ``start`` to ``end`` is one phrase, and not parts of two.

    "He met Smith and Jones left", "in Israel, Egypt and Jordan signed" and "from Cairo, Egypt,
    and Amman, Jordan" have names in a row as well.
    """
    before, behind = sentence[:start], sentence[end:]
    if _APPOSITION.match(behind):
        return False
    last = _LAST_WORD.search(before)
    word = last[1].casefold() if last else ""
    opens = not before.strip() or before.rstrip()[-1] in ";:–—(“\"«" or word in _OPENS_CLAUSE
    if word in PREPOSITIONS and last is not None and not before[: last.start()].strip():
        return False  # what the sentence opens with may end at the first comma
    following = _NEXT_WORD.match(behind)
    closes = _CLOSED.match(behind) is not None or (
        following is not None and following[1].casefold() in PREPOSITIONS | _OPENS_CLAUSE
    )
    return opens or closes or word == "both"
