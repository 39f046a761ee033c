"""Short answers that are one name of a list become the list, where that is plain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sentences import Sentence
from corpus.spans import Span
from qa.whole_lists import asks_for_several, whole_list

_BEFORE = 7  # code points of the article before the sentence
_NAMES = st.sampled_from(["Oslo", "the Hague Club", "Ann Lee", "U.S.", "Both", "May", "Bergen"])
_BETWEEN = st.sampled_from([", ", " and ", ", and ", " met ", " of ", ". ", "; ", " or ", "’s "])


def _sentence(text: str) -> Sentence:
    return Sentence("a", Span(_BEFORE, _BEFORE + len(text)), text, None, None)


def _whole(text: str, short: str, question: str) -> str:
    start = _BEFORE + text.index(short)
    found = whole_list(_sentence(text), Span(start, start + len(short)), question)
    return text[found.start - _BEFORE : found.end - _BEFORE]


@pytest.mark.parametrize(
    ("text", "short", "whole"),
    [
        ("It was founded by Oslo, Bergen and the Hague Club in May.", "Oslo",
         "Oslo, Bergen and the Hague Club"),
        ("It was founded by Oslo, Bergen and the Hague Club.", "Bergen",
         "Oslo, Bergen and the Hague Club"),
        ("It was founded by Oslo, Bergen and the Hague Club.", "Hague Club",
         "Oslo, Bergen and the Hague Club"),
        ("It was founded by Oslo, Bergen, and Malmo, Reuters reported.", "Oslo, Bergen",
         "Oslo, Bergen, and Malmo"),
        ("The U.S., the UK and Malta founded it.", "The U.S.", "The U.S., the UK and Malta"),
    ],
)  # fmt: skip
def test_a_name_of_a_list_becomes_the_list(text: str, short: str, whole: str) -> None:
    assert _whole(text, short, "Who founded the league?") == whole


@pytest.mark.parametrize(
    ("text", "short"),
    [
        # Two names may hold two offices, of which one is asked for.
        ("President Lee and Prime Minister Roe met.", "Roe"),
        ("Her coach, Jan Beck, Maria Roe and Ida Voss came.", "Jan Beck"),
        ("It went to Oslo, Bergen and Malmo in that order.", "Oslo"),
        ("Neither Oslo, Bergen and Malmo nor Turku founded it.", "Oslo"),
        ("He met Smith and Jones left.", "Smith"),
        ("In Israel, Egypt and Jordan signed.", "Egypt"),
        ("They came from Cairo, Egypt, and Amman, Jordan.", "Egypt"),
        ("Oslo met Bergen, and Malmo won.", "Bergen"),  # of two clauses
        ("Oslo, Bergen, Malmo.", "Oslo"),
        ("It was Oslo or Bergen.", "Oslo"),
        ("On Monday, Oslo and Bergen met.", "Monday"),
        ("Oslo’s and Bergen’s mayors met.", "Oslo’s"),
        ("Oslo and Bergen came first and second respectively.", "Oslo"),
        ("Oslo and Bergen and Malmo met Turku and Lund.", "Malmo"),
        ("The mayor of Oslo and Bergen met.", "The mayor of Oslo"),
        ("It was founded by Oslo.", "Oslo"),
    ],
)
def test_names_that_only_stand_beside_each_other_are_no_list(text: str, short: str) -> None:
    assert _whole(text, short, "Who founded the league?") == short


def test_whoever_the_question_names_already_is_no_part_of_the_answer() -> None:
    text = "The treaty was signed by Oslo, Malmo and Bergen."
    assert _whole(text, "Bergen", "Who signed the treaty?") == "Oslo, Malmo and Bergen"
    assert _whole(text, "Bergen", "Who signed the treaty of Oslo?") == "Bergen"


def test_as_many_are_wanted_as_the_question_says() -> None:
    text = "It was founded by Oslo, Bergen and Malmo."
    assert _whole(text, "Oslo", "Which three towns founded it?") == "Oslo, Bergen and Malmo"
    assert _whole(text, "Oslo", "Which two towns founded it?") == "Oslo"
    assert _whole(text, "Oslo", "Please tell me, which two towns founded it?") == "Oslo"


@pytest.mark.parametrize(
    "question",
    [
        "Who founded the league?",
        "By whom was it founded?",
        "Which towns founded it?",
        "What countries signed?",
        "Which of the towns signed?",
        "Which two Danish towns signed?",
        "Which harbour towns has it linked?",
        "Name every town that signed.",
        "List the founders",
        "What did the club buy — and which ones?",
    ],
)
def test_a_question_may_be_answered_by_several(question: str) -> None:
    assert asks_for_several(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which town founded it?",
        "What New Orleans stadium was chosen?",
        "What New Orleans stadium hosted it?",
        "What event is held there?",
        "Which club supports it?",
        "Which town was the first of the founders?",
        "Who was the first to sign?",
        "Who is the mayor?",
        "Who’s the mayor?",
        "Who founded it besides Oslo?",
        "Who is the club's founder?",
        "Name the founder.",
        "Which of the clubs is the largest?",
        "Where did they meet?",
        "When did they meet?",
        "What is the capital?",
        "Who, Oslo or Bergen, won?",
    ],
)
def test_a_question_for_one_is_not(question: str) -> None:
    assert not asks_for_several(question)
    assert _whole("Oslo and Bergen signed.", "Oslo", question) == "Oslo"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(_NAMES, _BETWEEN), min_size=1, max_size=7), st.data())
def test_the_words_are_of_the_sentence_and_hold_those_that_were_read(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(name + between for name, between in parts).rstrip()
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sentence, short = _sentence(text), Span(_BEFORE + start, _BEFORE + end)
    whole = whole_list(sentence, short, "Who founded it?")
    assert sentence.span.contains(whole)
    assert whole.contains(short)
    assert whole_list(sentence, whole, "Who founded it?") == whole
