"""The figures of a run, each with the interval that its questions allow.

Intervals are 95% percentile bootstraps over questions (Efron 1979), with a
fixed seed. A figure that the questions cannot give is absent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.evaluation.judging import Outcome

Floats = NDArray[np.float64]

_RESAMPLES = 1000
_SEED = 0
_BINS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95% interval, over ``n`` questions."""

    value: float
    low: float
    high: float
    n: int


def measure(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Every figure that ``outcomes`` can give, by its name."""
    figures: dict[str, Figure] = {}
    for name, parts in _SHARES.items():
        pairs = [pair for outcome in outcomes if (pair := parts(outcome)) is not None]
        table = np.array(pairs, dtype=np.float64).reshape(-1, 2)  # (n, 2): part, whole
        if table[:, 1].sum() > 0:
            figures[name] = _bootstrap(_share, table)
    confidence = np.array([outcome.reply.confidence for outcome in outcomes])
    answerable = np.array([outcome.question.answerable for outcome in outcomes], dtype=bool)
    if 0 < answerable.sum() < len(answerable):
        figures["silence.auc"] = _bootstrap(area_under_curve, confidence, answerable)
    answered = np.array([outcome.answered for outcome in outcomes], dtype=bool)
    right = np.array([outcome.right for outcome in outcomes], dtype=np.float64)[answered]
    sure = confidence[answered]
    if len(sure):
        figures["risk_coverage.area"] = _bootstrap(risk_coverage_area, sure, right)
        figures["calibration.ece"] = _bootstrap(calibration_error, sure, right)
    times = np.array([outcome.reply.timings_ms["total"] for outcome in outcomes])
    if len(times):
        figures["latency_ms.p50"] = _bootstrap(lambda some: float(np.percentile(some, 50)), times)
        figures["latency_ms.p95"] = _bootstrap(lambda some: float(np.percentile(some, 95)), times)
    return figures


def area_under_curve(scores: Floats, positive: NDArray[np.bool_]) -> float:
    """The chance that a positive scores above a negative, ties as half (Mann and Whitney 1947).

    NaN without a positive or without a negative.
    """
    ours, others = scores[positive], scores[~positive]
    if not len(ours) or not len(others):
        return float("nan")
    above = (ours[:, None] > others[None, :]).mean()
    ties = (ours[:, None] == others[None, :]).mean()
    return float(above + ties / 2)


def risk_coverage_area(confidence: Floats, right: Floats) -> float:
    """The mean share of wrong answers among the surest 1, 2, … n (Geifman and El-Yaniv 2017)."""
    order = np.argsort(-confidence, kind="stable")
    wrong = 1.0 - right[order]
    return float((np.cumsum(wrong) / np.arange(1, len(wrong) + 1)).mean())


def calibration_error(confidence: Floats, right: Floats) -> float:
    """Expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
    bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    total = 0.0
    for number in range(_BINS):
        inside = bins == number
        if inside.any():
            total += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    return float(total)


def _share(table: Floats) -> float:
    """Summed parts over summed wholes, of a table of shape (n, 2)."""
    whole = table[:, 1].sum()
    return float(table[:, 0].sum() / whole) if whole else float("nan")


def _bootstrap(figure: Callable[..., float], *columns: NDArray[Any]) -> Figure:
    """``figure`` of the columns, and its interval; a row of each column is a question's."""
    n = len(columns[0])
    draw = np.random.default_rng(_SEED)
    values = []
    for _ in range(_RESAMPLES):
        rows = draw.integers(0, n, n)
        values.append(figure(*(column[rows] for column in columns)))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return Figure(figure(*columns), float(low), float(high), n)


Pair = tuple[float, float] | None  # a part and the whole it is of; None for another question


def _answer_score(outcome: Outcome, score: float | None) -> Pair:
    """SQuAD 2.0's: silence is the right answer to what has none (Rajpurkar et al. 2018)."""
    if not outcome.question.answerable:
        return float(not outcome.answered), 1.0
    return None if score is None else (score, 1.0)


def _outlets(outcome: Outcome, *, ours: bool) -> Pair:
    if not outcome.met:
        return None
    shared = sum(len(gold.outlets & set(citation.outlets)) for citation, gold in outcome.met)
    whole = sum(len(citation.outlets if ours else gold.outlets) for citation, gold in outcome.met)
    return float(shared), float(whole)


def _crag(outcome: Outcome) -> Pair:
    """1 for a right reply, 0 for an unhelpful silence, -1 for a wrong answer (Yang et al. 2024)."""
    if outcome.right:
        return 1.0, 1.0
    return (-1.0 if outcome.answered else 0.0), 1.0


_SHARES: dict[str, Callable[[Outcome], Pair]] = {
    "answer.EM": lambda o: _answer_score(o, o.exact),
    "answer.F1": lambda o: _answer_score(o, o.overlap),
    "answer.F1_has_answer": lambda o: None if o.overlap is None else (o.overlap, 1.0),
    "answer.no_answer": lambda o: None if o.question.answerable else (float(not o.answered), 1.0),
    "citation.precision": lambda o: (o.supported, o.citations) if o.answered else None,
    "citation.recall": lambda o: (o.found, 1.0) if o.question.answerable else None,
    "outlet.precision": lambda o: _outlets(o, ours=True),
    "outlet.recall": lambda o: _outlets(o, ours=False),
    "silence.precision": lambda o: None if o.answered else (float(not o.question.answerable), 1.0),
    "silence.recall": lambda o: None if o.question.answerable else (float(not o.answered), 1.0),
    "crag": _crag,
}
