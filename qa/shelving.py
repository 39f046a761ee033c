"""``briefing add``, ``list``, ``show`` and ``remove``: what is on the shelf."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.articles import Article
from corpus.bundled import bundled_article
from corpus.errors import ArticleNotFoundError, BriefingError
from corpus.library import Library, Unchanged
from corpus.loaders import find_article_files, load_article
from corpus.parsing import parse_article
from corpus.sentences import Piece, PieceKind
from qa.opening import default_library_folder, open_library

Tell = Callable[[str], None]


def add_paths(paths: Sequence[Path], *, library: Path | None, tell: Tell) -> int:
    """Add every file of ``paths``; one bad file never stops the others.

    Returns 0, or 2 when a file could not be added.
    """
    shelf = Library.open(library or default_library_folder(), create=True)
    failed = 0
    for path in paths:
        try:
            files = find_article_files(path)
        except BriefingError as error:
            tell(str(error))
            failed += 1
            continue
        for file in files:
            try:
                outcome = shelf.add(load_article(file))
            except BriefingError as error:
                tell(str(error))
                failed += 1
                continue
            done = "unchanged" if isinstance(outcome, Unchanged) else "added"
            print(f"{done}: {outcome.article.article_id} ({outcome.article.title})", flush=True)
    return 2 if failed else 0


def print_articles(*, library: Path | None, tell: Tell) -> int:
    """Print a line for each article: id, length, publisher and date where known, title."""
    for article in open_library(library, on_damage=tell).articles:
        known = ", ".join(part for part in (article.publisher, article.published) if part)
        print(f"{article.article_id}\t{len(article.text):,} characters\t{known or '-'}\t{article.title}")
    return 0


def print_pieces(article_id: str, *, library: Path | None, as_json: bool, tell: Tell) -> int:
    """Print how an article was understood, piece by piece in the order of its text."""
    article = _find(open_library(library, on_damage=tell).articles, article_id)
    for piece in parse_article(article):
        print(json.dumps(piece_json(article, piece), ensure_ascii=False) if as_json else format_piece(piece))
    return 0


def remove_article(article_id: str, *, library: Path | None, tell: Tell) -> int:
    """Take an article out of its library.

    Raises:
        ArticleNotFoundError: if it is not there, or is the bundled one.
    """
    if library is None and article_id == bundled_article().article_id:
        raise ArticleNotFoundError(
            f"{article_id!r} ships with the program and cannot be removed; "
            "keep your own articles apart with --library DIR"
        )
    folder = library or default_library_folder()
    Library.open(folder).remove(article_id)
    print(f"removed: {article_id}")
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
    if piece.kind is PieceKind.CREDIT:
        named = ", ".join(piece.outlets) or "nobody by name"
        return f"{place}   ({words})  -> credits {named}"
    credit = ", ".join(piece.outlets)
    speaker = f"said by: {piece.speaker}" if piece.speaker else ""
    whom = "; ".join(part for part in (credit, speaker) if part)
    return f"{place}   {words}" + (f"\n{'':>14}   <- {whom}" if whom else "")


def _find(articles: Sequence[Article], article_id: str) -> Article:
    for article in articles:
        if article.article_id == article_id:
            return article
    known = ", ".join(article.article_id for article in articles[:5]) or "none"
    raise ArticleNotFoundError(
        f"there is no article {article_id!r} here; the ids are {known}"
        + (" …" if len(articles) > 5 else "")
    )
