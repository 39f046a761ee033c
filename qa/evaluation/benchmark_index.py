"""Indexing the library of a benchmark: where it is kept, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.compiled_model import cache_root
from index.embedding import Embedder
from index.passage_index import text_digest
from qa.progress import show_progress

_CHUNK = 256  # passages between two steps of the bar


def benchmark_folder(name: str, texts: Iterable[str]) -> Path:
    """Where the index of these texts is kept, so that the next run need not build it."""
    return cache_root() / "benchmarks" / f"{name}-{text_digest(chr(10).join(texts))[:16]}"


class ShowingEmbedder:
    """Encodes passages in chunks behind a progress bar; all else is ``inner``'s."""

    def __init__(self, inner: Embedder, tell: Callable[[str], None]) -> None:
        self._inner = inner
        self._tell = tell

    @property
    def name(self) -> str:
        return self._inner.name

    @property
    def dim(self) -> int:
        return self._inner.dim

    @property
    def fingerprint(self) -> str:
        return self._inner.fingerprint

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, float32 of shape (len(texts), dim)."""
        if len(texts) <= _CHUNK:
            return self._inner.encode_passages(texts)
        # Neighbours in length share a chunk, so that little of a batch is padding.
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        chunks = [order[first : first + _CHUNK] for first in range(0, len(order), _CHUNK)]
        vectors = np.empty((len(texts), self.dim), dtype=np.float32)
        for rows in show_progress(
            chunks, count=len(chunks), what="indexing", unit="batches", tell=self._tell
        ):
            vectors[rows] = self._inner.encode_passages([texts[row] for row in rows])
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a query, float32 of shape (dim,)."""
        return self._inner.encode_query(text)
