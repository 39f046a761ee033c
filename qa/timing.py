"""How long the stages of a question take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Stopwatch:
    """Milliseconds by stage; ``total`` runs from its making."""

    stages: dict[str, float] = field(default_factory=dict)
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

    def read(self) -> dict[str, float]:
        """The stages so far, and the total."""
        return {**self.stages, "total": (time.perf_counter() - self._begun) * 1000}
