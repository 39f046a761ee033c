"""The tables of a library's database, version by version.

A database says in ``PRAGMA user_version`` which version it has. ``bring_up_to_date``
runs what is missing, each step with its number in one transaction: a machine that
dies in the middle leaves the older version whole. A step that was released is never
changed; write another.

Who only reads takes an older version as it is, for a folder that may not be written can
still be read: what is read has been there since version 1.
"""

from __future__ import annotations

import sqlite3

#: "BrQA" in ASCII: `file library.sqlite3` shows it, and another program's database lacks it.
APPLICATION_ID = 0x42725141

_STEPS: tuple[tuple[str, ...], ...] = (
    # 1: articles with their pieces, passages, vectors and sketches; what users thought of answers
    (
        """
        CREATE TABLE article (
            place INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            publisher TEXT,
            published TEXT,
            url TEXT,
            text TEXT NOT NULL,
            text_sha256 TEXT NOT NULL,
            pages TEXT NOT NULL,
            file_name TEXT,
            file_sha256 TEXT,
            added_at TEXT NOT NULL,
            parser TEXT
        )
        """,
        "CREATE INDEX article_by_text ON article (text_sha256)",
        """
        CREATE TABLE piece (
            place INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            heading TEXT,
            lead_in INTEGER NOT NULL,
            credited INTEGER NOT NULL,
            speaker TEXT,
            cue_first INTEGER,
            cue_last INTEGER,
            PRIMARY KEY (place, number)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE credit (
            place INTEGER NOT NULL,
            number INTEGER NOT NULL,
            rank INTEGER NOT NULL,
            outlet TEXT NOT NULL,
            PRIMARY KEY (place, number, rank),
            FOREIGN KEY (place, number) REFERENCES piece (place, number) ON DELETE CASCADE
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE passage (
            place INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            number INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            framed_sha256 BLOB NOT NULL,
            PRIMARY KEY (place, number)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX passage_by_text ON passage (framed_sha256)",
        """
        CREATE TABLE vector (
            model TEXT NOT NULL,
            framed_sha256 BLOB NOT NULL,
            vector BLOB NOT NULL,
            PRIMARY KEY (model, framed_sha256)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE shingle (
            hash INTEGER NOT NULL,
            place INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            PRIMARY KEY (hash, place)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX shingle_by_article ON shingle (place)",
        """
        CREATE TABLE feedback (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            given_at TEXT NOT NULL,
            good INTEGER NOT NULL,
            reason TEXT,
            question TEXT NOT NULL,
            history TEXT NOT NULL,
            answer TEXT NOT NULL
        )
        """,
        "CREATE TABLE revision (number INTEGER NOT NULL)",
        "INSERT INTO revision VALUES (0)",
    ),
    # 2: which file an article came from, where two files have one name
    (
        "ALTER TABLE article ADD COLUMN path_sha256 TEXT",
        "ALTER TABLE article ADD COLUMN repeat INTEGER NOT NULL DEFAULT 0",
    ),
)

VERSION = len(_STEPS)


def has_tables(connection: sqlite3.Connection) -> bool:
    """Whether somebody has put anything into the database."""
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables, 0 for a database that has none."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def is_library(connection: sqlite3.Connection) -> bool:
    """Whether this project made the database."""
    (number,) = connection.execute("PRAGMA application_id").fetchone()
    return bool(number == APPLICATION_ID)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Run every step that the database lacks, in order."""
    for number in range(version_of(connection) + 1, VERSION + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection) < number:  # another program may have been quicker
                for statement in _STEPS[number - 1]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
