"""Finding by meaning: the passages whose vectors point the way of the query's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray


class DenseIndex:
    """Exact search by inner product, which for unit vectors is the cosine.

    A row is a passage's place in the array that the index was built from.
    """

    def __init__(self, flat: Any) -> None:
        self._flat = flat

    @classmethod
    def build(cls, vectors: NDArray[np.float32]) -> DenseIndex:
        """Index ``vectors``, float32 of shape (n, dim) with unit rows; n may be 0.

        Raises:
            ValueError: if ``vectors`` has another shape.
        """
        if vectors.ndim != 2 or vectors.shape[1] == 0:
            raise ValueError(f"vectors need the shape (n, dim), but theirs is {vectors.shape}")
        flat = faiss.IndexFlatIP(vectors.shape[1])
        flat.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(flat)

    @property
    def dim(self) -> int:
        return int(self._flat.d)

    def __len__(self) -> int:
        return int(self._flat.ntotal)

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
        only: Any = None
        if rows is not None:
            # FAISS adds the keyword when it is imported, so its types lack it.
            parameters: Any = faiss.SearchParameters
            only = parameters(sel=faiss.IDSelectorBatch(np.asarray(rows, dtype=np.int64)))
        batch = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)  # (1, dim)
        cosines, found = self._flat.search(batch, k, params=only)  # (1, k) each
        # A row of -1 fills the places for which FAISS found nothing. Of equals, which
        # it leaves in any order, the earlier row comes first.
        hits = [(int(row), float(cosine)) for row, cosine in zip(found[0], cosines[0], strict=True)]
        return sorted((hit for hit in hits if hit[0] >= 0), key=lambda hit: (-hit[1], hit[0]))

    def score(self, query: NDArray[np.float32], rows: Sequence[int]) -> NDArray[np.float32]:
        """The cosines of ``rows`` with ``query``, float32 of shape (len(rows),)."""
        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        cosines: NDArray[np.float32] = self.vectors(rows) @ query  # (rows, dim) @ (dim,)
        return cosines

    def vectors(self, rows: Sequence[int]) -> NDArray[np.float32]:
        """The vectors of ``rows``, float32 of shape (len(rows), dim)."""
        if not len(rows):
            return np.zeros((0, self.dim), dtype=np.float32)
        kept: NDArray[np.float32] = self._flat.reconstruct_batch(np.asarray(rows, dtype=np.int64))
        return kept

    def save(self, path: Path) -> None:
        """Write the index to ``path``."""
        faiss.write_index(self._flat, str(path))

    @classmethod
    def load(cls, path: Path) -> DenseIndex:
        """Read what ``save`` wrote; RuntimeError or ValueError where it is something else."""
        flat = faiss.read_index(str(path))
        if not isinstance(flat, faiss.IndexFlat):
            raise ValueError(f"{path.name} holds a {type(flat).__name__}, not an IndexFlat")
        return cls(flat)
