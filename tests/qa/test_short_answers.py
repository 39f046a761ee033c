"""The few words that answer, as the reader that ships points at them."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from index.embedding import open_embedder
from qa.answers import Answer
from qa.assistant import Assistant
from qa.packaged_reader import open_packaged_reader
from qa.settings import Settings


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The boreal owl hunts at night. It eats voles. It lives in spruce forests.", "voles"),
        ("The boreal owl hunts at night. It eats voles and lives in spruce forests.", "voles"),
    ],
)
def test_the_short_answer_is_the_words_that_answer_and_no_more(text: str, short: str) -> None:
    assistant = Assistant(
        [Article("owl", "The boreal owl", text)],
        embedder=open_embedder(),
        reader=open_packaged_reader(None),
        index_folder=None,
        settings=Settings(),
    )
    reply = assistant.ask("What does the boreal owl eat?")
    assert isinstance(reply, Answer)
    assert reply.short == short
