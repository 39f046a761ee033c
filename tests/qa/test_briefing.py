"""A library as it is cut into pieces: which sentence stands where."""

from __future__ import annotations

from corpus.articles import Article
from corpus.sentences import PieceKind
from corpus.spans import Span
from qa.briefing import Briefing

ARTICLE = Article("bridge", "A bridge", "# News\n\nIt opened. It is long.\n\nSource: AP\n")
BRIEFING = Briefing.read([ARTICLE], passage_sentences=3)


def test_a_sentence_is_found_by_the_span_that_it_covers_exactly() -> None:
    pieces = BRIEFING.pieces["bridge"]
    assert [piece.kind for piece in pieces] == [
        PieceKind.HEADING, PieceKind.SENTENCE, PieceKind.SENTENCE, PieceKind.CREDIT,
    ]  # fmt: skip
    for piece in pieces:
        found = BRIEFING.sentence_at("bridge", piece.span)
        assert found == (piece if piece.kind is PieceKind.SENTENCE else None)


def test_no_sentence_is_found_where_none_begins_and_ends() -> None:
    first = BRIEFING.sentences[0].span
    assert BRIEFING.sentence_at("bridge", Span(first.start, first.end - 1)) is None
    assert BRIEFING.sentence_at("bridge", Span(first.start + 1, first.end)) is None
    assert BRIEFING.sentence_at("bridge", Span(10_000, 10_001)) is None
    assert BRIEFING.sentence_at("another", first) is None
