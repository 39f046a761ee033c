"""Lines that are sources as a whole, told from headings that are worded like one.

Where a line stands decides before its name does: what has an empty line above it and text
right below heads that text, and a source stands below its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.blocks import Block, BlockKind
from corpus.cited_works import read_citation
from corpus.credit_names import MAX_CREDIT_CHARS
from corpus.credits import Credit, Reach, read_whole_credit
from corpus.headings import is_heading_line, is_standfirst
from corpus.label_names import name_in_label
from corpus.misspellings import resolve_alone
from corpus.outlets import OutletList
from corpus.section_labels import is_section_label
from corpus.unmarked_bylines import (
    are_people_in_places,
    is_person,
    is_person_with_role,
    is_role,
)

_BOLD = ("**", "__")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z")
_HEAD_BLOCKS = 4  # a headline, a date, a line on what follows: behind them stands who wrote it
_LONGEST_ENDING = 8  # characters that a stop and what closes behind it take


@dataclass(frozen=True, slots=True)
class _Line:
    """A block, and what is known of it before its neighbours are looked at."""

    block: Block
    credit: Credit | None
    bare: bool  # an outlet's name and no sign of a credit: no bracket, no dash, no "Source:"
    label: bool  # a bare name that sections are called as well


def read_source_lines(
    text: str, blocks: Sequence[Block], outlets: OutletList
) -> tuple[Credit | None, ...]:
    """For each of ``blocks`` the credit that it is as a whole, or None."""
    lines = [_read_line(text, block, outlets) for block in blocks]
    habits = _Habits.of(text, lines)
    credits = [
        None if line.bare and _heads(lines, at, habits) else line.credit
        for at, line in enumerate(lines)
    ]
    for at in _find_byline(text, blocks, credits):
        credits[at] = Credit(blocks[at].span, (), Reach.NOTHING)
    return tuple(credits)


def find_standfirst(
    text: str, blocks: Sequence[Block], credits: Sequence[Credit | None]
) -> int | None:
    """The block between the headline and the by-line that goes on with the headline."""
    if len(blocks) < 4 or credits[0] is not None or credits[1] is not None:
        return None
    byline = credits[2]
    if byline is None or byline.reach is not Reach.NOTHING:
        return None
    headed = is_heading_line(blocks[0].span.of(text)) or blocks[0].kind is BlockKind.HEADING
    return 1 if headed and is_standfirst(blocks[1].span.of(text)) else None


def _find_byline(
    text: str, blocks: Sequence[Block], credits: Sequence[Credit | None]
) -> Sequence[int]:
    """The blocks below a headline that are names, with what their bearers are or where."""
    for at in range(1, min(len(blocks) - 1, _HEAD_BLOCKS)):
        line = blocks[at].span.of(text)
        if credits[at] is not None:
            return ()
        if not is_heading_line(line):
            if at == 1 and is_standfirst(line):
                continue
            return ()
        if is_person_with_role(line):
            return (at,)
        role = blocks[at + 1]
        prose = not is_heading_line(role.span.of(text))
        if prose and are_people_in_places(line, blocks[0].span.of(text)):
            return (at,)
        if is_person(line) and not role.apart and is_role(role.span.of(text)):
            return (at, at + 1)
    return ()


def _read_line(text: str, block: Block, outlets: OutletList) -> _Line:
    if block.kind is BlockKind.HEADING:
        return _Line(block, None, bare=False, label=False)
    cited = read_citation(block.span.of(text), outlets)
    if cited is not None:
        return _Line(block, Credit(block.span, cited, Reach.NOTHING), bare=False, label=False)
    credit = read_whole_credit(text, block.span, outlets, own_line=True)
    if credit is None:
        name = name_in_label(block.span.of(text)[:MAX_CREDIT_CHARS])
        return _Line(block, None, bare=outlets.exact(name) is not None, label=False)
    if credit.reach is Reach.NOTHING or len(credit.outlets) != 1:
        return _Line(block, credit, bare=False, label=False)
    written = block.span.of(text)
    words = written[2:-2] if written.startswith(_BOLD) and written.endswith(_BOLD) else written
    words = name_in_label(words)  # "Le Monde, 8 May, p. 3" may head what it writes
    label = words[:1].isalnum() and is_section_label(words, outlets)
    bare = label or (words[:1].isalnum() and resolve_alone(words, outlets) is not None)
    return _Line(block, credit, bare=bare and (label or not words.endswith(":")), label=label)


# Whether an empty line stands above a line, and whether one stands below it.
_Place = tuple[bool, bool]


def _place(lines: Sequence[_Line], at: int) -> _Place:
    return lines[at].block.apart, lines[at + 1].block.apart


@dataclass(frozen=True, slots=True)
class _Habits:
    """Where the lines stand that are headings or sources beyond doubt, and what names head."""

    headings: frozenset[_Place]
    sources: frozenset[_Place]
    headed_by_names: frozenset[_Place]

    @classmethod
    def of(cls, text: str, lines: Sequence[_Line]) -> _Habits:
        inner = range(1, len(lines) - 1)
        return cls(
            frozenset(_place(lines, at) for at in inner if _is_heading(text, lines, at)),
            frozenset(
                _place(lines, at) for at in inner if lines[at].bare and not lines[at].label
            ),
            _headed_by_names(text, lines),
        )


def _headed_by_names(text: str, lines: Sequence[_Line]) -> frozenset[_Place]:
    """The places where outlets' names head what each of them writes, as in a press review.

    The first of several has no prose above it that it could be the source of.
    """
    named: dict[_Place, list[int]] = {}
    for at, line in enumerate(lines[:-1]):
        if line.bare:
            named.setdefault(_place(lines, at), []).append(at)
    if lines and lines[-1].bare:
        return frozenset()
    return frozenset(
        place
        for place, (first, *others) in named.items()
        if others and not (first and _is_behind_prose(text, lines, first))
    )


def _heads(lines: Sequence[_Line], at: int, habits: _Habits) -> bool:
    """Whether the bare name at ``at`` is the heading of what stands below it."""
    if at + 1 == len(lines):
        return False
    line, below = lines[at], lines[at + 1]
    if at and line.block.apart and not below.block.apart and below.credit is None:
        return True
    if _place(lines, at) in habits.headed_by_names:
        return True
    if not line.label:
        return False
    above = lines[at - 1] if at else None
    if above is not None and above.credit is not None and above.credit.reach is Reach.PARAGRAPH:
        return True  # its paragraph has its source already
    place = _place(lines, at)
    return place in habits.headings or place not in habits.sources


def _is_heading(text: str, lines: Sequence[_Line], at: int) -> bool:
    """Whether the line at ``at``, behind finished prose, can be nothing but a heading."""
    line, above = lines[at], lines[at - 1]
    return (
        line.credit is None
        and line.block.kind is not BlockKind.ITEM
        and (_is_behind_prose(text, lines, at) or above.credit is not None)
        and (line.block.kind is BlockKind.HEADING or is_heading_line(line.block.span.of(text)))
    )


def _is_behind_prose(text: str, lines: Sequence[_Line], at: int) -> bool:
    """Whether a finished sentence, or an item of a list, stands above the line at ``at``."""
    above = lines[at - 1].block
    ending = text[max(above.span.start, above.span.end - _LONGEST_ENDING) : above.span.end]
    return above.kind is BlockKind.ITEM or _SENTENCE_END.search(ending) is not None
