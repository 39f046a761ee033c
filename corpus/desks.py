"""The desks of a newsroom that sign with its name: "AFP Fact Check", "the BBC Thai Service"."""

from __future__ import annotations

import re

from corpus.letters import CAPITAL, SMALL
from corpus.spans import Span

_DESK = re.compile(
    r"\s+(?:Fact[\s-]?[Cc]heck(?:ing)?|Reality Check|Verify|Verification|Investigat(?:ions?|es)|"
    r"Newsnight|Fakten(?:check|finder)|Wales|Scotland|Cymru|Alba|Northern Ireland|"
    rf"(?:News\s+)?(?:World|{CAPITAL}{SMALL}+(?:n|sh|se|ch|ic|i|u|o)) [Ss]ervice|Service)(?!\w)"
)


def with_desk(words: str, name: Span) -> Span:
    """The span of a publisher's ``name`` in ``words`` with its desk, which is the publisher."""
    desk = _DESK.match(words, name.end)
    return name if desk is None else Span(name.start, desk.end())
