"""Dates and adverbs of time that stand before or behind a subject and are no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import OCCASIONS, TIME_OPENERS, words_of
from corpus.noun_phrases import Token

_BEFORE_DATES = words_of("on in late last early")
_YEAR = 4  # digits
_SOONER_OR_LATER = words_of(
    """earlier later previously subsequently yesterday today recently separately afterwards moreover
    furthermore initially then"""
)
_OPEN_NAMES = words_of("the a an its his her their one two")


def before_date(tokens: Sequence[Token], end: int, floor: int) -> int:
    """``end`` before a date: "the ministry on Monday said", "the court in July 2005 found"."""
    first = end
    while first > floor and _is_date(tokens[first]):
        first -= 1
    if first in (end, floor) or tokens[first].low not in _BEFORE_DATES:
        return end
    date = tokens[first + 1 : end + 1]
    dated = any(token.low in CALENDAR_WORDS or len(token.low) == _YEAR for token in date)
    return first - 1 if dated else end


def behind_time_opener(tokens: Sequence[Token], start: int, end: int) -> int:
    """``start`` behind "On Monday" or "In a statement" where a subject follows it."""
    if start == 0 and tokens[start].low in _SOONER_OR_LATER:
        start = _behind_adverb(tokens, start, end)
    if tokens[start].low not in TIME_OPENERS:
        return start
    for index in range(start + 1, min(start + 5, end)):
        if tokens[index].low in CALENDAR_WORDS or tokens[index].low in OCCASIONS:
            while index + 1 < end and _is_date(tokens[index + 1]):
                index += 1
            return index + 1
    return end + 1


def _behind_adverb(tokens: Sequence[Token], start: int, end: int) -> int:
    """``start`` behind "Earlier" before a name: "Earlier Interfax", no "Later Roman poets".

    Before an article, too: "Today the church", "Yesterday two ministers".
    """
    behind = start + 2 if tokens[start + 1].low == "on" else start + 1
    if behind > end or behind == start + 2 or tokens[behind].low in TIME_OPENERS:
        return min(behind, end)
    if tokens[behind].low in _OPEN_NAMES:
        return behind
    return behind if all(token.capital for token in tokens[behind : end + 1]) else start


def _is_date(token: Token) -> bool:
    return token.low in CALENDAR_WORDS or token.low.isdigit()
