"""Patterns that are compiled when they are first used: long ones take longer than a question."""

from __future__ import annotations

import re
from functools import cache


@cache
def late_pattern(words: str) -> re.Pattern[str]:
    """``words`` as a pattern that takes letters of either case."""
    return re.compile(words, re.IGNORECASE)


def finds(words: str, text: str) -> bool:
    """Whether the pattern ``words`` finds something in ``text``, letters of either case."""
    return late_pattern(words).search(text) is not None
