"""Passages: the unit of retrieval, a sentence with its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.articles import Article
from corpus.sentences import Sentence
from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of one article.

    ``text`` is verbatim, ``article.text[span.start:span.end]``, so a credit
    between two sentences is in it; ``sentences`` holds the prose alone, in order.
    ``title`` is the article's, where it is to be read along.
    """

    passage_id: str
    article_id: str
    span: Span
    text: str
    sentences: tuple[Sentence, ...]
    title: str | None = None

    @property
    def heading(self) -> str | None:
        """The heading that the passage stands under."""
        return self.sentences[0].heading


def form_passages(
    article: Article, sentences: Sequence[Sentence], *, size: int = 3
) -> tuple[Passage, ...]:
    """Windows of up to ``size`` sentences under one heading, each starting one sentence later.

    Every sentence is in at least one passage, and a section of ``size``
    sentences or fewer is one passage.

    Raises:
        ValueError: if ``size`` is below one.
    """
    if size < 1:
        raise ValueError(f"a passage needs at least one sentence, but size is {size}")
    passages: list[Passage] = []
    for section in _sections(sentences):
        for first in range(max(1, len(section) - size + 1)):
            window = tuple(section[first : first + size])
            span = Span(window[0].span.start, window[-1].span.end)
            passages.append(
                Passage(
                    passage_id=f"{article.article_id}:{span.start}-{span.end}",
                    article_id=article.article_id,
                    span=span,
                    text=span.of(article.text),
                    sentences=window,
                )
            )
    return tuple(passages)


def join_overlapping(passages: Sequence[Passage], *, at_most: int) -> tuple[Passage, ...]:
    """The passages with those made one that share words, up to ``at_most`` sentences each.

    What several windows hold is then read once. A passage that is longer than
    that stays as it is. They come in the order of the article, articles in the
    order in which they first occur.
    """
    articles = {passage.article_id: place for place, passage in reversed([*enumerate(passages)])}
    ordered = sorted(passages, key=lambda one: (articles[one.article_id], one.span))
    joined: list[Passage] = []
    for passage in ordered:
        if joined and (union := _union(joined[-1], passage)) and len(union.sentences) <= at_most:
            joined[-1] = union
        else:
            joined.append(passage)
    return tuple(joined)


def _union(one: Passage, next_one: Passage) -> Passage | None:
    """Both as one passage, where ``next_one`` starts within ``one``."""
    if one.article_id != next_one.article_id or next_one.span.start >= one.span.end:
        return None
    if next_one.span.end <= one.span.end:
        return one
    if next_one.span.start == one.span.start:
        return next_one
    span = Span(one.span.start, next_one.span.end)
    return Passage(
        passage_id=f"{one.article_id}:{span.start}-{span.end}",
        article_id=one.article_id,
        span=span,
        text=one.text + next_one.text[one.span.end - next_one.span.start :],
        sentences=tuple(dict.fromkeys((*one.sentences, *next_one.sentences))),
    )


def _sections(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences in runs that share a heading."""
    sections: list[list[Sentence]] = []
    for sentence in sentences:
        if sections and sections[-1][-1].heading == sentence.heading:
            sections[-1].append(sentence)
        else:
            sections.append([sentence])
    return sections
