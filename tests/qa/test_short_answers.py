"""The few words that answer, as the reader that ships points at them."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
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


@pytest.mark.parametrize(
    "question", ["How many cars did Nordlink carry last year?", "Who carried 31,000 cars?"]
)
def test_what_the_headline_alone_tells_is_not_cited_from_below_it(question: str) -> None:
    headline = "Ferry firm Nordlink carried 31,000 cars last year, its chairman tells us"
    below = "Passengers will be paid back 40 kroner for each crossing, a court has found."
    assistant = Assistant(
        [Article("a", "A", f"{headline}\n\n{below}")],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )
    assert isinstance(assistant.ask(question), Abstention)
    paid = assistant.ask("How much will passengers be paid back?")
    assert isinstance(paid, Answer)
    assert paid.short == "40 kroner"
