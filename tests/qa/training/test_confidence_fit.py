"""Confidence models fitted to questions whose answer is known by construction."""

from __future__ import annotations

import numpy as np
import pytest

from qa.confidence import SIGNAL_NAMES, ConfidenceModel
from qa.training.confidence_fit import Judged, check, check_out_of_fold, fit, format_check

SCORE = SIGNAL_NAMES.index("score")


def question(top: float, *, right: bool, answerable: bool = True, source: str = "gold") -> Judged:
    """Three sentences, the first with the highest ``score``; only that one can answer."""
    signals = np.zeros((3, len(SIGNAL_NAMES)))
    signals[:, SCORE] = [top, top - 2.0, top - 3.0]
    return Judged(source, "words", answerable, 1.0, signals, np.array([right, False, False]))


def test_the_best_sentence_is_right_as_often_as_the_model_says() -> None:
    # At a score of 2 four in five are right, at -2 one in five.
    judged = [question(2.0, right=number % 5 > 0) for number in range(100)]
    judged += [question(-2.0, right=number % 5 == 0) for number in range(100)]

    model = fit(judged, strength=1.0)

    def chance(score: float) -> float:
        z = model.bias + model.weights["score"] * score
        return float(1 / (1 + np.exp(-z)))

    assert chance(2.0) == pytest.approx(0.8, abs=0.02)
    assert chance(-2.0) == pytest.approx(0.2, abs=0.02)


def test_a_question_counts_by_its_weight() -> None:
    light = [question(1.0, right=False), question(-1.0, right=False)] * 5
    heavy = [
        Judged("gold", "words", True, 9.0, item.signals, np.array([True, False, False]))
        for item in light[:2]
    ]

    model = fit([*light, *heavy], strength=1.0)

    # Eighteen right by weight against ten that are wrong.
    z = model.bias + model.weights["score"] * 1.0
    assert 1 / (1 + np.exp(-z)) == pytest.approx(18 / 28, abs=0.05)


def test_the_scaling_may_be_to_some_sources_of_questions() -> None:
    # At a score of 1, nine in ten of gold are right and three in ten of SQuAD.
    judged = [question(1.0, right=number % 10 > 0) for number in range(50)]
    judged += [question(1.0, right=number % 10 < 3, source="squad") for number in range(150)]
    # Else nothing would speak for the score.
    judged += [question(-3.0, right=False, source=source) for source in ("gold", "squad")] * 20

    def chance(model: ConfidenceModel) -> float:
        return float(1 / (1 + np.exp(-(model.bias + model.weights["score"]))))

    assert chance(fit(judged, strength=1.0, scaled_to=("gold",))) == pytest.approx(0.9, abs=0.04)
    # (45 + 45) of 200
    assert chance(fit(judged, strength=1.0)) == pytest.approx(0.45, abs=0.04)
    both = fit(judged, strength=1.0, scaled_to=("gold", "squad"))
    assert chance(both) == pytest.approx(0.45, abs=0.04)


def test_a_source_of_few_questions_is_not_scaled_to() -> None:
    judged = [question(1.0, right=number < 10) for number in range(19)]
    judged += [question(1.0, right=True, source="squad") for _ in range(100)]
    assert fit(judged, strength=1.0, scaled_to=("gold",)) == fit(judged, strength=1.0)


def test_shared_words_choose_the_sentence_and_say_nothing_of_how_sure_it_is() -> None:
    own = SIGNAL_NAMES.index("own")

    def told(*, answerable: bool) -> Judged:
        # Alike in score; the sentence that shares the question's words is the one meant,
        # whether it answers or not.
        signals = np.zeros((3, len(SIGNAL_NAMES)))
        signals[:, SCORE] = 2.0 if answerable else -2.0
        signals[1, own] = 1.0
        right = np.array([False, answerable, False])
        return Judged("gold", "words", answerable, 1.0, signals, right)

    model = fit([told(answerable=number % 2 == 0) for number in range(60)], strength=1.0)

    assert model.ranks is not None
    assert model.ranks.weights["own"] > 0
    assert model.weights["own"] == 0
    result = check([(told(answerable=yes), model) for yes in (True, False)])
    assert (result.best_right, result.auc) == (1.0, 1.0)
    assert result.ece < 0.1


def test_a_check_counts_each_question_by_its_best_sentence() -> None:
    model = ConfidenceModel(0.0, {"score": 1.0})
    judged = [
        question(2.0, right=True),
        question(0.5, right=False),  # the wrong sentence is the best one
        question(1.0, right=False, answerable=False),
        question(-2.0, right=False, answerable=False),
    ]

    result = check([(item, model) for item in judged], thresholds=(0.7,))

    assert (result.n, result.best_right) == (4, 1 / 2)
    # Of four pairs of an answerable and another three are in order: only 0.5 < 1.0 is not.
    assert result.auc == 3 / 4
    # Given from 0.4 on: the first three, at 0.881, 0.622 and 0.731, of which one is right.
    assert result.ece_given == pytest.approx((0.119 + 0.622 + 0.731) / 3, abs=0.001)
    # sigmoid(2) = 0.88 and sigmoid(1) = 0.73 reach 0.7.
    assert result.at == ((0.7, 1 / 2, 1 / 2),)
    assert format_check("words", result).startswith("words: 4 questions, best sentence right 0.500")


def test_out_of_fold_every_question_of_the_source_is_checked_once() -> None:
    judged = [question(2.0, right=True) for _ in range(10)]
    judged += [question(-2.0, right=False, answerable=False) for _ in range(10)]
    judged += [question(0.0, right=True, source="squad") for _ in range(5)]

    result = check_out_of_fold(judged, strength=1.0, source="gold")

    assert (result.n, result.auc) == (20, 1.0)


@pytest.mark.parametrize("way", ["words", "claims", "reasons"])
def test_what_a_second_look_says_tells_how_sure_a_sentence_is(way: str) -> None:
    judged = []
    for number in range(80):
        right = number % 2 == 0
        signals = np.zeros((2, len(SIGNAL_NAMES)))
        signals[:, SCORE] = [2.0, -2.0]
        # What only the second look tells apart.
        signals[0, SIGNAL_NAMES.index("again_score")] = 3.0 if right else -3.0
        judged.append(Judged("gold", way, right, 1.0, signals, np.array([right, False])))

    model = fit(judged, strength=1.0)

    assert model.weights["again_score"] > 0
    assert check([(item, model) for item in judged]).auc == 1.0
