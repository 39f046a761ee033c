"""Quotations of several sentences and paragraphs, and whose they are."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article


def speakers_of(text: str) -> list[str | None]:
    return [piece.speaker for piece in parse_article(Article("a", "A", text))]


@pytest.mark.parametrize(("left", "right"), ["“”", '""', "‘’"])
def test_a_quotation_that_the_next_paragraph_opens_again_is_one(left: str, right: str) -> None:
    text = (
        f"{left}It rained,{right} said Ada Obi. {left}Then it froze. It was cold.\n\n"
        f"{left}Nobody came. We waited.{right}\n\nThe lake is full."
    )
    assert speakers_of(text) == ["Ada Obi"] * 5 + [None]


def test_a_quotation_goes_on_over_three_paragraphs() -> None:
    text = "Ada Obi said: “It rained.\n\n“Then it froze. It was cold.\n\n“Nobody came.” It is over."
    assert speakers_of(text) == ["Ada Obi"] * 4 + [None]


def test_who_is_told_of_within_a_quotation_does_not_speak() -> None:
    text = "“It rained. He said it was cold. The BBC reported that it froze,” said Ada Obi."
    pieces = parse_article(Article("a", "A", text))
    assert [(piece.speaker, piece.outlets) for piece in pieces] == [("Ada Obi", ())] * 3


def test_each_paragraph_of_a_quotation_keeps_the_speaker_that_it_names() -> None:
    text = "“It rained,” said Ada Obi. “It froze.\n\n“It was cold. Nobody came,” she said."
    assert speakers_of(text) == ["Ada Obi", "she", "she", "she"]


@pytest.mark.parametrize(
    "text",
    [
        # Nothing ends the quotation: a slip of the pen, and what follows is the reporter's.
        "“It rained.\n\nAda Obi said that it froze. It was cold.",
        "“It rained.\n\nThe lake\n\nAda Obi said that it froze. “It was cold.”",
    ],
)
def test_a_quotation_that_nothing_ends_is_not_carried_on(text: str) -> None:
    assert "Ada Obi" in speakers_of(text)
    assert speakers_of(text)[0] is None
