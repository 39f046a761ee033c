"""Themes that questions and headings share without sharing a word.

A reader asks for "risks" and the section is headed "Caveats"; these small
families of words join the two.
"""

from __future__ import annotations

from functools import cache

from index.lexical import split_words

_FAMILIES = (
    "caveat caveats question questions risk risks doubt doubts limit limits limitation "
    "limitations reservation "
    "reservations uncertainty uncertainties uncertain unknown unknowns concern concerns caution "
    "cautions cautious "
    "warning warnings challenge challenges problem problems obstacle obstacles hurdle hurdles "
    "drawback drawbacks "
    "criticism criticisms critics downside downsides weakness weaknesses qualification "
    "qualifications skepticism "
    "scepticism pitfalls wrong",
    "matter matters mattering importance important significance significant relevance relevant "
    "stakes",
    "implication implications consequence consequences effect effects impact impacts mean means "
    "meaning "
    "repercussions outcome outcomes benefit benefits gain gains",
    "background context history origins backdrop",
    "outlook next future ahead forecast prospects",
    "reaction reactions response responses",
)


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(split_words(family)) for family in _FAMILIES)


def themes_of(stems: frozenset[str]) -> frozenset[int]:
    """The numbers of the families that ``stems`` touch."""
    return frozenset(number for number, family in enumerate(_families()) if stems & family)


def without_theme_words(stems: frozenset[str]) -> frozenset[str]:
    """``stems`` less those that only name a theme."""
    return stems.difference(*_families())
