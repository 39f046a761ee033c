"""``briefing list``, ``show`` and ``remove``: what is on the shelf."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.articles import Article
from corpus.bundled import bundled_article
from corpus.errors import ArticleNotFoundError, LibraryFolderError
from corpus.library import Library
from corpus.parsing import parse_article
from corpus.sentences import Piece, PieceKind
from qa.opening import default_library_folder, open_library
from qa.streams import make_printable, print_result

Tell = Callable[[str], None]

_SHOWN_IDS = 5


def print_articles(*, library: Path | None, tell: Tell) -> int:
    """Print a line for each article: id, length, publisher and date where known, title."""
    articles = open_library(library, on_damage=tell).articles
    if not articles:
        where = "" if library is None else f" --library {shlex.quote(str(library))}"
        tell(f"the library holds no articles; add one with: briefing add PATH{where}")
    for article in articles:
        known = ", ".join(part for part in (article.publisher, article.published) if part) or "-"
        print_result(
            make_printable(
                f"{article.article_id}\t{len(article.text):,} characters\t{known}\t{article.title}"
            )
        )
    return 0


def print_pieces(article_id: str, *, library: Path | None, as_json: bool, tell: Tell) -> int:
    """Print how an article was understood, piece by piece in the order of its text.

    Raises:
        ArticleNotFoundError: if the library has no article of that id.
    """
    article = _find(open_library(library, on_damage=tell).articles, article_id)
    for piece in parse_article(article):
        if as_json:
            print_result(json.dumps(piece_json(article, piece), ensure_ascii=False))
        else:
            print_result(make_printable(format_piece(piece)))
    return 0


def remove_article(article_id: str, *, library: Path | None) -> int:
    """Take an article out of its library.

    Raises:
        ArticleNotFoundError: if it is not there, or is the bundled one.
        InvalidArticleIdError: if no article can have that id.
        LibraryFolderError: if the library cannot be written.
    """
    folder = library or default_library_folder()
    try:
        Library.open(folder).remove(article_id)
    except (ArticleNotFoundError, LibraryFolderError) as error:
        if library is None and article_id == bundled_article().article_id:
            raise ArticleNotFoundError(
                f"{article_id!r} ships with the program and cannot be removed; "
                "keep your own articles apart with --library DIR"
            ) from error
        raise
    print_result(f"removed: {article_id}")
    return 0


def piece_json(article: Article, piece: Piece) -> dict[str, object]:
    """One piece in the contract's shape."""
    return {
        "article_id": article.article_id,
        "start": piece.span.start,
        "end": piece.span.end,
        "text": piece.text,
        "kind": piece.kind.value,
        "heading": piece.heading,
        "outlets": list(piece.outlets),
        "speaker": piece.speaker,
    }


def format_piece(piece: Piece) -> str:
    """One piece for a terminal: its offsets, its words, whom it is credited to."""
    place = f"{piece.span.start:>6}-{piece.span.end:<6}"
    words = " ".join(piece.text.split())
    if piece.kind is PieceKind.HEADING:
        return f"{place} # {words}"
    outlets = ", ".join(piece.outlets)
    speaker = f"said by: {' '.join(piece.speaker.split())}" if piece.speaker else ""
    whom = "; ".join(part for part in (outlets, speaker) if part)
    if piece.kind is PieceKind.CREDIT:
        return f"{place}   {words}  -> credits {whom or 'nobody by name'}"
    return f"{place}   {words}" + (f"\n{'':13}   <- {whom}" if whom else "")


def _find(articles: Sequence[Article], article_id: str) -> Article:
    for article in articles:
        if article.article_id == article_id:
            return article
    if not articles:
        raise ArticleNotFoundError(
            f"there is no article {article_id!r}, nor any other; add one with: briefing add PATH"
        )
    known = ", ".join(article.article_id for article in articles[:_SHOWN_IDS])
    more = " and more, see: briefing list" if len(articles) > _SHOWN_IDS else ""
    raise ArticleNotFoundError(
        f"there is no article {article_id!r} here; name one of {known}{more}"
    )
