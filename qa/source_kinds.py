"""Which sort of outlets a question for the sources wants: "which think tanks are cited?"."""

from __future__ import annotations

import re

from corpus.publishers import OutletKind

# "Which agencies": rating and aid agencies publish, too, but are no outlets by that.
_BARE = r"(?:(?<=which\s)|(?<=what\s)|(?<=any\s)|(?<=the\s)|(?<=and\s)|(?<=or\s))"
_KINDS = {
    OutletKind.AGENCY: (
        rf"(?:(?:news|wire|press)\s+|{_BARE})agenc(?:y|ies)|wire\s+services?|newswires?"
    ),
    OutletKind.NEWSPAPER: rf"newspapers?|{_BARE}papers?|dailies|tabloids?|broadsheets?",
    OutletKind.BROADCASTER: r"broadcasters?|(?:tv|television|radio)\s+(?:stations?|channels?)",
    OutletKind.MAGAZINE: r"magazines?|weeklies|monthlies",
    OutletKind.DIGITAL: r"news\s+(?:web\s?)?sites?|websites?|(?:news\s+)?portals?|blogs?",
    OutletKind.THINK_TANK: r"think[\s-]?tanks?",
}  # fmt: skip
_NAMED = {kind: re.compile(rf"\b(?:{words})\b", re.I) for kind, words in _KINDS.items()}
# "Which sources, papers or agencies, …?" wants them all.
_ANY = re.compile(r"\b(?:sources?|outlets?|media|publications?|publishers?|press|whom?)\b", re.I)
_MAX_READ = 300


def kinds_asked(question: str) -> frozenset[OutletKind]:
    """The sorts of outlets that ``question`` names; none where it wants outlets of every sort."""
    opening = question[:_MAX_READ]
    bare = opening
    for pattern in _NAMED.values():
        bare = pattern.sub(" ", bare)
    if _ANY.search(bare) is not None:
        return frozenset()
    return frozenset(kind for kind, pattern in _NAMED.items() if pattern.search(opening))
