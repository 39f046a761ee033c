"""Days and months by their English names, whatever the locale of the process."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
CALENDAR_WORDS = frozenset((*WEEKDAYS, *MONTH_NAMES))

_SHORT_WEEKDAYS = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Written with a stop or without: "Jan. 5".
CALENDAR_ABBREVIATIONS = frozenset((*_SHORT_WEEKDAYS, *_SHORT_MONTHS))
# Every name and abbreviation in lower case, with the month's number, 1 to 12.
MONTHS: Mapping[str, int] = MappingProxyType(
    {name: number for number, name in enumerate(MONTH_NAMES, start=1)} | _SHORT_MONTHS
)

ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_WORD = re.compile(r"\d+|[^\W\d_]+")
# Verbs, people and places are called so as well: "may", "Jan Obi", "Mar-a-Lago".
_NEED_COMPANY = frozenset(("may", "march", "jan", "mar", "jun"))
_NEED_CAPITAL = _NEED_COMPANY | {"august"}
_BEFORE_MONTHS = frozenset((
    "in", "since", "by", "until", "till", "of", "from", "to", "early", "late", "mid", "last",
    "next", "this",
))  # fmt: skip


def is_month(words: Sequence[str], at: int) -> bool:
    """Whether the word at ``at`` names a month; ``words`` are as written, numbers among them.

    What is a name or a verb as well needs a number beside it ("May 5") or a
    word before it that says so ("in May"), where it does not stand alone.
    """
    word = words[at]
    low = word.casefold()
    if low not in MONTHS or (low in _NEED_CAPITAL and word[0].islower()):
        return False
    if low not in _NEED_COMPANY or len(words) == 1:
        return True
    before = words[at - 1].casefold() if at else ""
    beside = (before, words[at + 1] if at + 1 < len(words) else "")
    return (
        before in _BEFORE_MONTHS
        or before in ORDINAL_ENDINGS
        or any(other.isdecimal() for other in beside)
    )


def names_month(text: str) -> bool:
    """Whether a word of ``text`` names a month."""
    words = _WORD.findall(text)
    return any(is_month(words, at) for at in range(len(words)))
