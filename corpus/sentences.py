"""What an article is made of: headings, sentences and credits, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.articles import Article
from corpus.spans import Span

EMPHASIS = "*_ \t"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom the article credits for a sentence, and the words that say so.

    ``outlets`` are canonical names of publishers, in the order of the text;
    ``speaker`` is the person or body said to have said it, as the article
    words it. ``cue`` covers the words in which the credit is given.
    """

    outlets: tuple[str, ...]
    speaker: str | None
    cue: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article's own prose: the unit that a citation can point at.

    Or, where ``is_heading``, a heading that tells what no sentence does.
    """

    article_id: str
    span: Span
    text: str
    heading: str | None
    attribution: Attribution | None
    is_heading: bool = False


class PieceKind(StrEnum):
    """The three kinds of text in an article."""

    HEADING = "heading"
    SENTENCE = "sentence"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article with its kind; pieces are disjoint and in order.

    ``outlets`` and ``speaker`` say, for a sentence, whom the article credits
    for it and, for a credit, whom it names. ``heading`` is the heading that a
    sentence or credit stands under. ``lead_in`` marks a sentence that only
    announces what follows it ("Several points should be kept in mind:").
    """

    kind: PieceKind
    span: Span
    text: str
    heading: str | None = None
    attribution: Attribution | None = None
    lead_in: bool = False

    @property
    def outlets(self) -> tuple[str, ...]:
        return self.attribution.outlets if self.attribution else ()

    @property
    def speaker(self) -> str | None:
        return self.attribution.speaker if self.attribution else None


def without_emphasis(heading: Piece) -> Piece:
    """``heading`` without the marks of emphasis around it: "**Rain.**" is "Rain."."""
    words = heading.text.strip(EMPHASIS)
    start = heading.span.start + heading.text.index(words)
    return replace(heading, text=words, span=Span(start, start + len(words)))


def sentences_of(article: Article, pieces: Iterable[Piece]) -> tuple[Sentence, ...]:
    """The sentences among ``pieces``: what an answer may cite."""
    return tuple(
        Sentence(article.article_id, piece.span, piece.text, piece.heading, piece.attribution)
        for piece in pieces
        if piece.kind is PieceKind.SENTENCE
    )
