"""Passages of other briefings on a question's words, as the search of a large library brings them.

A passage of another briefing does not answer a question that names somebody or
something that the passage does not hold. A question without such a name is left
out: what it asks, another briefing may well say.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.training.ranking import rank_windows
from qa.training.windows import Piece, cut_sentences

_POOL = 150  # paragraphs looked through for the questions of one briefing


@dataclass(frozen=True, slots=True)
class Stranger:
    """A sentence elsewhere: the number of its paragraph, all sentences of that, and which one."""

    paragraph: int
    pieces: tuple[Piece, ...]
    piece: Piece


def strangers_to(
    questions: Sequence[str], paragraphs: Sequence[str], rng: random.Random
) -> list[Stranger | None]:
    """For each question the nearest sentence, by BM25, of some of the ``paragraphs`` elsewhere.

    None where a question names nothing, or the paragraph holds all that it names.
    """
    found: list[Stranger] = []
    for number in rng.sample(range(len(paragraphs)), min(_POOL, len(paragraphs))):
        pieces = tuple(cut_sentences(paragraphs[number]))
        found += [Stranger(number, pieces, piece) for piece in pieces]
    if not found or not questions:
        return [None] * len(questions)
    windows = [paragraphs[one.paragraph][one.piece.start : one.piece.end] for one in found]
    nearest = [found[at] for at in rank_windows(questions, windows, depth=1)[:, 0]]
    return [
        one if names_beyond(question, paragraphs[one.paragraph]) else None
        for question, one in zip(questions, nearest, strict=True)
    ]


def names_beyond(question: str, text: str) -> bool:
    """Whether ``question`` has a word with a capital, not its first, that ``text`` lacks."""
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", question)
    return any(word[0].isupper() and word[1:] and word not in text for word in words[1:])
