"""Whether a sentence ends behind a time of day: "at 10 a.m. Expect snow", "10 a.m. Rome time"."""

from __future__ import annotations

import re

from corpus.acronyms import fold_words
from corpus.calendar import CALENDAR_ABBREVIATIONS, CALENDAR_WORDS
from corpus.letters import CAPITAL
from corpus.lexicon import FINITE_VERBS, PRONOUNS, STARTERS, words_of

CLOCK_WORDS = words_of("a.m p.m")

_ZONES = words_of(
    """et est edt ct cst cdt mt mst mdt pt pst pdt at ast gmt utc bst wet west cet cest eet eest msk
    ist pkt ict sgt hkt jst kst aest aedt eat wat cat sast eastern central pacific mountain atlantic
    greenwich standard"""
)
_HOLIDAYS = words_of("christmas easter thanksgiving new")
# "10 a.m. Rome time", "10 a.m. New York local time"
_PLACE_TIME = re.compile(
    rf"(?:{CAPITAL}[\w.'’-]*\s+){{1,4}}(?:(?:local|standard|daylight|summer|winter)\s+)?[Tt]ime\b"
)
# "the 10 a.m. Mass"
_ADJECTIVE = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|every|each|this|that)\s+\d{1,2}(?:[.:]\d{2})?\s*\Z",
    re.IGNORECASE,
)
_CLAUSE_MARKS = re.compile(r"[,;()–—“”\"]|:\s")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TIME_OPENERS = words_of(
    """at on by around about before after until till from since between shortly just soon early late
    and but then yesterday today tomorrow"""
)
_MOST_IN_ADVERBIAL = 5
_WINDOW = 120  # characters of a clause, and of what follows it


def ends_behind_clock(text: str, start: int, clock: int, following: int, limit: int) -> bool:
    """Whether the sentence from ``start`` ends with the "a.m." or "p.m." that begins at ``clock``.

    ``following`` is where the next word, in a capital or a figure, begins. "At 6 a.m. Kyiv woke"
    goes on, since nothing has been said yet.
    """
    word = _WORD.match(text, following, limit)
    low = fold_words([word.group()])[0] if word is not None else ""
    if low in STARTERS:
        return True
    if word is None or low in _ZONES | _HOLIDAYS | CALENDAR_WORDS | CALENDAR_ABBREVIATIONS:
        return False
    if _PLACE_TIME.match(text, following, min(limit, following + _WINDOW)):
        return False
    before = text[max(start, clock - _WINDOW) : clock]
    return _ADJECTIVE.search(before) is None and not _is_adverbial(before)


def _is_adverbial(before: str) -> bool:
    """Whether the clause that ``before`` ends with only says when: "Shortly after 6"."""
    words = [word.casefold() for word in _WORD.findall(_CLAUSE_MARKS.split(before)[-1])]
    if not words:
        return True
    return (
        words[0] in _TIME_OPENERS
        and len(words) <= _MOST_IN_ADVERBIAL
        and not any(word in FINITE_VERBS or word in PRONOUNS for word in words)
    )
