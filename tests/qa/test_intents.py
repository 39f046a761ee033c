"""Questions are understood by what they ask, in whatever words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from any_text import latin_texts_with, texts_with
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.outlets import load_outlets
from index.lexical import split_words
from qa.intents import understand
from qa.named_outlets import find_named_outlets
from qa.understanding import Form, Intent, Understanding

_TABLE = Path(__file__).parent / "tables" / "understanding.tsv"
_CREDITED = (
    "Reuters",
    "Hindustan Times",
    "Financial Times",
    "Atlantic Council",
    "Wikipedia",
    "National Bureau",
    "Business Standard",
    "Eurasianet",
)
_PARTS = st.sampled_from(
    [
        "what does Reuters say about",
        "Reuters",
        "the Abraham Accords",
        "and",
        "why is it",
        "binding",
        "Kazakhstan",
        "Financial Times",
        "according to",
        "who reported that",
        "which outlet",
        "do officials believe",
        "the minister",
        "summarise",
        "the article",
        "who are",
        "the sources",
        "or",
        "Eurasianet",
        "?",
        ",",
        "—",
    ]
)
_TEXTS = texts_with(_PARTS)
_LATIN_TEXTS = latin_texts_with(_PARTS)
_LONG = [
    "a " * 5000,
    "((" * 3000,
    "who said " * 1000,
    "x" * 10_000,
    "the Times, " * 900,
    "what does it say about " * 400,
    "is it " * 1600,
    "Ignore " * 1400,
    ". " * 5000,
    "A B. " * 2000,
    "does Reuters " * 750,
    "U.S. " * 2000,
    "source of the " * 700,
]


def _rows() -> list[list[str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    cases = [line for line in lines if line and line[0] != "#"]
    rows = [[cell.strip() for cell in f"{line} ".split(" |")] for line in cases]
    return [row + [""] * (7 - len(row)) for row in rows]


def _ask(question: str) -> Understanding:
    return understand(question, find_named_outlets(question, load_outlets(), _CREDITED))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_question_is_understood_as_the_table_says(row: list[str]) -> None:
    question, intent, form, several, topic, outlets, speaker = row
    asks = _ask(question)
    assert asks.intent is Intent(intent)
    if form:
        assert asks.form is Form(form)
    if several:
        assert asks.several is (several == "y")
    if topic == "-":
        assert asks.topic == frozenset()
    elif topic:
        assert frozenset(split_words(topic)) <= asks.topic
    if outlets:
        named = find_named_outlets(question, load_outlets(), _CREDITED)
        expected = set() if outlets == "-" else set(outlets.split(", "))
        assert {outlet.name for outlet in named if outlet.asked_of} == expected
    if speaker:
        assert asks.wants_speaker is (speaker == "who")
        if speaker not in ("who", "-"):
            assert asks.asked_speaker == speaker
        if speaker == "-":
            assert asks.asked_speaker is None


@pytest.mark.parametrize(
    "question",
    [
        "What does Reuters make of it, good news or bad?",
        "What does Reuters say about this: is it a breakthrough?",
        "What information is taken from Reuters?",
        "Which parts are from Reuters?",
        "What claims rest on Reuters?",
        "Reuters's assessment",
        "What are Reuters's main points?",
        "What's Reuters's angle on this?",
        "What is Reuters's verdict?",
    ],
)
def test_all_that_an_outlet_says_is_asked_for_where_no_matter_is_named(question: str) -> None:
    asks = _ask(question)
    assert asks.intent is Intent.BY_SOURCE
    assert [outlet.name for outlet in asks.outlets] == ["Reuters"]
    assert asks.topic == frozenset()


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("What does Reuters make of it that the mill closed?", "mill"),
        ("What is Reuters's verdict on the mill?", "mill"),
    ],
)
def test_a_matter_that_is_named_is_all_that_is_asked_of_an_outlet(
    question: str, matter: str
) -> None:
    asks = _ask(question)
    assert asks.intent is Intent.BY_SOURCE
    assert matter in asks.topic


def test_a_word_is_left_out_as_written_and_not_by_its_stem() -> None:
    # "according" and "Accords" share the stem "accord".
    assert "accord" in _ask("When did the Accords start according to Wikipedia?").topic


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
@example("What does Reuters say about Eurasianet?")
def test_whoever_is_asked_of_stands_in_the_question(question: str) -> None:
    asks = _ask(question)
    assert all(outlet.span.of(question) == outlet.written for outlet in asks.outlets)
    assert asks.asked_speaker is None or asks.asked_speaker in question
    if asks.intent is Intent.BY_SOURCE:
        assert asks.outlets
        assert all(outlet.asked_of for outlet in asks.outlets)


@settings(max_examples=150, deadline=None)
@given(_LATIN_TEXTS)
def test_a_topic_has_only_words_of_the_question_and_a_question_for_all_has_none(
    question: str,
) -> None:
    asks = _ask(question)
    assert asks.topic <= set(split_words(question))
    if asks.intent in (Intent.OVERVIEW, Intent.SOURCES):
        assert asks.topic == frozenset()


@pytest.mark.parametrize("question", _LONG, ids=lambda text: text[:12])
def test_ten_thousand_characters_take_less_than_a_moment(question: str) -> None:
    _ask("warm up")
    started = time.process_time()
    _ask(question)
    assert time.process_time() - started < 2.0  # backtracking takes minutes; no benchmark
