"""How sure an answer is: a logistic model over what is known of the best evidence.

Platt (1999). The weights are fitted for one reader and ship beside it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

from qa.intents import Form


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against a sentence being an answer; every one is a finite number.

    ``score``, ``margin`` and ``relevance`` are the reader's logits. ``near``,
    ``library`` and ``rarest_missing`` are those of ``Coverage``, ``heading`` in
    [0, 1] is how far the section's heading is what the question is about.
    ``misfit`` is 1 where a date or a number is asked for and the sentence holds
    none, ``foreign`` where the question names somebody whom the library does not.
    ``reason`` and ``yes_no`` mark questions that no few words answer, for which
    a reader that points at words is less sure than it could be.
    """

    score: float
    margin: float
    relevance: float
    near: float
    library: float
    rarest_missing: float
    heading: float
    misfit: float
    foreign: float
    reason: float
    yes_no: float


SIGNAL_NAMES = tuple(field.name for field in fields(Signals))


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """A weight for each signal and a bias; ``probability`` is the chance of a right answer."""

    bias: float
    weights: Mapping[str, float]

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.weights) - set(SIGNAL_NAMES)):
            raise ValueError(f"there are no signals {unknown}; the signals are {SIGNAL_NAMES}")

    def probability(self, signals: Signals) -> float:
        """A number in (0, 1)."""
        z = self.bias + sum(
            weight * getattr(signals, name) for name, weight in self.weights.items()
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


def form_signals(form: Form) -> dict[str, float]:
    """The signals that only the question's form gives."""
    return {"reason": float(form is Form.REASON), "yes_no": float(form is Form.YES_NO)}

