"""Quotation marks of a short answer: none is left without its other half where that can be."""

from __future__ import annotations

import re

from corpus.sentences import Sentence
from corpus.spans import Span

_PAIRS = {"“": "”", "«": "»", '"': '"'}
_INCHES = re.compile(r'\d"')
_CLOSED_BEHIND = r"[.,;:!?…]?"  # "It fell," she said


def match_quotations(sentence: Sentence, short: Span) -> Span:
    """``short``, a span of the article, with the other half of its one unmatched mark.

    Where that does not stand right beside it in ``sentence``, a mark that ``short`` begins or
    ends with is left out, and one inside it stays.
    """
    if not sentence.span.contains(short):
        return short
    text, offset = sentence.text, sentence.span.start
    start, end = short.start - offset, short.end - offset
    words = text[start:end]
    if "„" in words or _INCHES.search(words):  # there “ closes, and this is no quotation mark
        return short
    for opening, closing in _PAIRS.items():
        at, opens = _unmatched(words, opening, closing)
        if at is None:
            continue
        if opens:
            behind = re.compile(_CLOSED_BEHIND + re.escape(closing)).match(text, end)
            if behind:
                end = behind.end()
            elif at == 0:
                start += 1
        elif text[:start].endswith(opening):
            start -= 1
        elif at == len(words) - 1:
            end -= 1
        break
    return Span(start + offset, end + offset) if start < end else short


def _unmatched(words: str, opening: str, closing: str) -> tuple[int | None, bool]:
    """Where the one mark without its other half stands in ``words``, and whether it opens."""
    if opening == closing:
        places = [at for at, char in enumerate(words) if char == opening]
        if len(places) % 2 == 0:
            return None, False
        if places[0] == 0:
            return 0, True
        opens = words[places[-1] - 1].isspace()
        return places[-1], opens
    open_at: list[int] = []
    alone: list[int] = []
    for at, char in enumerate(words):
        if char == opening:
            open_at.append(at)
        elif char == closing and open_at:
            open_at.pop()
        elif char == closing:
            alone.append(at)
    if len(open_at) + len(alone) != 1:
        return None, False
    return (*open_at, *alone)[0], bool(open_at)
