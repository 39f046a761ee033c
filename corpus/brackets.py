"""Round and square brackets, and the links of Markdown, as credits stand in them."""

from __future__ import annotations

import re

BRACKETED = re.compile(
    r"\(\[(?P<linked>[^()\[\]]+)\]\([^()\s]*\)\)"  # ([Name](address)), as Markdown links it
    r"|[(\[](?P<plain>[^()\[\]]+)[)\]](?:\([^()\s]*\))?"
)


def words_in_bracket(bracket: re.Match[str]) -> str:
    """What a match of ``BRACKETED`` holds, without the address of a link."""
    words: str = bracket["linked"] or bracket["plain"]
    return words
