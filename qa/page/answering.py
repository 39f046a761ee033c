"""What the page asks of whoever answers, and what it reads of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from corpus.articles import Article
from corpus.sentences import Piece
from qa.answers import Abstention, Answer


class Assistant(Protocol):
    """What the page needs of ``qa.assistant.Assistant``; its methods may run in many threads."""

    @property
    def articles(self) -> tuple[Article, ...]: ...

    @property
    def outlets(self) -> tuple[str, ...]: ...

    def pieces(self, article_id: str) -> tuple[Piece, ...]: ...

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        outlets: Sequence[str] = (),
        articles: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> Answer | Abstention: ...


def articles_by_id(assistant: Assistant) -> dict[str, Article]:
    """The articles that ``assistant`` has at this moment, by their ids."""
    return {article.article_id: article for article in assistant.articles}
