"""A conversation to take along: Markdown, Word and JSON, every sentence with its footnotes."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qa.answers import NO_OUTLET, Abstention, Answer, Citation, answer_json, details_json

_MARKER = re.compile(r"\[(\d+)\]")
_STEERING = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question as it was typed, and what it got."""

    question: str
    reply: Answer | Abstention
    limited: str = ""
    """What the question was limited to, in words, "" for nothing."""


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
    """The questions with the contract's answer objects, and beside them what these leave out."""
    records = [
        {
            "question": one.question,
            "limited": one.limited,
            "answer": answer_json(one.reply),
            "details": details_json(one.reply),
        }
        for one in exchanges
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def as_markdown(exchanges: Sequence[Exchange]) -> str:
    """Questions as headings, answers as text, each citation a footnote."""
    body: list[str] = []
    notes: list[str] = []
    for one in exchanges:
        first = len(notes)
        numbers = {c.marker: first + i for i, c in enumerate(_cited(one.reply), start=1)}
        body.append(f"## {_plain(one.question)}")
        body.extend(_with_footnotes(line, numbers) for line in _lines(one))
        body.extend(_plain(line) for line in _also(one.reply))
        notes.extend(
            f"[^{numbers[c.marker]}]: {_plain(_quoted(c))}" for c in _cited(one.reply)
        )
    return "\n\n".join([*body, *notes]) + "\n"


def _with_footnotes(line: str, numbers: Mapping[int, int]) -> str:
    """``line`` as Markdown, its markers as references to the footnotes of these ``numbers``."""
    written = "".join(
        _plain(words) + ("" if marker is None else f"[^{numbers[marker]}]")
        for words, marker in _split(line, numbers)
    )
    return re.sub(r" (?=\[\^)", "", written)


def _split(line: str, markers: Collection[int]) -> Iterator[tuple[str, int | None]]:
    """Words and the marker behind them; a number in brackets that is none stays among the words."""
    start = 0
    for match in _MARKER.finditer(line):
        if int(match.group(1)) in markers:
            yield line[start : match.start()], int(match.group(1))
            start = match.end()
    yield line[start:], None


def as_docx(exchanges: Sequence[Exchange]) -> bytes:
    """The same for Word: markers raised, the notes of each answer below it."""
    import docx

    document: Any = docx.Document()
    for one in exchanges:
        document.add_heading(_printable(one.question), level=2)
        markers = [citation.marker for citation in _cited(one.reply)]
        for line in _lines(one):
            paragraph = document.add_paragraph()
            for words, marker in _split(line, markers):
                paragraph.add_run(_printable(words))
                if marker is not None:
                    paragraph.add_run(str(marker)).font.superscript = True
        notes = [(str(c.marker), f" {_quoted(c)}") for c in _cited(one.reply)]
        for number, words in [*notes, *(("", line) for line in _also(one.reply))]:
            note = document.add_paragraph()
            note.add_run(number).font.superscript = True
            note.add_run(_printable(words))
            for run in note.runs:
                run.font.size = docx.shared.Pt(9)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _lines(one: Exchange) -> Iterator[str]:
    """All that stands below a question, notes apart, with markers such as ``[1]``."""
    if one.limited:
        yield f"Limit: {one.limited}"
    yield one.reply.text
    if isinstance(one.reply, Abstention):
        if one.reply.nearest:
            marks = "".join(f" [{c.marker}]" for c in one.reply.nearest)
            yield f"Nearest passages, unconfirmed:{marks}"
        return
    if one.reply.left_open:
        yield one.reply.left_open
    if one.reply.standing is not None:
        yield from one.reply.standing.lines()


def _also(reply: Answer | Abstention) -> Iterator[str]:
    """Further places that carry the answer, as lines."""
    if isinstance(reply, Answer) and reply.standing is not None:
        yield from (f"Also: {_quoted(one)}" for one in reply.standing.carried_by)


def _quoted(citation: Citation) -> str:
    return f"“{' '.join(citation.quote.split())}” — {_source(citation)}"


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
    return _STEERING.sub(r"\\\1", re.sub(r"\s+", " ", text))


def _printable(text: str) -> str:
    """``text`` without what XML cannot hold."""
    return "".join(
        char if char in "\t\n" or (char >= " " and not 0xD800 <= ord(char) < 0xE000
                                   and char not in "\ufffe\uffff") else "\ufffd"
        for char in text
    )  # fmt: skip
