"""How much of a conversation is looked at, and what is said of what is too long."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from corpus.library import Library
from index.embedding import open_embedder
from qa.answers import Answer
from qa.assistant import Assistant
from qa.conversation import EARLIER
from qa.errors import QuestionTooLongError
from qa.ingest import Ingest

EVENT = Path(__file__).parent / "event" / "northern-post.md"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    library = Library.open(tmp_path_factory.mktemp("history"))
    ingest = Ingest(lambda: library, open_embedder)
    list(ingest.add(ingest.files_of([str(EVENT)])))
    return Assistant.open(library.folder)


def test_an_earlier_question_that_is_too_long_is_named_and_not_the_one_asked(
    assistant: Assistant,
) -> None:
    history = ["Where did the ferry run aground?", "x" * 2_001]
    with pytest.raises(QuestionTooLongError) as raised:
        assistant.ask("When was it?", history=history)
    assert str(raised.value) == (
        "earlier question 2 has 2,001 characters; ask it in at most 2,000"
    )


def test_letters_and_accents_that_are_typed_as_two_are_read_as_one(assistant: Assistant) -> None:
    apart = unicodedata.normalize("NFD", "Did the ferry Astrid pass Malmö?")
    told = assistant.ask(apart)
    assert len(apart) == len(told.query) + 1
    assert (told.question, told.query) == (apart, "Did the ferry Astrid pass Malmö?")


def test_what_was_asked_long_ago_is_not_looked_at(assistant: Assistant) -> None:
    lately = ["Where did the ferry run aground?"] * EARLIER
    told = assistant.ask("When was it?", history=["x" * 2_001, *lately])
    assert told.query == assistant.ask("When was it?", history=lately).query


def test_says_who_asks_of_the_question_before_however_often_it_is_asked(
    assistant: Assistant,
) -> None:
    asked = "How many passengers were taken to hospital?"
    reply = assistant.ask("Says who?", history=[asked, *["Says who?"] * (EARLIER + 2)])
    assert isinstance(reply, Answer)
    assert reply.short == "Reuters"
