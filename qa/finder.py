"""From a query to evidence: search, read, weigh."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.sentences import Sentence
from corpus.spans import Span
from index.lexical import split_words
from index.passage_index import PassageIndex
from qa.briefing import Briefing
from qa.confidence import ConfidenceModel, Signals, form_signals
from qa.evidence import (
    Evidence,
    context_stems,
    fits_form,
    measure_coverage,
    rarity_by_stem,
)
from qa.intents import Understanding
from qa.reader import Reader, Reading
from qa.settings import Settings
from qa.themes import themes_of, without_theme_words
from qa.timing import Stopwatch


@dataclass(frozen=True, slots=True)
class Found:
    """Evidence, surest first, of all that was read; its support is calibrated, in [0, 1]."""

    evidence: tuple[Evidence, ...]
    signals: Signals | None  # of the first

    @property
    def confidence(self) -> float:
        """The support of the surest evidence, 0 where there is none."""
        return self.evidence[0].support if self.evidence else 0.0


class EvidenceFinder:
    """Searches a briefing, has the passages read, and weighs what was read."""

    def __init__(
        self,
        briefing: Briefing,
        index: PassageIndex,
        reader: Reader,
        model: ConfidenceModel,
        settings: Settings,
    ) -> None:
        self._briefing = briefing
        self._index = index
        self._reader = reader
        self._model = model
        self._settings = settings
        self._stems = briefing.stems()
        self._order = {
            (sentence.article_id, sentence.span.start): place
            for place, sentence in enumerate(briefing.sentences)
        }
        # Filled as sentences are read; a frame never changes, so threads may race to fill it.
        self._frames: dict[tuple[str, int], frozenset[str]] = {}

    def find(
        self,
        query: str,
        understanding: Understanding,
        watch: Stopwatch,
        *,
        must: frozenset[str] = frozenset(),
        allowed: Callable[[Sentence], bool] = lambda sentence: True,
    ) -> Found:
        """The evidence for ``query`` among the sentences that are ``allowed``.

        ``must`` are stems that a sentence, or what frames it, has to hold.
        """
        weighed = [
            (self._evidence(reading, signals, understanding, must), signals)
            for reading, signals in self.read_signals(query, understanding, watch, allowed=allowed)
        ]
        weighed.sort(key=lambda pair: (-pair[0].support, self.place(pair[0].sentence)))
        return Found(
            tuple(evidence for evidence, _ in weighed), weighed[0][1] if weighed else None
        )

    def read_signals(
        self,
        query: str,
        understanding: Understanding,
        watch: Stopwatch,
        *,
        allowed: Callable[[Sentence], bool] = lambda sentence: True,
    ) -> list[tuple[Reading, Signals]]:
        """What was read for ``query`` and what it says of each sentence, unweighed."""
        with watch.stage("search"):
            rankings = self._index.search(
                query,
                k=self._settings.read_passages,
                allowed=lambda passage: any(allowed(sentence) for sentence in passage.sentences),
            )
        with watch.stage("read"):
            readings = self._reader.read(query, [hit.passage for hit in rankings.fused])
        words = rarity_by_stem(query, understanding.topic, self._reader.rarity)
        foreign = float(self._names_stranger(query, understanding))
        return [
            (reading, self._signals(reading, understanding, words, foreign))
            for reading in readings
            if allowed(reading.sentence) and not self._briefing.is_lead_in(reading.sentence)
        ]

    def place(self, sentence: Sentence) -> int:
        """Where ``sentence`` stands among all of the library's, from 0."""
        return self._order[(sentence.article_id, sentence.span.start)]

    def neighbours(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentences before and after it under the same heading."""
        place = self.place(sentence)
        around = (place - 1, place + 1)
        return tuple(
            other
            for at in around
            if 0 <= at < len(self._briefing.sentences)
            and (other := self._briefing.sentences[at]).article_id == sentence.article_id
            and other.heading == sentence.heading
        )

    def _signals(
        self,
        reading: Reading,
        understanding: Understanding,
        words: list[tuple[str, float]],
        foreign: float,
    ) -> Signals:
        sentence = reading.sentence
        coverage = measure_coverage(words, self._frame(sentence), self._stems)
        return Signals(
            score=reading.score,
            margin=reading.margin,
            relevance=reading.relevance,
            near=coverage.near,
            library=coverage.library,
            rarest_missing=coverage.rarest_missing,
            heading=self._heading_match(sentence, understanding.topic),
            misfit=float(not fits_form(sentence.text, understanding.form)),
            foreign=foreign,
            **form_signals(understanding.form),
        )

    def _evidence(
        self,
        reading: Reading,
        signals: Signals,
        understanding: Understanding,
        must: frozenset[str],
    ) -> Evidence:
        sentence = reading.sentence
        support = self._model.probability(signals)
        if must and not must & self._frame(sentence):
            support = 0.0
        short = reading.short
        if short is not None:
            # The words have to be of the kind asked for; a name is no date.
            said = sentence.text[
                short.start - sentence.span.start : short.end - sentence.span.start
            ]
            if not fits_form(said, understanding.form):
                short = None
        return Evidence(sentence, support, short)

    def _frame(self, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence and of all that frames it."""
        key = (sentence.article_id, sentence.span.start)
        if key not in self._frames:
            title = self._briefing.titles[sentence.article_id]
            self._frames[key] = context_stems(sentence, self.neighbours(sentence), title)
        return self._frames[key]

    def _heading_match(self, sentence: Sentence, topic: frozenset[str]) -> float:
        """The share of ``topic`` that the sentence's heading is about, in [0, 1]."""
        if sentence.heading is None or not topic:
            return 0.0
        heading = frozenset(split_words(sentence.heading))
        shared_theme = themes_of(topic) & themes_of(heading)
        plain = without_theme_words(topic)
        matter = len(plain & heading) / len(plain) if plain else 0.0
        if shared_theme:
            return 1.0 if not plain else 0.5 + 0.5 * matter
        return matter

    def _names_stranger(self, query: str, understanding: Understanding) -> bool:
        """Whether the question names somebody or something that no article mentions.

        Where every word has a capital, capitals say nothing.
        """
        words = [word for word in query.split() if word[0].isalpha()]
        if sum(word[0].isupper() for word in words) > 0.6 * len(words):
            return False
        for match in _MID_NAME.finditer(query):
            name = Span(*match.span())
            if any(name.overlap(outlet.span) for outlet in understanding.outlets):
                continue
            stems = split_words(match.group())
            if not all(stem in self._stems or _demonym(stem, self._stems) for stem in stems):
                return True
        return False


_MID_NAME = re.compile(r"(?<=[\w,;:—–\"“] )[A-Z][\w’'-]*")


def _demonym(stem: str, stems: frozenset[str]) -> bool:
    """Whether a name and one of the library's share their beginning: Russia, Russian."""
    return len(stem) >= 4 and any(
        other.startswith(stem[:-1]) or stem.startswith(other[:-1])
        for other in stems
        if len(other) >= 4 and abs(len(other) - len(stem)) <= 3
    )


def choose_several(found: Found, settings: Settings) -> tuple[Evidence, ...]:
    """The evidence that an answer of several sentences holds, surest first."""
    if not found.evidence:
        return ()
    best = found.evidence[0].support
    floor = max(settings.answer_threshold, best - settings.support_margin)
    kept = [item for item in found.evidence if item.support >= floor]
    return tuple(kept[: settings.max_sentences])
