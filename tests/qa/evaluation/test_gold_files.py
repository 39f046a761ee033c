from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bundled import bundled_article
from corpus.spans import Span
from qa.errors import BatchError
from qa.evaluation.gold import GoldQuestion, GoldSpan
from qa.evaluation.gold_files import read_gold

TEXT = "In 2020 the bridge opened.\nIt cost a\nmillion, the port said. Part 12020 was not used."
LINE = {
    "id": "q1",
    "article_id": "a",
    "kind": "fact",
    "question": "When?",
    "answerable": True,
    "spans": [{"start": 3, "end": 7, "outlets": ["Reuters"]}],
}


def write(path: Path, *lines: dict[str, object]) -> Path:
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def read_one(path: Path, line: dict[str, object], texts: dict[str, str]) -> GoldQuestion:
    (question,) = read_gold(write(path / "gold.jsonl", line), texts)
    return question


def test_a_question_is_read_with_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\ufeff\n" + json.dumps(LINE) + "\r\n\n", encoding="utf-8")

    (question,) = read_gold(path, {"a": TEXT})

    assert question.spans == (GoldSpan("a", Span(3, 7), frozenset({"Reuters"})),)
    assert (question.history, question.answers, question.needed) == ((), (), 1)
    assert (question.split, question.article_ids) == ("test", frozenset({"a"}))


def test_a_line_written_by_hand_needs_a_question_alone(tmp_path: Path) -> None:
    question = read_one(tmp_path, {"question": "Who drew it?"}, {"a": TEXT})

    assert (question.query_id, question.kind) == ("line-1", "question")
    assert not question.answerable
    assert question.spans == ()


def test_quotes_are_found_in_the_text_across_the_ends_of_lines(tmp_path: Path) -> None:
    line = {"question": "What did it cost?", "quotes": ["It cost a million"], "outlets": ["AP"]}

    question = read_one(tmp_path, line, {"other": "It rained.", "a": TEXT})

    start = TEXT.index("It cost")
    assert question.spans == (
        GoldSpan("a", Span(start, start + len("It cost a million")), frozenset({"AP"})),
    )
    assert question.answerable


def test_without_quotes_every_place_of_an_answer_counts_as_support(tmp_path: Path) -> None:
    question = read_one(tmp_path, {"question": "When?", "answers": ["2020"]}, {"a": TEXT})

    # Whole words: 2020 is no part of 12020.
    assert [gold.span for gold in question.spans] == [Span(3, 7)]
    assert question.spans[0].outlets is None  # not labelled, so not judged


def test_an_answer_that_stands_nowhere_leaves_the_question_without_support(tmp_path: Path) -> None:
    question = read_one(tmp_path, {"question": "Is it?", "answers": ["yes"]}, {"a": TEXT})

    assert (question.answerable, question.spans) == (True, ())


def test_spans_may_lie_in_two_articles(tmp_path: Path) -> None:
    spans = [{"start": 3, "end": 7}, {"article_id": "b", "start": 0, "end": 2}]

    question = read_one(tmp_path, LINE | {"spans": spans, "needed": 2}, {"a": TEXT, "b": TEXT})

    assert question.article_ids == frozenset({"a", "b"})


def test_a_question_about_an_article_that_is_not_there_is_read_all_the_same(
    tmp_path: Path,
) -> None:
    quoted = {"article_id": "gone", "question": "When?", "quotes": ["In 2020"]}

    assert read_one(tmp_path, LINE, {}).answerable
    assert read_one(tmp_path, quoted, {"a": TEXT}).article_ids == frozenset({"gone"})


def test_a_quote_is_found_at_places_that_overlap(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"question": "?a", "quotes": ["ha ha"]}\n', encoding="utf-8")
    (question,) = read_gold(file, {"a": "ha ha ha"})
    assert [gold.span for gold in question.spans] == [Span(0, 5), Span(3, 8)]


@given(st.data())
def test_a_quote_is_found_where_it_stands(data: st.DataObject) -> None:
    word = st.text("abcé“.,’", min_size=1, max_size=5)
    words = data.draw(st.lists(word, min_size=1, max_size=12))
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", "  "]), min_size=len(words)))
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    start = sum(len(word) + len(gap) for word, gap in zip(words[:first], gaps, strict=False))
    end = start + sum(len(word) for word in words[first : last + 1]) + sum(
        len(gap) for gap in gaps[first:last]
    )
    line = json.dumps({"question": "?a", "quotes": [quote]})

    class Memory:
        suffix = ".jsonl"

        def read_text(self, encoding: str) -> str:
            return line

    (question,) = read_gold(Memory(), {"a": text})  # type: ignore[arg-type]

    assert Span(start, end) in [gold.span for gold in question.spans]
    for gold in question.spans:
        assert gold.span.of(text).split() == quote.split()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_same_may_be_written_as_csv(delimiter: str, tmp_path: Path) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter)
    writer.writerow(["question", "answers", "quotes", "answerable", "history", "needed", "topic"])
    writer.writerow(
        ["What, then?", "2020 | in 2020", "In 2020 the bridge opened.", "", "First? | Second?", "1",
         "bridges"]
    )  # fmt: skip
    writer.writerow(["Who drew it?", "", "", "no", "", "", ""])
    path = tmp_path / "gold.csv"
    path.write_text(written.getvalue(), encoding="utf-8-sig")

    one, other = read_gold(path, {"a": TEXT})

    assert one.question == "What, then?"
    assert one.answers == ("2020", "in 2020")
    assert one.history == ("First?", "Second?")
    assert [gold.span for gold in one.spans] == [Span(0, 26)]
    assert (other.query_id, other.answerable) == ("line-3", False)


def test_the_bundled_questions_point_into_the_bundled_article() -> None:
    article = bundled_article()
    questions = read_gold(None, {article.article_id: article.text})

    assert len(questions) >= 150
    near_misses = sum(question.kind == "near_miss" for question in questions)
    assert 3 * near_misses >= len(questions)
    assert {question.split for question in questions} == {"dev", "test"}
    for question in questions:
        assert question.article_id == article.article_id
        assert bool(question.spans) == question.answerable, question.query_id
        assert all(gold.span.of(article.text).strip() for gold in question.spans)


def test_the_questions_about_the_articles_of_the_tests_point_into_them() -> None:
    tests = Path(__file__).parents[2]
    texts = {
        path.stem: path.read_text(encoding="utf-8")
        for path in (tests / "corpus" / "articles").glob("*.txt")
    }

    # Reading checks every quote against its offsets.
    questions = read_gold(tests / "gold" / "articles.jsonl", texts)

    assert {question.article_id for question in questions} == texts.keys()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": None}, '"id" is missing or of the wrong type'),
        ({"answerable": "yes"}, '"answerable" is missing or of the wrong type'),
        ({"history": [1]}, '"history" is no list of texts'),
        ({"question": " "}, '"question" is empty'),
        ({"split": "train"}, '"split" is "train", not dev or test'),
        ({"id": "q1"}, 'its id "q1" was given before'),
        ({"qoutes": ["In 2020"]}, '"qoutes" means nothing here, "quotes" would'),
        ({"answerable": False}, "it is not answerable and has spans, quotes or answers"),
        ({"quotes": ["In 2020"]}, 'it has "spans" and "quotes"; give one of them'),
        (
            {"spans": [], "quotes": ["In 2021"]},
            "its quote “In 2021” stands in none of the articles",
        ),
        ({"spans": [3]}, 'an item of "spans" is no object'),
        ({"spans": [{"start": True, "end": 5}]}, '"start" is missing or of the wrong type'),
        (
            {"spans": [{"start": 5, "end": 2}]},
            "a span needs 0 <= start <= end, but start is 5 and end is 2",
        ),
        (
            {"spans": [{"start": 3, "end": 7, "quote": "2021"}]},
            "at 3-7 a says “2020”, the quote says “2021”",
        ),
        (
            {"spans": [{"start": 3, "end": 900}]},
            f"the span 3-900 holds no words of a, which has {len(TEXT)} characters",
        ),
    ],
)
def test_a_bad_line_is_named(change: dict[str, object], fault: str, tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", LINE, {**LINE, "id": "q2", **change})

    with pytest.raises(BatchError) as caught:
        read_gold(path, {"a": TEXT})

    assert str(caught.value) == (
        f"line 2 of '{path}' is no gold question ({fault}); "
        "see corpus/gold/README.md for the format"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "'{}' holds no questions; write one a line"),
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
        read_gold(path, {"a": TEXT})

    assert str(caught.value) == said.format(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("When?,2020\n", '\'{}\' has no column "question"; name the columns in its first line'),
        (
            "question,anwsers\nWhen?,2020\n",
            'the first line of \'{}\' names a column wrongly ("anwsers" means nothing here, '
            '"answers" would); the columns are answerable, answers, article_id, history, id, kind, '
            "needed, outlets, query_id, question, quotes, split",
        ),
        (
            "question,answerable\nWhen?,perhaps\n",
            'line 2 of \'{}\' is no gold question ("answerable" is "perhaps", not yes or no); '
            "see corpus/gold/README.md for the format",
        ),
        (
            "question,answers\nWhen, then?,2020,x\n",
            "line 2 of '{}' is no gold question (it has more cells than the first line; "
            "quote cells that hold the comma); see corpus/gold/README.md for the format",
        ),
    ],
)
def test_a_bad_csv_is_said(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.csv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BatchError) as caught:
        read_gold(path, {"a": TEXT})

    assert str(caught.value) == said.format(path)
