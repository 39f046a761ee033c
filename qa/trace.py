"""What is noted of one question on its way: how long the stages take, and what they found."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from index.passage_index import Rankings, ScoredPassage


@dataclass(slots=True)
class Trace:
    """Milliseconds by stage; ``total`` runs from its making.

    ``rankings`` and ``read`` are of the last search: the passages as they were
    found, and as they stand after reading, surest first, with the support in
    [0, 1] of each one's best sentence. Both are empty for a question that was
    answered without searching.
    """

    stages: dict[str, float] = field(default_factory=dict)
    rankings: Rankings | None = None
    read: tuple[ScoredPassage, ...] = ()
    _begun: float = field(default_factory=time.perf_counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of the ``with`` block to ``name``."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            spent = (time.perf_counter() - begun) * 1000
            self.stages[name] = self.stages.get(name, 0.0) + spent

    def timings_ms(self) -> dict[str, float]:
        """The stages so far, and the total."""
        return {**self.stages, "total": (time.perf_counter() - self._begun) * 1000}

    def note_read(self, supports: Sequence[float]) -> None:
        """Rank the first of what the last search fused by ``supports``, one for each of them.

        Of equals, such as those that were not read, the one that was found first stays first.
        """
        found = self.rankings.fused[: len(supports)] if self.rankings else ()
        order = sorted(zip(supports, found, strict=True), key=lambda pair: -pair[0])
        self.read = tuple(
            ScoredPassage(hit.passage, support, rank)
            for rank, (support, hit) in enumerate(order, start=1)
        )
