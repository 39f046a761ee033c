"""From a file to its documents, whatever its format. This parses: see ``sandbox``."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from corpus.decoding import MAX_BYTES, decode, read_bytes
from corpus.errors import (
    ArticleNotFoundError,
    CorpusError,
    EmptyArticleError,
    UnreadableFileError,
)
from corpus.formats.document import Contents, Document
from corpus.formats.kinds import kind_of
from corpus.formats.limits import Limits

_TEXTS = ("text", "Markdown")


def read_contents(path: Path, limits: Limits) -> Contents:
    """The documents in the file at ``path``.

    Raises:
        ArticleNotFoundError: if there is no such file.
        UnsupportedFormatError: if no reader knows its format.
        UnreadableFileError: if it may not be read, is damaged, locked or too large.
        EmptyArticleError: if it holds no text.
    """
    data = read_bytes(path, most=limits.file_bytes)
    try:
        contents = _read(path, data, limits)
    except ArticleNotFoundError:
        raise
    except CorpusError as error:
        raise type(error)(f"{str(path)!r} cannot be read: {error}") from error
    letters = sum(len(document.text) for document in contents.documents)
    if letters > limits.letters:
        raise UnreadableFileError(
            f"{str(path)!r} holds {letters:,} characters of text, and {limits.letters:,} are the "
            "most; split it"
        )
    return replace(contents, file_sha256=hashlib.sha256(data).hexdigest())


def _read(path: Path, data: bytes, limits: Limits) -> Contents:
    kind, name = kind_of(path, data), path.stem
    if not data.strip():
        raise EmptyArticleError("it is empty; write the article into it first")
    if kind in _TEXTS and len(data) > MAX_BYTES:
        raise UnreadableFileError(
            f"it is larger than {MAX_BYTES // 1_000_000} MB; split it into articles"
        )
    match kind:
        case "text":
            from corpus.formats.plain import read_plain

            text, notes = _text(data)
            return _one(read_plain(text, name=name), notes)
        case "Markdown":
            from corpus.formats.plain import read_markdown

            text, notes = _text(data)
            return _one(read_markdown(text, name=name), notes)
        case "HTML":
            from corpus.formats.web_page import read_web_page

            return _one(read_web_page(data, name=name))
        case "PDF":
            from corpus.formats.portable import read_pdf

            return _one(read_pdf(data, name=name, limits=limits))
        case "Word":
            from corpus.formats.word import read_docx

            return _one(read_docx(data, name=name, limits=limits))
        case "mail":
            from corpus.formats.mail import read_mail

            return _one(read_mail(data, name=name))
        case "feed":
            from corpus.formats.feeds import read_feed

            return read_feed(data, limits=limits)
        case "JSON":
            from corpus.formats.feeds import read_json

            return read_json(data, name=name, limits=limits)
        case _:
            from corpus.formats.json_records import read_json_lines

            text, notes = _text(data)
            read = read_json_lines(text, name=name, limits=limits)
            return replace(read, documents=_with_notes(read.documents, notes))


def _one(document: Document, notes: tuple[str, ...] = ()) -> Contents:
    return Contents((document,), document.notes + notes)


def _with_notes(
    documents: tuple[Document, ...], notes: tuple[str, ...]
) -> tuple[Document, ...]:
    """The documents, the first of which says what is to be said of all."""
    return tuple(
        replace(document, notes=document.notes + notes) if place == 0 else document
        for place, document in enumerate(documents)
    )


def _text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and a sentence where its encoding is a guess."""
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if decoded.guessed is None:
        return text, ()
    return text, (
        f"it is not UTF-8 and was read as {decoded.guessed}; look at its accented letters",
    )
