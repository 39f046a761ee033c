"""An article: text that never changes after loading, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One news briefing.

    ``text`` is kept to the letter as it was decoded: every offset in the
    project counts its code points. ``pages`` says, for a source that has pages,
    at which code point each begins and what it is called, in order.
    """

    article_id: str
    title: str
    text: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    pages: tuple[tuple[int, str], ...] = ()

    def page_at(self, offset: int) -> str | None:
        """What the page is called that holds code point ``offset``; None without pages."""
        held = [name for start, name in self.pages if start <= offset]
        return held[-1] if held else None
