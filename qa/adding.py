"""``briefing add``: files into a library, with a report that a person and a program can read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpus.library import Library
from index.embedding import open_embedder
from qa.ingest import Ingest
from qa.ingest_report import Outcome, ReportLine
from qa.opening import default_library_folder
from qa.progress import show_progress
from qa.streams import make_printable, print_result

Tell = Callable[[str], None]

_SUMMED_FROM = 2  # files; of one, the line says it all


def add_paths(paths: Sequence[str], *, library: Path | None, as_json: bool, tell: Tell) -> int:
    """Add every file of ``paths``, printing a line for each; one bad file never stops the others.

    Returns 0, or 2 when a file could not be added.

    Raises:
        LibraryFolderError: if the library cannot be made or written.
    """
    folder = library or default_library_folder()
    ingest = Ingest(
        lambda: Library.open(folder, create=True),
        open_embedder,
        beside_bundled=library is None,
    )
    files = list(ingest.files_of(paths))
    counted: Counter[Outcome] = Counter()
    lines = ingest.add(
        show_progress(iter(files), count=len(files), what="reading", tell=tell, unit="files")
    )
    for line in lines:
        counted[line.outcome] += 1
        if as_json:
            print_result(json.dumps(report_json(line), ensure_ascii=False))
        elif line.outcome is Outcome.SKIPPED:
            tell(line.reason or "")
        else:
            print_result(make_printable(format_line(line)))
        for note in line.notes:
            tell(f"{line.path!r}: {note}")
    if sum(counted.values()) >= _SUMMED_FROM:
        tell(", ".join(f"{counted[kind]:,} {kind.value}" for kind in Outcome if counted[kind]))
    if counted[Outcome.ADDED]:
        _bring_index_up_to_date(library)
    return 2 if counted[Outcome.SKIPPED] else 0


def _bring_index_up_to_date(library: Path | None) -> None:
    """Build the index now, so that the next question need not; it says so where it still must."""
    from qa.assistant import Assistant

    Assistant.open(library)


def format_line(line: ReportLine) -> str:
    """One document for a terminal."""
    assert line.article is not None  # what was not skipped is stored
    stored = f"{line.article.article_id} ({line.article.title})"
    match line.outcome:
        case Outcome.DUPLICATE:
            return f"duplicate: {line.path} has the text of {stored}"
        case Outcome.ADDED if line.near is not None:
            return f"added: {stored}, nearly the same as {line.near[0]} ({line.near[1]:.0%})"
        case _:
            return f"{line.outcome.value}: {stored}"


def report_json(line: ReportLine) -> dict[str, Any]:
    """One document as an object; a key whose matter is missing is null."""
    article = line.article
    return {
        "path": line.path.encode("utf-8", "replace").decode("utf-8"),
        "outcome": line.outcome.value,
        "article_id": article.article_id if article else None,
        "title": article.title if article else None,
        "publisher": article.publisher if article else None,
        "published": article.published if article else None,
        "near": None if line.near is None else {"article_id": line.near[0], "share": line.near[1]},
        "reason": line.reason,
        "notes": list(line.notes),
    }
