"""What is said of files that cannot be read, and that none of them costs more than an error."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import read, write_docx
from made_pdf import write_pdf

from corpus.errors import (
    CorpusError,
    EmptyArticleError,
    UnreadableFileError,
    UnsupportedFormatError,
)
from corpus.formats.limits import Limits


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("a.pdf", b"%PDF-1.4 broken", UnreadableFileError, "is a damaged PDF"),
        ("a.pdf", write_pdf([[""], [""]]), EmptyArticleError, "run OCR over it first"),
        ("a.pdf", write_pdf([["Hello there."]], encrypt=True), UnreadableFileError,
         "locked with a password"),
        ("a.pdf", write_pdf([["Hello there."]])[:300], UnreadableFileError, "damaged PDF"),
        ("a.txt", write_pdf([["Hi."]]), UnsupportedFormatError, "is a PDF by its first bytes"),
        ("a.html", b"\x89PNG\r\n", UnsupportedFormatError, "is a picture by its first bytes"),
        ("a.docx", b"PK\x03\x04junk", UnreadableFileError, "is a damaged file"),
        ("a.docx", write_docx()[:2000], UnreadableFileError, "is a damaged file"),
        ("a.html", b"<html><body></body></html>", EmptyArticleError, "holds no running text"),
        ("a.html", b"<div>" * 450 + b"x", UnreadableFileError, "elements nested without end"),
        ("a.eml", b"no header at all", UnreadableFileError, "has no header of a mail"),
        ("a.rss", b"<rss><chan", EmptyArticleError, "no entry of the feed holds text"),
        ("a.json", b"[" * 100_000, UnreadableFileError, "is no JSON, or nested"),
        ("a.json", b"[]", EmptyArticleError, "holds no article"),
        ("a.jsonl", b"\n\n", EmptyArticleError, "is empty"),
        ("a.odt", b"x", UnsupportedFormatError, "its name ends in none of"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_wrong_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, error: type[CorpusError], message: str
) -> None:
    with pytest.raises(error, match=message) as caught:
        read(tmp_path, name, data)
    assert str(caught.value).startswith(f"'{tmp_path / name}' cannot be read: ")
    assert "\n" not in str(caught.value)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 50_000_000)
    with pytest.raises(UnreadableFileError, match=r"unpacks .* bytes to 50,000,000, as a zip"):
        read(tmp_path, "a.docx", out.getvalue())


def test_too_many_pages_and_too_much_text(tmp_path: Path) -> None:
    pdf = write_pdf([["One."], ["Two."]])
    with pytest.raises(UnreadableFileError, match="has 2 pages, and 1 are the most"):
        read(tmp_path, "a.pdf", pdf, Limits(pages=1))
    with pytest.raises(UnreadableFileError, match="holds 4 characters of text, and 3"):
        read(tmp_path, "a.txt", "abcd", Limits(letters=3))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2000), st.integers(0, 255))
def test_no_flipped_byte_of_a_word_file_is_more_than_an_error(place: int, value: int) -> None:
    from corpus.formats.word import read_docx

    data = bytearray(write_docx())
    data[place % len(data)] = value
    with contextlib.suppress(CorpusError):  # and nothing else
        read_docx(bytes(data), name="a", limits=Limits())
