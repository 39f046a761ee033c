"""Follow-ups stand alone, and complete questions are left alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bundled import bundled_article
from index.lexical import split_words
from qa.briefing import Briefing
from qa.conversation import StandAlone, asks_for_source, stand_alone

_TABLE = Path(__file__).parent / "tables" / "stand_alone.tsv"


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    return Briefing.read([bundled_article()], passage_sentences=3).names()


def _rows() -> list[list[str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    cases = [line for line in lines if line and line[0] != "#"]
    rows = [[cell.strip() for cell in f"{line} ".split(" |")] for line in cases]
    return [row + [""] * (4 - len(row)) for row in rows]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row[0]} > {row[1]}")
def test_a_follow_up_gets_what_it_lacks_and_no_more(row: list[str], names: frozenset[str]) -> None:
    earlier, question, expected, must = row
    alone = stand_alone(question, earlier.split(" // "), names)
    assert alone.must == frozenset(split_words(must))
    if expected == "=":
        assert alone.text == question
        return
    words = set(alone.text.lower().replace("?", " ").replace("’s", " ").split())
    stems = set(split_words(alone.text))
    for word in expected.split():
        assert word.lower() in words or (split_words(word) and set(split_words(word)) <= stems)


@pytest.mark.parametrize(
    ("question", "earlier", "written"),
    [
        (
            "when did they start?",
            "What are the Abraham Accords?",
            "when did the Abraham Accords start?",
        ),
        ("is it binding?", "What are the Abraham Accords?", "are the Abraham Accords binding?"),
        ("What is its purpose?", "How high is the salt duty?", "What is the salt duty’s purpose?"),
        ("And Reuters?", "What does Eurasianet report?", "What does Reuters report?"),
        ("Or Uzbekistan?", "Is Kazakhstan joining?", "Is Uzbekistan joining?"),
        ("Or Łódź?", "Is Kazakhstan joining?", "Is Łódź joining?"),
        ("ÖBB rules about this?", "Who pays?", "Who pays — ÖBB rules about this?"),
        ("Why?", "Is the move symbolic?", "Is the move symbolic — why?"),
        (
            "What is it supposed to achieve?",
            "Is there a White House meeting with the farmers?",
            "What is the White House meeting supposed to achieve?",
        ),
        (
            "is any of that happening already?",
            "Which sectors will be opened?",
            "Which sectors will be opened — is any of that happening already?",
        ),
    ],
)
def test_the_stand_alone_form_reads_as_english(
    question: str, earlier: str, written: str, names: frozenset[str]
) -> None:
    assert stand_alone(question, [earlier], names).text == written


@pytest.mark.parametrize(
    "question",
    [
        "Says who?",
        "says who exactly",
        "Who says so?",
        "Source?",
        "your sources please",
        "Which outlet is that from?",
        "where did you read that?",
        "According to whom?",
        "who reported it?",
        "Whose claim is that?",
        "Who's the source?",
        "how do you know that?",
        "citation needed",
        "in which newspaper?",
        "Who said that?",
    ],
)
def test_a_bare_question_for_the_source_is_one(question: str) -> None:
    assert asks_for_source(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who said that Kazakhstan may join?",
        "Which outlet covered the trams?",
        "Where is it?",
        "Who is it?",
        "What is the source of energy?",
        "Says the minister anything?",
        "Why?",
        "What did they say?",
    ],
)
def test_a_question_with_a_matter_of_its_own_is_no_bare_question_for_the_source(
    question: str,
) -> None:
    assert not asks_for_source(question)


def test_without_history_nothing_is_changed() -> None:
    assert stand_alone("and they?", [], ()) == StandAlone("and they?")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.lists(st.text(max_size=100), max_size=3))
def test_any_text_is_taken_without_an_error(question: str, history: list[str]) -> None:
    alone = stand_alone(question, history, ("Abraham Accords",))
    assert isinstance(alone.text, str)
    asks_for_source(question)


@pytest.mark.parametrize(
    "question",
    [
        "a " * 5000,
        "((" * 3000,
        "who said " * 1000,
        "and " * 2500,
        "it is " * 1600,
        "what about " * 900,
        "the A " * 1600,
    ],
    ids=lambda text: text[:12],
)
def test_ten_thousand_characters_take_less_than_a_moment(question: str) -> None:
    started = time.process_time()
    stand_alone(question, ["What are the Abraham Accords?"], ("Abraham Accords",))
    asks_for_source(question)
    assert time.process_time() - started < 2.0  # backtracking takes minutes; no benchmark


def test_a_thousand_earlier_questions_are_no_burden() -> None:
    started = time.process_time()
    alone = stand_alone("why?", ["What about it?"] * 1000 + ["Is the move symbolic?"], ())
    assert alone.text == "Is the move symbolic — why?"
    assert time.process_time() - started < 2.0  # backtracking takes minutes; no benchmark
