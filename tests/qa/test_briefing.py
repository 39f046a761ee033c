"""A library as it is cut into pieces, and what is made of all articles together."""

from __future__ import annotations

import time

import pytest

from corpus.articles import Article
from corpus.sentences import PieceKind
from corpus.spans import Span
from qa.briefing import Briefing

ARTICLE = Article("bridge", "A bridge", "# News\n\nIt opened. It is long.\n\nSource: AP\n")
BRIEFING = Briefing.read([ARTICLE], passage_sentences=3)


def test_a_sentence_or_a_heading_is_found_by_the_span_that_it_covers_exactly() -> None:
    pieces = BRIEFING.pieces["bridge"]
    assert [piece.kind for piece in pieces] == [
        PieceKind.HEADING, PieceKind.SENTENCE, PieceKind.SENTENCE, PieceKind.CREDIT,
    ]  # fmt: skip
    for piece in pieces:
        found = BRIEFING.sentence_at("bridge", piece.span)
        assert found == (None if piece.kind is PieceKind.CREDIT else piece)


def test_a_heading_is_found_by_the_span_of_its_words_without_the_marks_around_them() -> None:
    article = Article("rain", "Rain", "**Rain.**\n\nIt rained in Oslo.\n")
    briefing = Briefing.read([article], passage_sentences=3)
    found = briefing.sentence_at("rain", Span(2, 7))  # "**" before it, "Rain." is five long
    assert found is not None
    assert found.text == "Rain."
    assert briefing.sentence_at("rain", Span(0, 9)) is None


def test_no_sentence_is_found_where_none_begins_and_ends() -> None:
    first = BRIEFING.sentences[0].span
    assert BRIEFING.sentence_at("bridge", Span(first.start, first.end - 1)) is None
    assert BRIEFING.sentence_at("bridge", Span(first.start + 1, first.end)) is None
    assert BRIEFING.sentence_at("bridge", Span(10_000, 10_001)) is None
    assert BRIEFING.sentence_at("another", first) is None


def names_in(text: str) -> frozenset[str]:
    return Briefing.read([Article("a", "T", text)], passage_sentences=3).names()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ship left Århus for Łódź.", {"Århus", "Łódź"}),
        ("They met in Malmö, and Tomáš Belica came.", {"Malmö", "Tomáš Belica"}),
        ("The fiancé Évariste Nkurikiye left Lomé’s port.", {"Évariste Nkurikiye", "Lomé"}),
        ("It stands in Đà Nẵng, near ÖBB.", {"Đà Nẵng", "ÖBB"}),
        ("It is written in 北京, they say.", {"北京"}),
        ("The Union of Comoros and the EU signed.", {"EU", "Union of Comoros"}),
        ("They took ½Pound of it, or ²X.", set()),
    ],
)
def test_names_keep_every_letter_whatever_its_alphabet(text: str, names: set[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "a " + "Ł" * 10_000,
        "a Ł" + "’-" * 5_000,
        "a " + "Łódź of the " * 800,
        "a " + "Éa" * 5_000 + "!",
    ],
)
def test_hostile_words_take_no_time(text: str) -> None:
    briefing = Briefing.read([Article("a", "T", text)], passage_sentences=3)
    started = time.perf_counter()

    briefing.names()

    assert time.perf_counter() - started < 1.0
