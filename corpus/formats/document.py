"""What every format is read into."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its metadata; ``name`` is what its id is made of.

    ``pages`` are (offset of the first code point, name of the page), in order,
    where the source has pages. ``notes`` say what of the source was not read.
    """

    name: str
    title: str
    text: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    pages: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The documents of a file, and, a sentence each, what in it could not be read.

    ``file_sha256`` is of the bytes that were read, 64 hexadecimal digits.
    """

    documents: tuple[Document, ...]
    faults: tuple[str, ...] = ()
    file_sha256: str = ""


def on_one_line(words: str | None) -> str | None:
    """``words`` with single spaces, None where that leaves nothing."""
    return " ".join((words or "").split()) or None


def readable(stem: str) -> str:
    """A file name as a title: "central-asia_2025" is "Central asia 2025"."""
    words = on_one_line(re.sub(r"[-_]+", " ", unicodedata.normalize("NFC", stem))) or ""
    # A name that is not valid UTF-8 reaches us with lone surrogates.
    words = words.encode("utf-8", "replace").decode("utf-8")
    return words[:1].upper() + words[1:] if words else "Untitled"


def without_controls(text: str) -> str:
    """``text`` without control characters that no reader sees; tabs and line breaks stay."""
    return "".join(char if char >= " " or char in "\t\n" else " " for char in text)
