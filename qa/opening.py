"""Which articles a question is put to, and where their index is kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.articles import Article
from corpus.bundled import bundled_article
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

    ``on_damage`` is told of each article file that cannot be read; the others are used.

    Raises:
        LibraryFolderError: if ``folder`` is no library or cannot be read.
    """
    if folder is None:
        added = default_library_folder()
        if not added.is_dir():
            return open_bundled()
        library = Library.open(added)
        own = _sound(library, on_damage)
        if not own:
            return open_bundled()
        bundled = bundled_article()
        beside = tuple(article for article in own if article.article_id != bundled.article_id)
        return OpenLibrary((bundled, *beside), library.index_folder)
    library = Library.open(folder)
    return OpenLibrary(_sound(library, on_damage), library.index_folder)


def _sound(library: Library, on_damage: Callable[[str], None]) -> tuple[Article, ...]:
    for fault in library.damaged:
        on_damage(str(fault))
    return library.articles()
