"""txtai with hybrid=True: its own BM25 beside the vectors."""

from __future__ import annotations

import txtai_dense
from txtai_dense import build, open_index

__all__ = ["build", "open_index"]

txtai_dense.HYBRID = True
