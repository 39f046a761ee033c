"""Datelines: where and when an agency's story was filed, and by which agency."""

from __future__ import annotations

import re

from corpus.calendar import is_month
from corpus.credit_names import DASHES, Names, parse_names
from corpus.letters import CAPITAL, SMALL
from corpus.outlets import OutletList

_PLACE = rf"{CAPITAL}(?:{CAPITAL}|['’.-])+"
_PLACES = rf"{_PLACE}(?:[ ,/]+{_PLACE})*"
_COUNTRY = r"(?:,\s+[^\W\d_][\w.]*(?:\s+\w+)?)?"
_MONTH = rf"(?P<{{}}>{CAPITAL}(?:{SMALL}|{CAPITAL})+)"
_DAY = r"\d{1,2}"
_DATE = (
    rf"(?:{_MONTH.format('month')}\.?\s+{_DAY}|{_DAY}\s+{_MONTH.format('month_behind')}\.?)"
    r"(?:,?\s+\d{4})?"
)
# "LISBON, Jan. 5 (Reuters) - "
_ALONE = re.compile(rf"{_PLACES}{_COUNTRY}(?:,\s+{_DATE})?\s+\((?P<names>[^()]+)\)")
_IN_BRACKETS = re.compile(rf"{_ALONE.pattern}\s*(?:[{DASHES}]+|:)\s*")
# "TRESK, March 4. /TASS/. ", "TRESK /Kabar/ - "
_IN_SLASHES = re.compile(
    rf"{_PLACES}{_COUNTRY}(?:[.,]\s+{_DATE})?[.,]?\s+"
    rf"/(?P<names>[^/\n]{{2,40}})/\s*(?:[{DASHES}]+|[.:])?\s*"
)
# "TRESK. KAZINFORM – ", "TRESK. March 4. KAZINFORM – "
_BEHIND_STOP = re.compile(
    rf"{_PLACES}\.\s+(?:{_DATE}\.\s+)?(?P<names>{CAPITAL}[^.:\n{DASHES}]{{1,40}}?)\s+[{DASHES}]+\s+"
)


def read_lone_dateline(line: str, outlets: OutletList) -> Names | None:
    """The known agencies of a dateline with nothing behind it: "LISBON, Jan. 5 (Reuters)"."""
    dateline = _ALONE.fullmatch(line)
    names = parse_names(dateline["names"], outlets) if dateline is not None else None
    return names if names is not None and names.known else None


def read_dateline(
    text: str, start: int, limit: int, outlets: OutletList
) -> tuple[int, Names] | None:
    """Where the dateline that begins at ``start`` ends and the agencies it names, or None."""
    for pattern in (_IN_BRACKETS, _IN_SLASHES, _BEHIND_STOP):
        dateline = pattern.match(text, start, limit)
        if dateline is None:
            continue
        month = dateline["month"] or dateline["month_behind"]
        if month is not None and not is_month((month,), 0):
            continue
        names = parse_names(dateline["names"], outlets)
        # A dash alone is no sign of an agency that nobody has heard of.
        if names is not None and (pattern is not _BEHIND_STOP or names.known):
            return dateline.end(), names
    return None
