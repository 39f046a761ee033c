"""This project as far as the peers go: the best passages, unread."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

# This folder stands in tests/benchmarks; the rooms are three floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from qa.adding import add_paths
from qa.assistant import Assistant


def build(passages: list[tuple[str, str]], folder: Path, model: str) -> None:
    """Every passage is a file of its own; ``model`` is the one that is used anyway."""
    with tempfile.TemporaryDirectory() as source:
        for key, text in passages:
            Path(source, f"{key}.txt").write_text(text, encoding="utf-8")
        add_paths([source], library=folder / "library", as_json=False, tell=_say)


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def open_index(folder: Path, model: str) -> Callable[[str], list[str]]:
    assistant = Assistant.open(folder / "library")

    def find(question: str) -> list[str]:
        rankings = assistant.search(question, read=False).rankings
        found = rankings.fused if rankings else ()
        return list(dict.fromkeys(hit.passage.article_id for hit in found))

    return find
