"""Several outlets that report the same: "several outlets, including Reuters and AFP, reported"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.capital_names import NAME
from corpus.spans import Span

_NAMES = rf"{NAME}(?:,\s+{NAME}){{0,5}}(?:,?\s+(?:and|as\s+well\s+as)\s+{NAME})?"
_PRESS = (
    r"(?:(?:news|media|press|wire)\s+)?(?:outlets|media|newspapers|papers|dailies|organi[sz]ations|"
    r"agencies|broadcasters|networks|stations|channels|magazines|tabloids|publications|websites|sites)"
)
_TELL = (
    r"(?:(?:have|has|had)\s+)?(?:(?:also|since|both|all)\s+)?(?:reported|reports?|said|says?|"
    r"described?|carried|carry|ran|quoted?|quoting|cited?|noted?|wrote|write|published|publish|"
    r"revealed|named|identified|put|claimed?)\b"
)
_INCLUDING = re.compile(
    r"\b(?:[\w-]{1,40}\s+){1,4}?"
    rf"{_PRESS},?\s+(?:including|among\s+them|such\s+as|notably)\s+(?P<names>{_NAMES}),?\s+{_TELL}"
    # "Said they had been hacked", "reported falling sales": of themselves.
    r"(?!\s+(?:that\s+)?(?:they|their|falling|rising|record|lower|higher|losses|profits?)\b)"
)
_BOTH = re.compile(
    rf"\b[Bb]oth\s+(?P<names>{NAME}\s+and\s+{NAME})\s+"
    r"(?:(?:have|also)\s+)?(?:describe|report|quote|cite|note|put|name|identify)d?\b"
    r"(?!\s+(?:that\s+)?(?:they|their|falling|rising|record|lower|higher|losses|profits?)\b)"
)
_IS_PRESS = re.compile(rf"(?:[\w-]{{1,40}}\s+){{1,4}}?{_PRESS}(?:\s+including\s.*)?")


def find_joint(body: str) -> Iterator[Span]:
    """Where the names of those outlets stand in ``body``, whose quotations are masked."""
    if "ncluding" in body or " among them " in body or "such as" in body or "notably" in body:
        for report in _INCLUDING.finditer(body):
            yield Span(*report.span("names"))
    for both in _BOTH.finditer(body) if "oth " in body else ():
        yield Span(*both.span("names"))


def is_the_press(words: str) -> bool:
    """Whether ``words`` are outlets of which some are named: "several outlets, including"."""
    return _IS_PRESS.fullmatch(words) is not None
