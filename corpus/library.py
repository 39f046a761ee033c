"""A library: a folder of articles that belongs to the user.

    FOLDER/library.sqlite3    the one source of truth: articles, what was made of them, feedback
    FOLDER/index/             what the index room derives from it; this module never looks inside

Every change is one transaction: it is there whole or not at all, whatever
happens to the machine. Several programs may read while one writes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from corpus import old_folder
from corpus.article_ids import check_article_id
from corpus.articles import Article
from corpus.database import reading, writing
from corpus.errors import (
    ArticleNotFoundError,
    DamagedArticleError,
    LibraryFolderError,
)
from corpus.rows import (
    ARTICLE_COLUMNS,
    article_from,
    read_pieces,
    replace_pieces,
)
from corpus.sentences import Piece
from corpus.storing import Added, Prepared, Unchanged, check_article, store


@dataclass(frozen=True, slots=True)
class Stock:
    """All that a library held at one moment.

    ``pieces`` are those that the parser asked for has cut, by article id.
    """

    revision: int
    articles: tuple[Article, ...] = ()
    damaged: tuple[DamagedArticleError, ...] = ()
    pieces: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a user thought of an answer.

    ``answer`` is the answer object as it was shown, with a key "limited" where the question was
    limited to some outlets, articles or days: in words, to what.
    """

    good: bool
    reason: str | None
    question: str
    history: tuple[str, ...]
    answer: Mapping[str, object]
    given_at: str = ""


class Library:
    """The articles in a folder. Every call looks at the disk; nothing is kept in memory.

    Make one with ``Library.open``. Reading needs no right to write.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def open(cls, folder: str | Path, *, create: bool = False) -> Library:
        """The library in ``folder``, which is made first if ``create`` says so.

        Articles that an earlier version kept as files are taken over once.

        Raises:
            LibraryFolderError: if the folder is missing, is none, or cannot be made.
        """
        folder = Path(folder)
        shown = repr(str(folder))
        try:
            if folder.exists() and not folder.is_dir():
                raise LibraryFolderError(f"{shown} is a file; name a folder for the library")
            if create:
                folder.mkdir(parents=True, exist_ok=True)
            elif not folder.exists():
                raise LibraryFolderError(
                    f"there is no library at {shown}; make one by adding an article to it"
                )
        except (OSError, ValueError) as exc:
            reason = getattr(exc, "strerror", None) or exc
            raise LibraryFolderError(
                f"the library {shown} cannot be opened ({reason}); choose another folder"
            ) from exc
        library = cls(folder)
        library._take_over_files()
        return library

    @property
    def folder(self) -> Path:
        """Where the library lies."""
        return self._folder

    @property
    def index_folder(self) -> Path:
        """Where the index room may keep what it derives from the articles; it may not exist yet."""
        return self._folder / "index"

    def revision(self) -> int:
        """A number that every change raises."""
        with reading(self._folder) as connection:
            return 0 if connection is None else _revision(connection)

    def articles(self) -> tuple[Article, ...]:
        """Every sound article, in the order of adding; see ``damaged`` for the others."""
        return self.stock().articles

    @property
    def damaged(self) -> tuple[DamagedArticleError, ...]:
        """An error for each article that is not as it was stored."""
        return self.stock().damaged

    def stock(self, *, parser: str | None = None) -> Stock:
        """What the library holds at this moment, with the pieces that ``parser`` has cut."""
        damaged = list(old_folder.damaged_in(self._folder))
        with reading(self._folder) as connection:
            if connection is None:
                return Stock(0, damaged=tuple(damaged))
            articles = []
            for row in connection.execute(f"SELECT {ARTICLE_COLUMNS} FROM article ORDER BY place"):
                try:
                    articles.append(article_from(row))
                except DamagedArticleError as error:
                    damaged.append(error)
            pieces = {} if parser is None else read_pieces(connection, articles, parser=parser)
            return Stock(_revision(connection), tuple(articles), tuple(damaged), pieces)

    def vectors(self, model: str) -> dict[bytes, bytes]:
        """The vectors that ``model`` has made of passages, by the sha256 of what it was shown."""
        with reading(self._folder) as connection:
            if connection is None:
                return {}
            return dict(
                connection.execute(
                    "SELECT framed_sha256, vector FROM vector WHERE model = ?", (model,)
                )
            )

    def get(self, article_id: str) -> Article:
        """The article with that id.

        Raises:
            InvalidArticleIdError: if no article can have that id.
            ArticleNotFoundError: if the library has none.
            DamagedArticleError: if it is not as it was stored.
        """
        check_article_id(article_id)
        with reading(self._folder) as connection:
            row = None
            if connection is not None:
                row = connection.execute(
                    f"SELECT {ARTICLE_COLUMNS} FROM article WHERE article_id = ?", (article_id,)
                ).fetchone()
        if row is None:
            raise self._not_found(article_id)
        return article_from(row)

    def add(self, article: Article) -> Added | Unchanged:
        """Store ``article``, unless its text is there already; see ``add_all``."""
        return self.add_all([Prepared(article)])[0]

    def add_all(self, entries: Sequence[Prepared]) -> list[Added | Unchanged]:
        """Store each of ``entries`` whose text is not there yet, all in one transaction.

        What another outlet publishes is an article of its own, though every word be the same.

        Where another text holds the id, the article gets the first free one of
        "ID-2", "ID-3" and so on. When this returns, the articles are on the disk.

        Raises:
            InvalidArticleIdError: if an id is not a valid one.
            EmptyArticleError: if a text holds nothing but white space.
            UnreadableFileError: if a text is no valid Unicode.
            LibraryFolderError: if the folder cannot be written.
        """
        for entry in entries:
            check_article(entry.article)
        with writing(self._folder) as connection:
            now = _now()
            return [store(connection, entry, now=now) for entry in entries]

    def store_pieces(self, cut: Iterable[tuple[Article, Sequence[Piece]]], *, parser: str) -> None:
        """Store what ``parser`` has cut articles into, in place of what another one had.

        An article that is gone, or has another text by now, is passed over. The
        revision stays: who reads the articles has cut them alike.

        Raises:
            LibraryFolderError: if the folder cannot be written.
        """
        with writing(self._folder, articles=False) as connection:
            for article, pieces in cut:
                replace_pieces(connection, article, pieces, parser=parser)

    def remove(self, article_id: str) -> None:
        """Delete the article with that id, sound or damaged, and what was made of it.

        Raises:
            InvalidArticleIdError: if no article can have that id.
            ArticleNotFoundError: if the library has none.
            LibraryFolderError: if the folder cannot be written.
        """
        check_article_id(article_id)
        if not self._holds(article_id):
            raise self._not_found(article_id)
        with writing(self._folder, what="changed") as connection:
            gone = connection.execute("DELETE FROM article WHERE article_id = ?", (article_id,))
            if not gone.rowcount:  # another program was quicker
                raise self._not_found(article_id)
            connection.execute(
                "DELETE FROM vector WHERE framed_sha256 NOT IN (SELECT framed_sha256 FROM passage)"
            )

    def add_feedback(self, feedback: Feedback) -> None:
        """Store what a user thought of an answer.

        Raises:
            LibraryFolderError: if the folder cannot be written.
        """
        with writing(self._folder, articles=False) as connection:
            connection.execute(
                "INSERT INTO feedback (given_at, good, reason, question, history, answer) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    feedback.given_at or _now(),
                    feedback.good,
                    feedback.reason,
                    feedback.question,
                    json.dumps(feedback.history, ensure_ascii=False),
                    json.dumps(feedback.answer, ensure_ascii=False),
                ),
            )

    def feedback(self) -> tuple[Feedback, ...]:
        """All that users thought of answers, oldest first."""
        with reading(self._folder) as connection:
            if connection is None:
                return ()
            return tuple(
                Feedback(
                    good=bool(good),
                    reason=reason,
                    question=question,
                    history=tuple(json.loads(history)),
                    answer=json.loads(answer),
                    given_at=given_at,
                )
                for good, reason, question, history, answer, given_at in connection.execute(
                    "SELECT good, reason, question, history, answer, given_at FROM feedback "
                    "ORDER BY number"
                )
            )

    def check(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the database, a sentence each; nothing for a sound one."""
        with reading(self._folder) as connection:
            if connection is None:
                return ()
            found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        faults = [] if found == ["ok"] else found
        return (*faults, *(f"a row of {row[0]} belongs to no article" for row in loose))

    def _holds(self, article_id: str) -> bool:
        with reading(self._folder) as connection:
            return connection is not None and bool(
                connection.execute(
                    "SELECT 1 FROM article WHERE article_id = ?", (article_id,)
                ).fetchone()
            )

    def _not_found(self, article_id: str) -> ArticleNotFoundError:
        return ArticleNotFoundError(
            f"the library {str(self._folder)!r} has no article {article_id!r}; list what it has"
        )

    def _take_over_files(self) -> None:
        """Store what an earlier version kept as files, then put the files aside."""
        kept = old_folder.read_articles(self._folder)
        if kept:
            self.add_all([Prepared(article) for article in kept])
            old_folder.put_aside(self._folder, kept)


def _revision(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("SELECT number FROM revision").fetchone()[0]
    return number


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
