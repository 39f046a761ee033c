"""Which articles a question is put to, and where their index is kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.articles import Article
from corpus.bundled import bundled_article
from corpus.errors import LibraryFolderError
from corpus.library import Library
from index.compiled_model import cache_root


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """The articles asked, in order, and the folder of their index."""

    articles: tuple[Article, ...]
    index_folder: Path


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
        library = Library.open(folder)
        return OpenLibrary(_sound(library, on_damage), library.index_folder)
    added = default_library_folder()
    try:
        library = Library.open(added)
    except LibraryFolderError:
        if _is_absent(added):  # nothing was added yet
            return open_bundled()
        raise
    bundled = bundled_article()
    beside: list[Article] = []
    for article in _sound(library, on_damage):
        if article.article_id != bundled.article_id:
            beside.append(article)
        elif article.text != bundled.text:
            on_damage(
                f"your article {article.article_id!r} has the id of the bundled one and is passed "
                "over; add its file again under another name"
            )
    if not beside:
        return open_bundled()
    return OpenLibrary((bundled, *beside), library.index_folder)


def _is_absent(folder: Path) -> bool:
    try:
        folder.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _sound(library: Library, on_damage: Callable[[str], None]) -> tuple[Article, ...]:
    for fault in library.damaged:
        on_damage(str(fault))
    return library.articles()
