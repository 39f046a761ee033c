"""What is measured beside the scorecard, on answers that are known."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from qa.training import measure
from qa.training.decoding import Reading
from qa.training.measure import compare_precision, measure_qed
from qa.training.sources import may_train_on
from qa.training.twins import Twins, TwinText
from qa.training.written_questions import article_of_written

TEXT = "It rained. The mill burned down in 1801."


class Pointing:
    """A reader that points at fixed words of every passage."""

    def __init__(self, start: int, end: int, answerable: float = 0.0) -> None:
        self.reading = Reading(start, end, 0.0, answerable, 0.0)

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        return [self.reading] * len(pairs)


def write_lines(path: Path, *values: object) -> Path:
    content = "".join(json.dumps(value) + "\n" for value in values)
    path.write_bytes(gzip.compress(content.encode()))
    return path


def asked(start: int, end: int) -> dict[str, Any]:
    return {
        "question_text": "When?",
        "paragraph_text": TEXT,
        "annotation": {"selected_sentence": {"start": start, "end": end}},
    }


def test_the_sentence_is_right_where_the_words_lie_in_it(tmp_path: Path) -> None:
    first, second = (0, 10), (11, len(TEXT))
    unmarked = {"annotation": None, "question_text": ""}
    path = write_lines(tmp_path / "qed.gz", asked(*first), asked(*second), unmarked)

    figures = measure_qed(Pointing(35, 39), path, limit=None)  # type: ignore[arg-type]

    assert figures == {"n": 2, "sentence": 1 / 2}


def test_news_is_told_apart_by_the_logit(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = (
        article_of_written("Mill", TEXT, [["When did it burn?", "1801"], ["Who burned it?"]]),
    )
    monkeypatch.setattr(measure, "held_news", lambda: articles)

    class Knowing:
        def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
            return [Reading(0, 1, 0.0, float("When" in asked), 0.0) for asked, _ in pairs]

    assert measure.measure_news(Knowing()) == {"n": 2, "auc": 1.0}  # type: ignore[arg-type]
    # One who says the same of all is right about half of the pairs.
    assert measure.measure_news(Pointing(0, 1)) == {"n": 2, "auc": 0.5}  # type: ignore[arg-type]


def test_twins_are_told_apart_by_the_logit(monkeypatch: pytest.MonkeyPatch) -> None:
    when = Twins("time", "When did it burn?", "1801", TEXT.index("1801"), "Who burned it?")
    which = Twins("time", "Which burned?", TEXT[:4], 0, "When was it sold?")
    monkeypatch.setattr(measure, "held_twins", lambda: (TwinText(TEXT, (when, which)),))

    class Knowing:
        def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
            return [Reading(0, 1, 0.0, float("When" in asked), 0.0) for asked, _ in pairs]

    # The first pair is right; of the second the wrong one has the higher logit. Of the four
    # pairings of an answered and an unanswered question one is right, one wrong, two are even.
    assert measure.measure_twins(Knowing()) == {"n": 2, "pairs": 0.5, "auc": 0.5}  # type: ignore[arg-type]


def test_precision_is_compared_by_words_and_by_logit(tmp_path: Path) -> None:
    question = {"id": "1", "question": "When?", "answers": [], "is_impossible": True}
    paragraphs = [{"context": TEXT, "qas": [question, question]}]
    data = {"data": [{"title": kept_title(), "paragraphs": paragraphs}]}
    path = tmp_path / "squad2.gz"
    path.write_bytes(gzip.compress(json.dumps(data).encode()))

    figures = compare_precision(
        Pointing(0, 2, 1.5),  # type: ignore[arg-type]
        Pointing(0, 2, 1.0),  # type: ignore[arg-type]
        path,
        limit=5,
    )

    assert figures == {
        "n": 2,
        "same_words": 1.0,
        "mean_difference": pytest.approx(0.5),
        "largest_difference": pytest.approx(0.5),
    }


def kept_title() -> str:
    """A title of the third that may not be trained on."""
    return next(name for name in "abcdefghij" if not may_train_on(name))
