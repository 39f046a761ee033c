"""From a text or Markdown file to an article."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import yaml

from corpus.article_ids import check_article_id, slug
from corpus.articles import Article
from corpus.errors import (
    ArticleNotFoundError,
    EmptyArticleError,
    UnreadableFileError,
    UnsupportedFormatError,
)

MAX_BYTES = 5_000_000
MARKDOWN_SUFFIXES = (".md", ".markdown")
SUPPORTED_SUFFIXES = (".txt", *MARKDOWN_SUFFIXES)

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Text has a stray control character at most; a binary without NULs has many.
_MAX_CONTROL_SHARE = 0.01
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


def find_article_files(path: str | Path) -> tuple[Path, ...]:
    """``path`` itself if it is a file, else the supported files in that folder and below.

    In the order of their names; hidden files and folders are passed over.

    Raises:
        ArticleNotFoundError: if nothing is there.
        UnreadableFileError: if the folder cannot be listed.
        UnsupportedFormatError: if the folder holds no supported file.
    """
    path = Path(path)
    if not _is_folder(path):
        return (path,)
    try:
        inside = sorted(path.rglob("*"))
        files = tuple(
            file
            for file in inside
            if file.suffix.lower() in SUPPORTED_SUFFIXES
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
            and file.is_file()
        )
    except OSError as exc:
        raise UnreadableFileError(
            f"the folder {str(path)!r} cannot be listed ({exc.strerror}); check its permissions"
        ) from exc
    if not files:
        raise UnsupportedFormatError(
            f"the folder {str(path)!r} holds no {_LISTED_SUFFIXES} file; add one or name a file"
        )
    return files


def load_article(path: str | Path, *, article_id: str | None = None) -> Article:
    """The article in a ``.txt``, ``.md`` or ``.markdown`` file.

    The text is kept to the letter after decoding, with three exceptions: a
    byte order mark is removed, ``\\r\\n`` and a lone ``\\r`` become ``\\n``, and
    the front matter of a Markdown file is cut off, to the end of its closing
    line. Markdown itself is not rendered.

    The encoding is that of the byte order mark (UTF-8, UTF-16, UTF-32), else
    UTF-8, else the one that charset-normalizer finds likeliest.

    Front matter is YAML between two ``---`` lines; where it is no valid YAML
    ("title: Talks: what next") or more than 8,000 letters of it, its
    ``key: value`` lines are read as they stand. ``title``, ``publisher`` (or
    ``source``, ``outlet``), ``date`` (or ``published``) and ``url`` (or
    ``link``) are taken, as written. Without a title there, the first ``#``
    heading of a Markdown file is the title, else the file name with spaces for
    hyphens and underscores.

    Args:
        article_id: the id to use; by default the slug of the file name. A
            library makes it unique.

    Raises:
        ArticleNotFoundError: if there is no such file.
        UnsupportedFormatError: if it is a folder, or has another suffix.
        UnreadableFileError: if it may not be read, is binary, cannot be
            decoded, or is larger than 5 MB.
        EmptyArticleError: if it holds nothing but white space.
        InvalidArticleIdError: if ``article_id`` is not a valid id.
    """
    path = Path(path)
    shown = repr(str(path))
    if _is_folder(path):
        raise UnsupportedFormatError(f"{shown} is a folder; name a file in it")
    suffix = path.suffix.lower()
    if suffix not in SUPPORTED_SUFFIXES:
        raise UnsupportedFormatError(
            f"{shown} is no {_LISTED_SUFFIXES} file; save it as plain text or Markdown first"
        )
    text = _decode(_read_bytes(path), shown).replace("\r\n", "\n").replace("\r", "\n")
    fields: Mapping[str, str] = {}
    heading = None
    if suffix in MARKDOWN_SUFFIXES:
        fields, text = _split_front_matter(text)
        heading = _first_heading(text)
    if not text.strip():
        raise EmptyArticleError(f"{shown} holds no text; write the article into it first")
    return Article(
        article_id=slug(path.stem) if article_id is None else check_article_id(article_id),
        title=_field(fields, "title") or heading or _readable(path.stem),
        text=text,
        publisher=_field(fields, "publisher"),
        published=_field(fields, "published"),
        url=_field(fields, "url"),
    )


_LISTED_SUFFIXES = f"{', '.join(SUPPORTED_SUFFIXES[:-1])} or {SUPPORTED_SUFFIXES[-1]}"


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as exc:
        raise UnreadableFileError(
            f"{str(path)!r} cannot be looked at ({exc.strerror}); check its permissions"
        ) from exc


def _read_bytes(path: Path) -> bytes:
    shown = repr(str(path))
    try:
        if path.exists() and not path.is_file():
            raise UnreadableFileError(f"{shown} is not a regular file; name a text file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as exc:
        # ValueError: a NUL in the name, which no file can have.
        raise ArticleNotFoundError(f"there is no file {shown}; check the path") from exc
    except PermissionError as exc:
        raise UnreadableFileError(
            f"{shown} may not be read by this user; change its permissions"
        ) from exc
    except OSError as exc:
        raise UnreadableFileError(f"{shown} cannot be read ({exc.strerror})") from exc
    if len(data) > MAX_BYTES:
        raise UnreadableFileError(
            f"{shown} is larger than {MAX_BYTES // 1_000_000} MB; split it into articles"
        )
    return data


def _decode(data: bytes, shown: str) -> str:
    undecodable = f"{shown} is not readable as text; save it as UTF-8"
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as exc:
                raise UnreadableFileError(undecodable) from exc
            break
    else:
        if b"\0" in data:
            raise UnreadableFileError(f"{shown} is binary; save it as plain text in UTF-8")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as exc:
            guess = _guess(data)
            if guess is None:
                raise UnreadableFileError(undecodable) from exc
            text = guess
    # C1 controls are not counted: a wrong guess of the code page gives them, binaries give C0.
    controls = sum(c < " " and c not in "\t\n\r\f" for c in text)
    if "\0" in text or controls > _MAX_CONTROL_SHARE * len(text):
        raise UnreadableFileError(f"{shown} is binary; save it as plain text in UTF-8")
    return text


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data).best()
    return None if best is None else str(best)


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
        if value := _on_one_line(fields.get(key, "")):
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
            return _on_one_line(heading.group(1))
    return None


def _readable(stem: str) -> str:
    """A file name as a title: "central-asia_2025" is "Central asia 2025"."""
    words = _on_one_line(re.sub(r"[-_]+", " ", unicodedata.normalize("NFC", stem)))
    # A name that is not valid UTF-8 reaches us with lone surrogates.
    words = words.encode("utf-8", "replace").decode("utf-8")
    return words[:1].upper() + words[1:] if words else "Untitled"


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
