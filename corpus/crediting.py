"""Whom each sentence is credited to: the credits beside it, and those in its own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.closing_lists import find_closing_list, sums_up
from corpus.credits import Credit, Reach
from corpus.cutting import Part
from corpus.inline_marks import Unmarked, without_marks
from corpus.introduced_outlets import find_introduced
from corpus.outlets import OutletList
from corpus.parted_clauses import part_clauses
from corpus.quoted_pairs import share_brackets
from corpus.renamed_outlets import Context, Told
from corpus.reporting import Reported, read_reporting
from corpus.sentences import Attribution, Piece, PieceKind
from corpus.shared_quotations import find_quotations, share_quotations
from corpus.sure_outlets import surely_named
from corpus.unknown_tags import is_institution

_EMPHASIS = "*_ "
_REMEMBERED = 60  # sentences back to an outlet that a later word may stand for


def credit_parts(text: str, parts: Sequence[Part], outlets: OutletList) -> tuple[Piece, ...]:
    """The pieces that ``parts`` become with their headings and attributions."""
    plain = without_marks(text)
    parts = part_clauses(text, plain, parts, outlets, _credits_of_sentences(parts).keys())
    unmarked = [replace(part, span=plain.span(part.span)) for part in parts]
    quotations = find_quotations(plain.text, unmarked)
    reported = {
        at: replace(each, cue=plain.original(each.cue))
        for at, each in _read_sentences(plain, unmarked, outlets, quotations).items()
    }
    closing = find_closing_list(text, parts)
    credit = parts[closing].credit if closing is not None else None
    if closing is not None and credit is not None:
        silent = replace(parts[closing], credit=replace(credit, reach=Reach.NOTHING))
        others = [*parts[:closing], silent, *parts[closing + 1 :]]
        pieces = _shared(_pieces_of(text, others, reported), parts, quotations)
        if sums_up(text, parts, pieces, closing):
            return tuple(pieces)
    return tuple(_shared(_pieces_of(text, parts, reported), parts, quotations))


def _shared(
    pieces: Sequence[Piece], parts: Sequence[Part], quotations: Sequence[Sequence[int]]
) -> list[Piece]:
    return share_brackets(share_quotations(pieces, parts, quotations), parts)


def _read_sentences(
    plain: Unmarked,
    parts: Sequence[Part],
    outlets: OutletList,
    quotations: Sequence[Sequence[int]],
) -> dict[int, Reported]:
    """Whom the sentences among ``parts`` credit in their own words, by their index.

    The spans of ``parts``, and of the words that credit, are those of the text without marks.
    """
    text = plain.text
    listed = _listed_outlets(parts, outlets)
    credits = _credits_of_sentences(parts)
    tagged = {name for part in parts if part.credit for name in part.credit.outlets}
    sure = surely_named(text, outlets) | tagged
    introduced = find_introduced(text, outlets)
    # "He said" within a quotation is what somebody tells of him.
    inside = {index for run in quotations for index in run[1:-1]}
    told: list[Told] = []  # the sentences since the last heading
    found: dict[int, Reported] = {}
    for at, part in enumerate(parts):
        if part.kind is PieceKind.HEADING:
            told = []
        if part.kind is not PieceKind.SENTENCE:
            continue
        reported = None
        if at not in inside:
            context = Context(part.block, told, outlets, sure, introduced, plain.titles)
            reported = read_reporting(text, part.span, outlets, context)
        if reported is not None and reported.speaker in listed:
            reported = replace(
                reported, outlets=(*reported.outlets, reported.speaker), speaker=None
            )
        if reported is not None:
            names = (_as_spelled(text, name, outlets) for name in reported.outlets)
            reported = replace(reported, outlets=tuple(dict.fromkeys(names)))
            found[at] = reported
        told.append(_told(text, part, reported, credits.get(at, ())))
        del told[:-_REMEMBERED]
    return found


def _as_spelled(text: str, name: str, outlets: OutletList) -> str:
    """``name``, without the article that only opens a sentence: elsewhere "the Salt Gazette"."""
    bare = name.removeprefix("The ")
    if bare == name or outlets.exact(name) is not None:
        return name
    return bare if re.search(rf"\bthe {re.escape(bare)}(?!\w)", text) else name


def _pieces_of(
    text: str, parts: Sequence[Part], reported: Mapping[int, Reported]
) -> list[Piece]:
    credits = _credits_of_sentences(parts)
    pieces: list[Piece] = []
    heading: str | None = None
    carried: Attribution | None = None  # what a lead-in gives to the sentence it opens
    for index, part in enumerate(parts):
        words = part.span.of(text)
        if part.kind is PieceKind.HEADING:
            heading = words.strip(_EMPHASIS)
            carried = None
            piece = Piece(part.kind, part.span, words)
        elif part.credit is not None:
            named = Attribution(part.credit.outlets, part.credit.speaker, part.span)
            piece = Piece(part.kind, part.span, words, heading, named)
        else:
            attribution = _attribute(part, credits.get(index, ()), reported.get(index))
            if carried is not None:
                attribution = _merge(carried, attribution)
            lead_in = words.rstrip(_EMPHASIS).endswith(":")
            carried = attribution if lead_in else None
            piece = Piece(part.kind, part.span, words, heading, attribution, lead_in)
        pieces.append(piece)
    return pieces


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


def _listed_outlets(parts: Sequence[Part], outlets: OutletList) -> frozenset[str]:
    """Names that nobody knows, listed among known outlets on a line of sources.

    They are outlets in all of the article: what they "said" they published.
    """
    lists = (
        part.credit.outlets
        for part in parts
        if part.credit is not None and part.credit.reach is Reach.PARAGRAPH
    )
    return frozenset(
        name
        for names in lists
        if len(names) > 1 and any(outlets.exact(name) is not None for name in names)
        for name in names
        if outlets.exact(name) is None and not is_institution(name)
    )


def _told(
    text: str, part: Part, reported: Reported | None, credits: Sequence[Credit]
) -> Told:
    """What a later noun may refer to: outlets that a reader has met when the sentence is over."""
    names = list(reported.outlets) if reported else []
    opening = [credit for credit in credits if credit.reach is Reach.AFTER]
    for credit in opening:
        names.extend(credit.outlets)
    label = " ".join(credit.span.of(text) for credit in opening)
    speaker = reported.speaker if reported else None
    return Told(part.block, part.span.of(text), tuple(dict.fromkeys(names)), speaker, label)


def _attribute(
    part: Part, credits: Sequence[Credit], reported: Reported | None
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
