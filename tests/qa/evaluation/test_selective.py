from __future__ import annotations

import math

import numpy as np
import pytest

from qa.evaluation.intervals import bootstrap_figure, paired_p_value
from qa.evaluation.selective import (
    area_under_roc,
    calibration_error,
    calibration_error_by_chance,
    reliability,
    risk_coverage,
    risk_coverage_area,
)


def test_the_area_under_the_curve_counts_pairs_in_order() -> None:
    scores = np.array([0.9, 0.4, 0.4, 0.1])
    positive = np.array([True, True, False, False])

    # Of the four pairs three are in order and one is a tie.
    assert area_under_roc(scores, positive) == (3 + 0.5) / 4
    assert math.isnan(area_under_roc(scores, np.array([True] * 4)))
    assert math.isnan(area_under_roc(scores, np.array([False] * 4)))


def test_risk_is_averaged_over_coverage() -> None:
    confidence, right = np.array([0.2, 0.9, 0.5]), np.array([False, True, False])

    # The surest one is right, then one of two is wrong, then two of three.
    curve = risk_coverage(confidence, right)
    assert curve.risk.tolist() == pytest.approx([0, 1 / 2, 2 / 3])
    assert curve.coverage.tolist() == pytest.approx([1 / 3, 2 / 3, 1])
    assert risk_coverage_area(confidence, right) == pytest.approx((0 + 1 / 2 + 2 / 3) / 3)


def test_questions_of_one_confidence_are_answered_together() -> None:
    confidence, right = np.array([0.5, 0.5, 0.9, 0.5]), np.array([True, False, True, False])

    curve = risk_coverage(confidence, right)

    # 0.9 alone, then all four: no threshold parts the three at 0.5, in whatever order they stand.
    assert curve.threshold.tolist() == [0.9, 0.5]
    assert curve.coverage.tolist() == [1 / 4, 1.0]
    assert curve.risk.tolist() == [0.0, 2 / 4]
    assert curve.area == pytest.approx(1 / 4 * 0 + 3 / 4 * 2 / 4)


def test_calibration_error_weighs_each_bin_by_its_answers() -> None:
    confidence = np.array([0.95, 0.91, 1.0, 0.25])
    right = np.array([True, False, True, False])

    sure = abs((0.95 + 0.91 + 1.0) / 3 - 2 / 3)
    assert calibration_error(confidence, right) == pytest.approx(3 / 4 * sure + 1 / 4 * 0.25)
    low, high = reliability(confidence, right)
    assert (low.count, low.accuracy, high.count) == (1, 0.0, 3)
    assert high.accuracy == pytest.approx(2 / 3)


def mean(values: np.ndarray) -> float:
    return float(values.mean())


def test_an_interval_holds_its_value_and_repeats_exactly() -> None:
    values = np.array([0.0, 1.0] * 50)

    figure = bootstrap_figure(mean, values)

    assert (figure.value, figure.n) == (0.5, 100)
    # The normal approximation: 0.5 ± 1.96 * 0.5 / sqrt(100).
    assert figure.low == pytest.approx(0.5 - 0.098, abs=0.02)
    assert figure.high == pytest.approx(0.5 + 0.098, abs=0.02)
    assert bootstrap_figure(mean, values) == figure


def test_one_question_has_no_spread() -> None:
    assert bootstrap_figure(mean, np.array([0.25])).low == 0.25


def test_resamples_that_say_nothing_are_passed_over() -> None:
    confidence, positive = np.array([0.9, 0.1]), np.array([True, False])

    figure = bootstrap_figure(area_under_roc, confidence, positive)

    # Half of the resamples draw one of the two twice.
    assert (figure.low, figure.value, figure.high) == (1.0, 1.0, 1.0)


def test_two_runs_that_are_alike_do_not_differ() -> None:
    assert paired_p_value([1, 0, 1], [1, 0, 1]) == 1.0
    assert paired_p_value([1, 0, 1], [1, 0, 0]) == 1.0


def test_the_randomisation_test_counts_the_signs_that_go_as_far() -> None:
    # Five questions got better and none worse: of 2^5 signs two go as far, all and none.
    ours, theirs = [1.0] * 5 + [0.0] * 20, [0.0] * 25
    assert paired_p_value(ours, theirs) == pytest.approx(2 / 2**5)
    assert paired_p_value(theirs, ours) == pytest.approx(2 / 2**5)
    # Twelve better and none worse.
    assert paired_p_value([1.0] * 12, [0.0] * 12) == pytest.approx(2 / 2**12, rel=0.01)


def test_exact_confidence_shows_less_error_the_more_questions_there_are() -> None:
    few, many = np.full(20, 0.8), np.full(2_000, 0.8)
    # One bin: |share right - 0.8|, on average sqrt(2 / pi) * sqrt(0.8 * 0.2 / n).
    for confidence in (few, many):
        expected = math.sqrt(2 / math.pi) * math.sqrt(0.16 / len(confidence))
        assert calibration_error_by_chance(confidence).mean() == pytest.approx(expected, rel=0.1)
