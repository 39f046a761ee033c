"""The first layout of a library, ``FOLDER/articles/ID.json``: read once, then put aside.

Each file held one article with its place in the order. A file that is no sound
article stays where it is and is named until somebody removes it.
"""

from __future__ import annotations

import contextlib
import json
import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus.article_ids import check_article_id
from corpus.articles import Article
from corpus.errors import DamagedArticleError, InvalidArticleIdError, LibraryFolderError
from corpus.rows import text_sha256

_FOLDER, _ASIDE, _SUFFIX, _FORMAT = "articles", "articles-taken-over", ".json", 1


def read_articles(folder: Path) -> list[Article]:
    """The sound articles that are kept as files, in the order in which they were added."""
    found = [item for item in _read_all(folder) if not isinstance(item, DamagedArticleError)]
    return [article for _, article in sorted(found, key=lambda f: (f[0], f[1].article_id))]


def damaged_in(folder: Path) -> Iterator[DamagedArticleError]:
    """An error for each file that is no sound article, in the order of the names."""
    for item in _read_all(folder):
        if isinstance(item, DamagedArticleError):
            yield item


def put_aside(folder: Path, articles: Sequence[Article]) -> None:
    """Move the files of ``articles`` out of the way; they are not deleted.

    Raises:
        LibraryFolderError: if the system refuses.
    """
    aside = folder / _ASIDE
    try:
        aside.mkdir(exist_ok=True)
        taken = {f"{article.article_id}{_SUFFIX}" for article in articles}
        for name in os.listdir(folder / _FOLDER):
            # Some file systems hand names out decomposed; ids are composed.
            if unicodedata.normalize("NFC", name) not in taken:
                continue
            with contextlib.suppress(FileNotFoundError):  # another program was quicker
                os.replace(folder / _FOLDER / name, aside / name)
    except OSError as error:
        raise LibraryFolderError(
            f"the library {str(folder)!r} cannot be brought up to date "
            f"({error.strerror or error}); check its permissions and the free space"
        ) from error


def _read_all(folder: Path) -> Iterator[tuple[int, Article] | DamagedArticleError]:
    try:
        names = sorted(os.listdir(folder / _FOLDER))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise LibraryFolderError(
            f"the library {str(folder)!r} cannot be read ({error.strerror or error}); "
            "check its permissions"
        ) from error
    for name in names:
        # A leading dot: a write that a crash cut short, or a file of the system's.
        if name.startswith(".") or not name.endswith(_SUFFIX):
            continue
        path = folder / _FOLDER / name
        try:
            if path.is_symlink() or not path.is_file():
                raise _FaultError("it is not a regular file")
            yield _checked(json.loads(path.read_bytes()), path)
        except FileNotFoundError:
            continue  # moved by another program since it was listed
        except OSError as error:
            yield _damaged(path, f"it cannot be read, {error.strerror or error}")
        except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, or nested without end
            yield _damaged(path, str(error) if isinstance(error, _FaultError) else "it is no JSON")


class _FaultError(ValueError):
    """What is wrong with a stored article, as the middle of a sentence."""


def _checked(record: Any, path: Path) -> tuple[int, Article]:
    if not isinstance(record, dict) or record.get("format") != _FORMAT:
        raise _FaultError(f"it is not in format {_FORMAT}")
    place = record.get("place")
    if not isinstance(place, int) or isinstance(place, bool):
        raise _FaultError("its place is no whole number")
    for name in ("article_id", "title", "text", "text_sha256"):
        if not isinstance(record.get(name), str):
            raise _FaultError(f"its {name} is missing")
    for name in ("publisher", "published", "url"):
        if not isinstance(record.get(name), str | None):
            raise _FaultError(f"its {name} is no text")
    article = Article(
        article_id=record["article_id"],
        title=record["title"],
        text=record["text"],
        publisher=record.get("publisher"),
        published=record.get("published"),
        url=record.get("url"),
    )
    # Some file systems hand names out decomposed; ids are composed.
    if unicodedata.normalize("NFC", path.stem) != article.article_id:
        raise _FaultError("its article_id is not its file name")
    try:
        check_article_id(article.article_id)
        digest = text_sha256(article.text)
    except (InvalidArticleIdError, UnicodeEncodeError) as error:
        raise _FaultError("its article_id or its text is not a valid one") from error
    if digest != record["text_sha256"] or not article.text.strip():
        raise _FaultError("its text is not the one that was stored")
    return place, article


def _damaged(path: Path, fault: str) -> DamagedArticleError:
    return DamagedArticleError(
        f"the stored article {path.name!r} is damaged: {fault}; remove it from the folder "
        f"{path.parent.name!r} and add it again",
        article_id=path.stem,
    )
