"""An article: text that never changes after loading, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One news briefing.

    ``text`` is kept to the letter as it was decoded: every offset in the
    project counts its code points.
    """

    article_id: str
    title: str
    text: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
