"""Brackets that name a source and its date: "(Reuters, 5 May)", "(SIPRI Yearbook 2025)".

A date shows that the bracket cites, so that an abbreviation that nobody knows may be a source.
"""

from __future__ import annotations

import re

from corpus.calendar import names_month
from corpus.credit_names import parse_names
from corpus.letters import CAPITAL
from corpus.lexicon import words_of
from corpus.outlets import OutletList
from corpus.plain_brackets import explains
from corpus.press_words import PUBLISHED_WORKS

_DAY = r"\d{1,2}(?:\s?[–-]\s?\d{1,2})?"
_MONTH = r"[^\W\d_]{3,9}\.?"
_DATED = re.compile(
    r"(?P<named>[^,;]{2,60}),\s+"
    rf"(?P<date>(?:{_DAY}\s+{_MONTH}|{_MONTH}\s+{_DAY}(?=,|$)|{_MONTH})(?:,?\s+\d{{4}})?)"
)
_OF_YEAR = re.compile(r"(?P<named>[^,;]{2,60}?)\s+(?P<work>[^\W\d_]+),?\s+\d{4}")
_WORKS = PUBLISHED_WORKS | words_of("yearbook factsheet outlook database data bulletin")
_ABBREVIATION = re.compile(rf"{CAPITAL}{{3,8}}(?:\s+{CAPITAL}{{2,8}})?")
# Places, treaties' parties and zones of time that a date stands with.
_NO_SOURCES = words_of(
    "USA UAE DRC USSR GDR FRG PRC ROK DPRK NYC GMT UTC EST EDT CET BST PST CEST NATO ASEAN CEO CFO"
)


def read_dated_sources(before: str, inner: str, outlets: OutletList) -> tuple[str, ...]:
    """The sources that ``inner``, a bracket behind ``before``, names, each with its date."""
    found: list[str] = []
    for part in inner.split(";"):
        names = _dated(before, part.strip(), outlets)
        if not names:
            return ()
        found.extend(names)
    return tuple(dict.fromkeys(found))


def is_abbreviated_source(name: str) -> bool:
    """Whether ``name`` is an abbreviation that no place or time is known by: "FEWS NET"."""
    return _ABBREVIATION.fullmatch(name) is not None and name.isupper() and name not in _NO_SOURCES


def _dated(before: str, part: str, outlets: OutletList) -> tuple[str, ...]:
    work = _OF_YEAR.fullmatch(part)
    if work is not None and work["work"].casefold() in _WORKS:
        outlet = outlets.exact(work["named"])
        return (outlet.name,) if outlet is not None else ()
    dated = _DATED.fullmatch(part)
    if dated is None or not names_month(dated["date"]):
        return ()
    named = dated["named"]
    names = parse_names(named, outlets)
    if names is not None and names.known == len(names.outlets):
        return names.outlets
    source = is_abbreviated_source(named) and not explains(before, named)
    return (named,) if source else ()
