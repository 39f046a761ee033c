"""Whether a name that was found is only a piece of somebody else's longer name."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.folded_words import FoldedWord
from corpus.lexicon import words_of

# Words that may stand in capitals before an outlet without being part of its name.
_BEFORE_A_CREDIT = words_of(
    """a according also an and as but by cited credit from in its per photo quoted report reported
    reports said says source sources the to via with writes"""
)


def is_part_of_more(
    text: str,
    tokens: Sequence[FoldedWord],
    at: int,
    after: int,
    *,
    ambiguous: bool,
    previous_end: int,
) -> bool:
    """Whether the neighbours of ``tokens[at:after]`` show it to be a piece of a longer name.

    ``ambiguous``: the name found there is an ordinary word as well; ``previous_end`` is
    the number of the token after the name found before it.
    """
    # "Reuters of London" is still Reuters; "Atlantic Council of Canada" is another council.
    if (ambiguous or after - at > 1) and _goes_on_with_of(text, tokens, after):
        return True
    if not ambiguous:
        return False
    if _is_hyphenated(tokens, after) or _is_hyphenated(tokens, at - 1):
        return True
    if at in (0, previous_end) or tokens[at].folded == "the":
        return False
    before = tokens[at - 1]
    return (
        before.cased[0].isupper()
        and before.folded not in _BEFORE_A_CREDIT
        and text[before.end : tokens[at].start].strip(" ") == ""
    )


def _goes_on_with_of(text: str, tokens: Sequence[FoldedWord], after: int) -> bool:
    """Whether "of" and a word in capitals follow on the same line."""
    if not 0 < after < len(tokens) - 1 or tokens[after].folded != "of":
        return False
    between = text[tokens[after - 1].end : tokens[after + 1].start]
    return between.strip(" ") == tokens[after].cased and tokens[after + 1].cased[0].isupper()


def _is_hyphenated(tokens: Sequence[FoldedWord], at: int) -> bool:
    """Whether token ``at`` is a hyphen that touches a word at either side."""
    if not 0 < at < len(tokens) - 1 or tokens[at].folded != "-":
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
