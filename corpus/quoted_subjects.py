"""Who is quoted in the passive: "the mayor was quoted as saying by Reuters"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.lexicon import words_of
from corpus.noun_phrases import Token
from corpus.spans import Span
from corpus.subject_phrases import end_with_name, subject_words

_BE = words_of("is are was were been")
_AS_SAYING = frozenset((("as", "saying"), ("as", "telling"), ("as", "calling")))
_WITHIN = 10  # words that may tell by whom


def find_quoted(tokens: Sequence[Token]) -> Iterator[Span]:
    """The subjects of "was quoted as saying", with their names."""
    for at, token in enumerate(tokens):
        if token.low != "quoted" or at < 2 or tokens[at - 1].low not in _BE:
            continue
        behind = [each.low for each in tokens[at + 1 : at + 1 + _WITHIN]]
        words = subject_words(tokens, at - 1)
        if words is not None and not _AS_SAYING.isdisjoint(pairwise(behind)):
            first, last = words
            named = end_with_name(tokens, first, last)
            yield Span(tokens[first].start, tokens[named].end)
