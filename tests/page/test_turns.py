"""Turns that a browser kept: back to the letter, or not at all."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.sentences import Attribution, Piece, PieceKind
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation, Standing
from qa.briefing import Briefing
from qa.page.turns import KEPT_TURNS, Turn, read_turns, write_turns

TEXT = "One thing happened. Another did not."
ARTICLE = Article("an-id", "A title", TEXT)
CREDITED, PLAIN = Span(0, 19), Span(20, 36)
CREDIT = Attribution(("AP",), "an aide", CREDITED)
CITED = Citation(1, "an-id", "A title", CREDITED, CREDITED.of(TEXT), CREDIT, 0.5)
UNCREDITED = Citation(2, "an-id", "A title", PLAIN, PLAIN.of(TEXT), None, 0.25)
REPLY = Answer(
    "What?",
    "What of it?",
    "One [1][2].",
    "One",
    (CITED, UNCREDITED),
    0.5,
    unanswered=("Who did?",),
)
ANSWER, SIGNED = Turn("What?", REPLY), Turn("What?", REPLY, "a signature")
SILENCE = Turn("Why?", Abstention("Why?", "Why?", AbstainReason.NOT_IN_BRIEFING, (UNCREDITED,)))


def briefing(*articles: Article, credit: Attribution | None = CREDIT) -> Briefing:
    """What there is now; of each article the first sentence has ``credit``."""
    pieces = {
        article.article_id: (
            Piece(PieceKind.SENTENCE, CREDITED, CREDITED.of(article.text), attribution=credit),
            Piece(PieceKind.SENTENCE, PLAIN, PLAIN.of(article.text)),
        )
        for article in articles
    }
    return Briefing.read(articles, passage_sentences=3, known=pieces)


BRIEFING = briefing(ARTICLE)


def stored(*turns: Turn) -> Any:
    return json.loads(json.dumps(write_turns(turns)))


def test_turns_come_back_as_they_were() -> None:
    assert read_turns(stored(ANSWER, SILENCE), BRIEFING) == (ANSWER, SILENCE)
    assert read_turns(stored(SIGNED), BRIEFING) == (SIGNED,)


def test_a_turn_that_awaits_its_reply_is_not_kept() -> None:
    assert write_turns([Turn("Who?", None)]) == []


def test_only_the_latest_turns_are_kept() -> None:
    turns = [Turn(str(n), SILENCE.reply) for n in range(KEPT_TURNS + 5)]
    kept = read_turns(stored(*turns), BRIEFING)
    assert [turn.question for turn in kept] == [str(n) for n in range(5, KEPT_TURNS + 5)]


def test_a_turn_about_an_article_that_changed_is_dropped() -> None:
    changed = briefing(replace(ARTICLE, text=TEXT.replace("One", "Two")))
    assert read_turns(stored(ANSWER, SILENCE), changed) == (SILENCE,)
    assert read_turns(stored(ANSWER, SILENCE), briefing()) == ()


@pytest.mark.parametrize("credit", [None, replace(CREDIT, outlets=("AFP",)),
                                    replace(CREDIT, speaker=None)])  # fmt: skip
def test_a_turn_is_dropped_whose_sentence_is_credited_otherwise_now(
    credit: Attribution | None,
) -> None:
    now = briefing(ARTICLE, credit=credit)
    assert read_turns(stored(ANSWER, SILENCE), now) == (SILENCE,)


def test_a_title_date_and_page_are_those_of_the_article_as_it_is_now() -> None:
    now = replace(ARTICLE, title="Another", published="2026-03-01", pages=((0, "3"),))
    (turn,) = read_turns(stored(SILENCE), briefing(now))
    assert turn.reply is not None
    cited = replace(UNCREDITED, title="Another", published="2026-03-01", page="3")
    assert turn.reply == replace(SILENCE.reply, nearest=(cited,))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", 7),
        ("confidence", "nan"),
        ("confidence", float("nan")),
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
    assert read_turns(kept, BRIEFING) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("outlets", ["Reuters"]),
        ("outlets", []),
        ("outlets", "AP"),
        ("speaker", None),
        ("speaker", "the mayor"),
        ("support", float("nan")),
        ("support", 1e9),
        ("support", -0.1),
        ("support", "0.5"),
        ("quote", "One thing happened"),
        ("end", 18),
        ("article_id", "another-id"),
        ("article_id", ["an-id"]),
    ],
)
@pytest.mark.parametrize("place", ["citations", "carried_by"])
def test_a_turn_with_a_citation_that_was_tampered_with_is_dropped(
    place: str, field: str, value: object
) -> None:
    carried = replace(REPLY, standing=Standing(("AP",), carried_by=(CITED,)))
    kept = stored(replace(ANSWER, reply=carried))
    assert read_turns(kept, BRIEFING) == (replace(ANSWER, reply=carried),)
    held = kept[0]["reply"] if place == "citations" else kept[0]["details"]["standing"]
    held[place][0][field] = value
    assert read_turns(kept, BRIEFING) == ()


def test_a_part_of_a_sentence_is_no_citation() -> None:
    kept = stored(ANSWER)
    kept[0]["reply"]["citations"][0] |= {"end": 9, "quote": "One thing"}
    assert read_turns(kept, BRIEFING) == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(json_values)
def test_nothing_that_a_browser_sends_raises(value: object) -> None:
    assert read_turns(value, BRIEFING) == ()
    assert read_turns([value], BRIEFING) == ()
    assert read_turns([{"question": "x", "reply": value}], BRIEFING) == ()
    kept = stored(ANSWER)
    kept[0]["reply"]["citations"][0] |= {"support": value, "outlets": value}
    assert read_turns(kept, BRIEFING) == ()
