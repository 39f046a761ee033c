"""Round and square brackets, and the links of Markdown, as credits stand in them."""

from __future__ import annotations

import re

# What a link of Markdown leads to: "(https://example.org/a_(b))", "(/a "Its title")".
ADDRESS = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"()\n]*\")?\)"
_LINK = rf"\[[^()\[\]]+\]{ADDRESS}"
BRACKETED = re.compile(
    rf"\((?P<linked>[^()\[\]]*(?:{_LINK}[^()\[\]]*)+)\)"  # ([Name](address), [Name](address))
    rf"|\[(?P<words>[^()\[\]]+)\]{ADDRESS}"
    r"|[(\[](?P<plain>[^()\[\]]+)[)\]]"
)
_LINKED = re.compile(rf"\[(?P<words>[^()\[\]]+)\]{ADDRESS}")


def words_in_bracket(bracket: re.Match[str]) -> str:
    """What a match of ``BRACKETED`` holds, without the addresses of links."""
    return without_addresses(bracket["linked"] or bracket["words"] or bracket["plain"])


def without_addresses(text: str) -> str:
    """``text`` with the words of its links alone."""
    return _LINKED.sub(r"\g<words>", text) if "](" in text else text


def without_targets(text: str) -> str:
    """``text`` with "[Name]" for each "[Name](address)"."""
    return _LINKED.sub(r"[\g<words>]", text) if "](" in text else text


def is_mere_link(bracket: re.Match[str]) -> bool:
    """Whether a match of ``BRACKETED`` has no brackets but those of a link: "[said](address)"."""
    return bracket["words"] is not None
