"""A publisher: its names, and what sort of one it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.folded_words import fold_all, without_article


class OutletKind(StrEnum):
    """What sort of publisher an outlet is; a body is an institution that also publishes."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    DIGITAL = "digital"
    THINK_TANK = "think_tank"
    REFERENCE = "reference"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher under its canonical name.

    ``ambiguous_names`` are those of its names that are also ordinary words,
    other bodies' initials or names of people ("Time", "AP"): such a name
    counts only in its exact capitals, and a caller should ask for a stronger
    position before taking it for a credit.
    """

    name: str
    aliases: tuple[str, ...]
    kind: OutletKind
    ambiguous_names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name, then the aliases."""
        return (self.name, *self.aliases)

    @property
    def ambiguous(self) -> bool:
        """Whether the canonical name itself is ambiguous."""
        return self.name in self.ambiguous_names

    def is_ambiguous(self, words: str) -> bool:
        """Whether ``words``, as found in a text, could mean something other than this outlet.

        True only when they are one of the ambiguous names: "AP" is, "Associated
        Press" is not. The article, case and trailing signs do not matter.
        """
        key = without_article(fold_all(words))
        return any(key == without_article(fold_all(name)) for name in self.ambiguous_names)
