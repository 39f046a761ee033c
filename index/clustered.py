"""A FAISS index for libraries that are too large to compare a query with every passage.

Vectors are grouped by the nearest of some centroids, and a query looks into the
groups nearest to it alone. There it is compared with sketches of the vectors, four
bits for every two numbers (product quantization: Jégou, Douze and Schmid 2011; by
tables held in registers: André, Kermarrec and Le Scouarnec 2015), and the best of
these once more with the vectors themselves, at two bytes a number.
"""

from __future__ import annotations

import math
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

# An eighth of the groups: beyond it, questions about a million passages found no more of
# what exact search finds (`tests/benchmarks/scale.py` measures what they find).
_PROBED = 8
# So many times the passages asked for are compared a second time. Of a million, 8 found
# 0.977 of what exact search finds, 24 0.999.
_COMPARED_AGAIN = 24
_TRAINED_ON = 64  # vectors for each centroid
_SEED = 0


def build_clustered(vectors: NDArray[np.float32]) -> Any:
    """An index of ``vectors``, float32 of shape (n, dim) with unit rows; n at least 100."""
    n, dim = vectors.shape
    lists = _list_count(n)
    sketched = dim // 2 if dim % 2 == 0 else dim  # parts of a vector, as equal as they must be
    described = f"IVF{lists},PQ{sketched}x4fs,Refine(SQfp16)"
    index: Any = faiss.index_factory(dim, described, faiss.METRIC_INNER_PRODUCT)
    chosen = np.random.default_rng(_SEED).permutation(n)[: lists * _TRAINED_ON]
    index.train(vectors[np.sort(chosen)])
    index.add(vectors)
    index.k_factor = _COMPARED_AGAIN
    groups_of(index).nprobe = lists // _PROBED
    return index


def groups_of(index: Any) -> Any:
    """The part of a clustered index that groups; ValueError if ``index`` is not one."""
    groups = faiss.try_extract_index_ivf(index)
    if not isinstance(index, faiss.IndexRefine) or groups is None:
        raise ValueError(f"a {type(index).__name__} is not an index of groups")
    return groups


def limited_to(index: Any, selector: Any) -> Any:
    """The parameters of a search of what ``selector`` lets through, in a clustered index.

    The rows that are left may lie in any group, so all are looked into.
    """
    # FAISS adds the keywords when it is imported, so its types lack them.
    groups: Any = faiss.SearchParametersIVF
    both: Any = faiss.IndexRefineSearchParameters
    return both(
        k_factor=_COMPARED_AGAIN,
        base_index_params=groups(sel=selector, nprobe=groups_of(index).nlist),
    )


def _list_count(n: int) -> int:
    """About four times the root of ``n``, a power of two: what a probe costs and finds balance."""
    return 1 << max(4, round(math.log2(4 * math.sqrt(n))))
