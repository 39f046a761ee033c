"""txtai with its defaults: vectors in FAISS, ids beside them, no contents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from txtai import Embeddings

HYBRID = False


def build(passages: list[tuple[str, str]], folder: Path, model: str) -> None:
    embeddings = Embeddings(path=model, hybrid=HYBRID)
    embeddings.index((key, text, None) for key, text in passages)
    embeddings.save(str(folder / "index"))


def open_index(folder: Path, model: str) -> Callable[[str], list[str]]:
    embeddings = Embeddings()
    embeddings.load(str(folder / "index"))
    return lambda question: [key for key, _ in embeddings.search(question, 5)]
