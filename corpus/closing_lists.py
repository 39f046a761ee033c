"""The list of sources that ends an article: it sums up, and speaks for no paragraph of its own.

So does "(With inputs from PTI)": an agency's words are somewhere in what stands above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.credits import Reach
from corpus.cutting import Part
from corpus.sentences import Piece, PieceKind

_LEAD = re.compile(r"[\s*_(\[]*sources?(?:\(s\))?\s*:", re.IGNORECASE)
_INPUTS = re.compile(
    r"[\s*_(\[–—-]*(?:with\s+)?(?:agency\s+)?(?:inputs?|reporting|material)\s+from\s", re.IGNORECASE
)
_EMPTY_LINE = re.compile(r"\n\s*\n")
_FEWEST_BELOW_LIST = 2
_FEWEST_SUMMED_UP = 3


def find_closing_list(text: str, parts: Sequence[Part]) -> int | None:
    """The index of a line "Sources: A, B" behind an empty line, or of a note on whose words helped.

    No sentence stands behind it. An article that has a line of sources, or such a note, below
    each of its paragraphs has none.
    """
    noted = [at for at, part in enumerate(parts) if _is_inputs_note(text, part)]
    if len(noted) == 1 and not _is_above_prose(parts, noted[0]):
        return noted[0]
    listed = [at for at, part in enumerate(parts) if _is_listing(text, part)]
    if len(listed) != 1 or not (at := listed[0]):
        return None
    if _is_above_prose(parts, at):
        return None
    between = text[parts[at - 1].span.end : parts[at].span.start]
    return at if _EMPTY_LINE.search(between) else None


def _is_above_prose(parts: Sequence[Part], at: int) -> bool:
    return any(part.kind is PieceKind.SENTENCE for part in parts[at + 1 :])


def _is_inputs_note(text: str, part: Part) -> bool:
    """Whether ``part`` says from whom an article has some of its words, and not which."""
    return part.credit is not None and _INPUTS.match(text, part.span.start) is not None


def _is_listing(text: str, part: Part) -> bool:
    credit = part.credit
    return (
        credit is not None
        and credit.reach is Reach.PARAGRAPH
        and _LEAD.match(text, part.span.start) is not None
    )


def sums_up(text: str, parts: Sequence[Part], pieces: Sequence[Piece], closing: int) -> bool:
    """Whether the list at ``closing`` names the sources of the whole, not of the block above.

    ``pieces`` are what ``parts`` become when it speaks for nothing. It sums up what stands
    above it where that is a list, and where most of its names are credited elsewhere.
    """
    if _is_inputs_note(text, parts[closing]):
        return True
    credit, block = parts[closing].credit, parts[closing].block
    names = credit.outlets if credit is not None else ()
    above = [part for part in parts if part.block == block - 1]
    if len(names) >= _FEWEST_BELOW_LIST and above and _is_marked(text, above[0].span.start):
        return True
    elsewhere = {
        name
        for part, piece in zip(parts, pieces, strict=True)
        if part.block < block - 1
        for name in piece.outlets
    }
    return len(names) >= _FEWEST_SUMMED_UP and 2 * len(elsewhere.intersection(names)) > len(names)


def _is_marked(text: str, start: int) -> bool:
    """Whether a list mark stands in front of ``start`` on its line."""
    return bool(text[text.rfind("\n", 0, start) + 1 : start].strip(" \t>"))
