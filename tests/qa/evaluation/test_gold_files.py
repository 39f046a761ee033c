from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.bundled import bundled_article
from corpus.spans import Span
from qa.errors import BatchError
from qa.evaluation.gold import GoldSpan, read_gold

LINE = {
    "id": "q1",
    "article_id": "a",
    "kind": "fact",
    "question": "When?",
    "answerable": True,
    "spans": [{"start": 2, "end": 5, "outlets": ["Reuters"]}],
}


def test_a_question_is_read_with_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\ufeff\n" + json.dumps(LINE) + "\r\n\n", encoding="utf-8")

    (question,) = read_gold(path)

    assert question.spans == (GoldSpan(Span(2, 5), frozenset({"Reuters"})),)
    assert (question.history, question.answers, question.needed) == ((), (), 1)
    assert question.split == "test"


def test_the_bundled_questions_point_into_the_bundled_article() -> None:
    article, questions = bundled_article(), read_gold(None)

    assert len(questions) >= 60
    assert len({question.query_id for question in questions}) == len(questions)
    assert 3 * sum(not question.answerable for question in questions) >= len(questions)
    for question in questions:
        assert question.article_id == article.article_id
        assert bool(question.spans) == question.answerable, question.query_id
        assert all(gold.span.of(article.text).strip() for gold in question.spans)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": None}, '"id" is missing or of the wrong type'),
        ({"answerable": "yes"}, '"answerable" is missing or of the wrong type'),
        ({"history": [1]}, '"history" is no list of texts'),
        ({"spans": [3]}, 'an item of "spans" is no object'),
        ({"spans": [{"start": True, "end": 5}]}, '"start" is missing or of the wrong type'),
        (
            {"spans": [{"start": 5, "end": 2}]},
            "a span needs 0 <= start <= end, but start is 5 and end is 2",
        ),
    ],
)
def test_a_bad_line_is_named(change: dict[str, object], fault: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(LINE) + "\n" + json.dumps(LINE | change), encoding="utf-8")

    with pytest.raises(BatchError) as caught:
        read_gold(path)

    assert str(caught.value) == (
        f"line 2 of '{path}' is no gold question ({fault}); "
        "see corpus/gold/README.md for the format"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "'{}' holds no questions; write one object a line"),
        (b"\xff", "the gold questions '{}' are not UTF-8; save them so"),
        (
            b"x",
            "line 1 of '{}' is no gold question (it is not JSON, Expecting value at character 1); "
            "see corpus/gold/README.md for the format",
        ),
        (
            b"[]",
            "line 1 of '{}' is no gold question (it is no object); "
            "see corpus/gold/README.md for the format",
        ),
    ],
)
def test_a_bad_file_is_said(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)

    with pytest.raises(BatchError) as caught:
        read_gold(path)

    assert str(caught.value) == said.format(path)
