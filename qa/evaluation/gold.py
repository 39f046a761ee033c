"""Gold questions: what a right answer cites, written down before any answer was seen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from corpus.spans import Span
from qa.errors import BatchError


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Words that by themselves support an answer, and whom the article credits for them."""

    span: Span
    outlets: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with its accepted short answers and supporting spans.

    ``spans`` and ``answers`` are empty where the article does not answer;
    ``needed`` of the spans make a full answer.
    """

    query_id: str
    article_id: str
    kind: str
    question: str
    history: tuple[str, ...]
    answerable: bool
    answers: tuple[str, ...]
    spans: tuple[GoldSpan, ...]
    needed: int
    split: str


def read_gold(path: Path | None) -> tuple[GoldQuestion, ...]:
    """The gold questions of a JSON Lines file, or the bundled ones for None.

    Raises:
        BatchError: if the file cannot be read, holds none, or a line is not a gold question.
    """
    if path is None:
        source = resources.files("corpus") / "gold" / "kazakhstan-abraham-accords.jsonl"
        text, shown = source.read_text(encoding="utf-8"), "the bundled gold questions"
    else:
        shown = repr(str(path))
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise BatchError(f"the gold questions {shown} are not UTF-8; save them so") from error
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            raise BatchError(
                f"the gold questions {shown} cannot be read ({why}); name a file of JSON Lines"
            ) from error
    questions = []
    # Not splitlines: a JSON text may hold other line ends, such as U+2028.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            questions.append(_parse(json.loads(line)))
        except (ValueError, RecursionError) as error:
            raise BatchError(
                f"line {number} of {shown} is no gold question ({_fault(error)}); "
                "see corpus/gold/README.md for the format"
            ) from error
    if not questions:
        raise BatchError(f"{shown} holds no questions; write one object a line")
    return tuple(questions)


def _fault(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON, {error.msg} at character {error.pos + 1}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _parse(value: Any) -> GoldQuestion:
    if not isinstance(value, dict):
        raise ValueError("it is no object")
    spans = _typed(value, "spans", list, [])
    return GoldQuestion(
        query_id=str(_typed(value, "id", (str, int))),
        article_id=_typed(value, "article_id", str),
        kind=_typed(value, "kind", str),
        question=_typed(value, "question", str),
        history=_texts(value, "history"),
        answerable=_typed(value, "answerable", bool),
        answers=_texts(value, "answers"),
        spans=tuple(_parse_span(item) for item in spans),
        needed=_typed(value, "needed", int, 1),
        split=_typed(value, "split", str, "test"),
    )


def _parse_span(value: Any) -> GoldSpan:
    if not isinstance(value, dict):
        raise ValueError('an item of "spans" is no object')
    span = Span(_typed(value, "start", int), _typed(value, "end", int))
    return GoldSpan(span, frozenset(_texts(value, "outlets")))


def _typed(
    value: dict[str, Any], key: str, kind: type | tuple[type, ...], default: Any = None
) -> Any:
    found = value.get(key, default)
    # A bool is an int to Python, but not to whoever wrote "start": true.
    if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
        raise ValueError(f'"{key}" is missing or of the wrong type')
    return found


def _texts(value: dict[str, Any], key: str) -> tuple[str, ...]:
    found = _typed(value, key, list, [])
    if not all(isinstance(item, str) for item in found):
        raise ValueError(f'"{key}" is no list of texts')
    return tuple(found)
