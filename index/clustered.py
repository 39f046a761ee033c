"""A FAISS index for libraries that are too large to compare a query with every passage.

Vectors are grouped by the nearest of some centroids, and a query looks into the
groups nearest to it alone (Jégou, Douze and Schmid 2011). Each number of a vector
takes a byte. How many groups are looked into is measured when the index is
built: as many as it takes to find nearly all of what exact search finds.
"""

from __future__ import annotations

import math
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

#: Of the ten nearest, the share that has to be found, on average over the trial queries.
RECALL = 0.99

_TRIALS = 256
_NEAREST = 10
# A question lies further from the passage that answers it than passages from their
# neighbours: on SQuAD at a cosine of about 0.6, which is what this length of noise gives.
_QUESTION_NOISE = 1.3
_LEAST_PROBES = 16
_TRAINED_ON = 64  # vectors for each centroid
_SEED = 0


def build_clustered(vectors: NDArray[np.float32]) -> Any:
    """An index of ``vectors``, float32 of shape (n, dim) with unit rows, that probes enough."""
    rng = np.random.default_rng(_SEED)
    n, dim = vectors.shape
    lists = _list_count(n)
    index: Any = faiss.index_factory(dim, f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
    index.train(vectors[np.sort(rng.permutation(n)[: lists * _TRAINED_ON])])
    index.add(vectors)
    index.make_direct_map()  # so that a row's vector can be had
    index.nprobe = _probes(index, vectors, rng)
    return index


def recall_at(index: Any, queries: NDArray[np.float32], nearest: NDArray[np.int64]) -> float:
    """The share of ``nearest``, rows of shape (queries, k), that ``index`` finds in its first k."""
    _, found = index.search(queries, nearest.shape[1])
    hits = sum(len(np.intersect1d(a, b)) for a, b in zip(found, nearest, strict=True))
    return float(hits / nearest.size)


def _list_count(n: int) -> int:
    """About four times the root of ``n``, a power of two: what a probe costs and finds balance."""
    return 1 << max(4, round(math.log2(4 * math.sqrt(n))))


def _probes(index: Any, vectors: NDArray[np.float32], rng: np.random.Generator) -> int:
    """How many lists have to be looked into to find ``RECALL``; a power of two."""
    n, dim = vectors.shape
    noise = rng.standard_normal((_TRIALS, dim)).astype(np.float32)
    noise *= _QUESTION_NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
    queries = vectors[rng.integers(n, size=_TRIALS)] + noise
    queries /= np.linalg.norm(queries, axis=1, keepdims=True)
    exact = faiss.knn(queries, vectors, _NEAREST, metric=faiss.METRIC_INNER_PRODUCT)[1]
    probes = _LEAST_PROBES
    while probes < index.nlist:
        index.nprobe = probes
        if recall_at(index, queries, exact) >= RECALL:
            break
        probes *= 2
    return int(min(probes, index.nlist))
