"""How an article gets into the database of a library, inside a transaction that others begin."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from corpus.article_ids import add_number, check_article_id
from corpus.articles import Article
from corpus.errors import DamagedArticleError, EmptyArticleError, UnreadableFileError
from corpus.near_copies import NEARLY_SAME, likeness, sketch
from corpus.origins import Origin
from corpus.outlets import load_outlets
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
    origin: Origin = field(default_factory=Origin)
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

    ``same_file``: it came from this file, or from one of this name that tells the
    same. ``updated``: this file tells another title, publisher, date or address,
    which ``article`` has now.
    """

    article: Article
    same_file: bool = False
    updated: bool = False


@dataclass(frozen=True, slots=True)
class _Held:
    """An article that is stored, and what is known of the file that it came from."""

    article: Article
    origin: Origin

    def is_of_the_file(self, entry: Prepared) -> bool:
        """Whether ``entry`` comes from the same file, so that what it tells is newer.

        Where a path is not known the name has to do, unless it is another outlet's file.
        """
        own, other = self.origin, entry.origin
        if own.path_sha256 is not None and other.path_sha256 is not None:
            return own.path_sha256 == other.path_sha256
        return (
            other.file_name is not None
            and own.file_name == other.file_name
            and not _are_two_outlets(self.article.publisher, entry.article.publisher)
        )

    def tells_the_same(self, entry: Prepared) -> bool:
        """Whether title, publisher, date and address are those of ``entry``."""
        return self.retold(entry) == self.article

    def seems_of_the_file(self, entry: Prepared) -> bool:
        """Whether ``entry`` may be the same file, moved since, or nameless when it was stored."""
        own, other = self.origin.file_name, entry.origin.file_name
        if own is None:
            return other is not None and self.article.article_id == entry.article.article_id
        return own == other and self.tells_the_same(entry)

    def retold(self, entry: Prepared) -> Article:
        """The article with what ``entry`` tells about it."""
        stored = self.article
        return replace(entry.article, article_id=stored.article_id, pages=stored.pages)


def store(connection: sqlite3.Connection, entry: Prepared, *, now: str) -> Added | Unchanged:
    """Store ``entry``, added at the time ``now``, unless its text is there already.

    A text that another outlet publishes, too, is an article of its own.
    """
    article = entry.article
    if (same := _same_text(connection, entry)) is not None:
        return same
    hashes = sketch(article.text)
    near = _nearest(connection, hashes)
    article = replace(article, article_id=_free_id(connection, article.article_id))
    place = insert_article(
        connection,
        article,
        origin=entry.origin,
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
    """What is stored with that text; where it is of the same file, what the file tells is new.

    None where nothing is, or other outlets' articles alone.
    """
    held = _with_text(connection, entry.article.text)
    own = [one for one in held if one.is_of_the_file(entry)]
    # A file that lost a document, or has them in another order, is still the same.
    same = next((one for one in own if one.tells_the_same(entry)), None) or next(
        (one for one in own if one.origin.repeat == entry.origin.repeat), None
    )
    if same is not None:
        return _bring_up_to_date(connection, same, entry)
    copies = [
        one for one in held if not _are_two_outlets(one.article.publisher, entry.article.publisher)
    ]
    if not copies:
        return None
    seen = next((one for one in copies if one.seems_of_the_file(entry)), None)
    return Unchanged((seen or copies[0]).article, same_file=seen is not None)


def _with_text(connection: sqlite3.Connection, text: str) -> list[_Held]:
    rows = connection.execute(
        f"SELECT {ARTICLE_COLUMNS}, file_name, file_sha256, path_sha256, repeat "
        "FROM article WHERE text_sha256 = ? ORDER BY place",
        (text_sha256(text),),
    ).fetchall()
    found = []
    for *row, file_name, file_sha256, path_sha256, repeat in rows:
        try:
            article = article_from(row)
        except DamagedArticleError:
            continue  # a sound copy may stand beside it
        found.append(_Held(article, Origin(file_name, file_sha256, path_sha256, repeat)))
    return found


def _bring_up_to_date(connection: sqlite3.Connection, held: _Held, entry: Prepared) -> Unchanged:
    """Store what ``entry`` tells of the article, and where its file lies if that is new."""
    told = held.retold(entry)
    if told != held.article:
        connection.execute(
            "UPDATE article SET title = ?, publisher = ?, published = ?, url = ? "
            "WHERE article_id = ?",
            (told.title, told.publisher, told.published, told.url, told.article_id),
        )
    if held.origin.path_sha256 is None and entry.origin.path_sha256 is not None:
        connection.execute(
            "UPDATE article SET path_sha256 = ?, repeat = ? WHERE article_id = ?",
            (entry.origin.path_sha256, entry.origin.repeat, told.article_id),
        )
    return Unchanged(told, same_file=True, updated=told != held.article)


def _are_two_outlets(one: str | None, other: str | None) -> bool:
    """Whether two publishers are told and differ in more than how they are written."""
    first, second = (_outlet_name(name) for name in (one, other))
    return first is not None and second is not None and first != second


def _outlet_name(publisher: str | None) -> str | None:
    """A publisher's name as it compares; None where none is told."""
    if publisher is None or not publisher.strip():
        return None
    known = load_outlets().resolve(publisher)
    return known.name if known else " ".join(publisher.casefold().split())


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
