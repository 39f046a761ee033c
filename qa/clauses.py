"""Whether words may put something forward, or merely name it."""

from __future__ import annotations

import re

from corpus.lexicon import AUXILIARIES, SAYING

_WORD = re.compile(r"[^\W\d_]+")


def is_clause(words: str) -> bool:
    """Whether ``words`` may hold a verb: "it began", and no "the 2020 date"."""
    return any(
        word in AUXILIARIES or word in SAYING or word.endswith(("ed", "ing"))
        for word in (found.casefold() for found in _WORD.findall(words))
    )
