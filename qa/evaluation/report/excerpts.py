"""Stretches of an article around what matters, cut into marked and unmarked pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.spans import Span

_AROUND = 140  # code points shown on either side


@dataclass(frozen=True, slots=True)
class Segment:
    """Verbatim words, and whether they are the gold's, ours, both or neither."""

    text: str
    gold: bool
    cited: bool

    @property
    def mark(self) -> str:
        """The class of the style sheet that marks it, empty for neither."""
        if self.gold and self.cited:
            return "both"
        return "gold" if self.gold else "cited" if self.cited else ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of the text; ``cut_before`` and ``cut_after`` say that more stands there."""

    span: Span
    segments: tuple[Segment, ...]
    cut_before: bool
    cut_after: bool


def cut_excerpts(
    text: str, gold: Sequence[Span], cited: Sequence[Span], *, around: int = _AROUND
) -> tuple[Excerpt, ...]:
    """The words of both kinds in their context, in the order of the text.

    Stretches that touch are one. The segments of an excerpt put together are
    ``text`` from its start to its end. Spans beyond the text are cut to it.
    """
    inside = [_inside(span, len(text)) for span in (*gold, *cited)]
    return tuple(
        Excerpt(
            stretch,
            tuple(_segments(text, stretch, gold, cited)),
            cut_before=stretch.start > 0,
            cut_after=stretch.end < len(text),
        )
        for stretch in _merge(
            _widen(text, span, around) for span in inside if len(span)
        )
    )


def _widen(text: str, span: Span, around: int) -> Span:
    """``span`` with up to ``around`` code points more on either side, whole words of them."""
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)


def _inside(span: Span, length: int) -> Span:
    return Span(min(span.start, length), min(span.end, length))


def _merge(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _segments(
    text: str, stretch: Span, gold: Sequence[Span], cited: Sequence[Span]
) -> Iterable[Segment]:
    borders = {stretch.start, stretch.end}
    for span in (*gold, *cited):
        borders |= {at for at in (span.start, span.end) if stretch.start < at < stretch.end}
    ordered = sorted(borders)
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        yield Segment(
            piece.of(text),
            gold=any(span.overlap(piece) for span in gold),
            cited=any(span.overlap(piece) for span in cited),
        )
