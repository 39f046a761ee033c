"""Two small articles that the tests of a library put into it."""

from __future__ import annotations

from corpus.articles import Article

SUMMIT = Article(
    "summit", "A summit", "They met.\n", "Reuters", "2025-11-06", "https://example.org"
)
TRADE = Article("trade", "Trade", "They traded.")
