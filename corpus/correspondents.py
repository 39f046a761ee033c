"""Journalists who are named by their paper: "the NZZ's Brussels correspondent believes"."""

from __future__ import annotations

import re

from corpus.letters import CAPITAL
from corpus.outlets import OutletList
from corpus.publishers import Outlet, OutletKind
from corpus.spans import Span

# Who writes in a paper's name; its chairman and its presenters speak for themselves.
_WRITER = r"(?:correspondent|columnist|commentator|leader writer|critic|reviewer)"
_BEHIND_NAME = re.compile(
    rf"(?:[’']s?)?\s+(?:(?!former\b|ex-)[\w-]+\s+){{0,3}}?(?:{_WRITER}|(?:[\w-]+\s+)editor)"
    rf"(?:\s+in\s+{CAPITAL}\w+)?(?:\s+{CAPITAL}[\w’'.-]*){{0,4}}"
)


def employer(words: str, outlets: OutletList) -> tuple[Span, Outlet] | None:
    """The outlet whose correspondent ``words`` are, and where its name stands."""
    if "editor" not in words and not re.search(_WRITER, words):
        return None
    for span, outlet in outlets.find_in(words):
        first = words[: span.start].casefold() in ("", "the ")
        if outlet.kind is OutletKind.BODY or not first:
            return None
        return (span, outlet) if _BEHIND_NAME.fullmatch(words, span.end) else None
    return None
