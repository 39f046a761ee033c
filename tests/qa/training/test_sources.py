"""What is read, and the rule of what may be trained on."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from qa.training.sources import is_sampled, may_train_on, read_squad


def _write(path: Path, questions: list[dict[str, Any]], context: str) -> Path:
    paragraph = {"context": context, "qas": questions}
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump({"data": [{"title": "Red_Fort", "paragraphs": [paragraph]}]}, file)
    return path


def test_a_title_whose_sha256_divides_by_three_is_kept() -> None:
    for title in ("Warsaw", "Oxygen"):
        number = int(hashlib.sha256(title.encode()).hexdigest(), 16)
        assert may_train_on(title) == (number % 3 != 0)
    assert not may_train_on("Warsaw")
    assert may_train_on("Oxygen")


def test_a_question_that_cannot_be_answered_has_no_answers_plausible_ones_included(
    tmp_path: Path,
) -> None:
    path = _write(
        tmp_path / "a.json.gz",
        [
            {
                "id": "1",
                "question": " Who sold it? ",
                "is_impossible": True,
                "answers": [],
                "plausible_answers": [{"text": "Ann", "answer_start": 0}],
            }
        ],
        "Ann built it.",
    )
    (question,) = read_squad(path)[0].paragraphs[0].questions
    assert question.text == "Who sold it?"
    assert question.answers == ()
    assert question.start is None
    assert not question.answerable


def test_an_answer_that_is_not_at_its_offset_is_refused(tmp_path: Path) -> None:
    answers = [{"text": "Ann", "answer_start": 1}]
    question = {"id": "7", "question": "Who?", "answers": answers}
    path = _write(tmp_path / "a.json.gz", [question], "Ann built it.")
    with pytest.raises(ValueError, match="question 7 is not at offset 1"):
        read_squad(path)


def test_a_heading_has_spaces_for_underscores(tmp_path: Path) -> None:
    assert read_squad(_write(tmp_path / "a.json.gz", [], "x"))[0].heading == "Red Fort"


def test_sampling_is_the_same_every_time_and_close_to_its_share() -> None:
    texts = [f"paragraph {i}" for i in range(2000)]
    drawn = [is_sampled(text, seed=7, share=0.25) for text in texts]
    assert drawn == [is_sampled(text, seed=7, share=0.25) for text in texts]
    # 2000 draws at 0.25: mean 500, standard deviation sqrt(2000 * 0.25 * 0.75) = 19.4
    assert 420 < sum(drawn) < 580
    assert not any(is_sampled(text, seed=7, share=0.0) for text in texts)
    assert all(is_sampled(text, seed=7, share=1.0) for text in texts)
