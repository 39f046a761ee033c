"""The extractive writer: an answer is the article's own sentences, each with its marker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.citations import credit_in_words
from qa.evidence import Evidence

_END = re.compile(r"[.!?…:;,]+$")
_CLOSERS = "\"'”’»)]*_"


def write_extract(evidence: Sequence[Evidence]) -> str:
    """One sentence for each piece of evidence: its words, its credit in words, its marker.

    "Washington hopes … with this region, according to Eurasianet. [1]"
    """
    return " ".join(
        write_sentence(item, marker) for marker, item in enumerate(evidence, start=1)
    )


def write_sentence(item: Evidence, marker: int) -> str:
    """The words of one piece of evidence, ending in its marker."""
    words = " ".join(item.sentence.text.split())
    credit = credit_in_words(item.sentence)
    if not credit:
        ended = words if words.rstrip(_CLOSERS)[-1:] in (".", "!", "?", "…") else f"{_END.sub('', words)}."
        return f"{ended} [{marker}]"
    body = words.rstrip(_CLOSERS)
    closing = words[len(body) :]
    if body.endswith((".", ":", ";", ",")) and not body.endswith("..") and not _abbreviated(body):
        return f"{_END.sub('', body)}{closing}, {credit}. [{marker}]"
    return f"{words} — {credit}. [{marker}]"


def _abbreviated(body: str) -> bool:
    """Whether the last stop belongs to an abbreviation ("in the U.S.") and stays."""
    return re.search(r"(?:\b\w\.)+\w\.$", body) is not None
