"""A quotation that goes on behind its speaker, and the bracket that ends it.

"“We wait,” said Ada Obi. “It is late.” [Salt]": who speaks in the first sentence speaks in
the second, and the bracket is of both, since the second alone is but half of what was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.credits import Reach
from corpus.cutting import Part
from corpus.quotations import double_marks, is_quotation
from corpus.sentences import Attribution, Piece, PieceKind

_SPOKEN = re.compile(r"[“\"«„][^“”\"«»„]+[,!?][”\"»“]\s")
_LONGEST = 12  # sentences of a quotation that goes on


def share_brackets(pieces: Sequence[Piece], parts: Sequence[Part]) -> list[Piece]:
    """``pieces``, which became of ``parts``, with such brackets given to both sentences."""
    shared = list(pieces)
    for at, part in enumerate(parts):
        if part.credit is None or part.credit.reach is not Reach.BEFORE or not part.credit.outlets:
            continue
        first = _first_going_on(shared, parts, at)
        named = shared[first - 1] if first else None
        if named is None or named.attribution is None:
            continue
        heard = named.attribution.outlets
        # Another outlet heard another person, and a bracket that names one is his alone.
        if part.credit.speaker is not None or (heard and heard != part.credit.outlets):
            continue
        speaker = named.attribution.speaker
        for index in range(first, at):
            own = shared[index].attribution
            if own is not None and own.speaker is None:
                shared[index] = replace(shared[index], attribution=replace(own, speaker=speaker))
        # What goes on before the last quotation is the speaker's as well: "“Yes.” “No.” [Salt]".
        before = named.attribution
        index = first - 1
        while index >= 0 and not before.outlets and _is_of(shared[index], before):
            given = replace(before, outlets=part.credit.outlets)
            shared[index] = replace(shared[index], attribution=given)
            index -= 1
    return shared


def _is_of(piece: Piece, attribution: Attribution) -> bool:
    return piece.kind is PieceKind.SENTENCE and piece.attribution == attribution


def _is_speech(piece: Piece) -> bool:
    """Whether ``piece`` opens with what its speaker says, and no word is but set in marks.

    Of "The mayor called it “mad”." a quotation behind it may be anybody's.
    """
    words = double_marks(piece.text)
    return not piece.lead_in and (_SPOKEN.match(words) is not None or is_quotation(words))


def _first_going_on(pieces: Sequence[Piece], parts: Sequence[Part], credit: int) -> int:
    """The first of the sentences before ``credit`` that are nothing but a quotation going on.

    0 where there is none, or where nobody speaks in a quotation before it.
    """
    for first in range(credit - 1, max(0, credit - 1 - _LONGEST), -1):
        piece, before = pieces[first], pieces[first - 1]
        if piece.kind is not PieceKind.SENTENCE or parts[first].block != parts[credit].block:
            return 0
        if piece.speaker is not None:
            return 0
        words = " ".join(each.text for each in pieces[first:credit])
        if is_quotation(words):
            near = parts[first - 1].block == parts[credit].block
            speaks = before.kind is PieceKind.SENTENCE and before.speaker is not None
            return first if near and speaks and _is_speech(before) else 0
    return 0
