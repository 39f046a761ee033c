"""Whatever credits somebody in a text is understood in a question about who said it."""

from __future__ import annotations

import re

import pytest

from corpus.lexicon import SAYING, THAT_ALONE
from qa.intents import understand
from qa.read_questions import claim_as_asked
from qa.saying_forms import SAYS, SAYS_THAT, alternation
from qa.understanding import Intent


@pytest.mark.parametrize("verb", sorted(SAYING))
def test_who_says_that_is_a_question_for_a_source_with_every_verb_of_saying(verb: str) -> None:
    question = f"Who {verb} that the tank had leaked?"
    assert understand(question, ()).intent is Intent.WHICH_SOURCE
    assert claim_as_asked(question) == "Is it true that the tank had leaked?"


@pytest.mark.parametrize(
    "noun",
    ["newspaper", "newsletter", "weekly", "daily", "news agency", "press agency", "radio station",
     "TV channel", "station", "channel", "portal", "news portal", "news website", "magazine"],
)  # fmt: skip
def test_whatever_publishes_can_be_asked_for(noun: str) -> None:
    question = f"Which {noun} reported that the tank had leaked?"
    assert understand(question, ()).intent is Intent.WHICH_SOURCE


@pytest.mark.parametrize(
    "question",
    [
        "Which station is nearest to the port?",
        "Which station supplied the power?",
        "Which weekly market is the largest?",
        "Which daily flights were cut?",
        "Which channel was closed to ships?",
    ],
)
def test_a_word_of_the_press_that_means_something_else_asks_for_no_source(question: str) -> None:
    assert understand(question, ()).intent is Intent.PASSAGES


def test_to_whom_a_claim_is_attributed_is_a_question_for_a_source() -> None:
    for question in (
        "Who is the claim that the tank leaked attributed to?",
        "Which paper is the figure of five million traced back to?",
    ):
        assert understand(question, ()).intent is Intent.WHICH_SOURCE


@pytest.mark.parametrize(
    "question",
    [
        "Who recalled the faulty tanks?",
        "Who quoted a price for the tank?",
        "Who found the leak?",
        "Who holds the key to the tank?",
        "Who demanded new tanks?",
    ],
)
def test_what_is_done_to_things_says_nothing(question: str) -> None:
    assert understand(question, ()).intent is Intent.PASSAGES


def test_the_longest_of_several_words_is_tried_first() -> None:
    assert alternation(["say", "said", "says"]) == "said|says|say"
    assert re.match(alternation(["say", "says"]), "says").group() == "says"


def test_what_needs_a_clause_says_nothing_alone() -> None:
    assert "hold" in THAT_ALONE
    assert re.fullmatch(SAYS_THAT, "hold") is not None
    assert re.fullmatch(SAYS, "hold") is None
