"""Overviews: a few sentences that stand for the sections of an article.

Within a section the sentence nearest to the middle of the whole text is
taken, as centroid summarisers do (Radev et al. 2004), with a small preference
for the one that opens it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from corpus.sentences import Sentence

_OPENING_BONUS = 0.08
_MIN_WORDS = 6
_QUOTES = frozenset('"“”‘’«»„')


def openings(sentences: Sequence[Sentence], *, most: int) -> list[Sentence]:
    """At most ``most`` of ``sentences``: as many from the start of each article as there is room.

    Where there are more articles than that, every second, third, … gives its first sentence.
    """
    if len(sentences) <= most:
        return list(sentences)
    articles = [list(own) for _, own in groupby(sentences, key=lambda item: item.article_id)]
    each = max(1, most // len(articles))
    step = -(-len(articles) // most)
    return [sentence for own in articles[::step] for sentence in own[:each]]


def choose_overview(
    sentences: Sequence[Sentence], vectors: NDArray[np.float32], *, limit: int
) -> tuple[int, ...]:
    """Rows of at most ``limit`` sentences, in the order of the text.

    ``vectors`` are unit vectors of the sentences, float32 of shape
    (len(sentences), dim). Every section gives one sentence before any gives
    two; where there are more sections than places, the ones nearest to the
    whole come in, and the opening always does.
    """
    if not sentences:
        return ()
    centre = vectors.mean(axis=0)
    scores = vectors @ (centre / max(float(np.linalg.norm(centre)), 1e-9))  # (n,)
    sections: list[list[int]] = []
    for row, sentence in enumerate(sentences):
        if (
            row
            and sentence.heading == sentences[row - 1].heading
            and (sentence.article_id == sentences[row - 1].article_id)
        ):
            sections[-1].append(row)
        else:
            sections.append([row])
    ranked = [
        sorted(section, key=lambda row: -_worth(row, section, sentences, scores))
        for section in sections
    ]
    chosen: list[int] = [ranked[0][0]]
    heads = sorted((section[0] for section in ranked[1:]), key=lambda row: -scores[row])
    chosen.extend(heads[: limit - 1])
    rest = sorted((row for section in ranked for row in section[1:]), key=lambda row: -scores[row])
    for row in rest:
        if len(chosen) >= limit:
            break
        # A second sentence of a section must not repeat one that is there.
        if float(np.max(vectors[chosen] @ vectors[row])) < 0.85:
            chosen.append(row)
    return tuple(sorted(chosen))


def _worth(
    row: int, section: Sequence[int], sentences: Sequence[Sentence], scores: NDArray[np.float32]
) -> float:
    worth = float(scores[row])
    if row == section[0]:
        worth += _OPENING_BONUS
    text = sentences[row].text.strip()
    # A fragment, an announcement and bare speech say little without what stands around them.
    if len(text.split()) < _MIN_WORDS or text.endswith(":"):
        worth -= 1.0
    elif text[0] in _QUOTES and text[-1] in _QUOTES:
        worth -= 0.3
    return worth
