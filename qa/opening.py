"""Which articles a question is put to, and where their index is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from corpus.articles import Article
from corpus.bundled import bundled_article
from corpus.errors import LibraryFolderError
from corpus.library import Library
from corpus.parser_version import parser_version
from corpus.sentences import Piece
from index.compiled_model import cache_root

Vectors = Mapping[bytes, bytes]
Cut = Sequence[tuple[Article, tuple[Piece, ...]]]  # articles with what they were cut into


def _no_vectors(model: str) -> Vectors:
    return {}


def _keep_nothing(cut: Cut) -> None:
    pass


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """The articles asked, in order, and what is known of them at one moment.

    ``index_folder`` is where their index is kept, None for in memory alone.
    ``pieces`` are those that are stored already, by article id; ``vectors``
    gives the stored vectors of a model by the sha256 of what was encoded.
    ``keep_pieces`` takes what articles were cut into, for the next who opens them.
    """

    articles: tuple[Article, ...]
    index_folder: Path | None
    revision: int = 0
    pieces: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    vectors: Callable[[str], Vectors] = _no_vectors
    keep_pieces: Callable[[Cut], None] = _keep_nothing


class Shelf(Protocol):
    """Where articles come from, and whether they have changed since."""

    def look(self) -> OpenLibrary:
        """What is there now."""

    def revision(self) -> int:
        """A number that every change raises."""


@dataclass(frozen=True, slots=True)
class FixedShelf:
    """Articles that do not change."""

    articles: tuple[Article, ...]
    index_folder: Path | None

    def look(self) -> OpenLibrary:
        return OpenLibrary(self.articles, self.index_folder)

    def revision(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class LibraryShelf:
    """A library folder, or for None the bundled article and what was added beside it."""

    folder: Path | None
    on_damage: Callable[[str], None]

    def look(self) -> OpenLibrary:
        return open_library(self.folder, on_damage=self.on_damage)

    def revision(self) -> int:
        folder = default_library_folder() if self.folder is None else self.folder
        if self.folder is None and _is_absent(folder):
            return 0
        return Library(folder).revision()


def default_library_folder() -> Path:
    """Where articles go that are added without naming a library.

    The folder that BRIEFING_LIBRARY names, else one in the user's data folder.
    """
    if named := os.environ.get("BRIEFING_LIBRARY"):
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_data_path("briefing-qa") / "library"


def open_bundled() -> OpenLibrary:
    """The bundled article alone."""
    return OpenLibrary((bundled_article(),), cache_root() / "bundled-index")


def open_library(
    folder: str | Path | None, *, on_damage: Callable[[str], None] = lambda message: None
) -> OpenLibrary:
    """The library in ``folder``; for None the bundled article and what was added beside it.

    ``on_damage`` is told of each article that cannot be used; the others are.

    Raises:
        LibraryFolderError: if ``folder`` is no library or cannot be read.
    """
    if folder is not None:
        return _open(Library.open(folder), on_damage)
    added = default_library_folder()
    try:
        library = Library.open(added)
    except LibraryFolderError:
        if _is_absent(added):  # nothing was added yet
            return open_bundled()
        raise
    opened = _open(library, on_damage)
    bundled = bundled_article()
    beside: list[Article] = []
    for article in opened.articles:
        if article.article_id != bundled.article_id:
            beside.append(article)
        elif article.text != bundled.text:
            on_damage(
                f"your article {article.article_id!r} has the id of the bundled one and is passed "
                "over; add its file again under another name"
            )
    if not beside:
        return replace(open_bundled(), revision=opened.revision)
    # Those of a namesake are offsets into another text.
    pieces = {name: own for name, own in opened.pieces.items() if name != bundled.article_id}
    return replace(opened, articles=(bundled, *beside), pieces=pieces)


def _open(library: Library, on_damage: Callable[[str], None]) -> OpenLibrary:
    stock = library.stock(parser=parser_version())
    for fault in stock.damaged:
        on_damage(str(fault))

    def keep_pieces(cut: Cut) -> None:
        held = frozenset(stock.articles)
        own = [(article, pieces) for article, pieces in cut if article in held]
        if not own:  # the bundled article alone
            return
        try:
            library.store_pieces(own, parser=parser_version())
        except LibraryFolderError as error:
            on_damage(f"{error}; until then its articles are read anew at every start")

    return OpenLibrary(
        articles=stock.articles,
        index_folder=library.index_folder,
        revision=stock.revision,
        pieces=stock.pieces,
        vectors=library.vectors,
        keep_pieces=keep_pieces,
    )


def _is_absent(folder: Path) -> bool:
    try:
        folder.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False
