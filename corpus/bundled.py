"""The article that comes with the program."""

from __future__ import annotations

from importlib import resources

from corpus.articles import Article

_ARTICLE_ID = "kazakhstan-abraham-accords"
_TITLE = "Kazakhstan and the Abraham Accords: what joining would mean"


def bundled_article() -> Article:
    """The bundled briefing, its text to the letter of the packaged file."""
    source = resources.files("corpus") / "data" / f"{_ARTICLE_ID}.txt"
    return Article(article_id=_ARTICLE_ID, title=_TITLE, text=source.read_bytes().decode("utf-8"))
