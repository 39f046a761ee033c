"""``briefing ask``: one question, or a file of them."""

from __future__ import annotations

import contextlib
import json
import math
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from qa.answers import (
    NO_OUTLET,
    Abstention,
    Answer,
    Citation,
    Standing,
    answer_json,
    details_json,
)
from qa.assistant import Assistant
from qa.errors import AskError, BatchError, UnknownArticleError, UnknownOutletError
from qa.filters import Filters
from qa.streams import make_printable, print_result

_WIDTH = 88
_BOM = b"\xef\xbb\xbf"
_MAX_DIGITS = 4000  # Python itself refuses to write longer whole numbers than 4,300 digits
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def run_single(
    question: str,
    *,
    history: Sequence[str],
    filters: Filters,
    library: Path | None,
    as_json: bool,
    details: bool,
    tell: Callable[[str], None],
) -> int:
    """Print the reply to one question; returns the exit status."""
    assistant = Assistant.open(library, on_progress=tell)
    reply, _ = assistant.ask_traced(question, history=history, filters=filters)
    if as_json:
        shown = answer_json(reply)
        if details:
            shown["details"] = details_json(reply)
        print_result(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print_result(make_printable(format_reply(reply)))
    return 0


def run_batch(
    path: str, *, library: Path | None, filters: Filters, tell: Callable[[str], None]
) -> int:
    """Answer each line of a JSON Lines file, in order, as soon as it is read.

    A line that cannot be asked prints nothing and is named to ``tell``; the
    others are answered. Blank lines are passed over.

    Returns 0, or 2 when a line could not be answered.

    Raises:
        BatchError: if the file cannot be read.
        UnknownOutletError: if a filter names an outlet that no article credits.
        UnknownArticleError: if a filter names an article that there is not.
    """
    faults = 0
    with _open_batch(path) as batch:
        assistant = Assistant.open(library, on_progress=tell)
        for number, line in enumerate(_read_lines(batch, path), start=1):
            if not line.strip():
                continue
            try:
                request = parse_request(line)
                reply, _ = assistant.ask_traced(
                    request.question, history=request.history, filters=filters
                )
                shown = _encode(reply, request)
            except (UnknownOutletError, UnknownArticleError):
                raise  # the command's fault, and the same for every line
            except (AskError, BatchError) as error:
                tell(f"line {number} of {_shown(path)}: {error}")
                faults += 1
                continue
            print_result(shown)
    return 2 if faults else 0


@dataclass(frozen=True, slots=True)
class Request:
    """One line of a batch; ``request_id`` is any JSON value."""

    request_id: Any
    question: str
    history: tuple[str, ...]


def parse_request(line: bytes) -> Request:
    """Read one line of a batch; other keys than the three are passed over.

    Raises:
        BatchError: if it is not the object that a batch holds.
    """
    try:
        value = json.loads(
            line.decode("utf-8"),
            parse_constant=_refuse_constant,
            parse_float=_read_float,
            parse_int=_read_int,
        )
    except UnicodeDecodeError as error:
        raise BatchError("this is not UTF-8; save the batch as UTF-8 text") from error
    except RecursionError as error:
        raise BatchError("this is JSON nested too deeply; write one flat object a line") from error
    except json.JSONDecodeError as error:
        raise BatchError(
            f"this is not JSON ({error.msg} at character {error.pos + 1}); write one object a line"
        ) from error
    except ValueError as error:
        raise BatchError(f"this cannot be read ({error}); write an id that is text") from error
    if not isinstance(value, dict):
        raise BatchError('this is no JSON object; write {"id": 1, "question": "…", "history": []}')
    question = value.get("question")
    if not isinstance(question, str):
        raise BatchError('"question" is missing or no text; write {"id": 1, "question": "…"}')
    history = value.get("history")
    history = [] if history is None else history
    if not isinstance(history, list) or not all(isinstance(item, str) for item in history):
        raise BatchError('"history" is no list of texts; write "history": ["an earlier question"]')
    return Request(value.get("id"), question, tuple(history))


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON's")


def _read_float(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        # It could only be echoed as Infinity, which JSON does not have.
        raise ValueError(f"the number {digits[:20]} is too large")
    return number


def _read_int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError(f"the number {digits[:20]}… has {len(digits):,} digits")
    return int(digits)


def _encode(reply: Answer | Abstention, request: Request) -> str:
    try:
        return json.dumps(
            answer_json(reply, request_id=request.request_id), ensure_ascii=False, allow_nan=False
        )
    except RecursionError as error:
        raise BatchError("its id is nested too deeply; give it a flat one") from error


def _shown(path: str) -> str:
    return "standard input" if path == "-" else repr(path)


@contextlib.contextmanager
def _open_batch(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        if sys.stdin is None:
            raise BatchError("standard input is closed; name a file of JSON Lines instead of -")
        yield sys.stdin.buffer
        return
    try:
        batch = open(path, "rb")  # noqa: SIM115 - what fails in the caller's block is not this
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    with batch:
        yield batch


def _read_lines(batch: BinaryIO, path: str) -> Iterator[bytes]:
    """The lines as bytes, so that one that is no UTF-8 does not cost the others."""
    for number in range(sys.maxsize):
        try:
            line = batch.readline()
        except OSError as error:
            raise _unreadable(path, error) from error
        if not line:
            return
        if number == 0:
            if line.startswith(_UTF_16_BOMS):
                raise BatchError(f"the batch {_shown(path)} is UTF-16; save it as UTF-8 text")
            line = line.removeprefix(_BOM)
        yield line


def _unreadable(path: str, error: OSError | ValueError) -> BatchError:
    why = error.strerror if isinstance(error, OSError) else str(error)
    return BatchError(f"the batch {_shown(path)} cannot be read ({why}); name a file of JSON Lines")


def format_reply(reply: Answer | Abstention) -> str:
    """A reply for a terminal: the text, then each citation with its credit."""
    lines: list[str] = []
    if reply.query and reply.query != reply.question.strip():
        lines += [_wrap(f"Searched for: {reply.query}", "    "), ""]
    if isinstance(reply, Answer) and reply.short:
        lines += [_wrap(f"Short: {reply.short}", "    "), ""]
    lines += [_wrap(reply.text, "")]
    if isinstance(reply, Answer) and reply.left_open:
        lines += ["", _wrap(reply.left_open, "")]
    cited = reply.citations if isinstance(reply, Answer) else reply.nearest
    if isinstance(reply, Abstention) and cited:
        lines += ["", "Nearest passages, unconfirmed:"]
    for citation in cited:
        quote = f"[{citation.marker}] “{citation.quote}”"
        lines += ["", _wrap(quote, "    "), f"    {_credit(citation)}"]
    if isinstance(reply, Answer):
        lines += ["", f"Confidence {reply.confidence:.2f}"]
        if reply.standing is not None:
            lines += [_wrap(line, "    ") for line in standing_lines(reply.standing)]
    return "\n".join(lines)


def standing_lines(standing: Standing) -> list[str]:
    """How an answer stands among the outlets, and where else they carry it."""
    also = (f"Also: “{one.quote}” — {_credit(one)}" for one in standing.carried_by)
    return [*standing.lines(), *also]


def _credit(citation: Citation) -> str:
    outlets = ", ".join(citation.outlets) or NO_OUTLET
    speaker = f"; said by: {' '.join(citation.speaker.split())}" if citation.speaker else ""
    place = f"{citation.article_id}:{citation.span.start}-{citation.span.end}"
    page = f", page {citation.page}" if citation.page else ""
    as_of = f", as of {citation.published}" if citation.published else ""
    return f"{outlets}{speaker} — {place}{page}{as_of}"


def _wrap(text: str, indent: str) -> str:
    # A marker stays on the line of the words it marks; at the head of a line
    # it would look like the list below.
    tied = " ".join(text.split()).replace(" [", "\N{NO-BREAK SPACE}[")
    wrapped = textwrap.fill(
        tied, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return wrapped.replace("\N{NO-BREAK SPACE}[", " [")
