"""The measures, on numbers small enough to check by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from qa.training.decoding import Reading
from qa.training.measure import (
    Judged,
    article_windows,
    best_threshold,
    fit_weights,
    measure_gold,
    read_gold,
)


def _judged(score: float, golds: tuple[str, ...], said: str = "x") -> Judged:
    return Judged("t", golds, said, Reading(0, 1, 0.0, score, 0.0))


def test_the_best_threshold_answers_only_what_pays() -> None:
    judged = [_judged(3, ("x",)), _judged(2, ("x",)), _judged(1, ()), _judged(0, ("x",))]
    # Answering from 3: 2 right of 4, from 2: 3, from 1: 2, from 0: 3 again; the first best stays.
    assert best_threshold(judged, lambda reading: reading.answerable) == 2


def test_where_nothing_should_be_answered_the_threshold_lies_above_all() -> None:
    judged = [_judged(3, ()), _judged(1, ())]
    assert best_threshold(judged, lambda reading: reading.answerable) > 3


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
