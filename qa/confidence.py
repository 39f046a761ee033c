"""How sure an answer is: a logistic model over what is known of the best evidence.

Platt (1999). The weights come with the reader that they were fitted for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against the best sentence being an answer.

    ``score`` is the reader's. ``cosine`` is in [-1, 1]. ``near``, ``library``
    and ``rarest_missing`` are those of ``Coverage``; ``heading`` in [0, 1] is how
    far the section's heading is what the question is about. ``fits`` says that the
    sentence holds a date or number where one is asked for; ``foreign`` that the
    question names somebody whom the library does not.
    """

    score: float
    cosine: float
    near: float
    library: float
    rarest_missing: float
    heading: float
    fits: bool
    foreign: bool


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """Weights of the signals; ``probability`` is the calibrated chance of a right answer."""

    bias: float
    score: float
    cosine: float
    near: float
    library: float
    rarest_missing: float
    heading: float
    misfit: float
    foreign: float

    def probability(self, signals: Signals) -> float:
        """A number in (0, 1)."""
        z = (
            self.bias
            + self.score * signals.score
            + self.cosine * signals.cosine
            + self.near * signals.near
            + self.library * signals.library
            + self.rarest_missing * signals.rarest_missing
            + self.heading * signals.heading
            + self.misfit * (not signals.fits)
            + self.foreign * signals.foreign
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


# For the packaged cross-encoder, by hand; a fitted set follows with a trained reader.
RERANKER_WEIGHTS = ConfidenceModel(
    bias=-1.2, score=0.3, cosine=1.5, near=2.5, library=1.0, rarest_missing=-1.5, heading=2.0,
    misfit=-4.0, foreign=-4.0,
)
