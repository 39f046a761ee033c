"""From a file to its documents, whatever its format. This parses: see ``sandbox``."""

from __future__ import annotations

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
    return contents


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

            return _one(read_plain(_text(data), name=name))
        case "Markdown":
            from corpus.formats.plain import read_markdown

            return _one(read_markdown(_text(data), name=name))
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

            return read_json_lines(_text(data), name=name, limits=limits)


def _one(document: Document) -> Contents:
    return Contents((document,), document.notes)


def _text(data: bytes) -> str:
    return decode(data).replace("\r\n", "\n").replace("\r", "\n")
