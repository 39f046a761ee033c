"""RSS and Atom, by feedparser, and JSON feeds: a document for every entry."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from corpus.errors import EmptyArticleError, UnreadableFileError
from corpus.formats.document import Contents, Document, on_one_line
from corpus.formats.json_records import gather
from corpus.formats.limits import Limits
from corpus.formats.web_page import text_of_fragment

# The part of a file before its first element is where entities are declared.
_DECLARES_ENTITIES = re.compile(rb"(?:(?!<[A-Za-z]).)*?<!ENTITY", re.DOTALL)


def read_feed(data: bytes, *, limits: Limits) -> Contents:
    """A document for each entry of an RSS or Atom feed that holds text.

    Raises:
        EmptyArticleError: if no entry holds text.
        UnreadableFileError: if it is no feed, or declares entities of its own.
    """
    from xml.sax import SAXException

    import feedparser

    if _DECLARES_ENTITIES.match(data):
        raise UnreadableFileError(
            "it declares entities of its own, as an XML bomb does; save the feed without them"
        )
    # A stream, never the bytes themselves: what looks like a path or an address would be opened.
    found: Any = feedparser.parse(io.BytesIO(data))
    if not found.get("version") and not found.entries:
        why = str(found.get("bozo_exception") or "no channel and no entry in it")[:120]
        raise UnreadableFileError(f"it is no RSS or Atom feed ({why})")
    publisher = on_one_line(found.feed.get("title"))
    documents = []
    for number, entry in enumerate(found.entries[: limits.documents], start=1):
        markup = max(
            (*(part.get("value", "") for part in entry.get("content", [])),
             entry.get("summary", "")),
            key=len,
        )  # fmt: skip
        text = text_of_fragment(markup)
        if not text.strip():
            continue
        title = on_one_line(text_of_fragment(entry.get("title", ""))) or f"Entry {number}"
        documents.append(
            Document(
                name=title,
                title=title,
                text=text,
                publisher=on_one_line((entry.get("source") or {}).get("title")) or publisher,
                published=_date(entry),
                url=on_one_line(entry.get("link")),
            )
        )
    if not documents:
        raise EmptyArticleError("no entry of the feed holds text")
    fault = found.get("bozo_exception")
    damage = (
        (f"the feed is damaged ({on_one_line(str(fault))}); an entry may be cut short or missing",)
        if isinstance(fault, SAXException)
        else ()
    )
    return Contents(tuple(documents), damage + _left_out(len(found.entries), limits))


def _left_out(count: int, limits: Limits) -> tuple[str, ...]:
    if count <= limits.documents:
        return ()
    return (f"it holds {count:,} entries, and the first {limits.documents:,} are read; split it",)


def _date(entry: Any) -> str | None:
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    return time.strftime("%Y-%m-%d", when) if when else None


def read_json(data: bytes, *, name: str, limits: Limits) -> Contents:
    """The items of a JSON feed (jsonfeed.org), or an article, or a list of articles.

    Raises:
        EmptyArticleError: if nothing in it holds text.
        UnreadableFileError: if it is nothing of the kind.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError("it is no JSON, or nested without end; save it anew") from error
    publisher = None
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        title = value.get("title")
        publisher = on_one_line(title) if isinstance(title, str) else None
        records = list(_items(value["items"]))
    else:
        records = value if isinstance(value, list) else [value]
    if not records:
        raise EmptyArticleError("it holds no article")
    read = gather(
        enumerate(records[: limits.documents], start=1),
        name=name, what="item", publisher=publisher,
    )  # fmt: skip
    return replace(read, faults=read.faults + _left_out(len(records), limits))


def _items(items: list[Any]) -> Iterator[Any]:
    for item in items:
        if not isinstance(item, dict):
            yield item
            continue
        markup, plain = item.get("content_html"), item.get("content_text") or item.get("summary")
        text = text_of_fragment(markup) if isinstance(markup, str) else ""
        yield {
            "text": text if text.strip() else plain,
            "title": item.get("title"),
            "url": item.get("url"),
            "date": str(item.get("date_published") or "")[:10] or None,
        }
