"""All the numbers, or all the dates, of a text may be asked for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.packaged_reader import open_packaged_reader
from qa.understanding import Form
from qa.value_lists import holds_value, values_asked


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("What are the key numbers?", Form.NUMBER),
        ("Which numbers are given?", Form.NUMBER),
        ("What are the main figures in the article?", Form.NUMBER),
        ("Which figures does the article cite?", Form.NUMBER),
        ("List all dates.", Form.DATE),
        ("Which dates are mentioned in the article?", Form.DATE),
        ("Please give me a timeline", Form.DATE),
    ],
)
def test_a_question_for_all_of_them_is_understood(question: str, form: Form) -> None:
    assert values_asked(question) is form


@pytest.mark.parametrize(
    "question",
    [
        "What are the numbers on trade?",
        "Who are the key figures?",
        "Which figures resigned?",
        "What is the date of the summit?",
        "What are the dates of the festival?",
        "What is the number?",
        "When did it begin?",
        "",
    ],
)
def test_any_other_question_is_left_alone(question: str) -> None:
    assert values_asked(question) is None


@pytest.mark.parametrize(
    ("text", "date", "number"),
    [
        ("It opened in 1987.", True, False),
        ("On 5 May it rained.", True, False),
        ("It cost 40 million.", False, True),
        ("Twelve people came on Monday.", True, True),
        ("At 10 a.m. it closed.", False, False),
        ("He is one of them.", False, False),
        ("It may rain.", False, False),
    ],
)
def test_a_date_is_no_number(text: str, *, date: bool, number: bool) -> None:
    assert holds_value(text, Form.DATE) is date
    assert holds_value(text, Form.NUMBER) is number


@given(st.text(max_size=120))
def test_any_text_is_read_without_harm(text: str) -> None:
    values_asked(text)
    holds_value(text, Form.NUMBER)


def test_long_questions_take_no_time() -> None:
    began = time.process_time()
    for unit in ("what are the key ", "list all the main numbers ", "which dates are "):
        values_asked(unit * 2000)

    assert time.process_time() - began < 2  # backtracking would take minutes


DATED = "The ferry stopped on Monday."
NUMBERED = "A new shaft costs 40,000 euros."


def test_every_sentence_that_holds_one_is_cited() -> None:
    library = Assistant(
        [Article("ferry", "No ferry", f"{DATED} {NUMBERED} Nobody was hurt.\n")],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )

    pairs = (("What is the timeline?", DATED), ("Which numbers are given?", NUMBERED))
    for question, cited in pairs:
        reply = library.ask(question)
        assert isinstance(reply, Answer)
        assert [one.quote for one in reply.citations] == [cited]


def test_where_there_is_none_nothing_is_said() -> None:
    library = Assistant(
        [Article("ferry", "No ferry", "The ferry stopped.\n")],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )

    assert isinstance(library.ask("What are the key numbers?"), Abstention)
