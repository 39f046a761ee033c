"""Who made a work of the press: "a Reuters poll showed", "a Reuters review of court records"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.letters import small_letters
from corpus.lexicon import words_of
from corpus.noun_phrases import Token
from corpus.press_words import PAPERS_AT_HAND, PUBLISHED_WORKS
from corpus.spans import Span

# "A Reuters review of court records", but not "a Guardian review of the film".
_COUNTS = words_of("count examination review")
_COUNTED = PAPERS_AT_HAND | words_of("data images imagery videos files cases accounts photographs")
_COUNTED_WITHIN = 6  # words
_WORK_OPENER = re.compile(
    r"\b(?:an?|the|recent|new|this|that|in|from|separate|earlier|latest)\s+(?=\S)"
)
_NOT_WITHIN = frozenset({"a", "an", "the", "to"})
_MAX_MAKER_WORDS = 5


def find_makers_of_works(body: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """ "a Reuters poll showed": the words between the article and the noun."""
    starts = {token.start: index for index, token in enumerate(tokens)}
    for opening in _WORK_OPENER.finditer(small_letters(body)):
        first = starts.get(opening.end())
        if first is None:
            continue
        for index in range(first, min(first + _MAX_MAKER_WORDS, len(tokens))):
            if not tokens[index].is_word or tokens[index].low in _NOT_WITHIN:
                break  # "the Guardian publishes a report", "the Guardian was first to report"
            if tokens[index].low in PUBLISHED_WORKS or _is_count(tokens, index):
                if index > first:
                    yield Span(tokens[first].start, tokens[index - 1].end)
                break


def _is_count(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a newsroom has counted, or gone through papers: "a review of court records"."""
    behind = [token.low for token in tokens[noun + 1 : noun + 1 + _COUNTED_WITHIN]]
    if tokens[noun].low not in _COUNTS or "its" in behind or not tokens[noun - 1].capital:
        return False
    counts = tokens[noun].low == "count" and behind[:1] != ["of"]
    return counts or (behind[:1] == ["of"] and not _COUNTED.isdisjoint(behind))
