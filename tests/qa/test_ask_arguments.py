"""What is asked with arguments of the wrong kind is refused in a sentence, and not misread."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from corpus.articles import Article
from index.hashing import HashingEmbedder
from qa.ask_arguments import check_days, check_several
from qa.assistant import Assistant
from qa.errors import AskError
from qa.packaged_reader import open_packaged_reader
from qa.settings import Settings


@pytest.mark.parametrize("name", ["history", "outlets", "articles"])
def test_a_single_text_is_no_list_of_texts(name: str) -> None:
    with pytest.raises(AskError) as refused:
        check_several(**{name: "Reuters"})
    assert str(refused.value) == (
        f"{name} is one text, 'Reuters'; give a list: {name}=['Reuters']"
    )
    check_several(**{name: ["Reuters"]})


@pytest.mark.parametrize("day", ["2026-03-01", 2026, datetime(2026, 3, 1, 12)])
def test_what_is_no_day_is_refused(day: object) -> None:
    with pytest.raises(AskError, match=r"^since is .*; give a day: since=datetime\.date\("):
        check_days(since=day, until=None)
    check_days(since=date(2026, 3, 1), until=None)


def test_the_assistant_refuses_them_before_it_looks_for_anything() -> None:
    assistant = Assistant(
        [Article("a", "A", "The bridge opened in 1901.", "Post")],
        embedder=HashingEmbedder(dim=16),
        reader=open_packaged_reader(),
        index_folder=None,
        settings=Settings(),
    )
    with pytest.raises(AskError, match="outlets is one text"):
        assistant.ask("When did it open?", outlets="Post")
    with pytest.raises(AskError, match="until is '2026'"):
        assistant.ask("When did it open?", until="2026")  # type: ignore[arg-type]
