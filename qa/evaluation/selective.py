"""Answering only when sure: does confidence part right from wrong, and is it what it says?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]

_BINS = 10


def area_under_roc(
    confidence: Floats | Sequence[float], positive: Truths | Sequence[bool]
) -> float:
    """The chance that a positive scores above another, ties as half (Hanley and McNeil 1982).

    NaN without a positive or without another.
    """
    truth = np.asarray(positive, dtype=bool)
    if truth.all() or not truth.any():
        return float("nan")
    from sklearn.metrics import roc_auc_score  # seconds of import that only measuring pays

    return float(roc_auc_score(truth, np.asarray(confidence, dtype=np.float64)))


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """At each threshold, from the highest: what is answered and how much of that is wrong.

    ``coverage`` rises to 1, ``risk`` is the share of wrong answers among the
    answers given, both in [0, 1] (El-Yaniv and Wiener 2010).
    """

    threshold: Floats
    coverage: Floats
    risk: Floats

    @property
    def area(self) -> float:
        """The mean risk over all coverages, 0 at best (Geifman and El-Yaniv 2017)."""
        widths = np.diff(self.coverage, prepend=0.0)
        return float((widths * self.risk).sum())


def risk_coverage(confidence: Floats, right: Truths) -> RiskCoverage:
    """The curve over all questions, the answers that were held back among them.

    ``right`` says of each question whether its answer is, or would have been,
    right; where the text holds no answer it never is. Questions of one
    confidence are answered together, as a threshold would have it.
    """
    order = np.argsort(-confidence, kind="stable")
    sure, wrong = confidence[order], ~right[order]
    given = np.arange(1, len(sure) + 1)
    last_of_equals = np.append(sure[1:] != sure[:-1], True)
    risks = np.cumsum(wrong) / given
    return RiskCoverage(
        sure[last_of_equals], given[last_of_equals] / len(sure), risks[last_of_equals]
    )


def risk_coverage_area(confidence: Floats, right: Truths) -> float:
    """The area under ``risk_coverage``, 0 at best."""
    return risk_coverage(confidence, right).area


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """The answers whose confidence falls between two tenths."""

    count: int
    confidence: float  # their mean
    accuracy: float  # the share of them that are right


def reliability(confidence: Floats, right: Truths) -> tuple[ReliabilityBin, ...]:
    """The bins of a reliability diagram that hold an answer, ten of equal width."""
    numbers = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    return tuple(
        ReliabilityBin(
            int(inside.sum()), float(confidence[inside].mean()), float(right[inside].mean())
        )
        for number in range(_BINS)
        if (inside := numbers == number).any()
    )


_DRAWS = 1000


def calibration_error(confidence: Floats, right: Truths) -> float:
    """Expected calibration error over those bins, 0 at best (Naeini et al. 2015)."""
    bins = reliability(confidence, right)
    return sum(one.count * abs(one.confidence - one.accuracy) for one in bins) / len(confidence)


def calibration_error_by_chance(confidence: Floats) -> Floats:
    """The errors that confidence shows which is exactly right, float64 of shape (draws,).

    Even then the share right of a bin differs from its confidence by chance, the more the
    fewer questions it holds. Each draw is right as often as the confidence says; seed fixed.
    """
    rng = np.random.default_rng(0)
    draws = rng.random((_DRAWS, len(confidence))) < confidence
    return np.array([calibration_error(confidence, right) for right in draws])
