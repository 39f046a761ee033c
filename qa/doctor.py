"""``briefing doctor``: is everything there that answering needs?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from corpus.errors import BriefingError


def print_checks(*, library: Path | None) -> int:
    """Print a line for each check; returns 0 when all are sound, else 1.

    Every check does what answering does, so what it finds sound works.
    """
    sound = True
    for name, check in (
        ("python", _check_python),
        ("library", lambda: _check_library(library)),
        ("embedder", _check_embedder),
        ("reader", _check_reader),
        ("index and answer", lambda: _check_answer(library)),
    ):
        try:
            print(f"ok       {name}: {check()}", flush=True)
        except BriefingError as error:
            sound = False
            print(f"problem  {name}: {error}", flush=True)
    return 0 if sound else 1


Check = Callable[[], str]


def _check_python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"


def _check_library(library: Path | None) -> str:
    from qa.opening import open_library

    faults: list[str] = []
    opened = open_library(library, on_damage=faults.append)
    damaged = f"; {len(faults)} damaged: {' / '.join(faults)}" if faults else ""
    return f"{len(opened.articles)} articles{damaged}"


def _check_embedder() -> str:
    from index.embedding import open_embedder

    embedder = open_embedder()
    return f"{embedder.name}, {embedder.dim} dimensions, sha256 {embedder.fingerprint[:12]}…"


def _check_reader() -> str:
    from qa.assistant import open_reader

    return open_reader().name


def _check_answer(library: Path | None) -> str:
    from qa.assistant import Assistant

    notes: list[str] = []
    assistant = Assistant.open(library, on_progress=notes.append)
    reply = assistant.ask("What is this about?")
    told = f" ({'; '.join(notes)})" if notes else ""
    return f"an overview took {reply.timings_ms['total']:.0f} ms{told}"
