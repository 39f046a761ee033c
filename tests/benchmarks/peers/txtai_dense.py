"""txtai with its defaults: vectors in FAISS, contents in SQLite."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from txtai import Embeddings

HYBRID = False


def build(passages: list[tuple[str, str]], folder: Path, model: str) -> None:
    embeddings = Embeddings(path=model, content=True, hybrid=HYBRID)
    embeddings.index((key, text, None) for key, text in passages)
    embeddings.save(str(folder / "index"))


def open_index(folder: Path, model: str) -> Callable[[str], list[str]]:
    embeddings = Embeddings()
    embeddings.load(str(folder / "index"))
    one_at_a_time = threading.Lock()  # its SQLite cursor refuses two callers at once

    def find(question: str) -> list[str]:
        with one_at_a_time:
            return [found["id"] for found in embeddings.search(question, 5)]

    return find
