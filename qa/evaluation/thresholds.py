"""What it costs to answer more, or to stay silent more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.evaluation.judging import Outcome

THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Trade:
    """What a run would have been with another ``answer_threshold``; shares in [0, 1].

    ``right`` of the answerable questions would be answered rightly, ``silent`` of
    the others met with silence, and ``risk`` of all answers given be wrong. None
    where there are no such questions.

    ``f1`` is SQuAD 2.0's, where silence is the answer to what has none (Rajpurkar et
    al. 2018). None, too, below the threshold of the run, for what would have
    been said in few words is not known of what was met with silence.
    """

    threshold: float
    coverage: float
    right: float | None
    silent: float | None
    risk: float | None
    f1: float | None = None


def trade_off(
    outcomes: Sequence[Outcome], thresholds: Sequence[float] = THRESHOLDS
) -> tuple[Trade, ...]:
    """The trade at each threshold, by the confidence of every reply, silences among them."""
    return tuple(_trade(outcomes, threshold) for threshold in thresholds)


def _trade(outcomes: Sequence[Outcome], threshold: float) -> Trade:
    given = [item for item in outcomes if item.reply.confidence >= threshold]
    answerable = [item for item in outcomes if item.question.answerable]
    silent = [item for item in outcomes if not item.question.answerable]
    right = sum(item.would_be_right for item in given)
    return Trade(
        threshold,
        coverage=len(given) / len(outcomes) if outcomes else 0.0,
        right=right / len(answerable) if answerable else None,
        silent=(
            sum(item.reply.confidence < threshold for item in silent) / len(silent)
            if silent
            else None
        ),
        risk=1 - right / len(given) if given else None,
        f1=_f1(outcomes, threshold),
    )


def _f1(outcomes: Sequence[Outcome], threshold: float) -> float | None:
    if any(not item.answered and item.reply.confidence >= threshold for item in outcomes):
        return None
    scores = [
        score
        for item in outcomes
        if (score := _short_score(item, given=item.reply.confidence >= threshold)) is not None
    ]
    return sum(scores) / len(scores) if scores else None


def _short_score(outcome: Outcome, *, given: bool) -> float | None:
    if not outcome.question.answerable:
        return float(not given)
    overlap = outcome.overlap
    return overlap if given or overlap is None else 0.0
