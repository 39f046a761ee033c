"""Journalists who are named by their paper.

"The NZZ's Brussels correspondent believes"; "…, the Times' Ada Obi hears".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.letters import CAPITAL, SMALL
from corpus.outlets import OutletList
from corpus.publishers import Outlet, OutletKind
from corpus.spans import Span

# Who writes in a paper's name; its chairman and its presenters speak for themselves.
WRITER = r"(?:correspondent|columnist|commentator|leader writer|critic|reviewer)"
_BEHIND_NAME = re.compile(
    rf"(?:[’']s?)?\s+(?:(?!former\b|ex-)[\w-]+\s+){{0,3}}?(?:{WRITER}|(?:[\w-]+\s+)editor)"
    rf"(?:\s+in\s+{CAPITAL}\w+)?(?:\s+{CAPITAL}[\w’'.-]*){{0,4}}"
)
# Set behind a clause, where what a paper's writer has heard is the paper's.
_HEARS = re.compile(
    rf"[,—–]\s+(?P<paper>(?:the\s+)?{CAPITAL}[\w-]*(?:\s+{CAPITAL}[\w-]*){{0,3}})(?:[’']s|(?<=s)[’'])\s+"
    rf"{CAPITAL}{SMALL}[\w’'-]*(?:\s+(?:de|van|von|al|bin)\b)?\s+{CAPITAL}[\w’'-]+\s+"
    r"(?:hears|understands|learns|writes|reports|reveals)\s*(?=[.,;]|$)"
)


_STAFF = re.compile(r"\s(?:correspondent|journalist|reporter|photographer|team|crew|stringer)")
# "An AFP correspondent at the scene said": who is where it happens reports for his paper.
_ON_THE_SPOT = re.compile(
    rf"\b(?:[Aa]n?|[Oo]ne|[Tt]he|[Tt]wo|[Ss]everal)\s+(?P<paper>{CAPITAL}[\w-]*(?:\s+{CAPITAL}[\w-]*){{0,3}})\s+"
    r"(?:news\s+|video\s+)?(?:correspondent|journalist|reporter|photographer|team|crew|stringer)s?"
    r"(?:\s+(?:at\s+the\s+(?:scene|site|border|front)|on\s+the\s+(?:ground|scene|spot)|there|nearby|"
    rf"(?:in|near|outside|inside)\s+(?:the\s+)?[\w-]+(?:\s+{CAPITAL}[\w-]*)?)\s+"
    r"(?:said|says|reported|reports|saw|heard|counted|witnessed|described|describes)"
    r"|\s+(?:saw|heard|counted|witnessed))\b(?!\s+(?:that\s+)?(?:he|she|it|they|his|her|its|their)\b)"
)


def find_papers_of_writers(body: str) -> Iterator[Span]:
    """Where the papers stand whose writers ``body`` names as those who heard what it tells."""
    for hears in _HEARS.finditer(body):
        yield Span(*hears.span("paper"))
    for sees in _ON_THE_SPOT.finditer(body) if _STAFF.search(body) else ():
        yield Span(*sees.span("paper"))


def employer(words: str, outlets: OutletList) -> tuple[Span, Outlet] | None:
    """The outlet whose correspondent ``words`` are, and where its name stands."""
    if "editor" not in words and not re.search(WRITER, words):
        return None
    for span, outlet in outlets.find_in(words):
        first = words[: span.start].casefold() in ("", "the ")
        if outlet.kind is OutletKind.BODY or not first:
            return None
        return (span, outlet) if _BEHIND_NAME.fullmatch(words, span.end) else None
    return None
