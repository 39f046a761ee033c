"""Follow-ups stand alone, and complete questions are left alone."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from any_text import latin_texts_with, texts_with
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bundled import bundled_article
from corpus.lexicon import words_of
from index.lexical import split_words
from qa.briefing import Briefing
from qa.conversation import StandAlone, asks_for_source, stand_alone

_TABLE = Path(__file__).parent / "tables" / "stand_alone.tsv"
_PARTS = st.sampled_from(
    [
        "what does Reuters say about",
        "the Abraham Accords",
        "and",
        "why",
        "is it",
        "binding",
        "they",
        "its",
        "Financial Times",
        "according to",
        "which outlet",
        "when did",
        "start",
        "tell me more",
        "U.S. officials",
        "agriculture",
        "these countries",
        "the other",
        "Dr. Sheikh",
        "he",
        "there",
        "?",
        ",",
        "—",
    ]
)
_TEXTS = texts_with(_PARTS)
_LATIN_TEXTS = latin_texts_with(_PARTS)
# What may be put in: joints, articles, verbs that agree, and "what does Reuters say".
_JOINING = words_of("and the s is are was were does do has have what say")


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    return Briefing.read([bundled_article()], passage_sentences=3).names()


def _rows() -> list[list[str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    cases = [line for line in lines if line and line[0] != "#"]
    rows = [[cell.strip() for cell in f"{line} ".split(" |")] for line in cases]
    return [row + [""] * (4 - len(row)) for row in rows]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row[0]} > {row[1]}")
def test_a_follow_up_gets_what_it_lacks_and_no_more(row: list[str], names: frozenset[str]) -> None:
    earlier, question, query, must = row
    wanted = StandAlone(question if query == "=" else query, frozenset(split_words(must)))
    assert stand_alone(question, earlier.split(" // "), names) == wanted


@pytest.mark.parametrize(
    ("question", "earlier", "written"),
    [
        ("How old is she?", "What did Mara Oduya say?", "How old is Mara Oduya?"),
        (
            "How old is she?",
            "What did Castle Rock say?",
            "What did Castle Rock say — how old is she?",
        ),
        ("Where is it?", "What did Mara Oduya say of Castle Rock?", "Where is Castle Rock?"),
    ],
)
def test_she_stands_for_a_name_that_the_library_uses_of_a_person(
    question: str, earlier: str, written: str
) -> None:
    names = ("Mara Oduya", "Castle Rock")
    alone = stand_alone(question, [earlier], names, frozenset({"mara oduya", "oduya"}))
    assert alone.text == written


def test_a_place_that_no_library_knows_is_nobody() -> None:
    alone = stand_alone("How old is she?", ["What happened in Castle Rock?"], ())
    assert alone.text == "What happened in Castle Rock — how old is she?"


def test_a_single_name_that_ends_in_s_is_one_thing() -> None:
    assert stand_alone("Where is it?", ["What does Brinus say?"], ()).text == "Where is Brinus?"
    assert stand_alone("who are they?", ["What do the Brinians say?"], ()).text == (
        "who are the Brinians?"
    )


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
        "And which site is that from?",
        "Which newspaper or site is it from?",
        "Who said that?",
        "And which outlet had reported it?",
        "And to which outlet?",
        "to which newspaper?",
        "which newspaper was reporting it?",
        "and who had reported that?",
    ],
)
def test_a_bare_question_for_the_source_is_one(question: str) -> None:
    assert asks_for_source(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which site?",
        "Who said that Kazakhstan may join?",
        "Who denied it?",
        "Who broke it?",
        "Who broke the story of the flood?",
        "Who first reported the flood?",
        "Which outlet had reported the flood?",
        "Which outlet was sold?",
        "To which newspaper did she speak?",
        "Which newspaper was he reporting to?",
        "Who doubts it?",
        "Who promised it?",
        "Who told him?",
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
@given(_TEXTS, st.lists(_TEXTS, max_size=3))
def test_a_query_has_no_word_that_neither_the_question_nor_an_earlier_one_has(
    question: str, history: list[str]
) -> None:
    alone = stand_alone(question, history, ("Abraham Accords",))
    assert _words(alone.text) - _words(" ".join([question, *history])) <= _JOINING


@settings(max_examples=150, deadline=None)
@given(_LATIN_TEXTS, st.lists(_LATIN_TEXTS, max_size=3))
def test_the_evidence_must_hold_only_what_the_question_itself_names(
    question: str, history: list[str]
) -> None:
    alone = stand_alone(question, history, ("Abraham Accords",))
    assert alone.must <= set(split_words(question))


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
