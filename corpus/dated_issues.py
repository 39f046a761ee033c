"""An issue of a paper by its day: "In Monday's Le Monde, …", "in today's Guardian"."""

from __future__ import annotations

import re

from corpus.letters import CAPITAL
from corpus.outlets import OutletList
from corpus.publishers import OutletKind
from corpus.reported_outlets import Named

_PAPERS = frozenset({OutletKind.NEWSPAPER, OutletKind.MAGAZINE, OutletKind.DIGITAL})
_ISSUE = re.compile(
    r"\W{0,3}In\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|this\s+(?:week|month)|"
    r"last\s+(?:week|month))[’']s\s+(?:(?:edition|issue)\s+of\s+(?:the\s+)?)?\*?"
    rf"(?P<name>{CAPITAL}[\w’'-]{{0,40}}(?:\s+(?:(?:of|the|de|della)\s+)?{CAPITAL}[\w’'-]{{0,40}}){{0,4}}?)\*?,\s"
)


def issue_named(masked: str, outlets: OutletList) -> list[Named]:
    """The paper whose issue the sentence ``masked`` opens with."""
    issue = _ISSUE.match(masked)
    if issue is None:
        return []
    # "Sunday's Times": the day stands for the article.
    outlet = outlets.exact(issue["name"]) or outlets.exact(f"The {issue['name']}")
    if outlet is None or outlet.kind not in _PAPERS:
        return []
    return [Named(*issue.span("name"), outlet.name)]
