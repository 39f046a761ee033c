"""The whole program on one page: a question travels from its words to a cited answer."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.articles import Article
from corpus.sentences import Piece, Sentence
from corpus.spans import Span
from index.embedding import Embedder, open_embedder
from index.passage_index import PassageIndex
from index.store import load_or_build
from qa.answers import AbstainReason, Abstention, Answer
from qa.briefing import Briefing
from qa.citations import in_mid_sentence
from qa.confidence import Signals, way_to_answer
from qa.conversation import StandAlone, asks_for_source, stand_alone
from qa.definitions import plain_definition
from qa.errors import QuestionTooLongError, UnknownOutletError
from qa.finder import EvidenceFinder, everything
from qa.intents import Intent, Understanding, understand
from qa.named_outlets import find_named_outlets
from qa.opening import OpenLibrary, open_bundled, open_library
from qa.packaged_reader import PackagedReader, open_packaged_reader
from qa.replies import Allowed, Replier, credits_of
from qa.settings import Settings
from qa.spelling import SpellingCorrector
from qa.trace import Trace


class Assistant:
    """Answers questions over articles. Several threads may ask at once.

    ``index_folder`` is where the index is kept between runs; None keeps it in
    memory alone.
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
        self.settings = settings or Settings()
        self.briefing = Briefing.read(articles, passage_sentences=self.settings.passage_sentences)
        passages, titles = self.briefing.passages, self.briefing.titles
        index = (
            PassageIndex.build(passages, embedder, titles=titles)
            if index_folder is None or not passages
            else load_or_build(index_folder, passages, embedder, on_progress, titles=titles)
        )
        self._models = {"reader": reader.reader.name, "embedder": embedder.name}
        self._finder = EvidenceFinder(
            self.briefing, index, reader.reader, reader.confidence, self.settings
        )
        self._replier = Replier(self.briefing, self._finder, embedder, self.settings)
        self._names = self.briefing.names()
        self._credited = self.briefing.credited()
        self._spelling = SpellingCorrector(
            self.briefing.vocabulary(),
            is_word=reader.reader.knows_word,
        )

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
        opened = open_library(library_dir, on_damage=on_progress)
        return cls._over(opened, settings=settings, reader=reader, on_progress=on_progress)

    @classmethod
    def open_bundled(
        cls,
        *,
        settings: Settings | None = None,
        reader: Path | None = None,
        on_progress: Callable[[str], None] = lambda message: None,
    ) -> Assistant:
        """An assistant over the bundled article alone."""
        return cls._over(
            open_bundled(), settings=settings, reader=reader, on_progress=on_progress
        )

    @classmethod
    def _over(
        cls,
        opened: OpenLibrary,
        *,
        settings: Settings | None,
        reader: Path | None,
        on_progress: Callable[[str], None],
    ) -> Assistant:
        return cls(
            opened.articles,
            embedder=open_embedder(),
            reader=open_packaged_reader(reader),
            index_folder=opened.index_folder,
            settings=settings,
            on_progress=on_progress,
        )

    @property
    def models(self) -> dict[str, str]:
        """What the models in use are called, by their role."""
        return dict(self._models)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the library, in the order in which they were added."""
        return self.briefing.articles

    def pieces(self, article_id: str) -> tuple[Piece, ...]:
        """The headings, sentences and credits of one article, in order."""
        return self.briefing.pieces[article_id]

    def ask(
        self, question: str, *, history: Sequence[str] = (), outlets: Sequence[str] = ()
    ) -> Answer | Abstention:
        """Answer ``question`` or say that the briefing does not.

        Args:
            history: the earlier questions of the conversation, oldest first.
            outlets: only what is credited to one of these counts.

        Raises:
            QuestionTooLongError: if it is longer than the settings allow.
            UnknownOutletError: if no article credits one of ``outlets``.
        """
        return self.ask_traced(question, history=history, outlets=outlets)[0]

    def ask_traced(
        self, question: str, *, history: Sequence[str] = (), outlets: Sequence[str] = ()
    ) -> tuple[Answer | Abstention, Trace]:
        """As ``ask``, with what was found on the way; for measuring."""
        trace = Trace()
        reply = self._ask(question, history, outlets, trace)
        return replace(reply, question=question, timings_ms=trace.timings_ms()), trace

    def search(self, question: str, *, read: bool = True) -> Trace:
        """What is found for a question that stands alone, whatever it asks; for measuring.

        With ``read`` false the passages are found and not read.
        """
        trace = Trace()
        query = self._stand_alone(question, ()).text
        if self.articles and read:
            self._finder.find(query, self._understand(query), trace)
        elif self.articles:
            self._finder.search(query, trace)
        return trace

    def _ask(
        self, question: str, history: Sequence[str], outlets: Sequence[str], trace: Trace
    ) -> Answer | Abstention:
        limit = self.settings.max_question_chars
        asked = clean_question(question, limit=limit)
        if not any(char.isalnum() for char in asked):
            return Abstention(question, asked, AbstainReason.EMPTY_QUESTION, ())
        if not self.articles:
            return Abstention(question, asked, AbstainReason.NO_ARTICLES, ())
        wanted = self._canonical(outlets)
        past = [
            cleaned
            for earlier in history
            if any(map(str.isalnum, cleaned := clean_question(earlier, limit=limit)))
        ]

        def credited(sentence: Sentence) -> bool:
            return bool(wanted & credits_of(sentence))

        return self._reply(asked, past, credited if wanted else everything, trace)

    def read_signals(
        self, question: str, *, history: Sequence[str] = ()
    ) -> tuple[str, list[tuple[Span, Signals]]]:
        """How ``question`` can be answered, and what is known of every sentence read for it.

        For fitting the confidence models: the way is one of ``qa.confidence.WAYS``.
        The list is empty where the question is answered without reading:
        overviews, sources, orders.
        """
        asked = clean_question(question, limit=self.settings.max_question_chars)
        alone = self._stand_alone(asked, history)
        asks = self._understand(alone.text)
        way = way_to_answer(asks)
        if (history and asks_for_source(asked)) or asks.intent not in (
            Intent.PASSAGES,
            Intent.WHICH_SOURCE,
        ):
            return way, []
        return way, [
            (reading.sentence.span, signals)
            for reading, signals in self._finder.read_signals(alone.text, asks, Trace())
        ]

    def _reply(
        self, asked: str, past: Sequence[str], allowed: Allowed, trace: Trace
    ) -> Answer | Abstention:
        if past and asks_for_source(asked):
            # "Says who?", asked twice in a row, asks of the same question.
            while len(past) > 1 and asks_for_source(past[-1]):
                past = past[:-1]
            previous = self._reply(past[-1], past[:-1], allowed, trace)
            if isinstance(previous, Abstention):
                return replace(previous, query=f"Which source says: {previous.query}")
            cited = next(
                (item for item in previous.citations if item.outlets or item.speaker),
                previous.citations[0],
            )
            words = in_mid_sentence(" ".join(cited.quote.split()).rstrip("."))
            return self._replier.reply_with_sources(f"Which source says that {words}?", previous)
        alone = self._stand_alone(asked, past)
        return self._replier.reply(alone, self._understand(alone.text), allowed, trace)

    def _stand_alone(self, asked: str, past: Sequence[str]) -> StandAlone:
        alone = stand_alone(self._spelling.correct(asked), past, self._names)
        plain = plain_definition(alone.text)
        return alone if plain is None else replace(alone, text=plain)

    def _understand(self, query: str) -> Understanding:
        named = find_named_outlets(query, self.briefing.known_outlets, self._credited)
        return understand(query, named)

    def _canonical(self, outlets: Sequence[str]) -> frozenset[str]:
        """The canonical names of ``outlets``.

        Raises:
            UnknownOutletError: if no article credits one of them.
        """
        credited = {name.casefold(): name for name in self._credited}
        wanted = set()
        for outlet in outlets:
            known = self.briefing.known_outlets.resolve(outlet)
            name = credited.get((known.name if known else outlet).strip().casefold())
            if name is None:
                raise UnknownOutletError(
                    f"no article credits {outlet!r}; "
                    + (
                        f"the outlets credited are {', '.join(sorted(self._credited))}"
                        if self._credited
                        else "no outlet is credited at all"
                    )
                )
            wanted.add(name)
        return frozenset(wanted)


def clean_question(question: str, *, limit: int) -> str:
    """``question`` without control characters and needless white space.

    Raises:
        QuestionTooLongError: if more than ``limit`` code points are left.
    """
    spaced = "".join(
        char if not unicodedata.category(char).startswith("C") or char == "\u200d" else " "
        for char in question
    )
    cleaned = " ".join(spaced.split())
    if len(cleaned) > limit:
        raise QuestionTooLongError(
            f"the question has {len(cleaned):,} characters; ask it in at most {limit:,}"
        )
    return cleaned
