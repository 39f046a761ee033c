from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from corpus.spans import Span
from qa.evaluation.judging import judge
from qa.evaluation.thresholds import Trade, trade_off

TEXT = "The bridge opened on Monday. It cost a million. It is safe."
OPENED, SAFE = Span(0, 28), Span(48, 59)
TEXTS = {"a": TEXT}

Make = Callable[..., Any]


def test_moving_the_threshold_trades_right_answers_for_silence(
    gold: Make, answer: Make, silence: Make
) -> None:
    outcomes = [
        judge(gold(OPENED), answer(OPENED, confidence=0.9), TEXTS),
        judge(gold(OPENED), silence(0.2, nearest=(OPENED,)), TEXTS),
        judge(gold(), answer(SAFE, confidence=0.5), TEXTS),
        judge(gold(), silence(0.1, nearest=(SAFE,)), TEXTS),
    ]

    low, middle, high = trade_off(outcomes, (0.2, 0.5, 0.6))

    # From 0.2 on: both right ones and one wrong; from 0.5 on one of each; from 0.6 on one.
    assert low == Trade(0.2, 3 / 4, 2 / 2, 1 / 2, pytest.approx(1 / 3))
    # No gold has few words here, so that F1 is of the two others: one and then both are silent.
    assert middle == Trade(0.5, 2 / 4, 1 / 2, 1 / 2, 1 / 2, 1 / 2)
    assert high == Trade(0.6, 1 / 4, 1 / 2, 2 / 2, 0.0, 2 / 2)


def test_the_few_words_are_scored_as_squad_does_from_the_threshold_of_the_run_on(
    gold: Make, answer: Make, silence: Make
) -> None:
    outcomes = [
        judge(gold(OPENED, answers=("Monday",)), answer(OPENED, short="on Monday"), TEXTS),
        judge(gold(), answer(SAFE, short="safe", confidence=0.5), TEXTS),
        judge(gold(), silence(0.3), TEXTS),
    ]

    # "on Monday" and "Monday" share one word of three: F1 2/3. Then both others are silent.
    assert [trade.f1 for trade in trade_off(outcomes, (0.2, 0.4, 0.6))] == [
        None,
        pytest.approx((2 / 3 + 0 + 1) / 3),
        pytest.approx((2 / 3 + 1 + 1) / 3),
    ]


def test_what_cannot_be_said_is_left_open(gold: Make, silence: Make) -> None:
    outcomes = [judge(gold(), silence(0.1), TEXTS)]

    assert trade_off(outcomes, (0.5,)) == (Trade(0.5, 0.0, None, 1.0, None, 1.0),)
    assert trade_off([], (0.5,)) == (Trade(0.5, 0.0, None, None, None),)
