"""The page's hand on a library: files in, articles out, what users think kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.bundled import bundled_article
from corpus.errors import ArticleNotFoundError
from corpus.library import Feedback, Library
from index.embedding import open_embedder
from qa.ingest import Ingest
from qa.ingest_report import ReportLine
from qa.opening import default_library_folder


@dataclass(frozen=True, slots=True)
class Desk:
    """A library folder, for None the one whose articles stand beside the bundled one."""

    folder: Path | None = None

    def add(self, paths: Sequence[str]) -> Iterator[ReportLine]:
        """Add files, a line for each document once it is stored.

        Raises:
            LibraryFolderError: if the library cannot be made or written.
        """
        ingest = Ingest(
            lambda: Library.open(self._folder, create=True),
            open_embedder,
            beside_bundled=self.folder is None,
            uploaded=True,
        )
        return ingest.add(ingest.files_of(paths))

    def remove(self, article_id: str) -> None:
        """Take an article out.

        Raises:
            ArticleNotFoundError: if it is not there, or is the bundled one.
            InvalidArticleIdError: if no article can have that id.
            LibraryFolderError: if the library cannot be written.
        """
        if not self.may_remove(article_id):
            raise ArticleNotFoundError(
                f"{article_id!r} ships with the program and cannot be removed"
            )
        Library.open(self._folder).remove(article_id)

    def may_remove(self, article_id: str) -> bool:
        """Whether the article is the user's own."""
        return self.folder is not None or article_id != bundled_article().article_id

    def keep_feedback(self, feedback: Feedback) -> None:
        """Store what a user thought of an answer.

        Raises:
            LibraryFolderError: if the library cannot be made or written.
        """
        Library.open(self._folder, create=True).add_feedback(feedback)

    @property
    def _folder(self) -> Path:
        return default_library_folder() if self.folder is None else self.folder
