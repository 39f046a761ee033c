"""Windows of a few sentences, the size of what the reader will be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"[.!?]+[\"'\u201d\u2019)\]]*(?:\[\d+\])*\s+(?=[\"'\u201c\u2018(\[]*[A-Z0-9])")
# A full stop after one of these, or after a lone capital, ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Lt|Sgt|Capt|Rev|Hon|Gov|Sen|Rep|Mt|Ft|No|vs|"
    r"etc|ca|cf|c|e\.g|i\.e|approx|Inc|Ltd|Co|Corp|Bros|U\.S|U\.K|U\.N|a\.m|p\.m|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a paragraph, as half-open code points without outer white space."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences, verbatim, and where in the paragraph they start."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def contains(self, start: int, end: int) -> bool:
        """Whether the code points ``[start, end)`` of the paragraph lie inside."""
        return self.start <= start and end <= self.end


def cut_sentences(text: str) -> tuple[Piece, ...]:
    """The sentences of a paragraph, in order; good enough for windows, not for citing."""
    pieces = []
    start = 0
    for stop in _BREAK.finditer(text):
        body = text[start : stop.end()].rstrip()
        if _ABBREVIATION.search(body):
            continue
        pieces.append(Piece(start, start + len(body)))
        start = stop.end()
    body = text[start:].rstrip()
    if body:
        pieces.append(Piece(start, start + len(body)))
    return tuple(pieces)


def window_of(text: str, pieces: Sequence[Piece], first: int, count: int) -> Window:
    """``count`` sentences from the one numbered ``first``, fewer where the paragraph ends."""
    last = min(first + count, len(pieces)) - 1
    return Window(text[pieces[first].start : pieces[last].end], pieces[first].start)


def sentences_touching(pieces: Sequence[Piece], start: int, end: int) -> range:
    """The numbers of the sentences that share a code point with ``[start, end)``."""
    touched = [i for i, piece in enumerate(pieces) if piece.start < end and start < piece.end]
    return range(touched[0], touched[-1] + 1) if touched else range(0)
