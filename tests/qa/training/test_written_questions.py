"""The questions that were written for this project, and how they are read."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from qa.training import written_questions
from qa.training.sources import SourceArticle, SourceParagraph, SourceQuestion
from qa.training.written_questions import article_of_written, held_news, written_articles

TEXT = "Ann built the fort. It was sold in 1850."


def write(folder: Path, **files: list[dict[str, Any]]) -> None:
    (folder / "written").mkdir()
    for name, records in files.items():
        lines = [json.dumps(record) + "\n" for record in records]
        path = folder / "written" / f"{name.replace('_', '-')}.jsonl"
        path.write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(written_questions.resources, "files", lambda name: tmp_path)
    return tmp_path


def test_a_question_is_answered_where_its_answer_first_stands_and_else_unanswerable() -> None:
    questions = [["Who built it?", "Ann"], ["Who bought it?"]]
    ((paragraph,),) = (article_of_written("Fort", TEXT, questions).paragraphs,)
    assert paragraph.questions == (
        SourceQuestion("Fort-0", "Who built it?", ("Ann",), 0),
        SourceQuestion("Fort-1", "Who bought it?", (), None),
    )


def test_an_answer_that_is_not_in_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"the answer 'Bob' of 'Who\?' is not in its text"):
        article_of_written("Fort", TEXT, [["Who?", "Bob"]])


def test_a_paragraph_has_the_questions_that_squad_asks_of_it_too(folder: Path) -> None:
    own = SourceQuestion("1", "When was it sold?", ("1850",), 35)
    squad = [SourceArticle("Fort", (SourceParagraph(TEXT, (own,)),))]
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    write(
        folder,
        paragraphs_1=[{"sha256": digest, "questions": [["Who bought it?"]]}],
        news_1=[{"heading": "Fair", "text": "It rained.", "questions": []}],
    )
    fort, fair = written_articles(squad, parts=1)
    assert [question.text for question in fort.paragraphs[0].questions] == [
        "Who bought it?", "When was it sold?",
    ]  # fmt: skip
    assert (fair.title, fair.paragraphs[0].text) == ("Fair", "It rained.")


def test_a_paragraph_that_squad_lacks_is_named(folder: Path) -> None:
    write(folder, paragraphs_1=[{"sha256": "ab", "questions": []}])
    with pytest.raises(ValueError, match=r"SQuAD 1\.1 train lacks the paragraph ab"):
        written_articles([], parts=1)


def test_a_recipe_takes_the_parts_that_there_were_when_it_ran(folder: Path) -> None:
    def news(name: str) -> list[dict[str, Any]]:
        return [{"heading": name, "text": f"It rained at the {name}.", "questions": []}]

    # The second part has paragraphs alone, here none of them.
    write(folder, news_1=news("Fair"), paragraphs_2=[], news_3=news("Fort"))
    assert [one.title for one in written_articles([], parts=1)] == ["Fair"]
    assert [one.title for one in written_articles([], parts=2)] == ["Fair"]
    assert [one.title for one in written_articles([], parts=3)] == ["Fair", "Fort"]
    assert [one.title for one in written_articles([], parts=3, first=2)] == ["Fort"]
    with pytest.raises(ValueError, match="4 parts were asked for, and there is no part 4"):
        written_articles([], parts=4)


def test_what_ships_is_sound_and_what_is_held_is_not_trained_on() -> None:
    written = resources.files("qa.training") / "written"
    trained = [
        json.loads(line)
        for file in sorted(Path(str(written)).glob("news-*.jsonl"))
        for line in file.read_text().splitlines()
    ]
    held = held_news()
    assert len(trained) == 456 + 258 + 130 + 643
    assert len(held) == 84
    assert {record["text"] for record in trained} & {
        article.paragraphs[0].text for article in held
    } == set()
    for record in trained:
        article_of_written(record["heading"], record["text"], record["questions"])
