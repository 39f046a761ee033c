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
from corpus.lexicon import DETERMINERS, PRONOUNS
from corpus.outlets import OutletList
from corpus.quotations import closes_quotation, mask_quotations, opens_quotation
from corpus.reporting import Reported, read_reporting
from corpus.sentences import PieceKind
from corpus.spans import Span, trim

_JOINT = re.compile(r";\s+")
_OPENING = re.compile(r"(?:(?:but|and|while|meanwhile|however|yet),?\s+)?", re.IGNORECASE)
# All of it is one person's: "said that either the bank …; the fund …; or …".
_THE_SAME = re.compile(r"\bthe\s+same\s+[a-z]+")
_SUBORDINATE = re.compile(r"\bthat\s+(?:either|both|as|while|because|since)\b")
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
    if ";" not in words or words.endswith(":") or _SUBORDINATE.search(words):
        return []
    if opens_quotation(words) or closes_quotation(words):
        return []
    masked = mask_quotations(words)
    ends = [sentence.start + joint.start() + 1 for joint in _JOINT.finditer(masked)]
    bounds = pairwise([sentence.start, *ends, sentence.end])
    clauses = [trim(text, start, end) for start, end in bounds]
    behind = clauses[1:]
    told = [read_reporting(text, clause, outlets) for clause in clauses]
    return [
        end
        for end, (before, after), clause in zip(ends, pairwise(told), behind, strict=True)
        if before and after and _are_two(before, after, clause.of(text))
    ]


def _are_two(before: Reported, after: Reported, clause: str) -> bool:
    """Whether two clauses have each its own speaker, and its own outlet where one has any.

    "According to Salt, the mayor said …; the guard said …": Salt may have heard both.
    ``clause`` are the words of the second.
    """
    if not before.speaker or not after.speaker or not _opens_with(clause, after.speaker):
        return False
    heard = bool(after.outlets) or _THE_SAME.search(clause) is not None
    if bool(before.outlets) != heard:
        return False
    names = (_named(before.speaker), _named(after.speaker))
    return before.speaker != after.speaker and names[0].isdisjoint(names[1])


def _named(speaker: str) -> set[str]:
    """The weighty words of ``speaker``: "Ada Obi" and "Mrs Obi" may be one."""
    return {word.casefold() for word in speaker.split() if len(word) > 2} - DETERMINERS


def _opens_with(clause: str, speaker: str) -> bool:
    """Whether ``clause`` tells at once what somebody else than "he" said."""
    opening = _OPENING.match(clause)
    start = opening.end() if opening else 0
    if speaker.casefold() in PRONOUNS or not clause.startswith(speaker, start):
        return False
    return _LISTED.match(clause, start + len(speaker)) is None
