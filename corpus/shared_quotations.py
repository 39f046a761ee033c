"""Quotations of several sentences, and of several paragraphs: one speaker for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.cutting import Part
from corpus.quotations import closes_quotation, double_marks, is_quotation, opens_quotation
from corpus.sentences import Attribution, Piece, PieceKind

_QUOTED = re.compile(r"[“”\"«»„]")
_OPENING_QUOTES = ("“", '"', "«", "„")


def find_quotations(text: str, parts: Sequence[Part]) -> tuple[tuple[int, ...], ...]:
    """The indices of the sentences of each quotation, from that which opens it to its last.

    A quotation that its paragraph leaves open goes on where the next paragraph opens it
    again, as the press writes it; else it is a slip of the pen, and no quotation.
    """
    found: list[tuple[int, ...]] = []
    run: list[int] = []
    for index, part in enumerate(parts):
        if part.kind is not PieceKind.SENTENCE:
            run = []
            continue
        words = double_marks(part.span.of(text))
        if run and part.block != (last := parts[run[-1]].block):
            if part.block == last + 1 and words.startswith(_OPENING_QUOTES):
                words = words[1:]  # no new quotation
            else:
                run = []
        marked = _QUOTED.search(words) is not None
        if run:
            run.append(index)
            if marked and closes_quotation(words):
                found.append(tuple(run))
                run = []
        if marked and opens_quotation(words):
            run = [index]
    return tuple(found)


def share_quotations(
    pieces: Sequence[Piece], parts: Sequence[Part], quotations: Sequence[Sequence[int]]
) -> list[Piece]:
    """Sentences of one quotation share its speaker, whichever of them names him.

    A sentence that is nothing but a quotation, or begins one that nobody is
    named in, goes on with the speaker of the quotation before it. ``pieces`` are what
    became of ``parts``.
    """
    shared = list(pieces)
    opened = {run[0]: run for run in quotations}
    closed = {run[-1]: run for run in quotations}
    going_on: dict[int, Attribution | None] = {}  # whose it is when its sentences do not say
    for index, piece in enumerate(pieces):
        if piece.kind is not PieceKind.SENTENCE:
            continue
        before = shared[index - 1].attribution if index and _quotes(shared[index - 1]) else None
        if before is not None and piece.attribution is None and is_quotation(piece.text):
            shared[index] = replace(piece, attribution=before)
        if (run := closed.get(index)) is not None:
            _share(shared, parts, run, going_on[run[0]])
        if index in opened:
            opens = double_marks(piece.text).startswith(_OPENING_QUOTES)
            going_on[index] = before if opens else None
    return shared


def _quotes(piece: Piece) -> bool:
    """Whether ``piece`` quotes a speaker whose next quotation needs no name."""
    quoted = _QUOTED.search(double_marks(piece.text)) is not None
    return not piece.lead_in and piece.speaker is not None and quoted


def _share(
    shared: list[Piece], parts: Sequence[Part], run: Sequence[int], going_on: Attribution | None
) -> None:
    """Give each sentence of ``run`` the last attribution in its paragraph, or else in the run."""
    named = [(parts[i].block, shared[i].attribution) for i in run if shared[i].attribution]
    of_blocks = dict(named)
    source = named[-1][1] if named else going_on
    for index in run:
        if shared[index].attribution is None:
            attribution = of_blocks.get(parts[index].block, source)
            shared[index] = replace(shared[index], attribution=attribution)
