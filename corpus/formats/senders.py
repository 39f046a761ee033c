"""Which outlet sends a mail, if one does: most senders are people."""

from __future__ import annotations

from corpus.folded_words import fold_all, without_article
from corpus.outlets import load_outlets
from corpus.publishers import Outlet

# What outlets write behind their names: "AFP Desk", "Reuters Daily Briefing".
_BEHIND_NAMES = (
    "alert alerts breaking briefing briefings daily desk digest evening headlines morning news "
    "newsletter newsletters newsroom update updates weekend weekly"
)
_BEHIND = frozenset(_BEHIND_NAMES.split())


def outlet_of_sender(name: str, address: str) -> str | None:
    """The canonical name of the outlet whose name a mail's sender bears; None for others.

    The whole ``name`` must be the outlet's, but for words such as "Newsletter"
    behind it: "Michael Bloomberg" is none. A name that is also something else
    ("Dawn", "AP") must stand in the domain of ``address``, too. A domain alone
    tells nothing, since people write from the outlets that they work for.
    """
    words = name.split()
    while words:
        written = " ".join(words)
        found = load_outlets().exact(written)
        if found is not None:
            sure = not found.is_ambiguous(written) or _owns_domain(found, address)
            return found.name if sure else None
        if words[-1].casefold() not in _BEHIND:
            return None
        words.pop()
    return None


def _owns_domain(outlet: Outlet, address: str) -> bool:
    """Whether a part of the domain is a name of ``outlet``, with or without its article."""
    parts = set(address.rpartition("@")[2].casefold().split("."))
    names = {fold_all(name) for name in outlet.names}
    return any("".join(words) in parts for words in names | set(map(without_article, names)))
