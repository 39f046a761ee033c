"""Texts for properties: words that a rule knows, among any others."""

from __future__ import annotations

from hypothesis import strategies as st

# Beyond Latin a sign may fold into letters, or away, which joins the words beside it.
_LATIN = st.text(st.characters(max_codepoint=0x24F), max_size=12)


def texts_with(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Up to eight of ``parts`` and of any other words, with spaces between them."""
    return st.lists(parts | st.text(max_size=12), max_size=8).map(" ".join)


def latin_texts_with(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The same, with other words in Latin letters alone."""
    return st.lists(parts | _LATIN, max_size=8).map(" ".join)
