"""PDF, by pypdf: lines put together to paragraphs again, and the page of each."""

from __future__ import annotations

import io
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import Any

from corpus.errors import EmptyArticleError, UnreadableFileError
from corpus.formats.document import Document, on_one_line, readable, without_controls
from corpus.formats.limits import Limits

_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")
_STARTS_ITEM = re.compile(r"(?:[-•·*–]|\(?\d{1,2}[.)]) ")
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]$")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?P<word>page|p\.)?\s*(?P<number>\d{1,4})(?P<of>\s*(?:/|of)\s*\d{1,4})?"
    r"[-–—|\s]*",
    re.IGNORECASE,
)
_MARGIN_LINES = 2  # at the top and at the foot of a page, where titles and numbers run


def read_pdf(data: bytes, *, name: str, limits: Limits) -> Document:
    """The text of a PDF with its pages.

    Raises:
        EmptyArticleError: if no page holds text, as after scanning.
        UnreadableFileError: if it is locked, damaged or too long.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError("it is locked with a password; save a copy without one")
        count = len(reader.pages)
        if count > limits.pages:
            raise UnreadableFileError(
                f"it has {count:,} pages, and {limits.pages:,} are the most; split it"
            )
        pages = [(_label(reader, i), page.extract_text()) for i, page in enumerate(reader.pages)]
        about = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError,
            NotImplementedError, RecursionError, AssertionError) as error:  # fmt: skip
        # The library lets damage through as whatever its parser stumbles over.
        raise UnreadableFileError(
            f"it is a damaged PDF ({_first_line(error)}); save it anew"
        ) from error
    if not any(text.strip() for _, text in pages):
        for page in reader.pages:
            if (why := _unpacking_fault(page)) is not None:
                raise UnreadableFileError(
                    f"a page of it cannot be unpacked ({why}), as in a PDF bomb; save it anew"
                )
        raise EmptyArticleError(
            "its pages hold no text, only pictures, as after scanning; run OCR over it first"
        )
    text, starts = _join(pages)
    silent = [label for label, words in pages if not words.strip()]
    return Document(
        name=name,
        title=on_one_line(_told(about, "title")) or _first_words(text) or readable(name),
        text=text,
        pages=starts,  # its dates are those of the file, not of publication
        notes=(
            (f"page {', '.join(silent[:10])} of it holds no text and was not read",)
            if silent
            else ()
        ),
    )


def _label(reader: Any, index: int) -> str:
    try:
        return str(reader.page_labels[index])
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, RecursionError):
        return str(index + 1)  # labels are an ornament; the count is as good a name


def _unpacking_fault(page: Any) -> str | None:
    """Why the words of a page stay packed: extracting text passes over that in silence."""
    from pypdf.errors import PyPdfError

    try:
        contents = page.get_contents()
        if contents is not None:
            contents.get_data()
    except PyPdfError as error:
        return _first_line(error).rstrip(".")
    return None


def _told(about: Any, what: str) -> str | None:
    value = getattr(about, what, None)
    return value if isinstance(value, str) else None


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120] or type(error).__name__


def _first_words(text: str) -> str | None:
    return next((line.lstrip("# ")[:120] for line in text.splitlines() if line.strip()), None)


def _join(pages: Sequence[tuple[str, str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """One text of all pages, paragraphs apart by an empty line, and where each page begins."""
    cut = [(label, [line.strip() for line in without_controls(text).split("\n")])
           for label, text in pages]  # fmt: skip
    running = _running_lines([lines for _, lines in cut])
    offset = _page_offset([lines for _, lines in cut])
    text, starts = "", []
    for place, (label, lines) in enumerate(cut):
        number = None if offset is None else place + offset
        paragraphs = _paragraphs(_without_margins(lines, running, number))
        if not paragraphs:
            continue
        if text and _goes_on(text, paragraphs[0]):
            joined = _HYPHEN.sub("", text)
            text = joined if joined != text else text + " "
        elif text:
            text += "\n\n"
        starts.append((len(text), label))
        text += "\n\n".join(paragraphs)
    return text + "\n", tuple(starts)


def _goes_on(text: str, following: str) -> bool:
    """Whether a sentence runs over the foot of the page."""
    return not _ENDS.search(text) and following[:1].islower()


def _running_lines(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines at the margins that most pages share: running titles."""
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_shape(line) for line in _margin([line for line in lines if line])})
    return frozenset(shape for shape, times in seen.items() if times > len(pages) / 2)


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _page_offset(pages: Sequence[Sequence[str]]) -> int | None:
    """What is added to a page's place, from 0, to give the number printed on it.

    None unless lone numbers at the margins run with the pages on most of them,
    two at least: a lone number may as well be what the text says.
    """
    seen: Counter[int] = Counter()
    for place, lines in enumerate(pages):
        full = [line for line in lines if line]
        found = {_PAGE_NUMBER.fullmatch(line) for line in _margin(full)}
        seen.update({int(one["number"]) - place for one in found if one})
    offset, times = seen.most_common(1)[0] if seen else (0, 0)
    return offset if times >= 2 and times > len(pages) / 2 else None


def _margin(lines: Sequence[str]) -> list[str]:
    return [*lines[:_MARGIN_LINES], *lines[-_MARGIN_LINES:]]


def _without_margins(
    lines: Sequence[str], running: frozenset[str], number: int | None
) -> list[str]:
    """The lines without running titles, and without the page's own ``number``."""
    full = [place for place, line in enumerate(lines) if line]
    margins = {*full[:_MARGIN_LINES], *full[-_MARGIN_LINES:]}

    def is_number(line: str) -> bool:
        found = _PAGE_NUMBER.fullmatch(line)
        return found is not None and (
            bool(found["word"] and found["of"]) or int(found["number"]) == number
        )

    return [
        line
        for place, line in enumerate(lines)
        if place not in margins or not (_shape(line) in running or is_number(line))
    ]


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Lines put together where the text runs on.

    A line ends its paragraph where an empty line follows, where it is short
    and ends a sentence, or where the next one starts an item. A short line
    that ends no sentence is a heading.
    """
    widths = [len(line) for line in lines if line]
    if not widths:
        return []
    wide = statistics.quantiles(widths, n=10)[-1] if len(widths) > 1 else widths[0]
    found: list[str] = []
    current = ""
    for place, line in enumerate(lines):
        if not line:
            if current:
                found.append(current)
            current = ""
            continue
        if current and _STARTS_ITEM.match(line):
            found.append(current)
            current = ""
        current = _HYPHEN.sub("", current) + line if _HYPHEN.search(current) else (
            f"{current} {line}" if current else line
        )  # fmt: skip
        short = len(line) < 0.75 * wide
        following = next((other for other in lines[place + 1 :] if other), "")
        heading = short and current == line and following[:1].isupper() and not _ENDS.search(line)
        if heading or (short and _ENDS.search(line)):
            found.append(f"## {current}" if heading and len(line) < 0.6 * wide else current)
            current = ""
    if current:
        found.append(current)
    return [" ".join(paragraph.split()) for paragraph in found]
