"""Whom each sentence is credited to: the credits beside it, and those in its own words."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.credits import Credit, Reach
from corpus.cutting import Part
from corpus.outlets import OutletList
from corpus.renamed_outlets import Context, Told
from corpus.reporting import Reported, read_reporting
from corpus.sentences import Attribution, Piece, PieceKind
from corpus.shared_quotations import find_quotations, share_quotations

_EMPHASIS = "*_ "
_REMEMBERED = 60  # sentences back to an outlet that a later word may stand for


def credit_parts(text: str, parts: Sequence[Part], outlets: OutletList) -> tuple[Piece, ...]:
    """The pieces that ``parts`` become with their headings and attributions."""
    credits = _credits_of_sentences(parts)
    quotations = find_quotations(text, parts)
    inside = {index for run in quotations for index in run[1:-1]}
    pieces: list[Piece] = []
    heading: str | None = None
    carried: Attribution | None = None  # what a lead-in gives to the sentence it opens
    told: list[Told] = []  # the sentences since the last heading
    for index, part in enumerate(parts):
        words = part.span.of(text)
        if part.kind is PieceKind.HEADING:
            heading = words.strip(_EMPHASIS)
            carried = None
            told = []
            piece = Piece(part.kind, part.span, words)
        elif part.credit is not None:
            named = Attribution(part.credit.outlets, part.credit.speaker, part.span)
            piece = Piece(part.kind, part.span, words, heading, named)
        else:
            given = credits.get(index, ())
            # "He said" within a quotation is what somebody tells of him.
            reported = None if index in inside else read_reporting(
                text, part.span, outlets, Context(part.block, told, outlets)
            )
            told.append(_told(part, words, reported, given))
            del told[:-_REMEMBERED]
            attribution = _attribute(part, reported, given)
            if carried is not None:
                attribution = _merge(carried, attribution)
            lead_in = words.rstrip(_EMPHASIS).endswith(":")
            carried = attribution if lead_in else None
            piece = Piece(part.kind, part.span, words, heading, attribution, lead_in)
        pieces.append(piece)
    return tuple(share_quotations(pieces, parts, quotations))


def _credits_of_sentences(parts: Sequence[Part]) -> dict[int, list[Credit]]:
    """The credits that speak for each sentence, by the sentence's index in ``parts``."""
    given: dict[int, list[Credit]] = {}
    paragraphs: dict[int, list[int]] = {}  # the sentences of each block
    opening: list[Credit] = []  # credits that wait for the sentence they open
    for index, part in enumerate(parts):
        if part.kind is PieceKind.HEADING:
            opening = []
        elif part.kind is PieceKind.SENTENCE:
            paragraphs.setdefault(part.block, []).append(index)
            if opening:
                given.setdefault(index, []).extend(opening)
                opening = []
        elif part.credit is not None and (part.credit.outlets or part.credit.speaker):
            if part.credit.reach is Reach.AFTER:
                opening.append(part.credit)
            for covered in _covered_above(part.credit.reach, part.block, paragraphs):
                given.setdefault(covered, []).append(part.credit)
    return given


def _covered_above(reach: Reach, block: int, paragraphs: dict[int, list[int]]) -> list[int]:
    """The sentences before a credit that it speaks for."""
    if reach is Reach.BEFORE:
        return paragraphs.get(block, [])[-1:]
    if reach is Reach.PARAGRAPH:
        return paragraphs.get(block - 1, [])
    return []


def _told(
    part: Part, words: str, reported: Reported | None, credits: Sequence[Credit]
) -> Told:
    """What a later noun may refer to: outlets that a reader has met when the sentence is over."""
    names = list(reported.outlets) if reported else []
    for credit in credits:
        if credit.reach is Reach.AFTER:
            names.extend(credit.outlets)
    return Told(part.block, words, tuple(names), reported.speaker if reported else None)


def _attribute(
    part: Part, reported: Reported | None, credits: Sequence[Credit]
) -> Attribution | None:
    names = list(reported.outlets) if reported else []
    for credit in credits:
        names.extend(credit.outlets)
    speaker = reported.speaker if reported else None
    speaker = speaker or next((credit.speaker for credit in credits if credit.speaker), None)
    if not names and speaker is None:
        return None
    cue = credits[0].span if credits else reported.cue if reported else part.span
    return Attribution(tuple(dict.fromkeys(names)), speaker, cue)


def _merge(carried: Attribution, own: Attribution | None) -> Attribution:
    if own is None:
        return carried
    names = tuple(dict.fromkeys((*carried.outlets, *own.outlets)))
    return Attribution(names, own.speaker or carried.speaker, own.cue)
