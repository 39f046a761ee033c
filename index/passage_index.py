"""The index that answers are looked for in: both ways of finding, fused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.passages import Passage
from index.dense import DenseIndex
from index.embedding import Embedder
from index.fusion import weight_of_dense, weighted_z_sum
from index.lexical import LexicalIndex, best_rows
from index.text import framed_text

# How many of each ranking are candidates for the fused one.
DEPTH = 100


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage in a ranking. ``rank`` starts at 1; a higher ``score`` is better."""

    passage: Passage
    score: float
    rank: int


@dataclass(frozen=True, slots=True)
class Rankings:
    """What one query found, best first.

    Scores are cosines in [-1, 1] in ``dense``, BM25 scores above 0 in
    ``lexical``, and sums of the two's z-scores in ``fused``, which compare
    within this query alone.
    """

    dense: tuple[ScoredPassage, ...]
    lexical: tuple[ScoredPassage, ...]
    fused: tuple[ScoredPassage, ...]


@dataclass(frozen=True, slots=True)
class PassageIndex:
    """Passages with what finds them. Several threads may search at once."""

    passages: tuple[Passage, ...]
    embedder: Embedder
    dense: DenseIndex
    lexical: LexicalIndex

    def __post_init__(self) -> None:
        if not len(self.passages) == len(self.dense) == len(self.lexical):
            raise ValueError(
                f"{len(self.passages)} passages need as many vectors and texts, but there are "
                f"{len(self.dense)} and {len(self.lexical)}"
            )

    @classmethod
    def build(
        cls,
        passages: Sequence[Passage],
        embedder: Embedder,
        *,
        titles: Mapping[str, str] | None = None,
        known_vectors: Mapping[str, NDArray[np.float32]] | None = None,
    ) -> PassageIndex:
        """Index ``passages``; there may be none.

        Args:
            titles: the title of each article, by its id; one that is not named has none.
            known_vectors: vectors from an earlier build with this embedder, by
                ``text_digest``; only the other texts are encoded.

        Raises:
            ValueError: if two passages share an id.
        """
        texts = framed_texts(passages, titles=titles)
        known = known_vectors or {}
        digests = [text_digest(text) for text in texts]
        missing = [row for row, digest in enumerate(digests) if digest not in known]
        vectors = np.empty((len(texts), embedder.dim), dtype=np.float32)
        for row, digest in enumerate(digests):
            if digest in known:
                vectors[row] = known[digest]
        if missing:
            vectors[missing] = embedder.encode_passages([texts[row] for row in missing])
        return cls(tuple(passages), embedder, DenseIndex.build(vectors), LexicalIndex.build(texts))

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        depth: int = DEPTH,
        rows: Sequence[int] | None = None,
    ) -> Rankings:
        """The ``k`` best passages of each ranking; fewer where fewer are found.

        Args:
            depth: how many of the dense and of the lexical ranking are
                candidates for the fused one; at least ``k`` are.
            rows: the places in ``passages`` that may be found at all, rising; None for every one.

        Raises:
            ValueError: if ``k`` or ``depth`` is less than 1.
        """
        if k < 1 or depth < 1:
            raise ValueError(f"a search needs k >= 1 and depth >= 1, not {k} and {depth}")
        depth = max(k, depth)
        if not (self.passages if rows is None else rows):
            return Rankings((), (), ())
        vector = self.embedder.encode_query(query)
        words = self.lexical.score_all(query)
        dense = self.dense.search(vector, k=depth, rows=rows)
        lexical = best_rows(words, k=depth, rows=rows)
        # Every candidate gets both scores, also from the side that did not find it.
        cosines = dict(dense)
        unscored = [row for row, _ in lexical if row not in cosines]
        cosines |= zip(unscored, self.dense.score(vector, unscored).tolist(), strict=True)
        bm25 = {row: float(words[row]) for row in cosines}
        attainable = self.lexical.attainable(query)
        covered = max(bm25.values()) / attainable if attainable else 0.0
        fused = weighted_z_sum(cosines, bm25, dense_weight=weight_of_dense(min(1.0, covered)))
        # Of equals the earlier row comes first, so that a search repeats exactly.
        order = sorted(fused, key=lambda row: (-fused[row], row))[:k]
        return Rankings(
            dense=self._ranked(dense[:k]),
            lexical=self._ranked(lexical[:k]),
            fused=self._ranked((row, fused[row]) for row in order),
        )

    def _ranked(self, found: Iterable[tuple[int, float]]) -> tuple[ScoredPassage, ...]:
        return tuple(
            ScoredPassage(self.passages[row], score, rank)
            for rank, (row, score) in enumerate(found, start=1)
        )


def framed_texts(
    passages: Sequence[Passage], *, titles: Mapping[str, str] | None = None
) -> list[str]:
    """What the indexes read, in the order of ``passages``.

    Raises:
        ValueError: if two passages share an id.
    """
    seen: set[str] = set()
    for passage in passages:
        if passage.passage_id in seen:
            raise ValueError(f"two passages have the id {passage.passage_id!r}; give each its own")
        seen.add(passage.passage_id)
    named = titles or {}
    return [framed_text(passage, title=named.get(passage.article_id, "")) for passage in passages]


def text_digest(text: str) -> str:
    """The sha256 of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def corpus_digest(passages: Sequence[Passage], *, titles: Mapping[str, str] | None = None) -> str:
    """A sha256 that changes with any id or text that is indexed, or with their order."""
    total = hashlib.sha256()
    for passage, text in zip(passages, framed_texts(passages, titles=titles), strict=True):
        named = text_digest(passage.passage_id)
        total.update(f"{named} {text_digest(text)}\n".encode())
    return total.hexdigest()
