"""Plain text and Markdown, whose front matter says what the file is."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from corpus.errors import EmptyArticleError
from corpus.formats.document import Document, on_one_line, readable
from corpus.formats.headline import headline_of

_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
# The YAML library takes time that grows with the square of the nesting.
_MAX_YAML_LETTERS = 8_000
_FIELD_LINE = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_TOP_HEADING = re.compile(r" {0,3}#[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_FIELDS = {
    "title": ("title",),
    "publisher": ("publisher", "source", "outlet"),
    "published": ("date", "published"),
    "url": ("url", "link"),
}


def read_plain(text: str, *, name: str) -> Document:
    """Plain text: kept to the letter, its headline for a title, else the file's name.

    Raises:
        EmptyArticleError: if it holds nothing but white space.
    """
    return _document(text, name=name, fields={}, heading=None)


def read_markdown(text: str, *, name: str) -> Document:
    """Markdown, not rendered; its front matter is cut off, to the end of its closing line.

    Front matter is YAML between two ``---`` lines; where it is no valid YAML
    ("title: Talks: what next") or more than 8,000 letters of it, its
    ``key: value`` lines are read as they stand. ``title``, ``publisher`` (or
    ``source``, ``outlet``), ``date`` (or ``published``) and ``url`` (or
    ``link``) are taken, as written. Without a title there, the first ``#``
    heading is the title, else the headline, else the file name with spaces for
    hyphens and underscores.

    Raises:
        EmptyArticleError: if it holds nothing but white space.
    """
    fields, body = _split_front_matter(text)
    return _document(body, name=name, fields=fields, heading=_first_heading(body))


def _document(text: str, *, name: str, fields: Mapping[str, str], heading: str | None) -> Document:
    if not text.strip():
        raise EmptyArticleError("it holds no text; write the article into it first")
    return Document(
        name=name,
        title=_field(fields, "title") or heading or headline_of(text) or readable(name),
        text=text,
        publisher=_field(fields, "publisher"),
        published=_field(fields, "published"),
        url=_field(fields, "url"),
    )


def _split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The fields of the front matter, keys in lower case, and the text after it."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    fields = _read_yaml(match.group(1))
    if fields is None:
        fields = _read_field_lines(match.group(1))
    if fields is None:
        return {}, text  # a text that opens with a ruled paragraph
    return fields, text[match.end() :]


def _read_yaml(block: str) -> Mapping[str, str] | None:
    if len(block) > _MAX_YAML_LETTERS:
        return None
    try:
        # BaseLoader makes strings, lists and mappings alone, and leaves a date as written.
        data = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    return {
        key.lower(): value
        for key, value in data.items()
        if isinstance(key, str) and isinstance(value, str)
    }


def _read_field_lines(block: str) -> Mapping[str, str] | None:
    """``key: value`` lines as they stand; None where a line at the margin is anything else."""
    fields: dict[str, str] = {}
    for line in block.split("\n"):
        if not line.strip() or line[0] in " \t#-":
            continue  # part of a longer value, a comment or an item of a list
        match = _FIELD_LINE.match(line.rstrip())
        if match is None:
            return None
        value = (match.group(2) or "").strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        fields[match.group(1).lower()] = value
    return fields or None


def _field(fields: Mapping[str, str], name: str) -> str | None:
    for key in _FIELDS[name]:
        if value := on_one_line(fields.get(key, "")):
            return value
    return None


def _first_heading(text: str) -> str | None:
    """The first first-level heading outside a fenced block."""
    fence = ""
    for line in text.split("\n"):
        if mark := _FENCE.match(line):
            if not fence:
                fence = mark.group(1)
            elif mark.group(1).startswith(fence):
                fence = ""
        elif not fence and (heading := _TOP_HEADING.match(line)) and heading.group(1).strip("# "):
            return on_one_line(heading.group(1))
    return None
