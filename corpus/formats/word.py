"""DOCX, by python-docx: paragraphs, headings, and tables as rows."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from corpus.errors import EmptyArticleError, UnreadableFileError
from corpus.formats.document import Document, on_one_line, readable, without_controls
from corpus.formats.limits import Limits
from corpus.formats.packed import check_packed


def read_docx(data: bytes, *, name: str, limits: Limits) -> Document:
    """The text of a Word document.

    Raises:
        EmptyArticleError: if it holds no text.
        UnreadableFileError: if it is locked, damaged, or unpacks to too much.
    """
    parts = check_packed(data, limits)
    if "word/document.xml" not in parts:
        raise UnreadableFileError("it is a zip file but no Word document; save it as .docx")
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document: Any = docx.Document(io.BytesIO(data))
        blocks = [block for block in _blocks(document) if block]
        # Its dates are those of the template and of the last save, not of publication.
        title = on_one_line(document.core_properties.title)
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, IndexError,
            zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:  # fmt: skip
        raise UnreadableFileError(
            f"it is a damaged Word document ({str(error)[:120]}); save it anew"
        ) from error
    if not blocks:
        raise EmptyArticleError("it holds no text; write the article into it first")
    first = blocks[0].lstrip("# ") if blocks[0].startswith("#") else None
    return Document(
        name=name,
        title=title or first or readable(name),
        text="\n\n".join(blocks) + "\n",
    )


def _blocks(container: Any) -> Iterator[str]:
    from docx.table import Table

    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join(_rows(block))
            continue
        words = " ".join(without_controls(block.text).split())
        style = block.style.name if block.style is not None else ""
        level = re.fullmatch(r"Heading ([1-6])", style or "")
        if words and (level or style == "Title"):
            yield f"{'#' * int(level.group(1) if level else 1)} {words}"
        elif words and (style or "").startswith("List"):
            yield f"- {words}"
        else:
            yield words


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            words = " ".join(without_controls(cell.text).split())
            if words and (not cells or cells[-1] != words):  # a merged cell is listed twice
                cells.append(words)
        if cells:
            yield " | ".join(cells)
