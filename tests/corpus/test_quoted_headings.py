"""Lines in quotation marks: headings, and the speech that looks like them."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article

PROSE = "The ferry was sold in May. It is old."


def kind_of(line: str, *, above: str = PROSE, below: str = PROSE) -> str:
    pieces = parse_article(Article("a", "A", f"Ferry sold\n\n{above}\n\n{line}\n\n{below}"))
    return next(piece.kind.value for piece in pieces if piece.text.startswith(line[:6]))


@pytest.mark.parametrize(
    "line", ["‘Nobody rowed us over’", "“Nobody rowed us over”", '"The old ferry"', "«Alte Fähre»"]
)
def test_a_line_in_quotation_marks_above_prose_is_a_heading(line: str) -> None:
    assert kind_of(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "“Nobody rowed us over.”",
        "“Nobody rowed us over”.",
        "“Nobody rowed us over,”",
        "“Nobody rowed us over” and “it rained”",
        "“Nobody rowed us over, though we had rung the bell at the old stage by the church”",
    ],
)
def test_speech_is_none(line: str) -> None:
    assert kind_of(line) == "sentence"


def test_what_a_colon_announces_is_speech() -> None:
    assert kind_of("“Nobody rowed us over”", above="One of them writes:") == "sentence"


def test_what_is_signed_below_is_speech() -> None:
    assert kind_of("“Nobody rowed us over”", below="— Ada Obi") == "sentence"


@pytest.mark.parametrize("headline", ["Ferrymen reject ‘paper oars’", 'Mayor of Tresk: "We row"'])
def test_a_headline_may_end_with_a_quotation(headline: str) -> None:
    (first, *_) = parse_article(Article("a", "A", f"{headline}\n\n{PROSE}"))
    assert (first.kind.value, first.text) == ("heading", headline)


def test_a_sentence_in_prose_that_ends_with_a_quotation_is_none() -> None:
    assert kind_of("They reject ‘paper oars’") == "sentence"
