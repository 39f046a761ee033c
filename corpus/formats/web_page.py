"""HTML, by trafilatura: the article's own text, without menus, scripts and adverts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from corpus.errors import EmptyArticleError, UnreadableFileError
from corpus.formats.document import Document, on_one_line, readable, without_controls


def read_web_page(data: bytes, *, name: str) -> Document:
    """The article in a web page.

    Raises:
        EmptyArticleError: if the page holds no running text.
        UnreadableFileError: if it is no HTML.
    """
    import trafilatura

    tree = trafilatura.load_html(data)
    if tree is None:
        raise UnreadableFileError(
            "it holds no HTML, or elements nested without end; save the page anew"
        )
    found: Any = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True,
        include_formatting=True,
        # What the page's head tells; its text is full of other days.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    text = "" if found is None or found.body is None else as_markdown(found.body)
    if not text.strip():
        raise EmptyArticleError("it holds no running text; save the article itself")
    return Document(
        name=name,
        title=on_one_line(found.title) or readable(name),
        text=text,
        publisher=on_one_line(found.sitename),
        published=on_one_line(found.date),
        url=on_one_line(found.url),
    )


def text_of_fragment(markup: str) -> str:
    """The running text of a piece of HTML that is no whole page, as feeds and mails hold them."""
    import lxml.html
    from lxml.etree import ParserError

    try:
        tree: Any = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (ParserError, ValueError):  # nothing but white space; or NULs
        return ""
    for element in list(tree.iter("script", "style", "iframe", "object", "noscript", "template")):
        element.drop_tree()
    blocks: list[str] = []
    _gather(tree, blocks)
    return "\n\n".join(block for block in blocks if block) + "\n" if any(blocks) else ""


_BLOCK_NAMES = (
    "p div section article blockquote li ul ol table thead tbody tfoot tr td th caption h1 h2 h3 "
    "h4 h5 h6 pre figure figcaption header footer main aside nav address center form fieldset "
    "dl dt dd hr"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())


def _gather(element: Any, blocks: list[str]) -> None:
    """Append the blocks of ``element``: runs of text between block elements and line breaks."""
    run: list[str] = []

    def close() -> None:
        words = _tidy("".join(run))
        run.clear()
        if words:
            blocks.append(_mark(element, words))

    def walk(inline: Any) -> None:
        run.append(inline.text or "")
        for child in inline:
            if not isinstance(child.tag, str):
                pass  # a comment
            elif child.tag in _BLOCKS:
                close()
                _gather(child, blocks)
            elif child.tag == "br":
                close()
            else:
                walk(child)  # it may hold a block or a line break
            run.append(child.tail or "")

    if element.tag == "tr" and _is_row_of_data(element):
        cells = [_tidy(cell.text_content()) for cell in element.iterchildren("td", "th")]
        blocks.append(" | ".join(cell for cell in cells if cell))
        return
    walk(element)
    close()


def _is_row_of_data(row: Any) -> bool:
    """Whether the cells are words alone, and not a layout of paragraphs."""
    inside = [child for cell in row for child in cell.iter() if child is not cell]
    return len(row) > 1 and not any(child.tag in _BLOCKS or child.tag == "br" for child in inside)


def _mark(element: Any, words: str) -> str:
    if element.tag == "li":
        return f"- {words}"
    level = re.fullmatch("h([1-6])", str(element.tag))
    return f"{'#' * int(level.group(1))} {words}" if level else words


def as_markdown(body: Any) -> str:
    """The tree that trafilatura makes of a page, as blocks of plain Markdown.

    Headings get their hashes and items their hyphens, a row of a table is a
    line; emphasis and links are dropped, for a quote shall hold words alone.
    """
    blocks = [block for block in _blocks(body) if block]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocks(parent: Any) -> Iterator[str]:
    for element in parent:
        match element.tag:
            case "head":
                level = re.sub(r"\D", "", element.get("rend") or "") or "2"
                words = _words(element)
                yield f"{'#' * min(6, int(level))} {words}" if words else ""
            case "list":
                yield "\n".join(f"- {words}" for item in element if (words := _words(item)))
            case "table":
                rows = ([_words(cell) for cell in row] for row in element.iter("row"))
                yield "\n".join(" | ".join(filter(None, row)) for row in rows if any(row))
            case "quote" if len(element):
                yield _tidy(element.text or "")
                yield from _blocks(element)
            case "graphic" | "comments":
                pass
            case _:
                yield _words(element)
        yield _tidy(element.tail or "")


def _words(element: Any) -> str:
    """The words of ``element``; where one of its parts begins or ends a line, words end."""
    parts: list[str] = []

    def walk(inner: Any) -> None:
        parts.append(inner.text or "")
        for child in inner:
            apart = " " if child.tag in _APART else ""
            parts.append(apart)
            walk(child)
            parts.append(apart)
            parts.append(child.tail or "")

    walk(element)
    return _tidy("".join(parts))


# Of the elements that trafilatura makes, those that are not within a line.
_APART = frozenset(("lb", "p", "head", "item", "list", "row", "cell", "quote", "table", "graphic"))


def _tidy(words: str) -> str:
    return " ".join(without_controls(words).split())
