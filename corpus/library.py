"""A library: a folder of articles that belongs to the user.

    FOLDER/articles/ID.json    one article each: text, metadata, checksum, place in the order
    FOLDER/index/              whatever the index room keeps; this module never looks inside

There is no catalogue: the order is written in the articles themselves, so
there is nothing that could disagree with them. A file appears under its name
complete and synced to the disk, or not at all.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.article_ids import add_number, check_article_id
from corpus.articles import Article
from corpus.errors import (
    ArticleNotFoundError,
    DamagedArticleError,
    EmptyArticleError,
    InvalidArticleIdError,
    LibraryFolderError,
    UnreadableFileError,
)

_FORMAT = 1
_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Added:
    """The article is stored now; its id may have got a number ("summit-2")."""

    article: Article


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A text with the same code points is stored already, as ``article``."""

    article: Article


@dataclass(frozen=True, slots=True)
class _Stored:
    article: Article
    place: int


class Library:
    """The articles in a folder. Every call reads the folder anew; nothing is kept in memory.

    Make one with ``Library.open``. Reading needs no right to write. Two
    programs may add at a time: neither overwrites an article of the other.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._articles_folder = folder / "articles"

    @classmethod
    def open(cls, folder: str | Path, *, create: bool = False) -> Library:
        """The library in ``folder``, which is made first if ``create`` says so.

        Raises:
            LibraryFolderError: if the folder is missing, is none, or cannot be made.
        """
        folder = Path(folder)
        shown = repr(str(folder))
        try:
            if create:
                (folder / "articles").mkdir(parents=True, exist_ok=True)
            elif not folder.exists():
                raise LibraryFolderError(
                    f"there is no library at {shown}; make one by adding an article to it"
                )
            if not folder.is_dir():
                raise LibraryFolderError(f"{shown} is a file; name a folder for the library")
        except (OSError, ValueError) as exc:
            raise LibraryFolderError(
                f"the library {shown} cannot be opened ({_reason(exc)}); choose another folder"
            ) from exc
        return cls(folder)

    @property
    def folder(self) -> Path:
        """Where the library lies."""
        return self._folder

    @property
    def index_folder(self) -> Path:
        """Where the index room may keep what it derives from the articles; it may not exist yet."""
        return self._folder / "index"

    def articles(self) -> tuple[Article, ...]:
        """Every sound article, in the order of adding; see ``damaged`` for the others."""
        return tuple(stored.article for stored in self._sound())

    @property
    def damaged(self) -> tuple[DamagedArticleError, ...]:
        """An error for each file that is no sound article, in the order of the file names."""
        return tuple(e for e in self._read_all() if isinstance(e, DamagedArticleError))

    def get(self, article_id: str) -> Article:
        """The article with that id.

        Raises:
            InvalidArticleIdError: if no article can have that id.
            ArticleNotFoundError: if the library has none.
            DamagedArticleError: if its file is damaged.
        """
        path = self._path(article_id)
        if not os.path.lexists(path):
            raise self._not_found(article_id)
        return _read(path).article

    def add(self, article: Article) -> Added | Unchanged:
        """Store ``article``, unless its text is there already.

        Where another text holds the id, the article gets the first free one of
        "ID-2", "ID-3" and so on. When this returns, the article is on the disk.

        Raises:
            InvalidArticleIdError: if the id is not a valid one.
            EmptyArticleError: if the text holds nothing but white space.
            UnreadableFileError: if a text in it is no valid Unicode.
            LibraryFolderError: if the folder cannot be written.
        """
        check_article_id(article.article_id)
        if not article.text.strip():
            raise EmptyArticleError(f"article {article.article_id!r} holds no text; nothing to add")
        _check_unicode(article)
        stored = self._sound()
        for other in stored:
            if other.article.text == article.text:
                return Unchanged(other.article)
        place = max((other.place for other in stored), default=0) + 1
        try:
            self._articles_folder.mkdir(parents=True, exist_ok=True)
            return Added(self._write(article, place))
        except OSError as exc:
            raise LibraryFolderError(
                f"the library {str(self._folder)!r} cannot be written ({_reason(exc)}); "
                "check its permissions and the free space"
            ) from exc

    def remove(self, article_id: str) -> None:
        """Delete the article with that id, sound or damaged.

        Raises:
            InvalidArticleIdError: if no article can have that id.
            ArticleNotFoundError: if the library has none.
            LibraryFolderError: if the folder cannot be written.
        """
        try:
            self._path(article_id).unlink()
            _sync_folder(self._articles_folder)
        except FileNotFoundError as exc:
            raise self._not_found(article_id) from exc
        except OSError as exc:
            raise LibraryFolderError(
                f"article {article_id!r} cannot be removed ({_reason(exc)}); "
                "check the permissions of the library"
            ) from exc

    def corpus_sha256(self) -> str:
        """A checksum, 64 hexadecimal digits, of every sound article in order, metadata included.

        What an index was built from: any change that an index could notice changes it.
        """
        rows = [
            [a.article_id, a.title, a.publisher, a.published, a.url, _sha256(a.text)]
            for a in self.articles()
        ]
        return _sha256(json.dumps(rows))

    def _path(self, article_id: str) -> Path:
        return self._articles_folder / f"{check_article_id(article_id)}{_SUFFIX}"

    def _not_found(self, article_id: str) -> ArticleNotFoundError:
        return ArticleNotFoundError(
            f"the library {str(self._folder)!r} has no article {article_id!r}; list what it has"
        )

    def _sound(self) -> list[_Stored]:
        stored = [s for s in self._read_all() if isinstance(s, _Stored)]
        # Two programs that add at the same moment take the same place.
        return sorted(stored, key=lambda s: (s.place, s.article.article_id))

    def _read_all(self) -> Iterator[_Stored | DamagedArticleError]:
        try:
            names = sorted(os.listdir(self._articles_folder))
        except FileNotFoundError:
            return
        except OSError as exc:
            raise LibraryFolderError(
                f"the library {str(self._folder)!r} cannot be read ({_reason(exc)}); "
                "check its permissions"
            ) from exc
        for name in names:
            # A leading dot: a write that a crash cut short, or a file of the system's.
            if name.startswith(".") or not name.endswith(_SUFFIX):
                continue
            try:
                yield _read(self._articles_folder / name)
            except ArticleNotFoundError:
                continue  # removed by another program since it was listed
            except DamagedArticleError as exc:
                yield exc

    def _write(self, article: Article, place: int) -> Article:
        """Store ``article`` under the first free id of its row."""
        number = 1
        while True:
            numbered = add_number(article.article_id, number) if number > 1 else article.article_id
            stored = replace(article, article_id=numbered)
            path = self._path(numbered)
            if not os.path.lexists(path) and _write_new(path, _encode(stored, place)):
                return stored
            number += 1


def _encode(article: Article, place: int) -> bytes:
    record = {
        "format": _FORMAT,
        "place": place,
        "article_id": article.article_id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "text_sha256": _sha256(article.text),
        "text": article.text,
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _read(path: Path) -> _Stored:
    """The article in ``path``; what is not there any more is not found, the rest damaged."""
    try:
        if path.is_symlink() or not path.is_file():
            if not os.path.lexists(path):
                raise ArticleNotFoundError(f"there is no file {path.name!r}")
            raise _FaultError("it is not a regular file")
        return _check(json.loads(path.read_bytes()), path)
    except FileNotFoundError as exc:
        raise ArticleNotFoundError(f"there is no file {path.name!r}") from exc
    except OSError as exc:
        raise _damaged(path, f"it cannot be read, {_reason(exc)}") from exc
    except (ValueError, RecursionError) as exc:  # not UTF-8, not JSON, or nested without end
        raise _damaged(path, str(exc) if isinstance(exc, _FaultError) else "it is no JSON") from exc


class _FaultError(ValueError):
    """What is wrong with a stored article, as the middle of a sentence."""


def _check(record: Any, path: Path) -> _Stored:
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
        _check_unicode(article)
    except (InvalidArticleIdError, UnreadableFileError) as exc:
        raise _FaultError("its article_id or its text is not a valid one") from exc
    if _sha256(article.text) != record["text_sha256"]:
        raise _FaultError("its text is not the one that was stored")
    return _Stored(article, place)


def _damaged(path: Path, fault: str) -> DamagedArticleError:
    return DamagedArticleError(
        f"the stored article {path.name!r} is damaged: {fault}; remove it and add it again",
        file_name=path.name,
    )


def _check_unicode(article: Article) -> None:
    for value in (article.title, article.text, article.publisher, article.published, article.url):
        try:
            (value or "").encode("utf-8")
        except UnicodeEncodeError as exc:
            raise UnreadableFileError(
                f"article {article.article_id!r} holds half a surrogate pair, which is no Unicode "
                "text; decode its source anew"
            ) from exc


def _write_new(path: Path, data: bytes) -> bool:
    """Put ``data`` at ``path``, whole and on the disk; False if the name was taken."""
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not _publish(draft, path):
            return False
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return True


def _publish(draft: Path, path: Path) -> bool:
    """Give ``draft`` its name, unless another program has taken it since we looked."""
    try:
        os.link(draft, path)  # unlike os.replace, it never overwrites
    except FileExistsError:
        return False
    except OSError:
        # A file system without hard links: the name was free a moment ago.
        os.replace(draft, path)
    return True


def _sync_folder(folder: Path) -> None:
    """Make a new or removed name outlast a power cut, where folders can be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _reason(exc: OSError | ValueError) -> str:
    return (exc.strerror if isinstance(exc, OSError) else None) or type(exc).__name__
