"""The whole program on one page: a question travels from its words to a cited answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.articles import Article
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.passages import Passage
from corpus.sentences import Sentence
from index.embedding import Embedder, open_embedder
from index.errors import IndexFolderError
from index.passage_index import PassageIndex
from index.store import load_index, load_or_build
from qa.answers import Abstention, Answer
from qa.ask_arguments import check_days, check_several
from qa.briefing import Briefing
from qa.confidence import Signals
from qa.filters import Filters
from qa.opening import FixedShelf, LibraryShelf, OpenLibrary, Shelf, open_bundled
from qa.packaged_reader import PackagedReader, open_packaged_reader
from qa.settings import Settings
from qa.stored_vectors import StoredVectors
from qa.trace import Trace

if TYPE_CHECKING:
    from qa.snapshot import Snapshot


class Assistant:
    """Answers questions over articles. Several threads may ask at once.

    ``index_folder`` is where the index is kept between runs; None keeps it in
    memory alone. An assistant that was opened over a library looks before each
    question whether the library has changed, and goes on with what it holds now.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        *,
        embedder: Embedder,
        reader: PackagedReader,
        index_folder: Path | None,
        settings: Settings | None = None,
        on_progress: Callable[[str], None] = lambda message: None,
    ) -> None:
        shelf = FixedShelf(tuple(articles), index_folder)
        self._begin(shelf, lambda: (embedder, reader), settings, on_progress)

    def _begin(
        self,
        shelf: Shelf,
        models: Callable[[], tuple[Embedder, PackagedReader]],
        settings: Settings | None,
        on_progress: Callable[[str], None],
    ) -> None:
        """Read the library; only then are ``models`` asked for, which may be opening still."""
        self.settings = settings or Settings()
        self._shelf = shelf
        self._on_progress = on_progress
        self._refreshing = threading.Lock()
        # Not at the head of the file: what it loads, and the library, are ready while
        # the models are opening still.
        import qa.snapshot  # noqa: F401

        opened = shelf.look()
        briefing = self._read(opened)
        self._embedder, self._reader = models()
        self._held = opened.revision, self._snapshot(opened, briefing)

    @classmethod
    def open(
        cls,
        library_dir: str | Path | None = None,
        *,
        settings: Settings | None = None,
        reader: Path | None = None,
        on_progress: Callable[[str], None] = lambda message: None,
    ) -> Assistant:
        """An assistant over a library folder.

        Without one, over the bundled article and what ``briefing add`` put
        beside it. ``reader`` is the folder of a reader other than the one that
        ships. ``on_progress`` is told, a sentence at a time, when something
        takes long or cannot be read.

        Raises:
            BriefingError: if the folder is no library or a model is missing.
        """
        folder = None if library_dir is None else Path(library_dir)
        if folder is not None:
            Library.open(folder)  # that there is none is said before models are compiled
        return cls._over(LibraryShelf(folder, on_progress), settings, reader, on_progress)

    @classmethod
    def open_bundled(
        cls,
        *,
        settings: Settings | None = None,
        reader: Path | None = None,
        on_progress: Callable[[str], None] = lambda message: None,
    ) -> Assistant:
        """An assistant over the bundled article alone."""
        bundled = open_bundled()
        shelf = FixedShelf(bundled.articles, bundled.index_folder)
        return cls._over(shelf, settings, reader, on_progress)

    @classmethod
    def _over(
        cls,
        shelf: Shelf,
        settings: Settings | None,
        reader: Path | None,
        on_progress: Callable[[str], None],
    ) -> Assistant:
        made = cls.__new__(cls)
        # The models open on the other core while this one reads the library.
        with ThreadPoolExecutor(max_workers=2) as beside:
            opening = beside.submit(open_packaged_reader, reader), beside.submit(open_embedder)

            def models() -> tuple[Embedder, PackagedReader]:
                return opening[1].result(), opening[0].result()

            made._begin(shelf, models, settings, on_progress)
        return made

    @property
    def models(self) -> dict[str, str]:
        """What the models in use are called, by their role."""
        return {"reader": self._reader.reader.name, "embedder": self._embedder.name}

    @property
    def briefing(self) -> Briefing:
        """The articles and what they were cut into, as the last question found them."""
        return self._held[1].briefing

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the library, in the order in which they were added."""
        return self._now().briefing.articles

    def now(self) -> Briefing:
        """The articles at this moment, and what they were cut into.

        Whoever looks at several things that belong together holds on to one: the library may
        change before the next is asked for.
        """
        return self._now().briefing

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        outlets: Sequence[str] = (),
        articles: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> Answer | Abstention:
        """Answer ``question`` or say that the briefing does not.

        Args:
            history: the earlier questions of the conversation, oldest first.
            outlets: only what is credited to one of these counts, and what
                stands uncredited in an article that one of them published.
            articles: only these articles count, named by their ids.
            since: only articles that were published on this day or later count.
            until: only those that were published on this day or earlier.

        Raises:
            QuestionTooLongError: if it is longer than the settings allow.
            UnknownOutletError: if no article credits one of ``outlets``.
            UnknownArticleError: if there is no article of one of the ids.
            AskError: if a single text stands where several may, or a day is none.
        """
        check_several(history=history, outlets=outlets, articles=articles)
        check_days(since=since, until=until)
        filters = Filters(tuple(outlets), tuple(articles), since, until)
        return self.ask_traced(question, history=history, filters=filters)[0]

    def ask_traced(
        self, question: str, *, history: Sequence[str] = (), filters: Filters | None = None
    ) -> tuple[Answer | Abstention, Trace]:
        """As ``ask``, with what was found on the way; for measuring."""
        trace = Trace()
        reply = self._now().ask(question, history, filters or Filters(), trace)
        return replace(reply, question=question, timings_ms=trace.timings_ms()), trace

    def search(self, question: str, *, read: bool = True) -> Trace:
        """What is found for a question that stands alone, whatever it asks; for measuring.

        With ``read`` false the passages are found and not read.
        """
        trace = Trace()
        self._now().search(question, trace, read=read)
        return trace

    def read_signals(
        self, question: str, *, history: Sequence[str] = ()
    ) -> tuple[str, list[tuple[Sentence, Signals]]]:
        """How ``question`` can be answered, and what is known of every sentence read for it.

        For fitting the confidence models: the way is one of ``qa.confidence.WAYS``.
        The list is empty where the question is answered without reading:
        overviews, sources, orders.
        """
        return self._now().read_signals(question, history)

    def _now(self) -> Snapshot:
        """The articles as they are now.

        One thread opens what has changed; the others are answered meanwhile
        from what was there before.
        """
        revision, snapshot = self._held
        try:
            if self._shelf.revision() == revision:
                return snapshot
            if not self._refreshing.acquire(blocking=False):
                return snapshot
        except CorpusError as error:
            self._on_progress(f"{error}; the articles are those that were there before")
            return snapshot
        try:
            opened = self._shelf.look()
            briefing = self._read(opened)
            self._held = opened.revision, self._snapshot(opened, briefing, before=snapshot)
        except CorpusError as error:
            self._on_progress(f"{error}; the articles are those that were there before")
        finally:
            self._refreshing.release()
        return self._held[1]

    def _read(self, opened: OpenLibrary) -> Briefing:
        """The articles of ``opened``; what had to be cut anew for it is kept."""
        briefing = Briefing.read(
            opened.articles,
            passage_sentences=self.settings.passage_sentences,
            known=opened.pieces,
        )
        if cut := [
            (article, briefing.pieces[article.article_id])
            for article in opened.articles
            if article.article_id not in opened.pieces
        ]:
            opened.keep_pieces(cut)
        return briefing

    def _snapshot(
        self, opened: OpenLibrary, briefing: Briefing, *, before: Snapshot | None = None
    ) -> Snapshot:
        """``opened``, made ready to be asked; ``before`` has vectors to take over."""
        from qa.snapshot import Snapshot

        passages, titles = briefing.passages, briefing.titles
        stored = StoredVectors(opened.vectors, self._embedder, before)
        if opened.index_folder is None or not passages:
            index = PassageIndex.build(
                passages, self._embedder, titles=titles, known_vectors=stored.read()
            )
        elif before is not None:
            index = self._refresh_index(opened.index_folder, passages, titles, stored)
        else:
            index = load_or_build(
                opened.index_folder, passages, self._embedder, self._on_progress,
                titles=titles, more_vectors=stored.read,
            )  # fmt: skip
        return Snapshot(briefing, index, reader=self._reader, settings=self.settings)

    def _refresh_index(
        self,
        folder: Path,
        passages: Sequence[Passage],
        titles: Mapping[str, str],
        stored: StoredVectors,
    ) -> PassageIndex:
        """The index that whoever changed the library has saved, or one in memory until then.

        The folder is left to them.
        """
        try:
            return load_index(folder, passages, self._embedder, titles=titles)
        except IndexFolderError:
            return PassageIndex.build(
                passages, self._embedder, titles=titles, known_vectors=stored.read()
            )
