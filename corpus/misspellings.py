"""Slips in outlets' names that are words of their own: "The Gaurdian".

``OutletList.resolve`` leaves ambiguous names alone, since in running text a
word that resembles "Guardian" is most likely just another word. A name that
has a line or brackets to itself is more likely a credit.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from corpus.name_slips import MIN_SIMILARITY
from corpus.outlets import OutletList
from corpus.publishers import Outlet

# One slip in six letters would make a credit of the heading "Nurture" for Nature.
_MIN_LETTERS = 7


def resolve_alone(words: str, outlets: OutletList) -> Outlet | None:
    """The outlet that ``words``, which stand alone, name or most likely mean to name, or None.

    Beyond what ``OutletList.resolve`` forgives, one slip inside an ambiguous
    name of one word is: the first and the last letter are right, so that
    "The Guardians" stays a heading.
    """
    known = outlets.resolve(words)
    if known is not None:
        return known
    written = _bare(words)
    if len(written) < _MIN_LETTERS or not written.isalpha() or not written[0].isupper():
        return None
    if outlets.is_own_word(written):
        return None  # "Politics" is no slip in "Politis"
    near = {
        outlet.name: outlet
        for name, outlet in _ambiguous_words(outlets)
        if _is_one_slip(written.casefold(), name)
    }
    return next(iter(near.values())) if len(near) == 1 else None


@lru_cache(maxsize=4)
def _ambiguous_words(outlets: OutletList) -> tuple[tuple[str, Outlet], ...]:
    """The ambiguous names of one long word, folded and without article."""
    return tuple(
        (bare, outlet)
        for outlet in outlets
        for bare in {_bare(name).casefold() for name in outlet.ambiguous_names}
        if len(bare) >= _MIN_LETTERS and bare.isalpha()
    )


def _is_one_slip(written: str, meant: str) -> bool:
    if written[0] != meant[0] or written[-1] != meant[-1] or written == meant:
        return False
    edits = OSA.distance(written, meant, score_cutoff=1)
    return edits == 1 and 1 - edits / max(len(written), len(meant)) >= MIN_SIMILARITY


def _bare(name: str) -> str:
    return name.strip().removeprefix("The ").removeprefix("the ")
