"""A statement that is brought along to be checked is read without its frame."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.claim_frames import framed_claim
from qa.intents import understand
from qa.understanding import Form, Intent

SANK = "Is it true that the ferry sank in May?"


@pytest.mark.parametrize(
    "question",
    [
        "Can I write that the ferry sank in May?",
        "May we safely say the ferry sank in May?",
        "Can I say on air that the ferry sank in May?",
        "Am I right in thinking that the ferry sank in May?",
        "Is it correct that the ferry sank in May?",
        "Isn't it the case that the ferry sank in May?",
        "Would it be fair to say that the ferry sank in May?",
        "Is it true or not that the ferry sank in May?",
        "Is there any truth in the rumour that the ferry sank in May?",
        "Is what I heard true, that the ferry sank in May?",
        "Please confirm that the ferry sank in May.",
        "I'd like to check whether the ferry sank in May.",
        "Does it say anywhere that the ferry sank in May?",
        "Does the article support the claim that the ferry sank in May?",
        "Would you agree that the ferry sank in May?",
        "Yes or no: the ferry sank in May.",
        "quick fact check - the ferry sank in May?",
        "The ferry sank in May, correct?",
        "The ferry sank in May - true or false?",
        "The ferry sank in May, didn't it?",
        "the ferry sank in May, innit",
        "“The ferry sank in May” – OK to print?",
        "The ferry sank in May. Can you verify that?",
        "The ferry sank in May: do they say that?",
        "The ferry sank in May, I believe – is that so?",
        "The ferry, if I'm not mistaken, sank in May?",
        "Somebody told me that the ferry sank in May. Is that right?",
        "One of my guests says the ferry sank in May. Is that so?",
        "I read that the ferry sank in May. Is it true?",
        "I'm assuming the ferry sank in May. Is that what the article says?",
        "Word has it that the ferry sank in May. Does the article say so?",
        "I was told the ferry sank in May. Accurate?",
        "For my editor: the ferry sank in May, right?",
    ],
)
def test_a_statement_in_a_frame_is_asked_as_a_claim(question: str) -> None:
    assert (framed_claim(question) or "").replace("ferry, sank", "ferry sank") == SANK
    asks = understand(question, ())
    assert (asks.intent, asks.form) == (Intent.PASSAGES, Form.YES_NO)
    assert asks.topic == understand(SANK, ()).topic


def test_a_question_behind_a_frame_stays_a_question() -> None:
    assert framed_claim("Yes or no: did the ferry sink?") == "Did the ferry sink?"
    assert framed_claim("Correct me if I'm wrong, but wasn't it old?") == "Wasn't it old?"


@pytest.mark.parametrize(
    "question",
    [
        "Did the ferry sink in May?",
        "When did the ferry sink?",
        "Why can I not say that?",
        "Which claim is right?",
        "The ferry that sank",
        "Is the right bank flooded?",
        "Is that right?",  # of what was said before
        "Correct?",
        "When did it sink, and is that right?",
        "Who told me that the ferry sank?",
        "Ferry timetable, May",
        "Can I write to the firm that disputes the figure?",
        "",
    ],
)
def test_a_question_in_no_such_frame_is_left(question: str) -> None:
    assert framed_claim(question) is None


@given(st.text(max_size=80), st.sampled_from(["{}", "Can I say that {}?", "{}, right?"]))
def test_anything_may_stand_in_a_frame(text: str, frame: str) -> None:
    claim = framed_claim(frame.format(text))
    assert claim is None or claim.endswith("?")


def test_a_long_question_takes_no_time() -> None:
    question = "Somebody at work says " + "very " * 2_000 + "that it sank, is that so"
    start = time.perf_counter()
    framed_claim(question)
    assert time.perf_counter() - start < 0.5
