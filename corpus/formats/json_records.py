"""Articles as JSON objects, one a line or in a list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from corpus.errors import EmptyArticleError, UnreadableFileError
from corpus.formats.document import Contents, Document, on_one_line
from corpus.formats.limits import Limits

_KEYS = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet"),
    "published": ("date", "published"),
    "url": ("url", "link"),
    "name": ("id", "article_id"),
}


def read_json_lines(text: str, *, name: str, limits: Limits) -> Contents:
    """A document for each line of JSON Lines; blank lines are passed over.

    A line that is no article is a fault and stops no other.

    Raises:
        EmptyArticleError: if there is no line.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise EmptyArticleError("it holds no line; write one JSON object a line")
    contents = gather(lines[: limits.documents], name=name, decode=json.loads, what="line")
    left = len(lines) - limits.documents
    if left > 0:
        more = f"{left:,} lines after the first {limits.documents:,} were not read; split the file"
        return Contents(contents.documents, (*contents.faults, more))
    return contents


def gather(
    numbered: Iterable[tuple[int, Any]],
    *,
    name: str,
    what: str,
    decode: Callable[[Any], Any] = lambda record: record,
    publisher: str | None = None,
) -> Contents:
    """The articles among numbered records; what is none is a fault that names its number."""
    documents, faults = [], []
    for number, held in numbered:
        try:
            record = decode(held)
        except (ValueError, RecursionError):
            faults.append(f"{what} {number} is no JSON; mend it")
            continue
        try:
            documents.append(
                document_of_record(record, name=name, number=number, publisher=publisher)
            )
        except (UnreadableFileError, EmptyArticleError) as error:
            faults.append(f"{what} {number}: {error}")
    return Contents(tuple(documents), tuple(faults))


def document_of_record(
    record: Any, *, name: str, number: int, publisher: str | None = None
) -> Document:
    """The article in a JSON object: text (or body, content), title, publisher, date, url.

    Raises:
        EmptyArticleError: if its text is empty.
        UnreadableFileError: if it is no object with a text.
    """
    if not isinstance(record, dict):
        raise UnreadableFileError('it is no object; write {"title": "…", "text": "…"}')
    told = {field: _first(record, keys) for field, keys in _KEYS.items()}
    if told["text"] is None:
        raise UnreadableFileError('its "text" is missing; write {"title": "…", "text": "…"}')
    text = told["text"].replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyArticleError('its "text" is empty')
    title = on_one_line(told["title"])
    return Document(
        name=told["name"] or title or f"{name}-{number}",
        title=title or f"{name} {number}",
        text=text,
        publisher=on_one_line(told["publisher"]) or publisher,
        published=on_one_line(told["published"]),
        url=on_one_line(told["url"]),
    )


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((record[key] for key in keys if isinstance(record.get(key), str)), None)
