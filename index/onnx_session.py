"""A graph in onnxruntime on the processor, which has its home here.

Inputs run one at a time, each on one thread, two threads side by side. On two
cores that is quicker than batches whose matrix products are shared among
threads, nothing is spent on padding, and what comes out for an input never
depends on what it was run with: 8-bit graphs round by the largest number in a
batch.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Inputs = Mapping[str, NDArray[np.int64]]
Outputs = list[NDArray[np.float32]]


def default_threads() -> int:
    """Two, or one on a machine with a single processor."""
    return min(2, os.cpu_count() or 1)


class OnnxSession:
    """Runs a graph, which is ONNX, or the path of a file of it. Several threads may call at once.

    Whatever onnxruntime raises over a graph that it cannot open is let through.
    """

    def __init__(self, graph: bytes | Path, *, threads: int) -> None:
        # The runtime would write a device's number and a log of events into the user's cache.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3  # errors alone
        self._session: Any = onnxruntime.InferenceSession(
            graph if isinstance(graph, bytes) else str(graph),
            options,
            providers=["CPUExecutionProvider"],
            # The fused kernel takes five times as long as the sum and the norm one after
            # the other (onnxruntime 1.32): without it a pass is a tenth quicker.
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None

    def run(self, inputs: Inputs) -> Outputs:
        """Every output of the graph, in its order."""
        outputs: Outputs = self._session.run(None, inputs)
        return outputs

    def run_each(self, inputs: Sequence[Inputs]) -> list[Outputs]:
        """The outputs for each of ``inputs``, in their order; the longest should come first."""
        if self._pool is None or len(inputs) < 2:
            return [self.run(one) for one in inputs]
        return list(self._pool.map(self.run, inputs))
