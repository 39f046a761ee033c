"""The standard streams: the result on one, everything else on the other, all of it UTF-8."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
import unicodedata
import warnings
from collections.abc import Iterator

from qa.errors import OutputError

# What the libraries below read to be quiet; they look when they are imported.
_QUIET = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
    "TQDM_DISABLE": "1",
    # onnxruntime counts its uses and reports them to its maker unless this is set.
    "ORT_DISABLE_TELEMETRY": "1",
}
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_OWN_LOGGERS = ("corpus", "index", "qa")


def print_result(text: str) -> None:
    """Write ``text`` and a line's end to standard output, at once.

    Raises:
        OutputError: if the system refuses it.
        BrokenPipeError: if whoever read it has gone away.
    """
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"the result cannot be written ({error.strerror}); free some space or send it elsewhere"
        ) from error


def tell(message: str) -> None:
    """Progress, warnings and errors: a line of standard error."""
    # Where nobody listens there is nobody to tell so; the result goes on.
    with contextlib.suppress(OSError):
        print(f"briefing: {_on_one_line(message)}", file=sys.stderr, flush=True)


def say_fault(error: BaseException) -> str:
    """The end of a sentence about a fault of ours: which it is and what to do."""
    return (
        f"({type(error).__name__}: {error}); "
        "set BRIEFING_DEBUG=1 to see where, and report it"
    )


def make_printable(text: str) -> str:
    """``text`` without the control characters that would steer a terminal; line ends stay."""
    return "".join(_REPLACED if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return char not in "\n\t" and unicodedata.category(char) == "Cc"


def drop_output() -> None:
    """Let what is still in standard output's buffer go nowhere, so that the exit is quiet."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def plain_streams() -> Iterator[None]:
    """Within this, both streams take any text, and what this project logs is told.

    Other libraries' logs and warnings stay unseen, unless BRIEFING_DEBUG is set.

    Raises:
        OutputError: if there is no standard output at all.
    """
    # Python has no stream where the caller closed the descriptor.
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the process
    if sys.stdout is None:
        raise OutputError("standard output is closed; leave it open or send it to a file")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Half a surrogate pair has no UTF-8; its escape is also the one that JSON has for it.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    if os.environ.get("BRIEFING_DEBUG"):
        yield
        return
    with _logs_told(), warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("ignore")
        yield


class _Teller(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if record.exc_info and (error := record.exc_info[1]) is not None:
            said += f" {say_fault(error)}"
        tell(said)


@contextlib.contextmanager
def _logs_told() -> Iterator[None]:
    teller, nobody = _Teller(logging.INFO), logging.NullHandler()
    root, own = logging.getLogger(), [logging.getLogger(name) for name in _OWN_LOGGERS]
    before = [(logger.level, logger.propagate) for logger in own]
    # Without any handler the root would print warnings of its own accord.
    root.addHandler(nobody)
    for logger in own:
        logger.addHandler(teller)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    try:
        yield
    finally:
        root.removeHandler(nobody)
        for logger, (level, propagate) in zip(own, before, strict=True):
            logger.removeHandler(teller)
            logger.setLevel(level)
            logger.propagate = propagate


def _on_one_line(message: str) -> str:
    return make_printable(" ".join(message.split()))
