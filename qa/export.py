"""A conversation to take along: Markdown, Word and JSON, every sentence with its footnotes."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qa.answers import Abstention, Answer, Citation, answer_json

NO_OUTLET = "no outlet credited"
_MARKER = re.compile(r"\[(\d+)\]")
_STEERING = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question as it was typed, and what it got."""

    question: str
    reply: Answer | Abstention


@dataclass(frozen=True, slots=True)
class Export:
    """A file to be saved."""

    name: str
    mime: str
    data: bytes


def export_conversation(exchanges: Sequence[Exchange], form: str) -> Export:
    """The conversation as ``form``: "markdown", "docx" or "json".

    Raises:
        ValueError: if there is no such form.
    """
    if form == "markdown":
        return Export("briefing.md", "text/markdown", as_markdown(exchanges).encode("utf-8"))
    if form == "docx":
        mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return Export("briefing.docx", mime, as_docx(exchanges))
    if form == "json":
        return Export("briefing.json", "application/json", as_json(exchanges).encode("utf-8"))
    raise ValueError(f"there is no form {form!r}; ask for markdown, docx or json")


def as_json(exchanges: Sequence[Exchange]) -> str:
    """The questions with the contract's answer objects."""
    records = [
        {"question": one.question, "answer": answer_json(one.reply)} for one in exchanges
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def as_markdown(exchanges: Sequence[Exchange]) -> str:
    """Questions as headings, answers as text, each citation a footnote."""
    body: list[str] = []
    notes: list[str] = []
    for one in exchanges:
        first = len(notes)
        body.append(f"## {_plain(one.question)}")
        numbers = {c.marker: first + i for i, c in enumerate(_cited(one.reply), start=1)}
        text = "".join(
            f"[^{numbers[int(part)]}]" if number % 2 and int(part) in numbers else _plain(part)
            for number, part in enumerate(_MARKER.split(one.reply.text))
        )
        body.append(re.sub(r" (?=\[\^)", "", text))
        if isinstance(one.reply, Answer) and one.reply.left_open:
            body.append(_plain(one.reply.left_open))
        if isinstance(one.reply, Abstention) and numbers:
            marks = "".join(f"[^{number}]" for number in numbers.values())
            body.append(f"Nearest passages, unconfirmed:{marks}")
        notes.extend(
            f"[^{numbers[c.marker]}]: “{_plain(' '.join(c.quote.split()))}” — {_plain(_source(c))}"
            for c in _cited(one.reply)
        )
    return "\n\n".join([*body, *notes]) + "\n"


def as_docx(exchanges: Sequence[Exchange]) -> bytes:
    """The same for Word: markers raised, the notes of each answer below it."""
    import docx

    document: Any = docx.Document()
    for one in exchanges:
        document.add_heading(_printable(one.question), level=2)
        paragraph = document.add_paragraph()
        for number, part in enumerate(_MARKER.split(one.reply.text)):
            run = paragraph.add_run(part if number % 2 else _printable(part))
            run.font.superscript = bool(number % 2)
        if isinstance(one.reply, Answer) and one.reply.left_open:
            document.add_paragraph(_printable(one.reply.left_open))
        if isinstance(one.reply, Abstention) and one.reply.nearest:
            document.add_paragraph("Nearest passages, unconfirmed:")
        for citation in _cited(one.reply):
            note = document.add_paragraph()
            note.add_run(str(citation.marker)).font.superscript = True
            quote = _printable(" ".join(citation.quote.split()))
            note.add_run(f" “{quote}” — {_printable(_source(citation))}")
            for run in note.runs:
                run.font.size = docx.shared.Pt(9)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _cited(reply: Answer | Abstention) -> tuple[Citation, ...]:
    return reply.citations if isinstance(reply, Answer) else reply.nearest


def _source(citation: Citation) -> str:
    return ", ".join(_parts_of_source(citation))


def _parts_of_source(citation: Citation) -> Iterator[str]:
    yield " and ".join(citation.outlets) or NO_OUTLET
    if citation.speaker:
        yield f"said by {' '.join(citation.speaker.split())}"
    yield f"in “{citation.title}” ({citation.article_id})"
    if citation.page:
        yield f"page {citation.page}"
    if citation.published:
        yield f"as of {citation.published}"
    yield f"characters {citation.span.start} to {citation.span.end}"


def _plain(text: str) -> str:
    """``text`` as Markdown that shows it and does nothing else."""
    return _STEERING.sub(r"\\\1", " ".join(text.split()))


def _printable(text: str) -> str:
    """``text`` without what XML cannot hold."""
    return "".join(
        char if char in "\t\n" or (char >= " " and not 0xD800 <= ord(char) < 0xE000
                                   and char not in "\ufffe\uffff") else "\ufffd"
        for char in text
    )  # fmt: skip
