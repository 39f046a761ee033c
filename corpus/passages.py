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
    """

    passage_id: str
    article_id: str
    span: Span
    text: str
    sentences: tuple[Sentence, ...]

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


def _sections(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences in runs that share a heading."""
    sections: list[list[Sentence]] = []
    for sentence in sentences:
        if sections and sections[-1][-1].heading == sentence.heading:
            sections[-1].append(sentence)
        else:
            sections.append([sentence])
    return sections
