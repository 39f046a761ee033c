"""The measures, on numbers small enough to check by hand."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from qa.training.decoding import Reading
from qa.training.figures import area_under_roc, exact_match, f1
from qa.training.measure import (
    Judged,
    article_windows,
    best_threshold,
    calibration_error,
    fit_weights,
    measure_gold,
    read_gold,
)


def test_area_under_roc_counts_pairs_in_the_right_order_and_ties_as_half() -> None:
    # true 3, 1; false 2, 1. Pairs: 3>2, 3>1 right, 1<2 wrong, 1=1 half: 2.5 of 4
    assert area_under_roc([3, 1, 2, 1], [True, True, False, False]) == pytest.approx(2.5 / 4)
    assert math.isnan(area_under_roc([1, 2], [True, True]))


def test_f1_counts_shared_words_without_articles() -> None:
    # prediction {stone, bridge}, gold {old, stone, bridge}: precision 1, recall 2/3
    assert f1("the stone bridge", ["an old stone bridge"]) == pytest.approx(2 * (2 / 3) / (5 / 3))
    assert exact_match("The bridge!", ["bridge"]) == 1.0


def test_silence_is_right_only_where_there_is_no_answer() -> None:
    assert (f1("", []), exact_match("", [])) == (1.0, 1.0)
    assert (f1("x", []), f1("", ["x"])) == (0.0, 0.0)


def _judged(score: float, golds: tuple[str, ...], said: str = "x") -> Judged:
    return Judged("t", golds, said, Reading(0, 1, 0.0, score, 0.0))


def test_the_best_threshold_answers_only_what_pays() -> None:
    judged = [_judged(3, ("x",)), _judged(2, ("x",)), _judged(1, ()), _judged(0, ("x",))]
    # Answering from 3: 2 right of 4, from 2: 3, from 1: 2, from 0: 3 again; the first best stays.
    assert best_threshold(judged, lambda reading: reading.answerable) == 2


def test_where_nothing_should_be_answered_the_threshold_lies_above_all() -> None:
    judged = [_judged(3, ()), _judged(1, ())]
    assert best_threshold(judged, lambda reading: reading.answerable) > 3


def test_calibration_error_is_the_mean_gap_by_bin() -> None:
    odds = math.log(0.75 / 0.25)
    # Four at 0.75 of which three are true: no gap. Four of which one is: a gap of 0.5.
    assert calibration_error([odds] * 4, [True, True, True, False]) == pytest.approx(0.0)
    assert calibration_error([odds] * 4, [True, False, False, False]) == pytest.approx(0.5)


def test_fitted_weights_put_the_answerable_above() -> None:
    readings = [Reading(0, 1, margin, margin, 0.0) for margin in (-2.0, -1.0, 1.0, 2.0)]
    weights = fit_weights(readings, [False, False, True, True])
    assert weights.score(readings[0]) < 0 < weights.score(readings[3])


def test_an_article_is_read_in_threes_and_a_short_one_whole() -> None:
    text = "A head\nOne is one. Two is two.\n\nThree is three."
    assert article_windows(text) == [
        "A head One is one. Two is two.",
        "One is one. Two is two. Three is three.",
    ]
    assert article_windows("Short.") == ["Short."]


def _gold(
    kind: str, question: str, *, answerable: bool, answers: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {"kind": kind, "question": question, "answerable": answerable, "answers": answers}


def test_a_gold_question_is_judged_by_its_best_window() -> None:
    gold = [
        _gold("fact", "ab", answerable=True, answers=("x",)),
        _gold("why", "a", answerable=True),
        _gold("near_miss", "b", answerable=False),
        _gold("off_topic", "", answerable=False),
    ]

    def score(question: str, windows: Sequence[str]) -> float:
        return max(float(len(set(question) & set(window))) for window in windows)

    # Best windows: "ab" 2, "a" 1, "b" 1, "" 0.
    figures = measure_gold(score, gold, ["abc", "cd"])
    assert figures["near_miss"] == pytest.approx((1 + 0.5) / 2)  # 2 > 1 right, 1 = 1 half
    assert figures["facts"] == 1.0
    assert figures["all"] == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert (figures["n_answerable"], figures["n_near_miss"]) == (2, 1)
    assert figures["mean_by_kind"]["why:True"] == 1.0


def test_gold_questions_of_a_split_that_lean_on_none_before_are_read(tmp_path: Path) -> None:
    lines = [
        {"id": "1", "split": "dev", "history": []},
        {"id": "2", "split": "dev", "history": ["before"]},
        {"id": "3", "split": "test", "history": []},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert [entry["id"] for entry in read_gold(path, split="dev")] == ["1"]
