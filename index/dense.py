"""Finding by meaning: the passages whose vectors point the way of the query's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from index.clustered import build_clustered, groups_of, limited_to

#: With more vectors than this the search is no longer exact: on two cores 50,000 take some 6 ms.
EXACT_UP_TO = 50_000
# So many rows that a search is limited to are compared one by one: 10 ms at most.
_COMPARED_ALL = 5_000


class DenseIndex:
    """Search by inner product, which for unit vectors is the cosine; exact while that is fast.

    A row is a passage's place in the array that the index was built from.
    """

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def build(
        cls, vectors: NDArray[np.float32], *, exact_up_to: int = EXACT_UP_TO
    ) -> DenseIndex:
        """Index ``vectors``, float32 of shape (n, dim) with unit rows; n may be 0.

        Up to ``exact_up_to`` vectors are kept and compared as they are. More
        are rounded to two bytes a number (and not further when they are indexed
        again), and those far from the query are passed over.

        Raises:
            ValueError: if ``vectors`` has another shape.
        """
        if vectors.ndim != 2 or vectors.shape[1] == 0:
            raise ValueError(f"vectors need the shape (n, dim), but theirs is {vectors.shape}")
        vectors = np.ascontiguousarray(vectors, dtype=np.float32)
        if len(vectors) > exact_up_to:
            return cls(build_clustered(vectors))
        flat = faiss.IndexFlatIP(vectors.shape[1])
        flat.add(vectors)
        return cls(flat)

    @property
    def dim(self) -> int:
        return int(self._index.d)

    @property
    def is_exact(self) -> bool:
        """Whether it compares every vector, and holds each as it was given."""
        return isinstance(self._index, faiss.IndexFlat)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(
        self, query: NDArray[np.float32], *, k: int, rows: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The ``k`` closest rows and their cosines in [-1, 1], best first.

        ``query`` is a unit vector of shape (dim,). ``rows`` limits the search
        to these rows. Fewer than ``k`` come back where there are fewer.

        Raises:
            ValueError: if ``k`` is less than 1 or ``query`` has another shape.
        """
        if k < 1:
            raise ValueError(f"a search needs k >= 1, but k is {k}")
        if query.shape != (self.dim,):
            raise ValueError(f"the query needs the shape ({self.dim},), but its is {query.shape}")
        k = min(k, len(self) if rows is None else len(rows))
        if k == 0:
            return []
        if rows is not None and not self.is_exact and len(rows) <= _COMPARED_ALL:
            cosines = self.score(query, rows)
            return _best_of(zip(map(int, rows), map(float, cosines), strict=True), k)
        batch = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)  # (1, dim)
        limits = None if rows is None else self._limited_to(rows)
        near, found = self._index.search(batch, k, params=limits)  # (1, k) each
        # A row of -1 fills the places for which FAISS found nothing.
        hits = zip(map(int, found[0]), map(float, near[0]), strict=True)
        return _best_of((hit for hit in hits if hit[0] >= 0), k)

    def _limited_to(self, rows: Sequence[int]) -> Any:
        """The parameters of a search of these rows alone."""
        selector = faiss.IDSelectorBatch(np.asarray(rows, dtype=np.int64))
        if not self.is_exact:
            return limited_to(self._index, selector)
        # FAISS adds the keywords when it is imported, so its types lack them.
        parameters: Any = faiss.SearchParameters
        return parameters(sel=selector)

    def score(self, query: NDArray[np.float32], rows: Sequence[int]) -> NDArray[np.float32]:
        """The cosines of ``rows`` with ``query``, float32 of shape (len(rows),)."""
        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        cosines: NDArray[np.float32] = self.vectors(rows) @ query  # (rows, dim) @ (dim,)
        return cosines

    def vectors(self, rows: Sequence[int]) -> NDArray[np.float32]:
        """The vectors of ``rows`` as they are held, float32 of shape (len(rows), dim)."""
        if not len(rows):
            return np.zeros((0, self.dim), dtype=np.float32)
        kept: NDArray[np.float32] = self._index.reconstruct_batch(np.asarray(rows, dtype=np.int64))
        return kept

    def save(self, path: Path) -> None:
        """Write the index to ``path``."""
        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> DenseIndex:
        """Read what ``save`` wrote; RuntimeError or ValueError where it is something else."""
        index = faiss.read_index(str(path))
        if not isinstance(index, faiss.IndexFlat):
            groups_of(index)  # which refuses what is not ours
        return cls(index)


def _best_of(hits: Iterable[tuple[int, float]], k: int) -> list[tuple[int, float]]:
    """The ``k`` best, of equals the earlier row first: FAISS leaves them in any order."""
    return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:k]
