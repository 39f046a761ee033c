"""``briefing doctor``: is everything there that answering needs?"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from corpus.database import NAME
from corpus.errors import BriefingError
from corpus.library import Library
from qa.errors import ProblemError
from qa.opening import default_library_folder, open_library
from qa.streams import print_result

_QUESTION = "What is this about?"


def print_checks(*, library: Path | None, tell: Callable[[str], None]) -> int:
    """Print a line for each check; returns 0 when all are sound, else 1.

    Every check does what answering does, so what it finds sound works.

    Raises:
        LibraryFolderError: if ``library`` is no library.
    """
    if library is not None:
        Library.open(library)  # a path that is no library is bad use, and no finding
    sound = True
    for name, check in (
        ("python", _check_python),
        ("cache", _check_cache),
        ("library", lambda: _check_library(library)),
        ("database", lambda: _check_database(library)),
        ("embedder", _check_embedder),
        ("index", lambda: _check_index(library)),
        ("answer", lambda: _check_answer(library, tell)),
    ):
        try:
            print_result(f"ok       {name}: {check()}")
        except BriefingError as error:
            sound = False
            print_result(f"problem  {name}: {error}")
        except ImportError as error:
            sound = False
            print_result(f"problem  {name}: {error}; install briefing-qa again")
    return 0 if sound else 1


def _check_python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"


def _check_cache() -> str:
    from index.compiled_model import cache_root

    folder = cache_root()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise ProblemError(
            f"{folder} cannot be written ({error.strerror}), so every start prepares the model "
            "anew; set BRIEFING_CACHE to a folder that can be written"
        ) from error
    return os.fspath(folder)


def _check_library(library: Path | None) -> str:
    faults: list[str] = []
    opened = open_library(library, on_damage=faults.append)
    if faults:
        raise ProblemError("; ".join(faults))
    return _count(len(opened.articles), "article")


def _check_database(library: Path | None) -> str:
    folder = library or default_library_folder()
    if not folder.exists():
        return "none yet; it is made when an article is added"
    found = Library.open(folder).check()
    if found:
        raise ProblemError(
            f"the database in {str(folder)!r} is damaged ({'; '.join(found[:3])}); put back a copy "
            "of it, or move it away and add the articles again"
        )
    return f"{folder / NAME} is sound"


def _check_embedder() -> str:
    from index.embedding import open_embedder

    embedder = open_embedder()
    return f"{embedder.name}, {embedder.dim} dimensions, sha256 {embedder.fingerprint[:12]}…"


def _check_index(library: Path | None) -> str:
    """Comes before an answer, which builds a damaged index anew."""
    from index.embedding import open_embedder
    from index.errors import (
        IndexDamagedError,
        IndexFormatError,
        IndexMismatchError,
        IndexMissingError,
    )
    from index.store import load_index
    from qa.briefing import Briefing
    from qa.settings import Settings

    opened = open_library(library)
    briefing = Briefing.read(
        opened.articles, passage_sentences=Settings().passage_sentences, known=opened.pieces
    )
    if opened.index_folder is None or not briefing.passages:
        return "none, as there is nothing to find"
    try:
        load_index(
            opened.index_folder, briefing.passages, open_embedder(), titles=briefing.titles
        )
    except IndexMissingError:
        return "none yet; the next question builds it"
    except (IndexMismatchError, IndexFormatError):
        return "older than the articles or than this program; the next question builds it anew"
    except IndexDamagedError as error:
        raise ProblemError(f"{error}, as the next check does") from error
    return f"{opened.index_folder} is sound, {_count(len(briefing.passages), 'passage')}"


def _check_answer(library: Path | None, tell: Callable[[str], None]) -> str:
    from qa.answers import Answer
    from qa.assistant import Assistant

    reply = Assistant.open(library, on_progress=tell).ask(_QUESTION)
    what = "cited" if isinstance(reply, Answer) else f"silent, {reply.reason.value}"
    return f"an overview took {reply.timings_ms['total']:.0f} ms ({what})"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
