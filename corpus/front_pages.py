"""What a paper gives its front page to: "Le Monde leads with the strike", "Bild splashes on".

Whether the subject is a paper is for the caller to see; who leads with 40 points, or
with a turnover of millions, is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.capital_names import NAME
from corpus.spans import Span

_OTHER = r"(?!(?:its|their|a\s+(?:majority|margin|lead|share)|the\s+(?:most|highest|largest)|\d))"
_MAY_LEAD = re.compile(r"\s(?:leads|splash|devote|dedicate|gives|gave)")
_LEADS = re.compile(
    rf"(?P<name>{NAME})\*?,?\s+(?:(?:also|too|meanwhile),?\s+)?(?P<verb>"
    rf"leads\s+(?:its\s+front\s+page\s+)?(?:with|on)\s+{_OTHER}(?=(?:the|what|how|news)\b|[“\"])"
    rf"|splash(?:es|ed)\s+(?:on|with)\s+{_OTHER}"
    r"|(?:devotes|devoted|dedicates|dedicated|gives|gave)\s+(?:its|the\s+whole\s+of\s+its|all\s+of\s+its|most\s+of\s+its)\s+"
    r"(?:entire\s+|whole\s+)?(?:front\s+page|cover|front|leader|editorial|main\s+headline)\s+(?:over\s+)?to\s+"
    r")"
)


def find_front_pages(body: str) -> Iterator[tuple[Span, str]]:
    """The papers in ``body`` that give their front page to something, with the verb."""
    if _MAY_LEAD.search(body) is None:
        return
    for leads in _LEADS.finditer(body):
        yield Span(*leads.span("name")), leads["verb"].split()[0]
