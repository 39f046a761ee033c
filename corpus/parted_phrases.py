"""Phrases that name who speaks and where at once: "Ada Obi in Le Monde"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.outlets import OutletList
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span

_QUOTED_BY = re.compile(r"\s(?:quoted|cited|interviewed|consulted|contacted|polled)\s+by\s")
_MEDIUM = re.compile(r"\s(?:in|on|to)\s+(?=(?:the\s+)?[^\W\d_a-zß-öø-ÿ])")
_MAY_NAME_BOTH = frozenset({Position.SUBJECT, Position.ASIDE, Position.ACCORDING})


def part_phrase(masked: str, phrase: SourcePhrase, outlets: OutletList) -> Iterator[SourcePhrase]:
    """``phrase`` as who speaks and where: "Ada Obi in Le Monde", "officials quoted by Nikkei"."""
    words = phrase.span.of(masked)
    if phrase.position in _MAY_NAME_BOTH:
        if (quoted := _QUOTED_BY.search(words)) is not None:
            end = phrase.span.start + quoted.start()
            yield replace(phrase, span=Span(phrase.span.start, end))
            return  # by whom is a phrase of its own
        for joint in _MEDIUM.finditer(words):
            medium = words[joint.end() :]
            known = outlets.find_in(medium)
            if len(known) == 1 and known[0][0] == Span(0, len(medium)):
                start = phrase.span.start
                yield replace(phrase, span=Span(start, start + joint.start()))
                yield SourcePhrase(Position.MEDIUM, Span(start + joint.end(), phrase.span.end))
                return
    yield phrase
