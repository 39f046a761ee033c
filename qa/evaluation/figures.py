"""The figures of a run, by the names of the contract.

A figure that the questions cannot give is absent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from qa.evaluation.intervals import Figure, bootstrap_figure
from qa.evaluation.judging import Outcome
from qa.evaluation.retrieval import MEASURES, STAGES
from qa.evaluation.selective import (
    Floats,
    area_under_roc,
    calibration_error,
    calibration_error_by_chance,
    risk_coverage_area,
)

_TIMED = {"total": "", "search": "search_", "read": "read_"}

# Less of these is better; of all others more is.
LOWER_IS_BETTER = ("risk_coverage.", "calibration.", "latency_ms.")


def is_better_lower(name: str) -> bool:
    """Whether less of the figure ``name`` is better."""
    return name.startswith(LOWER_IS_BETTER)


def measure_retrieval(scores: Mapping[str, Mapping[str, float]]) -> dict[str, Figure]:
    """The mean of every ``stage.measure`` over its queries."""
    return {
        name: bootstrap_figure(_mean, np.array(list(values.values()), dtype=np.float64))
        for name, values in scores.items()
        if values
    }


def measure_answers(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Every figure that ``outcomes`` can give, by its name."""
    figures: dict[str, Figure] = {}
    for name, parts in _SHARES.items():
        pairs = [pair for outcome in outcomes if (pair := parts(outcome)) is not None]
        table = np.array(pairs, dtype=np.float64).reshape(-1, 2)  # (n, 2): part, whole
        if table[:, 1].sum() > 0:
            figures[name] = bootstrap_figure(_share, table)
    if not outcomes:
        return figures
    confidence = np.array([outcome.reply.confidence for outcome in outcomes])
    answerable = np.array([outcome.question.answerable for outcome in outcomes], dtype=bool)
    if 0 < answerable.sum() < len(answerable):
        figures["silence.auc"] = bootstrap_figure(area_under_roc, confidence, answerable)
    would = np.array([outcome.would_be_right for outcome in outcomes], dtype=bool)
    figures["risk_coverage.area"] = bootstrap_figure(risk_coverage_area, confidence, would)
    answered = np.array([outcome.answered for outcome in outcomes], dtype=bool)
    if answered.any():
        right = np.array([outcome.right for outcome in outcomes], dtype=bool)
        figures["calibration.ece"] = bootstrap_figure(
            calibration_error, confidence[answered], right[answered]
        )
        by_chance = calibration_error_by_chance(confidence[answered])
        low, high = np.quantile(by_chance, (0.025, 0.975))
        figures["calibration.ece_by_chance"] = Figure(
            float(by_chance.mean()), float(low), float(high), int(answered.sum())
        )
    for stage, prefix in _TIMED.items():
        # A question that was answered without the stage says nothing of its speed.
        times = np.array(
            [
                timings[stage]
                for outcome in outcomes
                if stage in (timings := outcome.reply.timings_ms)
            ]
        )
        if len(times):
            figures[f"latency_ms.{prefix}p50"] = bootstrap_figure(_median, times)
            figures[f"latency_ms.{prefix}p95"] = bootstrap_figure(_nineteen_in_twenty, times)
    return figures


def _mean(values: Floats) -> float:
    return float(values.mean())


def _median(values: Floats) -> float:
    return float(np.percentile(values, 50))


def _nineteen_in_twenty(values: Floats) -> float:
    return float(np.percentile(values, 95))


def _share(table: Floats) -> float:
    """Summed parts over summed wholes, of a table of shape (n, 2)."""
    whole = table[:, 1].sum()
    return float(table[:, 0].sum() / whole) if whole else float("nan")


Pair = tuple[float, float] | None  # a part and the whole it is of; None for another question


def answer_score(outcome: Outcome, score: float | None) -> float | None:
    """SQuAD 2.0's: silence is the right answer to what has none (Rajpurkar et al. 2018)."""
    return score if outcome.question.answerable else float(outcome.right)


def crag(outcome: Outcome) -> float:
    """1 for a right reply, 0 for an unhelpful silence, -1 for a wrong answer (Yang et al. 2024)."""
    if outcome.right:
        return 1.0
    return -1.0 if outcome.answered else 0.0


def _of_one(value: float | None) -> Pair:
    return None if value is None else (value, 1.0)


def _silence(outcome: Outcome) -> Pair:
    return None if outcome.question.answerable else (float(outcome.right), 1.0)


def _outlets(outcome: Outcome, *, ours: bool) -> Pair:
    labelled = outcome.labelled
    if not labelled:
        return None
    shared = sum(len(mine & gold) for mine, gold in labelled)
    whole = sum(len(mine if ours else gold) for mine, gold in labelled)
    return float(shared), float(whole)


_SHARES: dict[str, Callable[[Outcome], Pair]] = {
    "answer.EM": lambda o: _of_one(answer_score(o, o.exact)),
    "answer.F1": lambda o: _of_one(answer_score(o, o.overlap)),
    "answer.F1_has_answer": lambda o: _of_one(o.overlap),
    "answer.no_answer": _silence,
    "citation.precision": lambda o: (o.supported, o.citations) if o.answered else None,
    "citation.recall": lambda o: (o.found, 1.0) if o.question.answerable else None,
    "outlet.precision": lambda o: _outlets(o, ours=True),
    "outlet.recall": lambda o: _outlets(o, ours=False),
    "silence.precision": lambda o: (
        None if o.answered else (float(not o.question.answerable), 1.0)
    ),
    "silence.recall": _silence,
    "crag": lambda o: (crag(o), 1.0),
}

FIGURE_NAMES = (
    *(f"{stage}.{measure}" for stage in STAGES for measure in MEASURES),
    *_SHARES,
    "silence.auc",
    "risk_coverage.area",
    "calibration.ece",
    "calibration.ece_by_chance",
    *(f"latency_ms.{prefix}{point}" for prefix in _TIMED.values() for point in ("p50", "p95")),
)
