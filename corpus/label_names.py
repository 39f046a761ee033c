"""The outlets of a label in front of prose, and what else a label may hold.

"Al-Quds Al-Arabi, editorial, 8 May: “…”", "Le Monde (8 May): …".
"""

from __future__ import annotations

import re

from corpus.credit_dates import is_date, without_dates
from corpus.credit_names import Names, parse_names
from corpus.outlets import OutletList

# What of a paper is quoted, of all that a paper alone has, and of anything.
_PAPERS_OWN = r"editorial|lead(?:ing|er)?\s+article|leader|front\s+page|print\s+edition"
_PARTS = (
    rf"{_PAPERS_OWN}|online(?:\s+edition)?|website|op-?ed|opinion|comment|commentary|analysis|column|"
    r"cover\s+story|interview|video|pp?\.?\s?\d+(?:[–-]\d+)?|pages?\s\d+(?:[–-]\d+)?|"
    r"(?:morning|evening)\s+edition"
)
_PART = re.compile(rf",\s+(?:{_PARTS})(?=,|\s*\Z)", re.IGNORECASE)
_OWN_PART = re.compile(rf",\s+(?:{_PAPERS_OWN})(?=,|\s*\Z)", re.IGNORECASE)
_ASIDE = re.compile(rf"(?:{_PARTS})", re.IGNORECASE)


def read_label(named: str, aside: str | None, outlets: OutletList) -> Names | None:
    """The outlets that a label names, ``aside`` what it has in brackets; None where it is another.

    An editorial is a paper's, so that a name that nobody knows may be one.
    """
    if aside is not None and not _is_aside(aside):
        return None
    if _OWN_PART.search(named) is None:
        return parse_names(_PART.sub("", named), outlets)
    names = parse_names(name_in_label(named), outlets)
    if names is None or names.all_sound or len(names.outlets) > 1:
        return names
    return Names(names.outlets, known=0, publications=1)


def name_in_label(label: str) -> str:
    """``label`` without dates and parts of a paper."""
    return without_dates(_PART.sub("", label)).strip(" /,")


def _is_aside(aside: str) -> bool:
    left = without_dates(aside).strip(" /,")
    return not left or is_date(left) or _ASIDE.fullmatch(left) is not None
