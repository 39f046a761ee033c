"""Turns that a browser kept: back to the letter, or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation
from qa.page.turns import KEPT_TURNS, Turn, read_turns, write_turns

TEXT = "One thing happened. Another did not."
ARTICLES = {"an-id": Article("an-id", "A title", TEXT)}
CREDITED = Span(0, 19)
CITED = Citation(
    1, "an-id", "Title", CREDITED, CREDITED.of(TEXT), Attribution(("AP",), "an aide", CREDITED), 0.5
)
UNCREDITED = Citation(2, "an-id", "Title", Span(20, 36), TEXT[20:36], None, 0.25)
REPLY = Answer(
    "What?",
    "What of it?",
    "One [1][2].",
    "One",
    (CITED, UNCREDITED),
    0.5,
    unanswered=("Who did?",),
)
ANSWER = Turn("What?", REPLY)
SILENCE = Turn("Why?", Abstention("Why?", "Why?", AbstainReason.NOT_IN_BRIEFING, (UNCREDITED,)))


def stored(*turns: Turn) -> Any:
    return json.loads(json.dumps(write_turns(turns)))


def test_turns_come_back_as_they_were() -> None:
    assert read_turns(stored(ANSWER, SILENCE), ARTICLES) == (ANSWER, SILENCE)


def test_a_turn_that_awaits_its_reply_is_not_kept() -> None:
    assert write_turns([Turn("Who?", None)]) == []


def test_only_the_latest_turns_are_kept() -> None:
    turns = [Turn(str(n), SILENCE.reply) for n in range(KEPT_TURNS + 5)]
    kept = read_turns(stored(*turns), ARTICLES)
    assert [turn.question for turn in kept] == [str(n) for n in range(5, KEPT_TURNS + 5)]


def test_a_turn_about_an_article_that_changed_is_dropped() -> None:
    changed = {"an-id": Article("an-id", "A title", TEXT.replace("One", "Two"))}
    assert read_turns(stored(ANSWER, SILENCE), changed) == (SILENCE,)
    assert read_turns(stored(ANSWER, SILENCE), {}) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", 7),
        ("confidence", "nan"),
        ("confidence", 2),
        ("citations", []),
        ("citations", None),
        ("short", ["x"]),
        ("query", None),
    ],
)
def test_a_turn_that_was_tampered_with_is_dropped(field: str, value: object) -> None:
    kept = stored(ANSWER)
    kept[0]["reply"][field] = value
    assert read_turns(kept, ARTICLES) == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(json_values)
def test_nothing_that_a_browser_sends_raises(value: object) -> None:
    assert read_turns(value, ARTICLES) == ()
    assert read_turns([value], ARTICLES) == ()
    assert read_turns([{"question": "x", "reply": value}], ARTICLES) == ()
