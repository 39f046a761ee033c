"""How sure an answer is: a logistic model over what is known of the best evidence.

Platt (1999). The weights are fitted for one reader and ship beside it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from qa.understanding import Form, Intent, Understanding


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against a sentence being an answer; every one is a finite number.

    ``score``, ``margin`` and ``relevance`` are the reader's logits. ``near`` in
    [0, 1] is the share of the question's words in the sentence and what frames
    it, ``own`` that in the sentence alone; ``heading`` in [0, 1] is how far the
    section's heading is what the question is about. ``misfit`` is 1 where a date
    or a number is asked for and the sentence holds none. ``below``, at most 0, is
    how far the search put the best passage that holds the sentence below the
    first, as the difference of their fused scores. ``again_score``, ``again_margin``
    and ``again_relevance`` are the reader's logits for the sentence where it stands,
    under its article's title; those of the first reading where it was not looked at again.

    Measured and left out, for they told nothing on questions they were not
    fitted on: the words that the whole library lacks, how rare they are, names
    that no article has, the cosine, the form of the question, whether the words
    pointed at are of that form, and how many of them the question said itself.
    """

    score: float
    margin: float
    relevance: float
    near: float
    own: float
    heading: float
    misfit: float
    below: float
    again_score: float
    again_margin: float
    again_relevance: float


SIGNAL_NAMES = tuple(field.name for field in fields(Signals))


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """A weight for each signal and a bias; ``probability`` is the chance of a right answer.

    ``ranks`` orders the sentences of one question, where that is another model:
    words shared with the question, and what the search puts first, tell which
    sentence is meant, and little of whether it answers. A question in words of its
    own shares few, and one that the text does not answer may share them all.
    """

    bias: float
    weights: Mapping[str, float]
    ranks: ConfidenceModel | None = None

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.weights) - set(SIGNAL_NAMES)):
            raise ValueError(f"there are no signals {unknown}; the signals are {SIGNAL_NAMES}")

    def probability(self, signals: Signals) -> float:
        """A number in (0, 1)."""
        z = self.bias + sum(
            weight * getattr(signals, name) for name, weight in self.weights.items()
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))

    def standing(self, signals: Signals) -> float:
        """What the sentences of one question are ordered by, in (0, 1)."""
        return (self.ranks or self).probability(signals)

    def as_json(self) -> dict[str, object]:
        """The model as a plain object."""
        plain: dict[str, object] = {"bias": self.bias, "weights": dict(self.weights)}
        return plain if self.ranks is None else {**plain, "ranks": self.ranks.as_json()}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> ConfidenceModel:
        """The model that ``as_json`` gave.

        Raises:
            KeyError: if its bias or its weights are not there.
            ValueError: if a weight is of no signal.
        """
        ranks = cls.from_json(value["ranks"]) if "ranks" in value else None
        return cls(value["bias"], value["weights"], ranks)


@dataclass(frozen=True, slots=True)
class ConfidenceModels:
    """One model for each way in which a sentence can answer.

    ``words``: some of its words are the answer. ``claims``: it bears out or
    denies what a yes/no question, or one that asks who says so, puts forward;
    no words of it are the answer, so that only relevance and shared words
    count. ``reasons``: it explains, and relevance counts.
    """

    words: ConfidenceModel
    claims: ConfidenceModel
    reasons: ConfidenceModel

    def of(self, understanding: Understanding, seen: Sequence[Signals]) -> ConfidenceModel:
        """The model for what ``understanding`` asks, of which ``seen`` was read.

        Bare words may ask for some of a sentence's ("bridge toll") or name what a
        sentence tells of ("bridge repairs after flood"): the model whose best
        sentence is surest says which.
        """
        way = way_to_answer(understanding)
        if way == "words" and understanding.bare and seen:
            return max(
                (self.words, self.claims),
                key=lambda model: model.probability(max(seen, key=model.standing)),
            )
        model: ConfidenceModel = getattr(self, way)
        return model


WAYS = tuple(field.name for field in fields(ConfidenceModels))


def way_to_answer(understanding: Understanding) -> str:
    """One of ``WAYS``: how a sentence can answer what ``understanding`` asks."""
    if understanding.form is Form.YES_NO or understanding.intent is Intent.WHICH_SOURCE:
        return "claims"
    return "reasons" if understanding.form is Form.REASON else "words"
