"""The process that parses: a path a line in, the documents in it a line out, as JSON.

Its first line says that it is ready; what goes wrong before is on standard error.

It holds nothing but the file it reads and what parsers leave behind. ``sandbox``
starts it, bounds it and ends it: when a file takes too long or upsets a parser,
and after a number of files.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError, UnreadableFileError
from corpus.formats.limits import Limits
from corpus.formats.reading import read_contents


def main() -> None:
    """Serve until standard input ends."""
    # What a library prints must not get between the lines of the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    limits = Limits(**json.loads(sys.stdin.readline()))
    _bound_memory(limits.memory_bytes)
    # From here on nobody reads it, and what a parser complains of would fill the pipe.
    os.dup2(nowhere, sys.stderr.fileno())
    print("ready", file=answers, flush=True)
    for line in sys.stdin:
        print(json.dumps(_answer(Path(json.loads(line)), limits)), file=answers, flush=True)


def _answer(path: Path, limits: Limits) -> dict[str, Any]:
    """The documents, or an error; ``upset`` where a parser came to grief in a way of its own."""
    try:
        return asdict(read_contents(path, limits))
    except CorpusError as error:
        return {"error": type(error).__name__, "message": str(error), "upset": False}
    except MemoryError:
        trouble = (
            f"needs more than {limits.memory_bytes // 1_000_000} MB of memory to be read; "
            "split it or save it anew"
        )
    except Exception as error:  # noqa: BLE001 - as the next line says
        # The last door of the process: parsers raise what they stumble over, and a file
        # from a stranger must not end the work on the others.
        trouble = f"is damaged ({type(error).__name__} while it was read); save it anew"
    message = f"{str(path)!r} {trouble}"
    return {"error": UnreadableFileError.__name__, "message": message, "upset": True}


def _bound_memory(most: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bound; the one of time holds
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
