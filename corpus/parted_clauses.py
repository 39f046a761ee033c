"""Two clauses of one sentence that a semicolon parts, each with a speaker of its own.

"The mayor told AFP that it was shut; a guard told Reuters that it was open.": to credit all
of it to the mayor would put the guard's words into his mouth, so that each clause is a
sentence here. The semicolon belongs to the first.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.cutting import Part
from corpus.inline_marks import Unmarked
from corpus.lexicon import PRONOUNS
from corpus.outlets import OutletList
from corpus.quotations import closes_quotation, mask_quotations, opens_quotation
from corpus.reporting import read_reporting
from corpus.sentences import PieceKind
from corpus.spans import Span, trim

_JOINT = re.compile(r";\s+")
_OPENING = re.compile(r"(?:(?:but|and|while|meanwhile|however|yet),?\s+)?", re.IGNORECASE)
# "Ada Obi, who said that it leaks; Ben Lund, who said that it does not" is a list.
_LISTED = re.compile(r",?\s+who(?:se)?\b")


def part_clauses(
    text: str, plain: Unmarked, parts: Sequence[Part], outlets: OutletList, credited: Container[int]
) -> list[Part]:
    """``parts`` of ``text`` with such sentences cut in two.

    Those in ``credited`` have a credit beside them, and who is named beside a sentence is
    named for all of it.
    """
    cut: list[Part] = []
    for index, part in enumerate(parts):
        whole = part.kind is not PieceKind.SENTENCE or index in credited
        ends = [] if whole else _ends_of_clauses(plain.text, plain.span(part.span), outlets)
        start = part.span.start
        for end in ends:
            at = plain.original(Span(end - 1, end)).end
            if text[at].isspace():  # and no mark of emphasis, which would be parted
                cut.append(replace(part, span=Span(start, at)))
                start = trim(text, at, part.span.end).start
        cut.append(replace(part, span=Span(start, part.span.end)))
    return cut


def _ends_of_clauses(text: str, sentence: Span, outlets: OutletList) -> list[int]:
    """Where in ``text``, behind their semicolons, the clauses to cut off ``sentence`` end."""
    words = sentence.of(text)
    if ";" not in words or words.endswith(":") or opens_quotation(words) or closes_quotation(words):
        return []
    masked = mask_quotations(words)
    ends = [sentence.start + joint.start() + 1 for joint in _JOINT.finditer(masked)]
    bounds = pairwise([sentence.start, *ends, sentence.end])
    clauses = [trim(text, start, end) for start, end in bounds]
    behind = clauses[1:]
    speakers = [_speaker_of(text, clause, outlets) for clause in clauses]
    return [
        end
        for end, (before, speaker), clause in zip(ends, pairwise(speakers), behind, strict=True)
        if before and speaker and before != speaker and _opens_with(clause.of(text), speaker)
    ]


def _speaker_of(text: str, clause: Span, outlets: OutletList) -> str | None:
    found = read_reporting(text, clause, outlets)
    return None if found is None else found.speaker


def _opens_with(clause: str, speaker: str) -> bool:
    """Whether ``clause`` tells at once what somebody else than "he" said."""
    opening = _OPENING.match(clause)
    start = opening.end() if opening else 0
    if speaker.casefold() in PRONOUNS or not clause.startswith(speaker, start):
        return False
    return _LISTED.match(clause, start + len(speaker)) is None
