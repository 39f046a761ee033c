"""Datelines: where and when an agency's story was filed, and by which agency."""

from __future__ import annotations

import re

from corpus.calendar import is_month
from corpus.credit_names import DASHES, Names, parse_names
from corpus.outlets import OutletList

_WHERE = r"(?P<where>[^\W\d_][^()\n:\d]{1,60}?)"
_DATE = (
    r"(?:(?P<month>[^\W\d_]{3,})\.?\s+\d{1,2}|\d{1,2}\s+(?P<month_behind>[^\W\d_]{3,})\.?)"
    r"(?:,?\s+\d{4})?"
)
# "LISBON, Jan. 5 (Reuters) - "
_ALONE = re.compile(rf"{_WHERE}(?:,\s+{_DATE})?\s+\((?P<names>[^()]+)\)")
_IN_BRACKETS = re.compile(rf"{_ALONE.pattern}\s*(?:[{DASHES}]+|:)\s*")
# "TRESK, March 4. /TASS/. ", "TRESK /Kabar/ - "
_IN_SLASHES = re.compile(
    rf"{_WHERE}(?:[.,]\s+{_DATE})?[.,]?\s+"
    rf"/(?P<names>[^/\n]{{2,40}})/\s*(?:[{DASHES}]+|[.:])?\s*"
)
# "TRESK. KAZINFORM – ", "TRESK. March 4. KAZINFORM – "
_BEHIND_STOP = re.compile(
    rf"{_WHERE}\.\s+(?:{_DATE}\.\s+)?(?P<names>[^\W\d_][^.:\n{DASHES}]{{1,40}}?)\s+[{DASHES}]+\s+"
)
_BETWEEN_PLACES = re.compile(r"[ ,/]+")
_MOST_COUNTRY_WORDS = 2


def read_lone_dateline(line: str, outlets: OutletList) -> Names | None:
    """The known agencies of a dateline with nothing behind it: "LISBON, Jan. 5 (Reuters)"."""
    dateline = _ALONE.fullmatch(line) if _may_open(line, 0) else None
    if dateline is None or not _says_where_and_when(dateline):
        return None
    names = parse_names(dateline["names"], outlets)
    return names if names is not None and names.known else None


def read_dateline(
    text: str, start: int, limit: int, outlets: OutletList
) -> tuple[int, Names] | None:
    """Where the dateline that begins at ``start`` ends and the agencies it names, or None."""
    if not _may_open(text, start):
        return None
    for pattern in (_IN_BRACKETS, _IN_SLASHES, _BEHIND_STOP):
        dateline = pattern.match(text, start, limit)
        if dateline is None or not _says_where_and_when(dateline):
            continue
        names = parse_names(dateline["names"], outlets)
        # A dash alone is no sign of an agency that nobody has heard of.
        if names is not None and (pattern is not _BEHIND_STOP or names.known):
            return dateline.end(), names
    return None


def _may_open(text: str, start: int) -> bool:
    """Whether the first two letters at ``start`` are capitals, as a dateline's are."""
    opening = text[start : start + 3].replace("'", "").replace("’", "")[:2]
    return len(opening) > 1 and opening[0].isalpha() and not any(map(str.islower, opening))


def _says_where_and_when(dateline: re.Match[str]) -> bool:
    """Whether places in capitals, a country in other letters at most, and a month are named."""
    month = dateline["month"] or dateline["month_behind"]
    if month is not None and not is_month((month,), 0):
        return False
    where = dateline["where"]
    capitals, comma, country = where.rpartition(",")
    if where == where.upper():
        capitals = where
    elif not comma or not 1 <= len(country.split()) <= _MOST_COUNTRY_WORDS:
        return False
    named = _BETWEEN_PLACES.split(capitals.strip())
    return all(len(place) > 1 and place == place.upper() for place in named)
