"""The name that opens a clause, seen from a verb that goes on with it further behind."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.lexicon import CONNECTIVES, words_of
from corpus.noun_phrases import Token
from corpus.press_words import LOWER_IN_NAMES

_AUXILIARIES = words_of("is was has does")
_REACH = 60  # tokens from the opening of a clause to what goes on from it


def opening_name(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The first and the last word of a name that opens the clause before ``end``.

    "Les Echos is more hopeful", "Le Figaro takes its time": of what it is told in the
    present, as press reviews tell. None behind what is done to it ("is owned by a bank").
    """
    floor = max(0, end - _REACH)
    first = max((at + 1 for at in range(floor, end) if tokens[at].low == ";"), default=floor)
    if first and first == floor:
        return None  # the clause begins too far before
    while first < end and (tokens[first].low in CONNECTIVES or tokens[first].low == "*"):
        first += 1
    behind = first
    while behind < end and (tokens[behind].capital or tokens[behind].low in LOWER_IN_NAMES):
        behind += 1
    told = [token.low for token in tokens[behind:end]]
    if behind == first or len(told) < 2 or not told[0].endswith("s"):
        return None
    if told[0] in _AUXILIARIES and (told[1] == "to" or told[1].endswith(("ing", "ed"))):
        return None
    return first, behind - 1
