"""The whole program on one page: a question travels from its words to a cited answer."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.articles import Article
from corpus.sentences import Piece, Sentence
from index.embedding import Embedder, open_embedder
from index.store import load_or_build
from qa.answers import AbstainReason, Abstention, Answer
from qa.briefing import Briefing
from qa.citations import cite
from qa.confidence import RERANKER_WEIGHTS
from qa.conversation import StandAlone, asks_for_source, stand_alone
from qa.errors import QuestionTooLongError, UnknownOutletError
from qa.evidence import Evidence
from qa.finder import EvidenceFinder, Found, choose_several
from qa.intents import Form, Intent, understand
from qa.named_outlets import find_named_outlets
from qa.opening import OpenLibrary, open_bundled, open_library
from qa.overview import choose_overview
from qa.reader import Reader
from qa.reranker import open_reranker as open_reader
from qa.settings import Settings
from qa.source_replies import list_sources, name_source
from qa.spelling import SpellingCorrector
from qa.timing import Stopwatch
from qa.writer import write_extract

_NEAREST = 3
# What a question answered by the briefing's structure, rather than by reading, is right for.
_STRUCTURAL_CONFIDENCE = 0.9
# An overview looks at no more sentences than this, so that a large library stays quick.
_MAX_OVERVIEW_INPUT = 200


class Assistant:
    """Answers questions over articles. Several threads may ask at once."""

    def __init__(
        self,
        articles: Sequence[Article],
        *,
        embedder: Embedder,
        reader: Reader,
        index_folder: Path,
        settings: Settings | None = None,
        on_progress: Callable[[str], None] = lambda message: None,
    ) -> None:
        self.settings = settings or Settings()
        self.briefing = Briefing.read(articles, passage_sentences=self.settings.passage_sentences)
        self._embedder = embedder
        index = load_or_build(
            index_folder,
            self.briefing.passages,
            embedder,
            on_progress,
            titles=self.briefing.titles,
        )
        self._finder = EvidenceFinder(
            self.briefing, index, reader, RERANKER_WEIGHTS, self.settings
        )
        self._names = self.briefing.names()
        self._credited = self.briefing.credited()
        self._spelling = SpellingCorrector(
            self.briefing.vocabulary(), is_word=reader.knows_word
        )

    @classmethod
    def open(
        cls,
        library_dir: str | Path | None = None,
        *,
        settings: Settings | None = None,
        on_progress: Callable[[str], None] = lambda message: None,
    ) -> Assistant:
        """An assistant over a library folder.

        Without one, over the bundled article and what ``briefing add`` put
        beside it. ``on_progress`` is told, a sentence at a time, when something
        takes long or cannot be read.

        Raises:
            BriefingError: if the folder is no library or a model is missing.
        """
        opened = open_library(library_dir, on_damage=on_progress)
        return cls._over(opened, settings=settings, on_progress=on_progress)

    @classmethod
    def open_bundled(
        cls,
        *,
        settings: Settings | None = None,
        on_progress: Callable[[str], None] = lambda message: None,
    ) -> Assistant:
        """An assistant over the bundled article alone."""
        return cls._over(open_bundled(), settings=settings, on_progress=on_progress)

    @classmethod
    def _over(
        cls, opened: OpenLibrary, *, settings: Settings | None, on_progress: Callable[[str], None]
    ) -> Assistant:
        return cls(
            opened.articles,
            embedder=open_embedder(),
            reader=open_reader(),
            index_folder=opened.index_folder,
            settings=settings,
            on_progress=on_progress,
        )

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
        watch = Stopwatch()
        asked = clean_question(question, limit=self.settings.max_question_chars)
        wanted = self._canonical(outlets)
        if not any(char.isalnum() for char in asked):
            return Abstention(question, asked, AbstainReason.EMPTY_QUESTION, (), timings_ms=watch.read())
        if not self.articles:
            return Abstention(question, asked, AbstainReason.NO_ARTICLES, (), timings_ms=watch.read())
        past = [clean_question(earlier, limit=self.settings.max_question_chars) for earlier in history]
        past = [earlier for earlier in past if any(char.isalnum() for char in earlier)]
        if past and asks_for_source(asked):
            reply = self._ask_source_of(past, wanted, watch)
        else:
            corrected = self._spelling.correct(asked)
            alone = stand_alone(corrected, past, self._names)
            reply = self._reply(alone, wanted, watch)
        return replace(reply, question=question, timings_ms=watch.read())

    def _reply(
        self, alone: StandAlone, wanted: frozenset[str], watch: Stopwatch
    ) -> Answer | Abstention:
        """The reply to a question that stands alone."""
        query = alone.text
        named = find_named_outlets(query, self.briefing.known_outlets, self._credited)
        asks = understand(query, named)

        def allowed(sentence: Sentence) -> bool:
            return not wanted or bool(wanted & _credits(sentence))

        if asks.intent is Intent.ORDER:
            return self._silence(query, ())
        if asks.intent is Intent.OVERVIEW:
            return self._overview(query, allowed, watch)
        if asks.intent is Intent.SOURCES:
            credited = [item for item in self.briefing.sentences if allowed(item)]
            sources = list_sources(self.briefing, credited)
            if sources is None:
                return self._silence(query, ())
            return self._answer(query, sources.text, sources.evidence, sources.short, _STRUCTURAL_CONFIDENCE)
        if asks.intent is Intent.BY_SOURCE:
            names = {outlet.name for outlet in asks.outlets}
            own = [
                item
                for item in self.briefing.sentences
                if allowed(item) and names & _credits(item) and not self.briefing.is_lead_in(item)
            ]
            if not own:
                return self._silence(query, ())
            if not asks.topic:
                chosen = [Evidence(item, 1.0) for item in own[: self.settings.max_overview_sentences]]
                return self._answer(query, write_extract(chosen), chosen, None, _STRUCTURAL_CONFIDENCE)
            found = self._finder.find(
                query, asks, watch, must=alone.must, allowed=lambda item: item in own
            )
        else:
            found = self._finder.find(query, asks, watch, must=alone.must, allowed=allowed)
        if found.confidence < self.settings.answer_threshold:
            return self._silence(query, found.evidence[:_NEAREST], found.confidence)
        if asks.intent is Intent.WHICH_SOURCE:
            return self._name_source(query, found)
        if asks.several:
            chosen = list(choose_several(found, self.settings))
        else:
            chosen = [found.evidence[0]]
        short = found.evidence[0].short if asks.form is not Form.REASON else None
        return self._answer(
            query,
            write_extract(chosen),
            chosen,
            short.of(self._text_of(chosen[0].sentence)) if short else None,
            found.confidence,
        )

    def _ask_source_of(
        self, past: Sequence[str], wanted: frozenset[str], watch: Stopwatch
    ) -> Answer | Abstention:
        """Who says what the last question was answered with."""
        corrected = self._spelling.correct(past[-1])
        previous = self._reply(stand_alone(corrected, past[:-1], self._names), wanted, watch)
        if isinstance(previous, Abstention):
            return replace(previous, query=f"Which source says: {previous.query}")
        first = previous.citations[0]
        words = " ".join(first.quote.split()).rstrip(".")
        query = f"Which source says that {words}?"
        sentence = next(
            item
            for item in self.briefing.sentences
            if (item.article_id, item.span) == (first.article_id, first.span)
        )
        return self._name_source(
            query, Found((Evidence(sentence, first.support),), None)
        )

    def _name_source(self, query: str, found: Found) -> Answer | Abstention:
        named = name_source(found.evidence)
        if named is None:
            return self._silence(query, found.evidence[:1], found.confidence)
        return self._answer(query, named.text, named.evidence, named.short, found.confidence)

    def _overview(
        self, query: str, allowed: Callable[[Sentence], bool], watch: Stopwatch
    ) -> Answer | Abstention:
        with watch.stage("read"):
            sentences = [
                item
                for item in self.briefing.sentences
                if allowed(item) and not self.briefing.is_lead_in(item)
            ][:_MAX_OVERVIEW_INPUT]
            if not sentences:
                return self._silence(query, ())
            vectors = self._embedder.encode_passages([item.text for item in sentences])
            rows = choose_overview(
                sentences, vectors, limit=self.settings.max_overview_sentences
            )
        chosen = [Evidence(sentences[row], 1.0) for row in rows]
        return self._answer(query, write_extract(chosen), chosen, None, _STRUCTURAL_CONFIDENCE)

    def _answer(
        self,
        query: str,
        text: str,
        evidence: Sequence[Evidence],
        short: str | None,
        confidence: float,
    ) -> Answer:
        return Answer(
            question=query,
            query=query,
            text=text,
            short=short,
            citations=cite(evidence, self.briefing.titles),
            confidence=confidence,
        )

    def _silence(
        self, query: str, nearest: Sequence[Evidence], confidence: float = 0.0
    ) -> Abstention:
        return Abstention(
            question=query,
            query=query,
            reason=AbstainReason.NOT_IN_BRIEFING,
            nearest=cite(nearest, self.briefing.titles),
            confidence=confidence,
        )

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

    def _text_of(self, sentence: Sentence) -> str:
        return next(
            article.text for article in self.articles if article.article_id == sentence.article_id
        )


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


def _credits(sentence: Sentence) -> frozenset[str]:
    return frozenset(sentence.attribution.outlets if sentence.attribution else ())
