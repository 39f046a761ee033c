"""From a query to evidence: search, read, weigh."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.sentences import Sentence
from index.lexical import split_words
from index.passage_index import PassageIndex, Rankings
from qa.briefing import Briefing
from qa.confidence import ConfidenceModel, Signals
from qa.evidence import (
    Coverage,
    Evidence,
    context_stems,
    fits_form,
    measure_coverage,
    rarity_by_stem,
    short_by_form,
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
        self._name_stems = frozenset(
            stem for name in briefing.names() for stem in split_words(name)
        )

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
        with watch.stage("search"):
            rankings = self._index.search(
                query,
                k=self._settings.read_passages,
                allowed=lambda passage: any(allowed(sentence) for sentence in passage.sentences),
            )
        with watch.stage("read"):
            readings = self._reader.read(query, [hit.passage for hit in rankings.fused])
        weighed = [
            self._weigh(query, reading, understanding, rankings, must)
            for reading in readings
            if allowed(reading.sentence) and not self._briefing.is_lead_in(reading.sentence)
        ]
        weighed.sort(key=lambda pair: (-pair[0].support, self.place(pair[0].sentence)))
        return Found(
            tuple(evidence for evidence, _ in weighed), weighed[0][1] if weighed else None
        )

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

    def _weigh(
        self,
        query: str,
        reading: Reading,
        understanding: Understanding,
        rankings: Rankings,
        must: frozenset[str],
    ) -> tuple[Evidence, Signals]:
        sentence = reading.sentence
        title = self._briefing.titles[sentence.article_id]
        near = context_stems(sentence, self.neighbours(sentence), title)
        coverage = self._coverage(query, understanding.topic, near)
        signals = Signals(
            score=reading.score,
            cosine=rankings.cosines.get(reading.passage.passage_id, 0.0),
            near=coverage.near,
            library=coverage.library,
            rarest_missing=coverage.rarest_missing,
            heading=self._heading_match(sentence, understanding.topic),
            fits=fits_form(sentence.text, understanding.form),
            foreign=self._names_stranger(query),
        )
        support = self._model.probability(signals)
        if must and not must & near:
            support = 0.0
        short = reading.short or short_by_form(sentence, understanding.form, understanding.topic)
        return Evidence(sentence, support, short), signals

    def _coverage(
        self, query: str, topic: frozenset[str], near: frozenset[str]
    ) -> Coverage:
        return measure_coverage(
            rarity_by_stem(query, topic, self._reader.rarity), near, self._stems
        )

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

    def _names_stranger(self, query: str) -> bool:
        """Whether the question names somebody or something that no article mentions."""
        if query.isupper():
            return False
        for match in _MID_NAME.finditer(query):
            stems = split_words(match.group())
            if stems and not all(stem in self._stems or _demonym(stem, self._stems) for stem in stems):
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
