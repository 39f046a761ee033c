"""What readers made for a test share: they keep what they were given, and know no words."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.passages import Passage


@dataclass
class NotingReader:
    """All of a ``Reader`` but ``read``; ``calls`` are the passages of each reading."""

    calls: list[list[Passage]] = field(default_factory=list, kw_only=True)

    @property
    def name(self) -> str:
        return "noting"

    def knows_word(self, word: str) -> bool:
        return True

    def words(self) -> tuple[str, ...]:
        return ()

    def rarity(self, word: str) -> float:
        return 0.5
