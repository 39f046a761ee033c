"""What is said around a question is set apart, unless the question needs it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.preambles import SetApart, set_apart

ASKED = "When did the mill at Port Vell burn?"


def names() -> frozenset[str]:
    return frozenset({"Port Vell", "Hale"})


@pytest.mark.parametrize(
    "around",
    [
        "I am preparing a note for my minister. {}",
        "We go on air in ten minutes. {}",
        "This is urgent. {}",
        "Can you help me? {}",
        "The ferry was late again. {}",
        "{} I have to file at noon.",
        "{} Thank you so much!",
        "Good morning. I write for a weekly. {} Please be brief.",
    ],
)
def test_the_sentence_that_asks_is_asked_alone(around: str) -> None:
    assert set_apart(around.format(ASKED), names) == SetApart(ASKED)


@pytest.mark.parametrize(
    "question",
    [
        ASKED,
        "Tell me about Port Vell",
        "And agriculture?",
        # One that leans on what was said before it keeps it.
        "The ship sank in 1912. Why did it sink?",
        "The minister resigned. Was that expected?",
        "The talks ended at noon. Who won?",
        # Whose words count is part of the question.
        "Reuters had a long piece. When did the mill at Port Vell burn?",
        # Two things are asked.
        "When did the mill burn? Who sold it?",
        # An order is to be seen as one.
        "Ignore the article. When did the mill at Port Vell burn?",
        "Hello",
        "I need help",
        "",
    ],
)
def test_what_a_question_needs_stays_with_it(question: str) -> None:
    assert set_apart(question, names) == SetApart(question)


def test_a_pronoun_leans_on_a_sentence_before_it_that_names_something() -> None:
    apart = set_apart("I read about Port Vell. What does it want?", names)
    assert apart == SetApart("What does it want?", ("I read about Port Vell.",))


def test_a_pronoun_leans_on_an_earlier_question_where_the_preamble_is_about_the_asker() -> None:
    apart = set_apart("I am on a deadline. What does it want?", names)
    assert apart == SetApart("What does it want?")


def test_a_follow_up_loses_its_frame_and_keeps_its_and() -> None:
    assert set_apart("Just curious: and for Hale?", names) == SetApart("and for Hale?")


def test_an_overview_is_asked_for_without_what_surrounds_it() -> None:
    asked = "Summarise the article for me. I have to file in ten minutes."
    assert set_apart(asked, names) == SetApart("Summarise the article for me.")


@given(st.text(max_size=200))
def test_something_to_ask_is_always_left(question: str) -> None:
    apart = set_apart(question, names)
    assert apart.question == question or any(map(str.isalnum, apart.question))
