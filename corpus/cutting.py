"""From blocks to parts: what in them is heading, sentence or credit, not yet whom it credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from corpus.blocks import Block, BlockKind
from corpus.boundaries import split_sentences
from corpus.credits import Credit, Reach, read_whole_credit
from corpus.headings import (
    is_announcement,
    is_heading_line,
    is_run_in_heading,
    split_glued_heading,
)
from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import STARTERS
from corpus.opening_credits import (
    opens_with_bracket,
    read_bracket_between,
    read_glued_credit,
    read_opening_credit,
)
from corpus.outlets import OutletList
from corpus.sentences import PieceKind
from corpus.spans import Span, trim
from corpus.trailing_credits import read_trailing_credit


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
    names: frozenset[str]  # words that the article capitalises in mid-sentence


class _Before(Enum):
    """What stands before a segment in its paragraph."""

    NOTHING = auto()  # or headings alone: a label leaves the paragraph's first sentence its first
    OPENING = auto()  # a credit that opens the segment
    CREDIT = auto()  # a credit that ended the sentence before
    PROSE = auto()


_MID_SENTENCE_NAME = re.compile(rf"(?<=(?:{SMALL}|[,;]) )({CAPITAL}[\w-]+)")
_TITLE_RUN = re.compile(
    rf"(?:(?:(?:{CAPITAL}|[0-9])\S*|of|the|a|an|in|on|at|to|for|and|or|with|from|by|as)"
    r"(?:\s+|$)){0,60}"
)


def cut_blocks(text: str, blocks: Sequence[Block], outlets: OutletList) -> tuple[Part, ...]:
    """The headings, sentences and credits of ``blocks``, in order and disjoint."""
    lines = [_read_line(text, block, outlets) for block in blocks]
    source = _Source(text, outlets, _names_in(text, blocks))
    # "Outlook" above a paragraph heads it, where no other outlet has a line of its own.
    by_lines = any(credit is not None and not is_word for credit, is_word in lines)
    parts: list[Part] = []
    for number, block in enumerate(blocks):
        above = blocks[number - 1].kind if number else None
        below = blocks[number + 1].kind if number + 1 < len(blocks) else None
        whole, is_word = lines[number]
        if is_word and below is not None and not by_lines:
            whole = None
        parts.extend(_cut_block(source, number, block, whole, above=above, below=below))
    return tuple(parts)


def _names_in(text: str, blocks: Iterable[Block]) -> frozenset[str]:
    """Words that the article capitalises in mid-sentence, hence names.

    The capitals that a block opens with are left out: they may be a heading's.
    """
    found: set[str] = set()
    for block in blocks:
        opening = _TITLE_RUN.match(text, block.span.start, block.span.end)
        start = opening.end() if opening else block.span.start
        found.update(
            match[1]
            for match in _MID_SENTENCE_NAME.finditer(text, start, block.span.end)
            if match[1].casefold() not in STARTERS
        )
    return frozenset(found)


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
    if may_head and _is_heading(source, block.span):
        yield Part(PieceKind.HEADING, block.span, number)
        return
    yield from _cut_paragraph(source, number, block.span, last=below is None)


def _read_line(text: str, block: Block, outlets: OutletList) -> tuple[Credit | None, bool]:
    """The credit that a block is as a whole, and whether its name is as much a word."""
    if block.kind is BlockKind.HEADING:
        return None, False
    credit = read_whole_credit(text, block.span, outlets, own_line=True)
    return credit, credit is not None and _is_only_a_word(text, block.span, outlets)


def _is_only_a_word(text: str, line: Span, outlets: OutletList) -> bool:
    """Whether a line is the name of an outlet, and as much an ordinary word: "Science"."""
    words = line.of(text)
    # Nothing is headed by an abbreviation, or by "The Times".
    if not words.isalpha() or words.isupper():
        return False
    outlet = outlets.exact(words)
    return outlet is not None and outlet.is_ambiguous(words)


def _is_heading(source: _Source, line: Span) -> bool:
    """Whether a line of its own is a heading, and not prose that a credit ends without a stop."""
    text = source.text
    return (
        is_heading_line(line.of(text))
        and len(split_sentences(text, line)) == 1  # "The bill passed. [Kyiv Post]" has two
        and read_trailing_credit(text, line, source.outlets) is None
    )


def _cut_paragraph(source: _Source, number: int, span: Span, *, last: bool) -> Iterator[Part]:
    before = _Before.NOTHING
    opens = opens_with_bracket(source.text, span, source.outlets)
    # A dateline may hold stops of its own ("Ore. (AP) —"), so it is read before sentences are cut.
    opening = read_opening_credit(source.text, span, source.outlets)
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
        parts, rest = _cut_segment(source, number, segment, before, more=bool(waiting), last=last)
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
    source: _Source, number: int, segment: Span, before: _Before, *, more: bool, last: bool
) -> tuple[tuple[Part, ...], Span | None]:
    """The first parts of ``segment`` and what is left of it to be cut further.

    ``more`` says that the paragraph goes on behind the segment, ``last`` that
    the paragraph is the article's last.
    """
    text, outlets = source.text, source.outlets
    credit = _leading_credit(source, segment, before, more=more)
    if credit is not None:
        part = Part(PieceKind.CREDIT, credit.span, number, credit)
        return (part,), trim(text, credit.span.end, segment.end)
    heading, rest = _leading_heading(source, segment, before, more=more, last=last)
    if heading is not None:
        return (Part(PieceKind.HEADING, heading, number),), rest
    trailing = read_trailing_credit(text, segment, outlets)
    if trailing is not None:
        credit, rest = trailing
        prose = trim(text, segment.start, credit.span.start)
        if len(prose):
            ended = Part(PieceKind.SENTENCE, prose, number)
            return (ended, Part(PieceKind.CREDIT, credit.span, number, credit)), rest
    return (Part(PieceKind.SENTENCE, segment, number),), None


def _leading_credit(
    source: _Source, segment: Span, before: _Before, *, more: bool
) -> Credit | None:
    """The credit that ``segment`` is, or that it opens with."""
    first = before is _Before.NOTHING
    whole = read_whole_credit(source.text, segment, source.outlets, own_line=False)
    if whole is not None and not first:
        return whole
    if whole is not None and more:
        return replace(whole, reach=Reach.AFTER)
    if first:
        return read_opening_credit(source.text, segment, source.outlets)
    if before is not _Before.CREDIT:
        return read_glued_credit(source.text, segment, source.outlets)
    return None


def _leading_heading(
    source: _Source, segment: Span, before: _Before, *, more: bool, last: bool
) -> tuple[Span | None, Span | None]:
    """The heading that ``segment`` is, or that it opens with, and what is left behind it."""
    text = source.text
    first, behind_credit = before is _Before.NOTHING, before is _Before.CREDIT
    if behind_credit and not more and not last and is_announcement(segment.of(text)):
        return segment, None
    if first or behind_credit:
        glued = split_glued_heading(text, segment, source.names)
        if glued is not None:
            return glued
    if first and more and is_run_in_heading(segment.of(text)):
        return segment, None
    return None, None
