"""From blocks to parts: what in them is heading, sentence or credit, not yet whom it credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from corpus.blocks import Block, BlockKind
from corpus.boundaries import split_sentences
from corpus.colon_labels import may_be_topic, read_colon_label
from corpus.credit_names import DASHES, MARKS
from corpus.credits import Credit, Reach, read_whole_credit
from corpus.headings import (
    is_announcement,
    is_heading_line,
    split_glued_heading,
)
from corpus.house_style import HouseStyle
from corpus.opening_credits import (
    opens_with_bracket,
    read_bracket_between,
    read_glued_credit,
    read_opening_credit,
)
from corpus.outlets import OutletList
from corpus.quoted_headings import is_quoted_heading
from corpus.run_in_labels import is_run_in_heading
from corpus.section_labels import is_section_label
from corpus.sentences import PieceKind
from corpus.source_lines import find_standfirst, read_source_lines
from corpus.spans import Span, trim
from corpus.trailing_credits import read_trailing_credit
from corpus.unknown_tags import read_unknown_tag


@dataclass(frozen=True, slots=True)
class Part:
    """A piece before it is known whom it credits; ``block`` counts the blocks from 0."""

    kind: PieceKind
    span: Span
    block: int
    credit: Credit | None = None


@dataclass(frozen=True, slots=True)
class _Source:
    """What every rule may look at."""

    text: str
    outlets: OutletList
    style: HouseStyle


class _Before(Enum):
    """What stands before a segment in its paragraph."""

    NOTHING = auto()  # or headings alone: a label leaves the paragraph's first sentence its first
    OPENING = auto()  # a credit that opens the segment
    CREDIT = auto()  # a credit that ended the sentence before
    PROSE = auto()


def cut_blocks(text: str, blocks: Sequence[Block], outlets: OutletList) -> tuple[Part, ...]:
    """The headings, sentences and credits of ``blocks``, in order and disjoint."""
    lines = read_source_lines(text, blocks, outlets)
    source = _Source(text, outlets, HouseStyle(text, blocks, outlets))
    parts: list[Part] = []
    standfirst = find_standfirst(text, blocks, lines)
    for number, block in enumerate(blocks):
        above = blocks[number - 1].kind if number else None
        below = blocks[number + 1].kind if number + 1 < len(blocks) else None
        if number == standfirst:
            parts.append(Part(PieceKind.HEADING, block.span, number))
            continue
        parts.extend(_cut_block(source, number, block, lines[number], above=above, below=below))
    return tuple(parts)


def _cut_block(
    source: _Source,
    number: int,
    block: Block,
    whole: Credit | None,
    *,
    above: BlockKind | None,
    below: BlockKind | None,
) -> Iterator[Part]:
    if block.kind is BlockKind.HEADING:
        yield Part(PieceKind.HEADING, block.span, number)
        return
    if whole is not None:
        yield Part(PieceKind.CREDIT, whole.span, number, whole)
        return
    # "2. Findings" above a paragraph is a numbered heading, among other items it is one of them.
    alone = above is not BlockKind.ITEM and below is BlockKind.PARAGRAPH
    may_head = below is not None and (block.kind is BlockKind.PARAGRAPH or alone)
    if may_head and _is_heading(source, block.span, headline=number == 0):
        yield Part(PieceKind.HEADING, block.span, number)
        return
    yield from _cut_paragraph(source, number, block.span, last=below is None)


def _is_heading(source: _Source, line: Span, *, headline: bool) -> bool:
    """Whether a line of its own is a heading, and not prose that a credit ends without a stop.

    A headline may hold a stop: "The ferry is sold. What now?"
    """
    text, outlets = source.text, source.outlets
    titled = is_heading_line(line.of(text)) or is_quoted_heading(text, line, headline=headline)
    if not titled or read_trailing_credit(text, line, outlets) is not None:
        return False
    *finished, last = split_sentences(text, line)
    if not finished:
        return True
    # "The bill passed. [Kyiv Post]"
    return headline and read_whole_credit(text, last, outlets, own_line=False) is None


def _cut_paragraph(source: _Source, number: int, span: Span, *, last: bool) -> Iterator[Part]:
    before = _Before.NOTHING
    opens = opens_with_bracket(source.text, span, source.outlets)
    # A dateline may hold stops of its own ("Ore. (AP) —"), so it is read before sentences are cut.
    opening = _opening_credit(source, span)
    if opening is not None:
        yield Part(PieceKind.CREDIT, opening.span, number, opening)
        span = trim(source.text, opening.span.end, span.end)
        before = _Before.OPENING
    waiting = list(reversed(split_sentences(source.text, span)))
    while waiting:
        segment = waiting.pop()
        if before is _Before.PROSE:
            between = read_bracket_between(source.text, segment, source.outlets, opens=opens)
            if between is not None:
                yield Part(PieceKind.CREDIT, between.span, number, between)
                before = _Before.OPENING if opens else _Before.CREDIT
                segment = trim(source.text, between.span.end, segment.end)
        parts, rest = _cut_segment(source, number, segment, before, waiting, last=last)
        if rest is not None and len(rest):
            waiting.append(rest)
        for part in parts:
            yield part
            before = _after(part, before)


def _after(part: Part, before: _Before) -> _Before:
    """What stands before the segment behind ``part``."""
    if part.credit is not None:
        return _Before.OPENING if part.credit.reach is Reach.AFTER else _Before.CREDIT
    if part.kind is PieceKind.HEADING and before is _Before.NOTHING:
        return before
    return _Before.PROSE


def _cut_segment(
    source: _Source,
    number: int,
    segment: Span,
    before: _Before,
    waiting: Sequence[Span],
    *,
    last: bool,
) -> tuple[tuple[Part, ...], Span | None]:
    """The first parts of ``segment`` and what is left of it to be cut further.

    ``waiting`` are the segments behind it in its paragraph, the next one last;
    ``last`` says that the paragraph is the article's last.
    """
    text, outlets = source.text, source.outlets
    credit = _leading_credit(source, segment, before, more=bool(waiting))
    if credit is not None:
        part = Part(PieceKind.CREDIT, credit.span, number, credit)
        return (part,), trim(text, credit.span.end, segment.end)
    heading, rest = _leading_heading(source, segment, before, waiting, last=last)
    if heading is not None:
        return (Part(PieceKind.HEADING, heading, number),), rest
    trailing = read_trailing_credit(text, segment, outlets)
    if trailing is not None:
        credit, rest = trailing
        prose = trim(text, segment.start, credit.span.start)
        if len(prose):
            ended = Part(PieceKind.SENTENCE, prose, number)
            return (ended, Part(PieceKind.CREDIT, credit.span, number, credit)), rest
    tag = read_unknown_tag(text, segment, outlets, source.style)
    if tag is not None:
        ended = Part(PieceKind.SENTENCE, trim(text, segment.start, tag.span.start), number)
        return (ended, Part(PieceKind.CREDIT, tag.span, number, tag)), None
    return (Part(PieceKind.SENTENCE, segment, number),), None


def _leading_credit(
    source: _Source, segment: Span, before: _Before, *, more: bool
) -> Credit | None:
    """The credit that ``segment`` is, or that it opens with."""
    first = before is _Before.NOTHING
    whole = read_whole_credit(source.text, segment, source.outlets, own_line=False)
    if whole is not None and not first:
        return whole
    if whole is not None and more and not _is_topic(source, whole):
        return replace(whole, reach=Reach.AFTER)
    if first:
        return _opening_credit(source, segment)
    if before is not _Before.CREDIT:
        return read_glued_credit(source.text, segment, source.outlets)
    return None


def _opening_credit(source: _Source, segment: Span) -> Credit | None:
    credit = read_opening_credit(source.text, segment, source.outlets)
    return None if credit is not None and _is_topic(source, credit) else credit


def _is_topic(source: _Source, credit: Credit) -> bool:
    """Whether what opens a paragraph says what it is about: "Science: …", "**OPEC.** …".

    In capitals or bold what nobody knows is a section sooner than a paper: "THE DAILY DIGEST: …".
    """
    written = credit.span.of(source.text)
    words = written.strip(MARKS + DASHES)
    if not words[:1].isalnum() or source.style.labels_outlets:
        return False
    return is_section_label(words, source.outlets) or (
        may_be_topic(written) and not any(map(source.outlets.exact, credit.outlets))
    )


def _leading_heading(
    source: _Source, segment: Span, before: _Before, waiting: Sequence[Span], *, last: bool
) -> tuple[Span | None, Span | None]:
    """The heading that ``segment`` is, or that it opens with, and what is left behind it."""
    text = source.text
    first, behind_credit = before is _Before.NOTHING, before is _Before.CREDIT
    if behind_credit and not waiting and not last and is_announcement(segment.of(text)):
        return segment, None
    if first and (label := read_colon_label(text, segment, source.style.labels)) is not None:
        return label, trim(text, label.end, segment.end)
    if first or behind_credit:
        glued = split_glued_heading(text, segment, source.style.names)
        if glued is not None:
            return glued
    if first and is_run_in_heading(segment.of(text)) and _is_prose(source, waiting):
        return segment, None
    return None, None


def _is_prose(source: _Source, waiting: Sequence[Span]) -> bool:
    """Whether the ``waiting`` segments are more than a credit: a label heads something.

    "Two skippers in Tresk. Photo: Ada Obi" is a caption.
    """
    if len(waiting) != 1:
        return bool(waiting)
    return read_whole_credit(source.text, waiting[0], source.outlets, own_line=False) is None
