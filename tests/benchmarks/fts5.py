"""SQLite's own full-text search against our BM25: what is found, and how fast.

    python tests/benchmarks/fts5.py --data ../shared/data

Three ways over the same passages and questions: our index; FTS5 as it comes
(``porter unicode61``, the words of the question joined by OR); and FTS5 over
the words that our index splits, so that only the ranking differs.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fusion import RetrievalSet, sample_questions, scifact_set, squad_set

from index.lexical import LexicalIndex, split_words
from qa.evaluation.retrieval import Retrieved, score_retrieval

_K = 10

Search = Callable[[str], list[int]]


def ours(passages: Sequence[str]) -> Search:
    index = LexicalIndex.build(passages)
    return lambda question: [row for row, _ in index.search(question, k=_K)]


def fts5(passages: Sequence[str], *, tokenizer: str, words: Callable[[str], list[str]]) -> Search:
    """FTS5 with its BM25 (k1 1.2, b 0.75, which cannot be set)."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE found USING fts5(text, tokenize='{tokenizer}')")
    connection.executemany(
        "INSERT INTO found (rowid, text) VALUES (?, ?)",
        ((row + 1, " ".join(words(text))) for row, text in enumerate(passages)),
    )

    def search(question: str) -> list[int]:
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(question)))
        if not asked:
            return []
        rows = connection.execute(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?", (asked, _K)
        )
        return [row - 1 for (row,) in rows]

    return search


def plain_words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def measure(retrieval: RetrievalSet, search: Search) -> tuple[dict[str, float], float]:
    """The mean of every measure, and the median time of a question in milliseconds."""
    retrieved, times = [], []
    for number, (question, gains) in enumerate(
        zip(retrieval.questions, retrieval.gains, strict=True)
    ):
        began = time.perf_counter()
        rows = search(question)
        times.append(1000 * (time.perf_counter() - began))
        wanted = {str(row): gain for row, gain in gains.items()}
        found = {"lexical": tuple(map(str, rows))}
        retrieved.append(Retrieved(str(number), question, wanted, found))
    scores = score_retrieval(retrieved, any_right_is_enough=False)
    means = {name: statistics.fmean(scores[f"lexical.{name}"].values())
             for name in retrieval.measures}  # fmt: skip
    return means, statistics.median(times)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of the public sets")
    parser.add_argument("--limit", type=int, help="ask this many questions of each set")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"there is no folder {options.data}; give --data the folder of the public sets")
        return 2
    sets = [
        squad_set(options.data / "squad1.1-dev.json.gz", name="SQuAD 1.1 dev", titles=True),
        scifact_set(options.data / "scifact"),
    ]
    for whole in sets:
        retrieval = sample_questions(whole, options.limit, seed=0)
        print(f"\n{retrieval.name}: {len(retrieval.passages):,} passages, "
              f"{len(retrieval.questions):,} questions\n")  # fmt: skip
        print("| way | " + " | ".join(retrieval.measures) + " | p50 ms |")
        print("|---|" + "---:|" * (len(retrieval.measures) + 1))
        for name, search in (
            ("ours", ours(retrieval.passages)),
            ("FTS5, porter", fts5(retrieval.passages, tokenizer="porter unicode61",
                                  words=plain_words)),
            ("FTS5, our words", fts5(retrieval.passages, tokenizer="unicode61",
                                     words=split_words)),
        ):  # fmt: skip
            means, milliseconds = measure(retrieval, search)
            print(f"| {name} | " + " | ".join(f"{means[m]:.3f}" for m in retrieval.measures)
                  + f" | {milliseconds:.1f} |", flush=True)  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
