"""Gold questions: what a right answer cites, written down before any answer was seen."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Words that by themselves support an answer, and whom the article credits for them.

    ``outlets`` is empty where the article credits nobody, and None where that
    was not labelled.
    """

    article_id: str
    span: Span
    outlets: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with its accepted short answers and supporting spans.

    ``spans`` and ``answers`` are empty where the articles do not answer;
    ``needed`` different spans make a full answer. ``article_id`` is the article
    that the question is put to, None where it is put to the whole library.
    """

    query_id: str
    article_id: str | None
    kind: str
    question: str
    history: tuple[str, ...]
    answerable: bool
    answers: tuple[str, ...]
    spans: tuple[GoldSpan, ...]
    needed: int
    split: str

    @property
    def article_ids(self) -> frozenset[str]:
        """Every article that has to be in the library for the question to make sense."""
        named = {gold.article_id for gold in self.spans}
        return frozenset(named | {self.article_id} if self.article_id else named)
