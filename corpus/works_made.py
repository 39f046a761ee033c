"""Polls, reports and the like behind which outlets are named: what they find, and whose they are.

"Exit polls from RTP appear at ten" and "a sculpture commissioned by Sports Illustrated" tell
nothing that an outlet found; "a poll for RTP and Público put the right ahead" is of both.
"""

from __future__ import annotations

import re

from corpus.capital_names import NAME
from corpus.letters import small_letters
from corpus.spans import Span

_COMES_OUT = re.compile(
    rf"{NAME}(?:,\s+{NAME}){{0,4}}(?:,?\s+and\s+{NAME})?\s+"
    r"(?:appears?(?!\s+to\b)|airs?|closes?|follows?(?=\s*[,.;]|\s+(?:at|on|in|after|later)\b)|"
    r"(?:is|are|was|were)\s+(?:due|expected|planned|published|released|delayed))\b(?!\s+that\b)"
)
# What is commissioned and has findings: no sculpture, and no opera.
_COMMISSIONED = re.compile(
    r"\b(?:polls?|surveys?|stud(?:y|ies)|reports?|research|analys[ei]s|reviews?|audits?|polling|"
    r"investigations?|inquiry|modelling|figures|data|tests?|estimates?)\b[^;:.]{0,60}$"
)
_BEFORE = 90  # characters before "commissioned" that hold what was
_MADE_BY = frozenset({"by", "for", "from"})
_SECOND = re.compile(
    rf"\s+and\s+({NAME})\s+(?:puts?|found|finds?|shows?|showed|gives?|gave|says?|said|suggests?|"
    r"suggested|has|had|have)\b"
)
_OPENING = 40  # characters before a work that opens its sentence
_OPENING_WORDS = 4


def finds_nothing(body: str, cue: re.Match[str], maker: Span) -> bool:
    """Whether what ``maker``, named behind ``cue`` in ``body``, made or had made is only there."""
    if cue.group().startswith("commissioned"):
        before = small_letters(body[max(0, cue.start() - _BEFORE) : cue.start()])
        return _COMMISSIONED.search(before) is None
    return _is_made(cue) and _COMES_OUT.match(body, maker.start) is not None


def second_maker(body: str, cue: re.Match[str], maker: Span) -> Span | None:
    """Who stands behind "and" beside ``maker`` where what they made opens the sentence ``body``.

    The verb behind the second name is then the work's.
    """
    before = body[: cue.start()]
    opens = len(before) < _OPENING and "," not in before and len(before.split()) <= _OPENING_WORDS
    second = _SECOND.match(body, maker.end) if opens and _is_made(cue) else None
    return None if second is None else Span(*second.span(1))


def _is_made(cue: re.Match[str]) -> bool:
    return cue.group().split()[-1] in _MADE_BY
