"""One way to the database of a library: connections, transactions, and errors as sentences."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import LibraryFolderError
from corpus.schema import VERSION, bring_up_to_date, has_tables, is_library, version_of

NAME = "library.sqlite3"
_PATIENCE = 60.0  # seconds that a program waits for another's write


@contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection | None]:
    """A connection that sees one moment of the library; None where nothing was stored yet.

    Raises:
        LibraryFolderError: if the database cannot be read.
    """
    path = folder / NAME
    if not os.path.lexists(path):
        yield None
        return
    with _sentences(folder, "read"), _open_at_one_moment(path) as connection:
        _check(connection, folder)
        yield connection if version_of(connection) else None


@contextmanager
def writing(
    folder: Path, *, what: str = "written", articles: bool = True
) -> Iterator[sqlite3.Connection]:
    """A connection inside one transaction: all that is done with it is stored, or nothing.

    When this returns, what was written is on the disk. A change of ``articles``
    raises the revision, so that who reads them looks again.

    Raises:
        LibraryFolderError: if the folder or the disk refuses.
    """
    with _sentences(folder, what):
        folder.mkdir(parents=True, exist_ok=True)
        with _open(folder / NAME, "rwc") as connection:
            _check(connection, folder)
            bring_up_to_date(connection)
            connection.execute("BEGIN IMMEDIATE")
            try:
                before = connection.total_changes
                yield connection
                if articles and connection.total_changes > before:
                    connection.execute("UPDATE revision SET number = number + 1")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


@contextmanager
def _open_at_one_moment(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, inside a transaction that has begun.

    A plain rollback journal: a folder that may not be written can still be read.
    """
    while True:
        with _open(path, "ro") as connection:
            try:
                connection.execute("BEGIN")
                version_of(connection)  # the moment is that of the first read
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
                    raise
            else:
                yield connection
                return
        # A program died while it wrote; undoing what it left takes a connection that may write.
        with _open(path, "rw") as connection:
            version_of(connection)


@contextmanager
def _open(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,  # transactions are begun and ended here, not by guesswork
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        if mode != "ro":
            # The default leaves it to the build whether a commit is on the disk when it returns.
            connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection
    finally:
        connection.close()


def _check(connection: sqlite3.Connection, folder: Path) -> None:
    if (found := version_of(connection)) > VERSION:
        raise LibraryFolderError(
            f"the library {str(folder)!r} is in format {found}, which a newer briefing-qa wrote, "
            f"and this one reads up to {VERSION}; update the program"
        )
    if not is_library(connection) and (found or has_tables(connection)):
        raise LibraryFolderError(
            f"{NAME} in {str(folder)!r} is another program's database; choose another folder"
        )


@contextmanager
def _sentences(folder: Path, what: str) -> Iterator[None]:
    """Errors of SQLite and of the system, as one sentence that says what to do."""
    shown = repr(str(folder))
    try:
        yield
    except sqlite3.OperationalError as error:
        raise LibraryFolderError(
            f"the library {shown} cannot be {what} ({error}); "
            "check its permissions and the free space"
        ) from error
    except sqlite3.DatabaseError as error:
        raise LibraryFolderError(
            f"the library {shown} cannot be {what} because {NAME} is damaged ({error}); "
            "put back a copy of it, or move it away and add the articles again"
        ) from error
    except OSError as error:
        raise LibraryFolderError(
            f"the library {shown} cannot be {what} ({error.strerror or error}); "
            "check its permissions and the free space"
        ) from error
