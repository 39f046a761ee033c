"""Whom each sentence is credited to: the credits beside it, and those in its own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.closing_lists import find_closing_list, sums_up
from corpus.credits import Credit, Reach
from corpus.cutting import Part
from corpus.outlets import OutletList
from corpus.quotations import closes_quotation, double_marks, is_quotation, opens_quotation
from corpus.reporting import Reported, read_reporting
from corpus.sentences import Attribution, Piece, PieceKind
from corpus.unknown_tags import is_institution

_QUOTED = re.compile(r"[“”\"«»]")
_OPENING_QUOTES = ("“", '"', "«", "„")
_EMPHASIS = "*_ "


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece and the block that it stands in."""

    piece: Piece
    block: int


def credit_parts(text: str, parts: Sequence[Part], outlets: OutletList) -> tuple[Piece, ...]:
    """The pieces that ``parts`` become with their headings and attributions."""
    reported = _read_sentences(text, parts, outlets)
    closing = find_closing_list(text, parts)
    credit = parts[closing].credit if closing is not None else None
    if closing is not None and credit is not None:
        silent = replace(parts[closing], credit=replace(credit, reach=Reach.NOTHING))
        pieces = _pieces_of(text, [*parts[:closing], silent, *parts[closing + 1 :]], reported)
        if sums_up(text, parts, pieces, closing):
            return pieces
    return _pieces_of(text, parts, reported)


def _read_sentences(
    text: str, parts: Sequence[Part], outlets: OutletList
) -> dict[int, Reported]:
    """Whom the sentences among ``parts`` credit in their own words, by their index."""
    listed = _listed_outlets(parts, outlets)
    found: dict[int, Reported] = {}
    for at, part in enumerate(parts):
        if part.kind is not PieceKind.SENTENCE:
            continue
        reported = read_reporting(text, part.span, outlets)
        if reported is not None and reported.speaker in listed:
            reported = replace(
                reported, outlets=(*reported.outlets, reported.speaker), speaker=None
            )
        if reported is not None:
            found[at] = reported
    return found


def _pieces_of(
    text: str, parts: Sequence[Part], reported: Mapping[int, Reported]
) -> tuple[Piece, ...]:
    credits = _credits_of_sentences(parts)
    placed: list[_Placed] = []
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
        placed.append(_Placed(piece, part.block))
    return tuple(_share_quotations(placed))


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


def _share_quotations(placed: Sequence[_Placed]) -> list[Piece]:
    """Sentences of one quotation share its speaker, whichever of them names him.

    A sentence that is nothing but a quotation, or begins one that nobody is
    named in, goes on with the speaker of the quotation before it.
    """
    shared = [each.piece for each in placed]
    run: list[int] = []  # the sentences of a quotation that is still open
    going_on: Attribution | None = None  # whose quotation it is when its sentences do not say
    for index, (piece, block) in enumerate((each.piece, each.block) for each in placed):
        if piece.kind is not PieceKind.SENTENCE:
            run = []
            continue
        before = shared[index - 1].attribution if index and _quotes(shared[index - 1]) else None
        if before is not None and piece.attribution is None and is_quotation(piece.text):
            shared[index] = replace(piece, attribution=before)
        # A quotation that nothing ends is a slip of the pen, not the rest of the article.
        if run and placed[run[-1]].block != block:
            run = []
        if run:
            run.append(index)
        if run and closes_quotation(piece.text):
            _share(shared, run, going_on)
            run = []
        if opens_quotation(piece.text):
            run = [index]
            opens = double_marks(piece.text).startswith(_OPENING_QUOTES)
            going_on = before if opens else None
    return shared


def _quotes(piece: Piece) -> bool:
    """Whether ``piece`` quotes a speaker whose next quotation needs no name."""
    quoted = _QUOTED.search(double_marks(piece.text)) is not None
    return not piece.lead_in and piece.speaker is not None and quoted


def _share(shared: list[Piece], run: Sequence[int], going_on: Attribution | None) -> None:
    """Give the last attribution in ``run``, or else ``going_on``, to its sentences without one."""
    named = (shared[i].attribution for i in reversed(run) if shared[i].attribution)
    source = next(named, going_on)
    for index in run:
        if shared[index].attribution is None:
            shared[index] = replace(shared[index], attribution=source)
