"""A question for a source is read for what it asks the source of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outlets import load_outlets
from qa.intents import understand
from qa.named_outlets import find_named_outlets
from qa.source_frames import framed_matter, outright
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
        ("Is there a reference for the sale of 1992? Which one?", "The sale of 1992?"),
        ("Are there any sources given for the loan?", "The loan?"),
        ("The bit about a new ferry, whose reporting is that?", "A new ferry?"),
        ("The part saying that rents fell - which outlet is that from?",
         "Is it true that rents fell?"),
        ("Rents fell by a tenth: who reported this?", "Rents fell by a tenth?"),
        ("On whose authority do we say that rents fell?", "Is it true that rents fell?"),
    ],
)  # fmt: skip
def test_the_frame_of_a_question_for_a_source_is_not_read(question: str, read: str) -> None:
    asks = ask(question)
    assert (asks.intent, asks.read_as) == (Intent.WHICH_SOURCE, read)


@pytest.mark.parametrize(
    "question",
    [
        "Which agency is behind the attack?",
        "The minister resigned, who said that he was ill?",
        "Who is the owner of the paper?",
        "Is there a reason for the sale?",
        "Which ship was the crew credited with saving?",
    ],
)
def test_what_asks_for_no_source_stands_in_no_such_frame(question: str) -> None:
    assert framed_matter(question) is None


@given(st.text(alphabet="abcd that whose, -:?\n'", max_size=200))
def test_whatever_is_asked_the_matter_is_words_of_the_question(question: str) -> None:
    matter = framed_matter(question)
    assert matter is None or matter in question
    assert outright(question or "x").endswith("?")
