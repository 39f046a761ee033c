"""The public data, read into one shape, and the rule of what may be trained on."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class SourceQuestion:
    """A question and its gold answers; ``answers`` is empty where the text holds none.

    ``start`` is the code-point offset of ``answers[0]`` in the paragraph, or None.
    """

    question_id: str
    text: str
    answers: tuple[str, ...]
    start: int | None

    @property
    def answerable(self) -> bool:
        return self.start is not None


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph with the questions that were asked about it."""

    text: str
    questions: tuple[SourceQuestion, ...]


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """Neighbouring paragraphs under one title (spaces, no underscores, in ``heading``)."""

    title: str
    paragraphs: tuple[SourceParagraph, ...]

    @property
    def heading(self) -> str:
        return self.title.replace("_", " ")


def may_train_on(title: str) -> bool:
    """Whether a SQuAD 2.0 dev article may be trained on.

    The sha256 of the title, read as a number, must not be divisible by three;
    the other third is kept for choosing and reporting.
    """
    return int(hashlib.sha256(title.encode()).hexdigest(), 16) % 3 != 0


def read_json(path: Path) -> Any:
    """The JSON value in a gzip file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)


def read_json_lines(path: Path) -> Iterator[Any]:
    """The JSON values in the lines of a gzip file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def read_squad(path: Path) -> tuple[SourceArticle, ...]:
    """The articles of a SQuAD file, 1.1 or 2.0.

    Raises:
        ValueError: if an answer does not stand where the file says.
    """
    return tuple(
        SourceArticle(
            title=entry["title"],
            paragraphs=tuple(_paragraph(paragraph) for paragraph in entry["paragraphs"]),
        )
        for entry in read_json(path)["data"]
    )


def _paragraph(entry: dict[str, Any]) -> SourceParagraph:
    text = entry["context"]
    return SourceParagraph(
        text=text, questions=tuple(_question(question, text) for question in entry["qas"])
    )


def _question(entry: dict[str, Any], context: str) -> SourceQuestion:
    # A 2.0 question that cannot be answered may list "plausible_answers": those are no answers.
    golds = [] if entry.get("is_impossible", False) else entry["answers"]
    for gold in golds:
        start = gold["answer_start"]
        if context[start : start + len(gold["text"])] != gold["text"]:
            raise ValueError(
                f"the answer {gold['text']!r} of question {entry['id']} is not at offset {start};"
                " fetch the data again"
            )
    return SourceQuestion(
        question_id=str(entry["id"]),
        text=entry["question"].strip(),
        answers=tuple(gold["text"] for gold in golds),
        start=golds[0]["answer_start"] if golds else None,
    )


def is_sampled(text: str, *, seed: int, share: float) -> bool:
    """Whether ``text`` falls into a fixed random ``share`` of all texts; the same on every run."""
    digest = hashlib.sha256(f"{seed}:{text}".encode()).digest()
    return int.from_bytes(digest[:8], "big") < share * 2**64
