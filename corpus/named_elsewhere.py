"""Whether the text around a sentence makes a name outside the list a publisher's.

A line "Sources: Ship & Port, Argus" names publishers, and so is it one that
"according to Il Foglio del Mare" names where the next sentence "told the paper" something.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.letters import CAPITAL
from corpus.spans import Span

_SOURCES_LINE = re.compile(r"^\W{0,4}Sources?:(?P<names>[^\n]{2,300})$", re.MULTILINE)
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
_JOINTS = re.compile(r"[,;/|]| and ")
_SOON = 240  # characters behind the sentence


def publishes_elsewhere(text: str, sentence: Span, words: str) -> bool:
    """Whether the rest of ``text`` shows that ``words``, a source in ``sentence``, publish."""
    if _NAME.fullmatch(words) is None:
        return False
    name = words.removeprefix("the ")
    if _FOREIGN.fullmatch(name):
        return _CALLED_ONE.search(text, sentence.end, sentence.end + _SOON) is not None
    return name in _listed(text)


@lru_cache(maxsize=4)
def _listed(text: str) -> frozenset[str]:
    """The names in the lines of sources of ``text``; asked for each of its sentences."""
    if "Source" not in text:
        return frozenset()
    lines = (_JOINTS.split(line["names"]) for line in _SOURCES_LINE.finditer(text))
    return frozenset(name.strip(" .*_") for names in lines for name in names)
