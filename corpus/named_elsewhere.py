"""Whether what stands behind a sentence makes a name outside the list a publisher's.

"Ships wait, according to Il Foglio del Mare. One captain told the paper that …"
"""

from __future__ import annotations

import re

from corpus.letters import CAPITAL
from corpus.spans import Span

_NAME = re.compile(
    rf"(?:the\s+)?{CAPITAL}[\w’'.-]*(?:\s+(?:&\s+|\w{{1,3}}\s+)?{CAPITAL}[\w’'.-]*)*"
)
# Three words, of which an article of another language is the first: nobody's first name.
_FOREIGN = re.compile(
    r"(?:Il|Lo|La|Le|Les|El|Los|Las|Der|Die|Das|De|Het|O|A)\s+\w+\s+(?:\w+\s+)?\w+"
)
_PAPER = r"(?:paper|newspaper|daily|weekly|magazine|news\s+(?:site|agency)|broadcaster|website)"
_CALLED_ONE = re.compile(
    rf"\b(?:told|tells)\s+the\s+{_PAPER}\b|(?<!\w)The\s+{_PAPER}\s+(?:\w+\s+)?"
    r"(?:said|says|reported|reports|adds|added|writes|wrote|quotes|quoted|cites|cited)\b"
)
_SOON = 240  # characters behind the sentence


def publishes_elsewhere(text: str, sentence: Span, words: str) -> bool:
    """Whether the text behind ``sentence`` shows that ``words``, a source in it, publish."""
    if _NAME.fullmatch(words) is None:
        return False
    name = words.removeprefix("the ")
    if _FOREIGN.fullmatch(name) is None:
        return False
    return _CALLED_ONE.search(text, sentence.end, sentence.end + _SOON) is not None
