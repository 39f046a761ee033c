"""From a path to the files that hold articles, and from a text file to its article."""

from __future__ import annotations

from pathlib import Path

from corpus.article_ids import check_article_id, slug
from corpus.articles import Article
from corpus.errors import UnreadableFileError, UnsupportedFormatError
from corpus.formats.document import Document
from corpus.formats.kinds import SUFFIXES, suffix_of
from corpus.formats.limits import Limits
from corpus.formats.reading import read_contents


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
            if suffix_of(file) in SUFFIXES
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
            and file.is_file()
        )
    except OSError as exc:
        raise UnreadableFileError(
            f"the folder {str(path)!r} cannot be listed ({exc.strerror}); check its permissions"
        ) from exc
    if not files:
        raise UnsupportedFormatError(
            f"the folder {str(path)!r} holds no file that can be read "
            f"({', '.join(SUFFIXES)}); add one or name a file"
        )
    return files


def load_article(path: str | Path, *, article_id: str | None = None) -> Article:
    """The one article in a file of any format that can be read; see ``qa.ingest`` for many.

    The file is parsed in this process, without the bounds that a file from a
    stranger wants. The text of a ``.txt`` or Markdown file is kept to the
    letter after decoding, with three exceptions: a byte order mark is removed,
    ``\\r\\n`` and a lone ``\\r`` become ``\\n``, and front matter is cut off.

    The encoding is that of the byte order mark (UTF-8, UTF-16, UTF-32), else
    UTF-8, else the one that charset-normalizer finds likeliest.

    Args:
        article_id: the id to use; by default the slug of the file name. A
            library makes it unique.

    Raises:
        ArticleNotFoundError: if there is no such file.
        UnsupportedFormatError: if it is a folder, has another suffix, or holds
            several articles.
        UnreadableFileError: if it may not be read, is damaged, binary or too large.
        EmptyArticleError: if it holds nothing but white space.
        InvalidArticleIdError: if ``article_id`` is not a valid id.
    """
    path = Path(path)
    if _is_folder(path):
        raise UnsupportedFormatError(f"{str(path)!r} is a folder; name a file in it")
    documents = read_contents(path, Limits()).documents
    if len(documents) != 1:
        raise UnsupportedFormatError(
            f"{str(path)!r} holds {len(documents)} articles; add it to a library"
        )
    return article_of(documents[0], article_id=article_id)


def article_of(document: Document, *, article_id: str | None = None) -> Article:
    """The article that a document is, under ``article_id`` or the slug of its name.

    Raises:
        InvalidArticleIdError: if ``article_id`` is not a valid id.
    """
    return Article(
        article_id=slug(document.name) if article_id is None else check_article_id(article_id),
        title=document.title,
        text=document.text,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        pages=document.pages,
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as exc:
        raise UnreadableFileError(
            f"{str(path)!r} cannot be looked at ({exc.strerror}); check its permissions"
        ) from exc
