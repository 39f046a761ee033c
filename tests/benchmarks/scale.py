"""Searching 10,000 to 1,000,000 passages: memory, time, and recall against exact search.

    python tests/benchmarks/scale.py --data ../shared/data --work scale

The passages are windows of three sentences of SQuAD 1.1 train, as far as
--encode of them go. Beyond these, a vector is a real one with noise as long as
neighbouring passages differ by, and a text is three sentences drawn from the
real ones. Asked are questions about the paragraphs of the real ones. Each size is built
in a process of its own and searched from disk in another one. The passages
themselves, which a library holds as well, are not in the memory shown.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.passages import Passage, form_passages
from corpus.sentences import sentences_of
from corpus.spans import Span
from index.dense import DenseIndex
from index.embedding import open_embedder
from index.lexical import LexicalIndex
from index.passage_index import PassageIndex
from qa.evaluation.squad_files import read_squad

Floats = NDArray[np.float32]

# Passages that share two of three sentences have a cosine of about 0.92, which is what a
# vector keeps to its origin under noise of this length.
_NOISE = 0.43
_TOP = 10
_AT_ONCE = 20_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--work", type=Path, required=True, help="vectors and indexes")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--encode", type=int, default=20_000, help="real passages")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        task, size = options.child[0], int(options.child[1])
        print(json.dumps({"build": build, "search": search}[task](options.work, size)))
        return 0
    if not (options.data / "squad1.1-train.json.gz").exists():
        print(f"{options.data / 'squad1.1-train.json.gz'} is missing; name the folder with --data")
        return 2
    options.work.mkdir(parents=True, exist_ok=True)
    prepare(options.data, options.work, options.encode, options.questions)
    print(
        "| passages | search | build, s | memory to build, MB | on disk, MB | memory to search, MB "
        "| question to passages: p50, ms | p95, ms | vectors alone: p50, ms | exact: p50, ms "
        "| recall@10 |\n|---:|---|" + "---:|" * 9
    )
    for size in options.sizes:
        row = {}
        for task in ("build", "search"):
            command = [sys.executable, __file__, "--data", options.data, "--work", options.work,
                       "--child", task, str(size)]  # fmt: skip
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            row |= json.loads(done.stdout.splitlines()[-1])
        print(
            f"| {size:,} | {row['kind']} | {row['build_s']:.0f} | {row['build_mb']:,.0f} "
            f"| {row['disk_mb']:,.0f} | {row['search_mb']:,.0f} | {row['p50']:.1f} "
            f"| {row['p95']:.1f} | {row['dense_p50']:.2f} | {row['exact_p50']:.2f} "
            f"| {row['recall']:.4f} |",
            flush=True,
        )
        shutil.rmtree(options.work / f"size-{size}")
    return 0


def prepare(data: Path, work: Path, count: int, questions: int) -> None:
    """Write the real texts, their vectors and the questions; kept for the next run."""
    kept = work / f"real-{count}-{questions}.npz"
    if not kept.exists():
        paragraphs = read_squad(data / "squad1.1-train.json.gz")
        paragraphs = random.Random(0).sample(paragraphs, len(paragraphs))
        windows = [
            (passage.text, number)
            for number, paragraph in enumerate(paragraphs[:count])
            for passage in windows_of(paragraph.article)
        ][:count]
        used = paragraphs[: windows[-1][1] + 1]
        asked = [question.question for one in used for question in one.questions]
        asked = random.Random(1).sample(asked, questions)
        texts = [text for text, _ in windows]
        print(f"encoding {len(texts):,} passages", file=sys.stderr)
        np.savez(kept, vectors=open_embedder().encode_passages(texts),
                 texts=np.array(texts), asked=np.array(asked))  # fmt: skip
    shutil.copyfile(kept, work / "real.npz")


def windows_of(article: Article) -> tuple[Passage, ...]:
    return form_passages(article, sentences_of(article, parse_article(article)))


def build(work: Path, size: int) -> dict[str, Any]:
    """Index ``size`` passages and write the index, with what exact search finds in it."""
    held = np.load(work / "real.npz")
    folder = work / f"size-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "lexical").mkdir(parents=True)
    vectors = grown(held["vectors"], size)
    queries = np.stack([open_embedder().encode_query(one) for one in held["asked"].tolist()])
    exact = DenseIndex.build(vectors, exact_up_to=size)
    nearest, times = [], []
    for query in queries:
        began = time.perf_counter()
        nearest.append([row for row, _ in exact.search(query, k=_TOP)])
        times.append(1000 * (time.perf_counter() - began))
    del exact
    texts = list(itertools.islice(mixed(held["texts"].tolist()), size))
    began = time.perf_counter()
    dense = DenseIndex.build(vectors)
    lexical = LexicalIndex.build(texts)
    dense.save(folder / "dense.faiss")
    lexical.save(folder / "lexical")
    seconds = time.perf_counter() - began
    disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    np.savez(folder / "asked.npz", queries=queries, nearest=np.array(nearest), asked=held["asked"])
    return {
        "build_s": seconds,
        "build_mb": highest_mb(),
        "disk_mb": disk / 1e6,
        "exact_p50": statistics.median(times),
    }


def search(work: Path, size: int) -> dict[str, Any]:
    """Put the questions to the index on disk, from its vectors alone and as a whole."""
    folder = work / f"size-{size}"
    dense = DenseIndex.load(folder / "dense.faiss")
    lexical = LexicalIndex.load(folder / "lexical", size=size)
    nothing = Span(0, 0)
    passages = tuple(Passage(f"p{row}", "a", nothing, "", ()) for row in range(size))
    index = PassageIndex(passages, open_embedder(), dense, lexical)
    held = np.load(folder / "asked.npz")
    hits, alone, whole = 0, [], []
    for query, nearest, question in zip(
        held["queries"], held["nearest"], held["asked"].tolist(), strict=True
    ):
        began = time.perf_counter()
        found = [row for row, _ in dense.search(query, k=_TOP)]
        alone.append(1000 * (time.perf_counter() - began))
        hits += len(set(found) & set(nearest.tolist()))
        began = time.perf_counter()
        index.search(question)
        whole.append(1000 * (time.perf_counter() - began))
    return {
        "kind": "exact" if dense.is_exact else "groups",
        "search_mb": highest_mb(),
        "p50": statistics.median(whole),
        "p95": statistics.quantiles(whole, n=20)[18],
        "dense_p50": statistics.median(alone),
        "recall": hits / held["nearest"].size,
    }


def grown(real: Floats, size: int) -> Floats:
    """``size`` unit vectors: the real ones, then real ones with noise."""
    rng = np.random.default_rng(0)
    vectors = np.empty((size, real.shape[1]), dtype=np.float32)
    first = min(size, len(real))
    vectors[:first] = real[:first]
    for start in range(first, size, _AT_ONCE):
        part = vectors[start : start + _AT_ONCE]
        noise = rng.standard_normal(part.shape, dtype=np.float32)
        noise *= _NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
        part[:] = real[rng.integers(len(real), size=len(part))] + noise
        part /= np.linalg.norm(part, axis=1, keepdims=True)
    return vectors


def mixed(texts: list[str]) -> Iterator[str]:
    """The real texts, then ever new ones of three of their sentences."""
    yield from texts
    sentences = [one for text in texts for one in re.split(r"(?<=[.!?]) +", text)]
    rng = random.Random(0)
    while True:
        yield " ".join(rng.choices(sentences, k=3))


def highest_mb() -> float:
    """The most memory that this process has held, in megabytes; Linux."""
    held = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert held is not None
    return int(held[1]) * 1024 / 1e6


if __name__ == "__main__":
    raise SystemExit(main())
