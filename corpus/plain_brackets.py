"""Brackets that explain or refer, though they hold nothing but names.

"The Apollo Applications Program (AAP)", "radio frequency interference (RFI)",
"(See Recognition of Armenia)", "(Exodus 1: 15-19)", "KVOA 4 (NBC), KGUN 9 (ABC)".
"""

from __future__ import annotations

import re

from corpus.letters import CAPITAL
from corpus.lexicon import words_of

_REFERS = re.compile(r"\s*(?:see|cf\.?|compare|pictured)\s|.*\d\s*:\s*\d", re.IGNORECASE)
_ABBREVIATION = re.compile(rf"{CAPITAL}{{2,8}}")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = words_of("of the and for in on de la le du des del von und y e et")
_WINDOW = 120  # characters that an expansion may take
# "WTVR-TV 6 (CBS)": the network of a station.
_STATION = re.compile(rf"\b{CAPITAL}{{3,5}}(?:-\w+)?(?:\s+\d+)?\s*$")
# "Two networks (NBC and Telemundo)" are examples of what stands before.
_KINDS = re.compile(
    r"\b(?:channels|networks|stations|broadcasters|newspapers|papers|outlets|agencies|magazines|"
    r"titles|dailies|weeklies)\s*$"
)


def explains(before: str, inside: str) -> bool:
    """Whether a bracket that holds ``inside`` behind ``before`` credits nobody."""
    if _REFERS.match(inside):
        return True
    before = before[-_WINDOW:]
    if _KINDS.search(before) or _STATION.search(before):
        return True
    return _ABBREVIATION.fullmatch(inside.strip()) is not None and _abbreviates(inside, before)


def _abbreviates(initials: str, before: str) -> bool:
    """Whether the last words of ``before`` begin with ``initials``, small words aside."""
    wanted = initials.strip().casefold()
    for counts_small in (False, True):
        words = [
            word.casefold()
            for word in _WORD.findall(before)
            if counts_small or word not in _SMALL_WORDS
        ]
        for spare in (0, 1):  # "Co-operation" is one word of OECD's, and two of ours
            last = words[-len(wanted) - spare :]
            if _spells(wanted, last):
                return True
    return False


def _spells(wanted: str, words: list[str]) -> bool:
    """Whether the initials of ``words``, at most one of them left out, are ``wanted``."""
    initials = "".join(word[0] for word in words)
    if initials == wanted:
        return True
    if len(wanted) > 3 and _spells_compound(wanted, words[1:], initials[1:]):
        return True
    shorter = (initials[:at] + initials[at + 1 :] for at in range(1, len(initials)))
    return len(initials) == len(wanted) + 1 and wanted in shorter


def _spells_compound(wanted: str, words: list[str], initials: str) -> bool:
    """Whether one word gives its initial and another letter: "hydropower under nets (HPUN)"."""
    return len(initials) == len(wanted) - 1 and any(
        wanted == initials[: at + 1] + wanted[at + 1] + initials[at + 1 :]
        and wanted[at + 1] in words[at][1:]
        for at in range(len(initials))
    )
