"""Libraries that earlier versions of the program wrote, as they wrote them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from read_only import read_only
from two_articles import TRADE

from corpus.articles import Article
from corpus.database import NAME
from corpus.library import Library
from corpus.origins import Origin
from corpus.schema import VERSION
from corpus.storing import Added, Prepared, Unchanged

SCHEMAS = Path(__file__).parent / "schemas"
TEXT = "The bridge over the Ister opened on Monday. (AFP)\n"
BRIDGE = Article("bridge", "Bridge", TEXT, "Reuters", "2026-01-02")
TAKEN_OVER = Article("taken-over", "Taken over", "They met.\n")


@pytest.fixture
def first(tmp_path: Path) -> Library:
    """A library of version 1."""
    with closing(sqlite3.connect(tmp_path / NAME)) as connection:
        connection.executescript((SCHEMAS / "version-1.sql").read_text(encoding="utf-8"))
    return Library.open(tmp_path)


def version(library: Library) -> int:
    with closing(sqlite3.connect(library.folder / NAME)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def read_all(library: Library) -> None:
    stock = library.stock(parser="of version 1")
    assert stock.articles == (BRIDGE, TAKEN_OVER)
    assert stock.damaged == ()
    assert [piece.text for piece in stock.pieces["bridge"]] == [TEXT[:43], "(AFP)"]
    assert library.get("bridge") == BRIDGE
    assert library.revision() == 2
    assert [one.question for one in library.feedback()] == ["When did it open?"]
    assert library.check() == ()


def test_an_older_library_is_read_as_it_is(first: Library) -> None:
    before = (first.folder / NAME).read_bytes()
    read_all(first)
    assert (first.folder / NAME).read_bytes() == before


def test_an_older_library_that_may_not_be_written_is_read(first: Library) -> None:
    with read_only(first.folder):
        read_all(Library.open(first.folder))
    assert version(first) == 1


def test_the_first_write_brings_an_older_library_up_to_date_and_costs_nothing(
    first: Library,
) -> None:
    assert first.add(TRADE) == Added(TRADE)
    assert version(first) == VERSION
    assert first.articles() == (BRIDGE, TAKEN_OVER, TRADE)
    assert len(first.feedback()) == 1
    assert first.check() == ()


def test_the_tables_are_the_same_whether_new_or_brought_up_to_date(
    first: Library, tmp_path: Path
) -> None:
    new = Library.open(tmp_path / "new", create=True)
    columns = []
    for library in (first, new):
        library.add(TRADE)
        with closing(sqlite3.connect(library.folder / NAME)) as connection:
            columns.append(connection.execute("PRAGMA table_info(article)").fetchall())
    assert columns[0] == columns[1]


def test_an_article_of_an_older_library_is_known_again_by_the_name_of_its_file(
    first: Library,
) -> None:
    def add(article: Article, path: str) -> Added | Unchanged:
        return first.add_all([Prepared(article, Origin("bridge.md", path_sha256=path))])[0]

    assert add(BRIDGE, "here") == Unchanged(BRIDGE, same_file=True)
    now = Article("bridge", "The bridge", TEXT, "Reuters", "2026-01-03")
    assert add(now, "there") == Unchanged(BRIDGE)
    assert add(now, "here") == Unchanged(now, same_file=True, updated=True)
