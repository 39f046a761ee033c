"""An article whose brackets are source tags, and what its last pieces are read as."""

from __future__ import annotations

from corpus.articles import Article
from corpus.parsing import parse_article

TAGS = "The canal froze (Reuters). Two barges sank (AFP/Yle).\n\n"


def last_two(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The kind, the words and the outlets of the last two pieces."""
    pieces = parse_article(Article("a", "A", text))
    return [(piece.kind.value, piece.text, piece.outlets) for piece in pieces[-2:]]
