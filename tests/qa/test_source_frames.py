"""A question for a source is read for what it asks the source of."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outlets import load_outlets
from qa.intents import understand
from qa.named_outlets import find_named_outlets
from qa.source_frames import framed_matter
from qa.understanding import Intent, Understanding


def ask(question: str) -> Understanding:
    return understand(question, find_named_outlets(question, load_outlets(), ()))


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Which paper is the list of ships credited to?", "The list of ships?"),
        ("To which outlet is the news that the mill was sold attributed?",
         "Is it true that the mill was sold?"),
        ("To whom is the news that the mill was sold attributed?",
         "Is it true that the mill was sold?"),
        ("Which paper do we credit the figure of 40 per cent to?", "40 per cent?"),
        ("Who is credited for the news of the sale?", "The sale?"),
        ("What source stands behind the loan of 1992?", "The loan of 1992?"),
        ("Which paper gave the price of the mill?", "The price of the mill?"),
        ("Which newspaper reports on the mill?", "The mill?"),
        ("From which publication comes the claim that rents fell?", "Is it true that rents fell?"),
        ("Which newspaper does the news of the sale come from?", "The sale?"),
        ("From whom comes the claim that rents fell?", "Is it true that rents fell?"),
        ("Which outlet carried the claim that rents fell?", "Is it true that rents fell?"),
        ("Is there a reference for the sale of 1992? Which one?", "The sale of 1992?"),
        ("Are there any sources given for the loan?", "The loan?"),
        ("Is there an attribution for the loan?", "The loan?"),
        ("Are there citations for the loan?", "The loan?"),
        ("The bit about a new ferry, whose reporting is that?", "A new ferry?"),
        ("The part saying that rents fell - which outlet is that from?",
         "Is it true that rents fell?"),
        ("Rents fell by a tenth: who reported this?", "Rents fell by a tenth?"),
        ("To whom is that 40 per cent drop attributed?", "That 40 per cent drop?"),
        ("The bit that mentions the ferry, whose reporting is it?",
         "The bit that mentions the ferry?"),
        ("Is there a source for the section of the pipe under the river?",
         "The section of the pipe under the river?"),
        # A claim in a clause is read as before.
        ("Who is credited with saying that rents fell?", "Is it true that rents fell?"),
        ("Which paper does it credit for the figures on rents?", "Rents?"),
    ],
)  # fmt: skip
def test_the_frame_of_a_question_for_a_source_is_not_read(question: str, read: str) -> None:
    asks = ask(question)
    assert (asks.intent, asks.read_as) == (Intent.WHICH_SOURCE, read)


@pytest.mark.parametrize(
    "question",
    [
        "Which agency is behind the attack?",
        "Which paper is behind the strike?",
        "The minister resigned, who said that he was ill?",
        "Who is the owner of the paper?",
        "Who gave the firm the loan?",
        "Is there a reason for the sale?",
        "Is there any credit for small firms?",
        "Which ship was the crew credited with saving?",
        "The refugees, where are they from?",
        "The attack in May, who is behind it?",
        "The attack, which newspaper was it on?",
        "When was it made, where did it come from?",
        "Why did he resign, and according to whom?",
        "Who were the men who attacked the store traced?",
        "When did the mill burn? Who?",
        "From whom came the money for the mill?",
        "From which source comes the water?",
        "Who does the offer for the mill come from?",
    ],
)
def test_what_asks_for_no_source_stands_in_no_such_frame(question: str) -> None:
    assert framed_matter(question) is None
    assert ask(question).intent is not Intent.WHICH_SOURCE


_MATTERS = st.sampled_from(
    ["the fleet", "a ferry to Roke", "the news that rents fell", "rents in 1992", "the bit on fees"]
)
_AROUND = st.sampled_from(
    [
        "Which paper is {} credited to?",
        "So, to whom is {} attributed?",
        "{}, whose reporting is that?",
        "{} - which outlet is it from?",
        "Is there a source given for {}?",
        "What source stands behind {}?",
        "Is there a reference for {}? Which one?",
    ]
)


@given(_MATTERS, _AROUND)
def test_the_matter_comes_out_of_any_frame_word_for_word(matter: str, around: str) -> None:
    assert framed_matter(around.format(matter)) == matter
    assert ask(around.format(matter)).intent is Intent.WHICH_SOURCE


@pytest.mark.parametrize("unit", [", ", "-–—", "which paper is ", "to ", ": whose ", "a "])
def test_long_nonsense_is_looked_through_at_once(unit: str) -> None:
    question = unit * (2000 // len(unit))
    start = time.perf_counter()
    understand(question, ())
    assert time.perf_counter() - start < 1.0
