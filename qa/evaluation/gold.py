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
        BatchError: if the file cannot be read or a line is not a gold question.
    """
    if path is None:
        source = resources.files("corpus") / "gold" / "kazakhstan-abraham-accords.jsonl"
        text, shown = source.read_text(encoding="utf-8"), "the bundled gold questions"
    else:
        try:
            text, shown = path.read_text(encoding="utf-8"), str(path)
        except (OSError, UnicodeDecodeError) as error:
            raise BatchError(f"the gold questions {str(path)!r} cannot be read: {error}") from error
    questions = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            questions.append(_parse(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise BatchError(
                f"line {number} of {shown} is no gold question ({error!r}); "
                "see corpus/gold/README.md for the format"
            ) from error
    return tuple(questions)


def _parse(value: dict[str, Any]) -> GoldQuestion:
    return GoldQuestion(
        query_id=str(value["id"]),
        article_id=str(value["article_id"]),
        kind=str(value["kind"]),
        question=str(value["question"]),
        history=tuple(value.get("history", ())),
        answerable=bool(value["answerable"]),
        answers=tuple(value.get("answers", ())),
        spans=tuple(
            GoldSpan(Span(item["start"], item["end"]), frozenset(item.get("outlets", ())))
            for item in value.get("spans", ())
        ),
        needed=int(value.get("needed", 1)),
        split=str(value.get("split", "test")),
    )
