"""How fast are the embedder's forms, on the same passages in the same run?

    python tests/benchmarks/embedder.py --data ../shared/data

sentence-transformers as it is, the compiled form in 32 bits, and the one in
8 bits that the program uses. Medians of interleaved repeats. How well the 8-bit
form finds: ``briefing benchmark beir ../shared/data/scifact``.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

import numpy as np

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index.embedding import Embedder, open_embedder
from index.model_folders import find_model
from index.original_model import OriginalEmbedder
from qa.evaluation.squad_files import read_squad


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--passages", type=int, default=300)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    squad = options.data / "squad1.1-train.json.gz"
    if not squad.exists():
        print(f"{squad} is missing; name the folder of the public data with --data")
        return 2
    every = [paragraph.article.text for paragraph in read_squad(squad)]
    texts = every[:: len(every) // options.passages][: options.passages]
    forms: dict[str, Embedder] = {
        "sentence-transformers": OriginalEmbedder(find_model(), threads=2),
        "compiled, 32 bits": open_embedder(precision="float32"),
        "compiled, 8 bits": open_embedder(),
    }
    speeds: dict[str, list[float]] = {name: [] for name in forms}
    queries: dict[str, list[float]] = {name: [] for name in forms}
    vectors = {}
    for _ in range(options.repeats):
        for name, embedder in forms.items():
            began = time.perf_counter()
            vectors[name] = embedder.encode_passages(texts)
            speeds[name].append(len(texts) / (time.perf_counter() - began))
            began = time.perf_counter()
            for text in texts[:20]:
                embedder.encode_query(text[:60])
            queries[name].append((time.perf_counter() - began) / 20 * 1000)
    original = "sentence-transformers"
    print("| form | passages a second | times the original | a query, ms | cosine to it |")
    print("|---|---:|---:|---:|---:|")
    for name in forms:
        speed = statistics.median(speeds[name])
        ratio = statistics.median(
            mine / theirs for mine, theirs in zip(speeds[name], speeds[original], strict=True)
        )
        cosines = np.sum(vectors[name] * vectors[original], axis=1)
        print(f"| {name} | {speed:.0f} | {ratio:.2f} | {statistics.median(queries[name]):.1f} "
              f"| {cosines.mean():.4f} (least {cosines.min():.4f}) |")  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
