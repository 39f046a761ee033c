"""Who tells the whole of a sentence, named at its end: "Crews have complained, said Ada Obi."

Whoever speaks before, in what is told, is a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.lexicon import PRONOUNS
from corpus.quotations import MASK
from corpus.reported_outlets import Named
from corpus.source_phrases import Position, SourcePhrase

_TELLS = frozenset({"said", "says"})
# Behind "Ada Obi" of "Ada Obi said on Monday.", and of "said Ada Obi, head of the union."
_CLOSES = re.compile(
    r"\s+(?:said|says)(?:\s+(?:on\s+)?\w+day)?[.!?]\W*$|(?:,\s+[^;:“”\"]{1,120})?[.!?]?\W*$"
)
_TWO_CLAUSES = re.compile(r"[;:]|,\s+(?:but|and|while|whereas|although|though)\s")


def closing_speaker(masked: str, told: Sequence[tuple[SourcePhrase, Named]]) -> Named | None:
    """The speaker, of those in ``told`` with their phrases, who tells all of ``masked``."""
    if MASK in masked or len(told) < 2:
        return None
    phrase, last = max(told, key=lambda each: each[1].start)
    if phrase.position is not Position.ASIDE or phrase.verb not in _TELLS:
        return None
    others = [one for one, _ in told if one is not phrase]
    before = masked[: phrase.span.start]
    alone = all(one.position is Position.SUBJECT for one in others)
    if not alone or _TWO_CLAUSES.search(before):
        return None
    if last.name in PRONOUNS:
        return None  # "Ada Obi said it rained, she said."
    return last if _CLOSES.match(masked, phrase.span.end) else None
