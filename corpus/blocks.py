"""Blocks: the paragraphs, list items and marked headings that the lines of a text form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from statistics import median

from corpus.spans import Span, trim


class BlockKind(StrEnum):
    """How a block was marked in the text."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or a marked heading, without its bullet, number or ``#``.

    ``apart`` says that it is the first or has an empty line above it.
    """

    kind: BlockKind
    span: Span
    apart: bool


# "1." and "2)" are numbering; "2020." at the start of a line is more likely a year.
_ITEM = re.compile(r"(?:[-*+•▪‣◦·●■]|\d{1,2}[.)]|[a-z]\)|\((?:\d{1,2}|[a-z])\))[ \t]+(?=\S)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"(?:[-*_=~#]\s*){3,}$")

# A hard-wrapped text breaks its lines at about the same column.
_WRAP_COLUMNS = range(50, 101)


def split_blocks(text: str) -> tuple[Block, ...]:
    """Cut ``text`` into blocks, in order; lines of a hard-wrapped paragraph are joined.

    Rules of dashes and empty lines belong to no block.
    """
    lines = list(_lines(text))
    wrapped = _is_hard_wrapped(text, lines)
    blocks: list[Block] = []
    previous: Span | None = None  # the line above, None after an empty line
    for line in lines:
        if line is None:
            previous = None
            continue
        kind, body = _strip_marker(text, line)
        if len(body) == 0:
            previous = None
            continue
        if (
            kind is BlockKind.PARAGRAPH
            and previous is not None
            and blocks[-1].kind is not BlockKind.HEADING
            and _continues(text, previous, body, wrapped=wrapped)
        ):
            blocks[-1] = replace(blocks[-1], span=Span(blocks[-1].span.start, body.end))
        else:
            blocks.append(Block(kind, body, apart=previous is None))
        previous = line
    return tuple(blocks)


def _lines(text: str) -> Iterator[Span | None]:
    """The trimmed span of every line, None for an empty one."""
    start = 0
    for raw in text.splitlines(keepends=True):
        end = start + len(raw)
        span = trim(text, start, end)
        yield span if len(span) and not _RULE.match(span.of(text)) else None
        start = end


def _strip_marker(text: str, line: Span) -> tuple[BlockKind, Span]:
    start = line.start
    if quoted := _QUOTE_MARK.match(text, start, line.end):
        start = quoted.end()
    if marker := _HEADING.match(text, start, line.end):
        return BlockKind.HEADING, trim(text, marker.end(), line.end)
    if marker := _ITEM.match(text, start, line.end):
        return BlockKind.ITEM, trim(text, marker.end(), line.end)
    return BlockKind.PARAGRAPH, trim(text, start, line.end)


def _is_hard_wrapped(text: str, lines: list[Span | None]) -> bool:
    """Whether lines end at a column rather than where a paragraph ends."""
    inner = [line for line, below in pairwise(lines) if line is not None and below is not None]
    if len(inner) < 2:
        return False
    longest = max(len(line) for line in lines if line is not None)
    open_ended = sum(text[line.end - 1].isalnum() for line in inner)
    return (
        longest in _WRAP_COLUMNS
        and median(map(len, inner)) >= 0.7 * longest
        and open_ended >= 0.4 * len(inner)
    )


def _continues(text: str, above: Span, line: Span, *, wrapped: bool) -> bool:
    """Whether ``line`` goes on with the sentence or paragraph of the line above it."""
    if wrapped:
        # A line that stops well before the column ends its paragraph.
        first_word = text[line.start : line.end].split(maxsplit=1)[0]
        return len(above) + 1 + len(first_word) >= _WRAP_COLUMNS.start
    return text[above.end - 1] not in '.!?:;…"”’)]' and text[line.start].islower()
