"""Outlets in a question: known, misspelt, abbreviated, unknown, or only mentioned."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.outlets import load_outlets
from qa.named_outlets import find_named_outlets, without_those_left_out

_CREDITED = ("Financial Times", "The Economist", "Lesna Observer", "Business Standard")


def _asked(question: str) -> list[str]:
    return [o.name for o in find_named_outlets(question, load_outlets(), _CREDITED) if o.asked_of]


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ("what does the lesna observer report?", ["Lesna Observer"]),
        ("what does the economist say?", ["The Economist"]),
        ("what does fin. times say?", ["Financial Times"]),
        ("and buisness standard?", ["Business Standard"]),
        ("Is that Reuters or Eurasianet?", ["Reuters", "Eurasianet"]),
        ("What do Reuters, AFP and the BBC say?", ["Reuters", "AFP", "BBC"]),
        ("What did the Tashkent Herald report?", ["Tashkent Herald"]),
        ("What did El Salvador say?", []),
        ("What did Ana Kovac tell reporters?", []),
        ("What does the White House say?", []),
        ("What did the Health Agency say?", []),
        ("What did Dr. Sheikh tell the inquiry?", []),
        ("what did dr sheikh say?", []),
        ("what does dr say?", ["Danmarks Radio"]),
        ("what does afp say?", ["AFP"]),
        ("What did Ana Kovac of Afp say?", ["AFP"]),
        ("and a wired one?", []),
        ("What is the nation to expect?", []),
        ("", []),
    ],
)
def test_an_outlet_is_asked_of_where_its_report_is_wanted(
    question: str, outlets: list[str]
) -> None:
    assert _asked(question) == outlets


def test_a_name_is_cited_where_it_stands() -> None:
    question = "what does euraisianet say about Russia?"
    [outlet] = find_named_outlets(question, load_outlets(), ())
    assert outlet.name == "Eurasianet"
    assert outlet.span.of(question) == outlet.written == "euraisianet"


@pytest.mark.parametrize("question", ["What does 's report?", "According to ’s, when?", "and 's?"])
def test_a_possessive_of_nobody_names_no_outlet(question: str) -> None:
    assert find_named_outlets(question, load_outlets(), ()) == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_spans_lie_in_any_text_and_are_apart(question: str) -> None:
    found = find_named_outlets(question, load_outlets(), _CREDITED)
    assert all(outlet.span.of(question) == outlet.written for outlet in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "question", ["does x say " * 900, "according to " * 750, "The " * 2500, "Reuters or " * 900]
)
def test_ten_thousand_characters_take_less_than_a_moment(question: str) -> None:
    find_named_outlets("Reuters", load_outlets(), _CREDITED)
    started = time.process_time()
    find_named_outlets(question, load_outlets(), _CREDITED)
    assert time.process_time() - started < 2.0  # backtracking takes minutes; no benchmark


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Apart from Reuters, how many were hurt?", "How many were hurt?"),
        ("Besides the BBC, who says so?", "Who says so?"),
        # Whoever is left out later on belongs to the sentence.
        ("Who besides Reuters says so?", "Who besides Reuters says so?"),
        ("Apart from Reuters and AFP, who says so?", "Apart from Reuters and AFP, who says so?"),
        ("Apart from Reuters, does AFP say so?", "Apart from Reuters, does AFP say so?"),
        (
            "Apart from Reuters, was anyone, besides AFP, quoted?",
            "Apart from Reuters, was anyone, besides AFP, quoted?",
        ),
        ("Apart from Oslo, who was hurt?", "Apart from Oslo, who was hurt?"),
        ("Apart from Reuters,", "Apart from Reuters,"),
    ],
)
def test_an_opening_that_leaves_an_outlet_out_is_no_part_of_what_is_asked(
    question: str, asked: str
) -> None:
    named = find_named_outlets(question, load_outlets(), ())
    assert without_those_left_out(question, named) == asked
