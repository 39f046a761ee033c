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
    "p div section article blockquote li ul ol table tr h1 h2 h3 h4 h5 h6 pre figure "
    "figcaption header footer main dl dt dd hr"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())


def _gather(element: Any, blocks: list[str]) -> None:
    """Append the blocks of ``element``: runs of text between block elements."""
    run: list[str] = [element.text or ""]

    def close() -> None:
        words = _tidy("".join(run))
        run.clear()
        if words:
            blocks.append(_mark(element, words))

    for child in element:
        if isinstance(child.tag, str) and child.tag in _BLOCKS:
            close()
            _gather(child, blocks)
        elif child.tag == "br":
            close()
        elif isinstance(child.tag, str):
            run.append(child.text_content())
        run.append(child.tail or "")
    close()


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
    return _tidy("".join(" " if part is None else str(part) for part in element.itertext()))


def _tidy(words: str) -> str:
    return " ".join(without_controls(words).split())
