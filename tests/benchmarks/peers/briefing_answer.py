"""This project as it is used: the passages read, the answer cited or withheld."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing_search import build

from qa.assistant import Assistant

__all__ = ["build", "open_index"]


def open_index(folder: Path, model: str) -> Callable[[str], list[str]]:
    assistant = Assistant.open(folder / "library")

    def find(question: str) -> list[str]:
        _, trace = assistant.ask_traced(question)
        unread = trace.rankings.fused if trace.rankings else ()
        return list(dict.fromkeys(hit.passage.article_id for hit in (*trace.read, *unread)))

    return find
