"""An embedder without a model: every word is hashed to a place and a sign.

Passages that share words have close vectors, and nothing is learned; it
stands in for a model where only the machinery around it is looked at.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class HashingEmbedder:
    """The hashing trick (Weinberger et al. 2009) over case-folded words, in ``dim`` dimensions.

    Raises:
        ValueError: if ``dim`` is less than 1.
    """

    dim: int = 64

    def __post_init__(self) -> None:
        if self.dim < 1:
            raise ValueError(f"a vector needs at least one dimension, but dim is {self.dim}")

    @property
    def name(self) -> str:
        return f"hashing-{self.dim}"

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.name.encode()).hexdigest()

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, float32 of shape (len(texts), dim)."""
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in _WORD.findall(text.casefold()):
                digest = hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
                number = int.from_bytes(digest, "big")
                row[(number >> 1) % self.dim] += 1.0 if number & 1 else -1.0
            length = float(np.linalg.norm(row))
            if length == 0.0:  # no words, or words that cancel out: any unit vector will do
                row[0] = length = 1.0
            row /= length
        return rows

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a query, float32 of shape (dim,)."""
        vector: NDArray[np.float32] = self.encode_passages([text])[0]
        return vector
