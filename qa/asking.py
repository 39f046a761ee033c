"""``briefing ask``: one question, or a file of them."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from qa.answers import Abstention, Answer, Citation, answer_json
from qa.assistant import Assistant
from qa.errors import AskError, BatchError

_WIDTH = 88


def run_single(
    question: str,
    *,
    history: Sequence[str],
    outlets: Sequence[str],
    library: Path | None,
    as_json: bool,
    tell: Callable[[str], None],
) -> int:
    """Print the reply to one question; returns the exit status."""
    assistant = Assistant.open(library, on_progress=tell)
    reply = assistant.ask(question, history=history, outlets=outlets)
    if as_json:
        print(json.dumps(answer_json(reply), ensure_ascii=False, indent=2))
    else:
        print(format_reply(reply))
    return 0


def run_batch(
    path: str, *, library: Path | None, outlets: Sequence[str], tell: Callable[[str], None]
) -> int:
    """Answer each line of a JSON Lines file, in order; a bad line is named and passed over.

    Returns 0, or 2 when a line could not be answered.

    Raises:
        BatchError: if the file cannot be read.
    """
    faults = 0
    assistant: Assistant | None = None
    with _open_lines(path) as lines:
        for number, line in enumerate(_read_lines(lines, path), start=1):
            if not line.strip():
                continue
            try:
                request = parse_request(line)
                if assistant is None:
                    assistant = Assistant.open(library, on_progress=tell)
                reply = assistant.ask(request.question, history=request.history, outlets=outlets)
            except (AskError, BatchError) as error:
                tell(f"line {number} of {path}: {error}")
                faults += 1
                continue
            shown = json.dumps(answer_json(reply, request_id=request.request_id), ensure_ascii=False)
            print(shown, flush=True)
    return 2 if faults else 0


@dataclass(frozen=True, slots=True)
class Request:
    """One line of a batch."""

    request_id: Any
    question: str
    history: tuple[str, ...]


def parse_request(line: str) -> Request:
    """Read one line of a batch.

    Raises:
        BatchError: if it is not the object that a batch holds.
    """
    try:
        value = json.loads(line.lstrip("\ufeff"))
    except ValueError as error:
        raise BatchError(f"this is not JSON ({error}); write one object a line") from error
    except RecursionError as error:
        raise BatchError("this is JSON nested too deeply; write one flat object a line") from error
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


def _open_lines(path: str) -> TextIO:
    if path == "-":
        # A copy of the descriptor, so that closing it leaves standard input alone.
        return open(sys.stdin.fileno(), encoding="utf-8", closefd=False)
    try:
        return open(path, encoding="utf-8")
    except OSError as error:
        raise BatchError(
            f"the batch {path!r} cannot be read ({error.strerror}); name a file of JSON Lines"
        ) from error


def _read_lines(lines: TextIO, path: str) -> Iterator[str]:
    try:
        yield from lines
    except UnicodeDecodeError as error:
        raise BatchError(f"the batch {path!r} is not UTF-8; save it as UTF-8 text") from error
    except OSError as error:
        raise BatchError(
            f"the batch {path!r} cannot be read ({error.strerror}); name a file of JSON Lines"
        ) from error


def format_reply(reply: Answer | Abstention) -> str:
    """A reply for a terminal: the text, then each citation with its credit."""
    lines: list[str] = []
    if reply.query and reply.query != reply.question.strip():
        lines += [f"Searched for: {reply.query}", ""]
    lines += [_wrap(reply.text, "")]
    if isinstance(reply, Answer):
        if reply.short:
            lines.insert(len(lines) - 1, f"Short: {reply.short}")
        cited = reply.citations
    else:
        cited = reply.nearest
        if cited:
            lines += ["", "Nearest passages, unconfirmed:"]
    for citation in cited:
        lines += ["", _wrap(f"[{citation.marker}] “{' '.join(citation.quote.split())}”", "    "),
                  f"    {_credit(citation)}"]
    if isinstance(reply, Answer):
        lines += ["", f"Confidence {reply.confidence:.2f}"]
    return "\n".join(lines)


def _credit(citation: Citation) -> str:
    outlets = ", ".join(citation.outlets) or "no outlet credited"
    speaker = f"; said by: {citation.speaker}" if citation.speaker else ""
    place = f"{citation.article_id}:{citation.span.start}-{citation.span.end}"
    return f"{outlets}{speaker} — {place}"


def _wrap(text: str, indent: str) -> str:
    return textwrap.fill(text, _WIDTH, subsequent_indent=indent, break_long_words=False)
