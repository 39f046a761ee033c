"""Articles and pieces as rows of the database, and back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from corpus.article_ids import check_article_id
from corpus.articles import Article
from corpus.errors import DamagedArticleError, InvalidArticleIdError
from corpus.origins import Origin
from corpus.sentences import Attribution, Piece, PieceKind
from corpus.spans import Span

ARTICLE_COLUMNS = "article_id, title, text, publisher, published, url, pages, text_sha256"

_PIECES = (
    "SELECT article_id, piece.place, number, kind, first, last, heading, lead_in, credited, "
    "speaker, cue_first, cue_last FROM piece JOIN article USING (place) "
    "WHERE parser = ? ORDER BY piece.place, number"
)


def text_sha256(text: str) -> str:
    """The sha256 of a text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_from(row: Sequence[Any]) -> Article:
    """The article in a row of ``ARTICLE_COLUMNS``.

    Raises:
        DamagedArticleError: if the row is not what was stored.
    """
    article_id, title, text, publisher, published, url, pages, digest = row
    try:
        held = tuple((int(start), str(name)) for start, name in json.loads(pages))
        sound = isinstance(text, str) and text_sha256(text) == digest
        check_article_id(article_id)
    except (ValueError, TypeError, InvalidArticleIdError):
        sound, held = False, ()
    if not sound:
        raise DamagedArticleError(
            f"the stored article {article_id!r} is damaged: it is not the one that was stored; "
            "remove it and add it again",
            article_id=str(article_id),
        )
    return Article(article_id, title, text, publisher, published, url, held)


def insert_article(
    connection: sqlite3.Connection,
    article: Article,
    *,
    origin: Origin,
    added_at: str,
    parser: str | None,
) -> int:
    """Store the article; returns its place in the order."""
    cursor = connection.execute(
        "INSERT INTO article (article_id, title, text, publisher, published, url, pages, "
        "text_sha256, file_name, file_sha256, path_sha256, repeat, added_at, parser) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.article_id,
            article.title,
            article.text,
            article.publisher,
            article.published,
            article.url,
            json.dumps(article.pages, ensure_ascii=False),
            text_sha256(article.text),
            origin.file_name,
            origin.file_sha256,
            origin.path_sha256,
            origin.repeat,
            added_at,
            parser,
        ),
    )
    place = cursor.lastrowid
    assert place is not None  # an INSERT into a table with rowids has one
    return place


def insert_pieces(connection: sqlite3.Connection, place: int, pieces: Iterable[Piece]) -> None:
    """Store what an article was cut into."""
    for number, piece in enumerate(pieces):
        whom = piece.attribution
        connection.execute(
            "INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                place,
                number,
                piece.kind.value,
                piece.span.start,
                piece.span.end,
                piece.heading,
                piece.lead_in,
                whom is not None,
                whom.speaker if whom else None,
                whom.cue.start if whom else None,
                whom.cue.end if whom else None,
            ),
        )
        connection.executemany(
            "INSERT INTO credit VALUES (?, ?, ?, ?)",
            ((place, number, rank, outlet) for rank, outlet in enumerate(piece.outlets)),
        )


def replace_pieces(
    connection: sqlite3.Connection, article: Article, pieces: Iterable[Piece], *, parser: str
) -> None:
    """Store what ``parser`` has cut ``article`` into, if the article still has that text."""
    row = connection.execute(
        "SELECT place FROM article WHERE article_id = ? AND text_sha256 = ?",
        (article.article_id, text_sha256(article.text)),
    ).fetchone()
    if row is None:
        return
    (place,) = row
    connection.execute("DELETE FROM piece WHERE place = ?", (place,))
    insert_pieces(connection, place, pieces)
    connection.execute("UPDATE article SET parser = ? WHERE place = ?", (parser, place))


def read_pieces(
    connection: sqlite3.Connection, articles: Iterable[Article], *, parser: str
) -> dict[str, tuple[Piece, ...]]:
    """The pieces of those ``articles`` that this parser has cut, by their ids.

    An article that was cut into nothing is there, with none.
    """
    texts = {article.article_id: article.text for article in articles}
    outlets: dict[tuple[int, int], list[str]] = {}
    for place, number, outlet in connection.execute(
        "SELECT place, number, outlet FROM credit ORDER BY place, number, rank"
    ):
        outlets.setdefault((place, number), []).append(outlet)
    cut = connection.execute("SELECT article_id FROM article WHERE parser = ?", (parser,))
    pieces: dict[str, list[Piece]] = {
        article_id: [] for (article_id,) in cut if article_id in texts
    }
    for article_id, piece in _read_each(connection, texts, outlets, parser):
        pieces[article_id].append(piece)
    return {article_id: tuple(own) for article_id, own in pieces.items()}


def _read_each(
    connection: sqlite3.Connection,
    texts: dict[str, str],
    outlets: dict[tuple[int, int], list[str]],
    parser: str,
) -> Iterator[tuple[str, Piece]]:
    for row in connection.execute(_PIECES, (parser,)):
        article_id, place, number, kind, first, last, heading, lead_in, credited, *whom = row
        if article_id not in texts:
            continue  # damaged, and named as such
        speaker, cue_first, cue_last = whom
        span = Span(first, last)
        attribution = None
        if credited:
            own = tuple(outlets.get((place, number), ()))
            attribution = Attribution(own, speaker, Span(cue_first, cue_last))
        yield (
            article_id,
            Piece(
                kind=PieceKind(kind),
                span=span,
                text=span.of(texts[article_id]),
                heading=heading,
                attribution=attribution,
                lead_in=bool(lead_in),
            ),
        )
