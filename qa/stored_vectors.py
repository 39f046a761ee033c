"""Vectors as a library keeps them, bytes by a sha256, and as the index takes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder
from index.passage_index import framed_texts, text_digest
from qa.snapshot import Snapshot


def to_bytes(vector: NDArray[np.float32]) -> bytes:
    """A vector of shape (dim,) as little-endian float32."""
    return np.ascontiguousarray(vector, dtype="<f4").tobytes()


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """What need not be encoded again: vectors of the library, and those in use ``before``."""

    stored: Callable[[str], Mapping[bytes, bytes]]
    embedder: Embedder
    before: Snapshot | None = None

    def read(self) -> dict[str, NDArray[np.float32]]:
        """Vectors of shape (dim,), by ``text_digest``; one of another length is passed over."""
        known = {
            digest.hex(): np.frombuffer(values, dtype="<f4")
            for digest, values in self.stored(self.embedder.fingerprint).items()
            if len(values) == 4 * self.embedder.dim
        }
        if self.before is not None:
            index, titles = self.before.index, self.before.briefing.titles
            texts = framed_texts(index.passages, titles=titles)
            rows = index.dense.vectors(range(len(texts)))
            known |= {text_digest(text): row for text, row in zip(texts, rows, strict=True)}
        return known
