"""Fit a confidence model to what was read for many questions, and check it on others.

Sentences are ranked by one logistic model, whose weights are fitted on every
sentence that was read, answer or not. How sure the best of them is, another
says, fitted on the best sentences alone, of which shared words tell less; it is
scaled so that its probability is the share of right answers (Platt 1999). The
scaling may be to some sources of questions, those most like a user's: what signals
are worth is much the same everywhere, how often they are right is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from qa.confidence import SIGNAL_NAMES, ConfidenceModel
from qa.evaluation.selective import area_under_roc, calibration_error
from qa.settings import Settings

Floats = NDArray[np.float64]

_FOLDS = 5
_PLATT = 10.0  # the two parameters of the scaling are hardly held back
# Signals of how sure a sentence is. The words that it shares with the question are none where
# some of its words are the answer; where it is to bear out what the question says, they are.
_AGAIN = ("again_score", "again_margin", "again_relevance")
_LOGITS = ("score", "margin", "relevance", "heading", "misfit", *_AGAIN)
_SURE = {
    "words": _LOGITS,
    "claims": (*_LOGITS, "own"),
    # Of too few questions the heading would be learnt to speak against an answer.
    "reasons": ("score", "margin", "relevance", "own", *_AGAIN),
}
_SCALED_TO = 20  # questions of those sources; with fewer it is scaled to all


@dataclass(frozen=True, slots=True)
class Judged:
    """What was read for one question: a row of signals a sentence, and which rows answer.

    ``way`` is how it can be answered, as in ``ConfidenceModels``; ``weight`` how
    much the question counts.
    """

    source: str
    way: str
    answerable: bool
    weight: float
    signals: Floats  # (sentences, signals)
    right: NDArray[np.bool_]  # (sentences,)


def fit(
    judged: Sequence[Judged], *, strength: float, scaled_to: tuple[str, ...] = ()
) -> ConfidenceModel:
    """The model of one way of answering whose best sentence is right as often as it says.

    ``strength`` is the inverse of the L2 penalty on the weights of signals that
    were brought to a spread of one: small where there are few questions. It is
    as often right on the questions of the sources ``scaled_to``, else on all.

    Raises:
        ValueError: if no sentence is right, or all are.
    """
    rows = np.concatenate([item.signals for item in judged])
    labels = np.concatenate([item.right for item in judged])
    # Every question counts by its weight, however many sentences were read for it.
    shares = np.concatenate(
        [np.full(len(item.right), item.weight / len(item.right)) for item in judged]
    )
    total = sum(item.weight for item in judged)
    scale = np.maximum(rows.std(axis=0), 1e-6)
    ranker = LogisticRegression(C=strength, max_iter=5000).fit(
        rows / scale, labels, sample_weight=shares * len(labels) / total
    )
    ranks = ranker.coef_[0] / scale
    alike = [item for item in judged if item.source in scaled_to]
    if len(alike) < _SCALED_TO:
        alike = list(judged)
    best = np.array([item.signals[_best_row(item, ranks)] for item in judged])
    sure = _fit_sure(best, judged, ranks, strength)
    return ConfidenceModel(
        *_scaled(alike, ranks, sure), ranks=ConfidenceModel(*_scaled(alike, ranks, ranks))
    )


def _fit_sure(
    best: Floats, judged: Sequence[Judged], ranks: Floats, strength: float
) -> Floats:
    """Weights, (signals,), by which the best sentences that answer differ from the others."""
    right = [bool(item.right[_best_row(item, ranks)]) for item in judged]
    if len(set(right)) < 2:
        return ranks
    columns = [SIGNAL_NAMES.index(name) for name in _SURE[judged[0].way]]
    scale = np.maximum(best[:, columns].std(axis=0), 1e-6)
    model = LogisticRegression(C=strength, max_iter=5000).fit(
        best[:, columns] / scale, right, sample_weight=[item.weight for item in judged]
    )
    weights = np.zeros(len(SIGNAL_NAMES))
    weights[columns] = model.coef_[0] / scale
    return weights


def _scaled(
    judged: Sequence[Judged], ranks: Floats, weights: Floats
) -> tuple[float, dict[str, float]]:
    """The bias and the weights, scaled so that the best sentence is right as often as they say."""
    rows = [_best_row(item, ranks) for item in judged]
    logits = np.array(
        [item.signals[row] @ weights for item, row in zip(judged, rows, strict=True)]
    )
    right = [item.right[row] for item, row in zip(judged, rows, strict=True)]
    platt = LogisticRegression(C=_PLATT).fit(
        logits[:, None], right, sample_weight=[item.weight for item in judged]
    )
    slope, bias = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    return round(bias, 4), {
        name: round(slope * float(weight), 4)
        for name, weight in zip(SIGNAL_NAMES, weights, strict=True)
    }


def _best_row(item: Judged, ranks: Floats) -> int:
    return int((item.signals @ ranks).argmax())


@dataclass(frozen=True, slots=True)
class Check:
    """How a model did on questions.

    ``ece`` is the calibration error of all best sentences, ``ece_given`` of those
    that the settings' threshold lets through; nan where there is none.
    """

    n: int
    best_right: float  # of answerable questions, how often the best sentence answers
    auc: float  # answerable against not
    ece: float
    ece_given: float
    at: tuple[tuple[float, float, float], ...]  # threshold, answerable right, others silent


def _weights_of(model: ConfidenceModel) -> Floats:
    return np.array([model.weights.get(name, 0.0) for name in SIGNAL_NAMES])


def check(
    pairs: Sequence[tuple[Judged, ConfidenceModel]],
    thresholds: Sequence[float] = (0.2, 0.3, 0.4, 0.5, 0.6),
) -> Check:
    """The figures of questions, each with the model that it is judged by."""
    chance, right = np.empty(len(pairs)), np.empty(len(pairs), dtype=bool)
    for row, (item, model) in enumerate(pairs):
        best = _best_row(item, _weights_of(model.ranks or model))
        logit = item.signals[best] @ _weights_of(model) + model.bias
        chance[row], right[row] = 1 / (1 + np.exp(-logit)), item.right[best]
    answerable = np.array([item.answerable for item, _ in pairs], dtype=bool)
    given = chance >= Settings().answer_threshold
    return Check(
        len(pairs),
        float(right[answerable].mean()) if answerable.any() else float("nan"),
        area_under_roc(chance, answerable),
        calibration_error(chance, right),
        calibration_error(chance[given], right[given]) if given.any() else float("nan"),
        tuple(
            (
                threshold,
                float((right & (chance >= threshold))[answerable].mean()),
                float((chance < threshold)[~answerable].mean()),
            )
            for threshold in thresholds
            if answerable.any() and not answerable.all()
        ),
    )


def check_out_of_fold(
    judged: Sequence[Judged], *, strength: float, source: str, scaled_to: tuple[str, ...] = ()
) -> Check:
    """Each question of ``source`` by a model that was fitted without its fold."""
    pairs = []
    for fold in range(_FOLDS):
        inside = [item for row, item in enumerate(judged) if row % _FOLDS != fold]
        model = fit(inside, strength=strength, scaled_to=scaled_to)
        pairs += [
            (item, model)
            for row, item in enumerate(judged)
            if row % _FOLDS == fold and item.source == source
        ]
    return check(pairs)


def format_check(what: str, result: Check) -> str:
    """One line for a person."""
    return (
        f"{what}: {result.n} questions, best sentence right {result.best_right:.3f}, "
        f"AUC {result.auc:.3f}, ECE {result.ece:.3f}, of those given {result.ece_given:.3f}; "
        + ", ".join(
            f"{threshold:g}: right {right:.3f} silent {silent:.3f}"
            for threshold, right, silent in result.at
        )
    )
