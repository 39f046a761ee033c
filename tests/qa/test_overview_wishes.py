"""Wishes for an overview, in whatever words, and of what."""

from __future__ import annotations

import pytest

from index.lexical import split_words
from qa.overview_wishes import subject_wanted, wants_all

STEMS = frozenset(split_words("The harbour bridge opened in 1901. The toll rose to four crowns."))


def holds(stem: str) -> bool:
    return stem in STEMS


@pytest.mark.parametrize(
    "question",
    [
        "Condense the text to a single paragraph.",
        "For our weekly newsletter we want a blurb on this item, 50 words tops.",
        "I have a quiz on this tomorrow and haven't got a clue, help me with the main ideas",
        "Give us a quick rundown, mate.",
        "A short précis would do.",
        "Need the highlights to email to the team, nothing fancy.",
    ],
)
def test_a_wish_for_all_of_the_text_is_one_for_an_overview(question: str) -> None:
    assert wants_all(question, holds)


@pytest.mark.parametrize(
    "question",
    [
        "What are the main points of the contract?",
        "Which important facts did the mayor withhold?",
        "What is the gist of the bridge's history?",
        "What was the toll?",
        "Who had the big idea?",
        "Is this a good summary?",
        "When was the summary written?",
        "Boil it down to one name.",
        "Principal findings on talks",
        "Do not summarise.",
        "Condense the source list.",
    ],
)
def test_a_wish_for_something_of_its_own_is_no_overview(question: str) -> None:
    assert not wants_all(question, holds)


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Please summarise the principal terms of the river treaty for a client memo.",
         "river treaty"),
        ("An overview of the bridge, for my class.", "bridge"),
        ("The most important year of the bridge in a nutshell", ""),
        ("Sum up the treaty in one number.", ""),
        ("Do not summarise the treaty.", ""),
        ("Sum up what the bridge costs.", ""),  # asks for less than all
        ("Summarise how it opened.", ""),
        ("Who built the bridge?", ""),
    ],
)  # fmt: skip
def test_the_subject_of_an_overview_is_what_no_other_word_asks_about(
    question: str, subject: str
) -> None:
    assert subject_wanted(question) == subject
