"""How an article gets into the database of a library, inside a transaction that others begin."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from corpus.article_ids import add_number, check_article_id
from corpus.articles import Article
from corpus.errors import DamagedArticleError, EmptyArticleError, UnreadableFileError
from corpus.near_copies import NEARLY_SAME, likeness, sketch
from corpus.rows import (
    ARTICLE_COLUMNS,
    article_from,
    insert_article,
    insert_pieces,
    text_sha256,
)
from corpus.sentences import Piece
from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with what was made of it, to be stored with it in one transaction.

    ``passages`` are spans of the text, each with the sha256 of what the index
    reads of it; ``vectors`` are the bytes of a vector by that sha256, made by
    ``model``. ``parser`` names what cut ``pieces``.
    """

    article: Article
    file_name: str | None = None
    file_sha256: str | None = None
    parser: str | None = None
    pieces: tuple[Piece, ...] = ()
    passages: tuple[tuple[Span, bytes], ...] = ()
    model: str = ""
    vectors: Mapping[bytes, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """The article is stored now; its id may have got a number ("summit-2").

    ``near`` is the id of an article that says nearly the same, with the share
    of runs of words that the two have in common.
    """

    article: Article
    near: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A text with the same code points is stored already, as ``article``.

    ``same_file``: it came from a file of this name. ``updated``: this file tells
    another title, publisher, date or address, which ``article`` has now.
    """

    article: Article
    same_file: bool = False
    updated: bool = False


def store(connection: sqlite3.Connection, entry: Prepared, *, now: str) -> Added | Unchanged:
    """Store ``entry``, added at the time ``now``, unless its text is there already."""
    article = entry.article
    if (same := _same_text(connection, entry)) is not None:
        return same
    hashes = sketch(article.text)
    near = _nearest(connection, hashes)
    article = replace(article, article_id=_free_id(connection, article.article_id))
    place = insert_article(
        connection,
        article,
        file_name=entry.file_name,
        file_sha256=entry.file_sha256,
        added_at=now,
        parser=entry.parser,
    )
    insert_pieces(connection, place, entry.pieces)
    connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?)",
        (
            (place, number, span.start, span.end, digest)
            for number, (span, digest) in enumerate(entry.passages)
        ),
    )
    _insert_vectors(connection, entry.model, entry.vectors)
    connection.executemany(
        "INSERT INTO shingle VALUES (?, ?)", ((value, place) for value in hashes)
    )
    return Added(article, near)


def _same_text(connection: sqlite3.Connection, entry: Prepared) -> Unchanged | None:
    """The stored article with that text; where it is of the same file, what it tells is new."""
    rows = connection.execute(
        f"SELECT {ARTICLE_COLUMNS}, file_name FROM article WHERE text_sha256 = ? ORDER BY place",
        (text_sha256(entry.article.text),),
    ).fetchall()
    found = []
    for *row, file_name in rows:
        try:
            found.append((article_from(row), file_name))
        except DamagedArticleError:
            continue  # a sound copy may stand beside it
    if not found:
        return None
    stored, file_name = next(
        (one for one in found if entry.file_name is not None and one[1] == entry.file_name),
        found[0],
    )
    same_file = entry.file_name is not None and file_name == entry.file_name
    told = replace(entry.article, article_id=stored.article_id)
    if not same_file or told == stored:
        return Unchanged(stored, same_file)
    connection.execute(
        "UPDATE article SET title = ?, publisher = ?, published = ?, url = ? WHERE article_id = ?",
        (told.title, told.publisher, told.published, told.url, stored.article_id),
    )
    now = replace(told, pages=stored.pages)
    return Unchanged(now, same_file, updated=now != stored)


def _free_id(connection: sqlite3.Connection, wanted: str) -> str:
    for candidate in _numbered(wanted):
        taken = connection.execute("SELECT 1 FROM article WHERE article_id = ?", (candidate,))
        if taken.fetchone() is None:
            return candidate
    raise AssertionError("numbers do not end")


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield add_number(wanted, number)
        number += 1


def _insert_vectors(
    connection: sqlite3.Connection, model: str, vectors: Mapping[bytes, bytes]
) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO vector VALUES (?, ?, ?)",
        ((model, digest, values) for digest, values in vectors.items()),
    )


def _nearest(connection: sqlite3.Connection, hashes: Iterable[int]) -> tuple[str, float] | None:
    """The stored article that says nearly the same, if one does."""
    hashes = frozenset(hashes)
    common: dict[int, int] = {}
    for value in hashes:
        for (place,) in connection.execute("SELECT place FROM shingle WHERE hash = ?", (value,)):
            common[place] = common.get(place, 0) + 1
    best: tuple[float, int] | None = None
    for place, shared in common.items():
        if shared < len(hashes) * NEARLY_SAME / 16:
            continue  # no likeness above the bound can come of so little, sampled or not
        other = [
            value
            for (value,) in connection.execute("SELECT hash FROM shingle WHERE place = ?", (place,))
        ]
        alike = likeness(hashes, other)
        if alike >= NEARLY_SAME and (best is None or (alike, -place) > (best[0], -best[1])):
            best = (alike, place)
    if best is None:
        return None
    (article_id,) = connection.execute(
        "SELECT article_id FROM article WHERE place = ?", (best[1],)
    ).fetchone()
    return article_id, best[0]


def check_article(article: Article) -> None:
    """Return if ``article`` can be kept.

    Raises:
        InvalidArticleIdError: if its id is not a valid one.
        EmptyArticleError: if its text holds nothing but white space.
        UnreadableFileError: if a text is no valid Unicode.
    """
    check_article_id(article.article_id)
    if not article.text.strip():
        raise EmptyArticleError(f"article {article.article_id!r} holds no text; nothing to add")
    for value in (article.title, article.text, article.publisher, article.published, article.url):
        try:
            (value or "").encode("utf-8")
        except UnicodeEncodeError as exc:
            raise UnreadableFileError(
                f"article {article.article_id!r} holds half a surrogate pair, which is no Unicode "
                "text; decode its source anew"
            ) from exc
