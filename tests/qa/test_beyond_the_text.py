"""What no text can tell of itself is not made up."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from index.embedding import open_embedder
from qa.answers import Abstention
from qa.assistant import Assistant
from qa.beyond_the_text import is_beyond_the_text
from qa.packaged_reader import open_packaged_reader

ASKED = [
    "What does the article not say?",
    "What doesn't it say?",
    "What is missing from the article?",
    "Is it true?",
    "Hi, is this article accurate?",
    "Is any of this true?",
    "How reliable is the article?",
    "Can I trust this?",
    "Can this be trusted?",
    "Is this fake news?",
    "How do we know that it is true?",
]


@pytest.mark.parametrize("question", ASKED)
def test_what_only_somebody_else_could_tell_is_known(question: str) -> None:
    assert is_beyond_the_text(question)


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that the ferry stopped?",
        "What is missing from the wreck?",
        "What does the plan not cover?",
        "Is the plan fair?",
        "Can passengers trust the ferry?",
        "Who left out the figures?",
        "What did the report leave out?",
        "Was the report accurate?",
        "What was missing from the report?",
        "Was it accurate?",
        "What is missing?",
        "What does it not cover?",
        "Can they trust it?",
        "Are they biased?",
        "Is the article about ferries?",
        "",
    ],
)
def test_what_a_text_may_tell_is_left_alone(question: str) -> None:
    assert not is_beyond_the_text(question)


@given(st.text(max_size=120))
def test_any_text_is_read_without_harm(text: str) -> None:
    is_beyond_the_text(text)


def test_long_questions_take_no_time() -> None:
    began = time.process_time()
    for unit in ("what does it not ", "is all of this really ", "how do we know that "):
        is_beyond_the_text(unit * 2000)

    assert time.process_time() - began < 2  # backtracking would take minutes


def test_after_another_question_it_is_what_was_spoken_of() -> None:
    library = Assistant(
        [Article("wall", "The wall", "The wall gave way on Monday, the town says.\n")],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )

    reply = library.ask("Is that true?", history=["When did the wall give way?"])
    assert reply.query == "When did the wall give way — is that true?"


def test_to_such_questions_the_briefing_is_silent() -> None:
    text = "The ferry stopped on Monday.\nThe owner says that the figures are true and fair.\n"
    library = Assistant(
        [Article("ferry", "No ferry", text)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )

    assert [type(library.ask(question)) for question in ASKED] == [Abstention] * len(ASKED)
