"""Words that deny: of the verb alone, or of anything that a sentence says."""

from __future__ import annotations

import re

_OF_VERBS = (
    r"not|never|cannot|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|"
    r"rul(?:e|es|ed|ing)\s+out|fail(?:s|ed|ing)?\s+to"
)
_OF_ANYTHING = (
    rf"{_OF_VERBS}|no|neither|nor|nobody|none|without|doubt\w*|disput\w*|refut\w*|unlikely"
)
_VERB_DENIED = re.compile(rf"\b(?:{_OF_VERBS})\b|n['’]t\b", re.IGNORECASE)
_DENIED = re.compile(rf"\b(?:{_OF_ANYTHING})\b|n['’]t\b", re.IGNORECASE)


def denies(text: str) -> bool:
    """Whether a verb of ``text`` is denied: "without a ceremony" denies no opening."""
    return _VERB_DENIED.search(text) is not None


def count_denials(text: str) -> int:
    """How many words of ``text`` deny something; two that meet in one claim undo each other."""
    return sum(1 for _ in _DENIED.finditer(text))
