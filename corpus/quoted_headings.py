"""Headings that are, or end with, a quotation: "‘Nobody came to ask us’"."""

from __future__ import annotations

import re

from corpus.headings import WORD
from corpus.sentences import EMPHASIS
from corpus.spans import Span

_PAIR = r"(?:‘[^‘“”]+’|“[^“”]+”|\"[^\"]+\"|«[^«»]+»|'[^\"“”]+')"
_WHOLE = re.compile(_PAIR)
_ENDING = re.compile(rf".*\s(?P<quoted>{_PAIR})")
_MAX_WORDS = 12
_SIGNED = ("–", "—", "-", "―")


def is_quoted_heading(text: str, line: Span, *, headline: bool) -> bool:
    """Whether the words at ``line`` are a heading in quotation marks, or a headline that ends so.

    Speech has a stop or a comma in front of the mark that closes, or one behind it; it is
    announced by a colon, or signed below.
    """
    words = line.of(text).strip(EMPHASIS)
    if len(words) < 3 or len(WORD.findall(words)) > _MAX_WORDS:
        return False
    if not (_WHOLE.fullmatch(words) or (headline and _ENDING.fullmatch(words))):
        return False
    if not words[-2].isalnum():
        return False
    before, behind = text[: line.start].rstrip("#> \t\n"), text[line.end :].lstrip()
    return not before.endswith((":", ",")) and not behind.startswith(_SIGNED)
