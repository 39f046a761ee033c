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


def _blocks(document: Any) -> Iterator[str]:
    for block in _inner(document.element.body, document):
        if isinstance(block, _table_class()):
            yield "\n".join(_rows(block))
            continue
        words = _words(block._p)
        style = block.style.name if block.style is not None else ""
        level = re.fullmatch(r"Heading ([1-6])", style or "")
        if words and (level or style == "Title"):
            yield f"{'#' * int(level.group(1) if level else 1)} {words}"
        elif words and (style or "").startswith("List"):
            yield f"- {words}"
        else:
            yield words


def _inner(element: Any, parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, those in content controls and insertions as well."""
    from docx.text.paragraph import Paragraph

    for child in element:
        match str(child.tag).rpartition("}")[2]:
            case "p":
                yield Paragraph(child, parent)
            case "tbl":
                yield _table_class()(child, parent)
            case "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag":
                yield from _inner(child, parent)


def _table_class() -> Any:
    from docx.table import Table

    return Table


_UNREAD = ("del", "moveFrom", "txbxContent", "instrText")


def _words(paragraph: Any) -> str:
    """The words of a paragraph as its latest state shows them: what was inserted, not deleted."""
    parts = []
    for element in paragraph.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in ("t", "tab", "br", "cr", "noBreakHyphen") and not any(
            str(above.tag).rpartition("}")[2] in _UNREAD for above in element.iterancestors()
        ):
            parts.append({"t": element.text or "", "noBreakHyphen": "-"}.get(name, " "))
    return " ".join(without_controls("".join(parts)).split())


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        seen: list[Any] = []
        for cell in row.cells:
            if any(cell._tc is one for one in seen):
                continue  # a merged cell is listed twice
            seen.append(cell._tc)
            words = " ".join(filter(None, (_words(part) for part in cell._tc.iter(_PARAGRAPH))))
            if words:
                cells.append(words)
        if cells:
            yield " | ".join(cells)


_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
