"""What a publisher's own work shows: "the Guardian's own review of the accounts found".

Also by whose count something is so ("by Reuters' tally"), and what its model of an
election gives. How a publisher earns its money ("the BBC's business model") tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.letters import CAPITAL
from corpus.spans import Span

_NAME = (
    rf"(?P<owner>(?:[Tt]he\s+)?{CAPITAL}[\w&-]{{0,40}}(?:\s+(?:(?:of|the|de|della|des)\s+)?"
    rf"{CAPITAL}[\w&-]{{0,40}}){{0,4}})"
)
_OWN = r"(?:[’']s|(?<=s)[’'])\s+"
_SHOWS = (
    r"(?:(?:has|have|had|also)\s+)?(?P<verb>found|finds?|shows?|showed|suggests?|suggested|"
    r"indicates?|indicated|reveals?|revealed|concluded|concludes?|identified|uncovered|"
    r"established|put|puts|points?\s+to|pointed\s+to)\b"
)
# What every sentence holds that tells of such a work.
_MAY_OWN = re.compile(
    r"\s(?:analys[ei]s|review|examination|investigation|calculation|tally|count|reporting|"
    r"reconstruction|survey|poll|tracker|study|model|forecast|average|reckoning|estimate|figures|"
    r"data)"
)
_WORK = re.compile(
    rf"\b{_NAME}{_OWN}(?:(?:own|latest|new|(?:most\s+)?recent|previous|earlier|first|joint|[a-z]+-(?:month|year|week)"
    r"|investigative|statistical|visual)\s+){0,3}"
    r"(?:analysis|analyses|review|examination|investigations?|calculations?|tally|count|"
    r"reporting|reconstruction|survey|poll|polling|tracker|study)"
    rf"(?:\s+(?:of|into|on|by)\s+(?!its\b|their\b)[^,;:.“”\"¤]{{2,90}}?)?\s+{_SHOWS}"
)
_MODEL = re.compile(
    rf"\b{_NAME}{_OWN}(?:(?:own|latest|new)\s+)?(?:(?:election|electoral|forecast(?:ing)?|polling|"
    r"statistical|prediction|seat|excess-deaths?|excess-mortality)\s+){0,2}"
    r"(?:model|forecast|poll\s+of\s+polls|poll\s+tracker|average)\s+"
    r"(?P<verb>gives|gave|puts?|has|had|shows?|showed|predicts|predicted|projects|projected)\b"
    r"(?=[^;:.]{1,90}?(?:\d|\b(?:chance|odds|majority|probability|ahead|lead|third|half|one)\b))"
)
_WITHIN_ANOTHERS = re.compile(r"\b(?:of|into|on|by|against)\s+\Z")
_BY_COUNT = re.compile(
    rf"(?:\b[Bb]y|\b[Oo]n)\s+{_NAME}(?:{_OWN}(?:(?:own|latest|running)\s+)?"
    r"(?:count|tally|calculations?|reckoning|estimates?|figures|data)|\s+(?:calculations|estimates))"
    r"\s*(?=[,.;)]|$)(?!,\s+(?:its|audiences?|revenues?|viewers|readers|profits?|sales|losses)\b)"
)


def find_owned(body: str) -> Iterator[tuple[Span, str]]:
    """The owners of such works in ``body``, whose quotations are masked, with what they do."""
    if _MAY_OWN.search(body) is None:
        return
    for pattern in (_WORK, _MODEL):
        for work in pattern.finditer(body):
            if _WITHIN_ANOTHERS.search(body, 0, work.start("owner")):
                continue  # "a police review of BBC News's investigation found"
            yield Span(*work.span("owner")), work["verb"].split()[0]
    for count in _BY_COUNT.finditer(body):
        yield Span(*count.span("owner")), ""
