"""What is known of a sentence that was read: the signals that confidence is made of."""

from __future__ import annotations

from corpus.sentences import Sentence
from index.lexical import split_words
from qa.briefing import Briefing
from qa.confidence import Signals
from qa.credit_register import CreditRegister
from qa.evidence import context_stems, fits_form, share_covered
from qa.reader import Reading
from qa.themes import themes_of, without_theme_words
from qa.understanding import Understanding


class SentenceSignals:
    """The signals of a briefing's sentences, and what frames each of them."""

    def __init__(self, briefing: Briefing, register: CreditRegister) -> None:
        self._briefing = briefing
        self._register = register
        self._announced = _announced_stems(briefing)
        # Filled as sentences are read; a frame never changes, so threads may race to fill it.
        self._frames: dict[tuple[str, int], frozenset[str]] = {}

    def of(
        self,
        reading: Reading,
        understanding: Understanding,
        words: list[tuple[str, float]],
        below: float,
    ) -> Signals:
        """The signals of what was read.

        ``words`` are the stems of what is asked, each with its rarity in [0, 1];
        ``below`` is how far below the first the search put it.
        """
        sentence = reading.sentence
        return Signals(
            score=reading.score,
            margin=reading.margin,
            relevance=reading.relevance,
            near=share_covered(words, self.frame(sentence)),
            own=share_covered(words, frozenset(split_words(sentence.text))),
            heading=self._heading_match(sentence, understanding.topic),
            misfit=float(not fits_form(sentence.text, understanding.form)),
            below=below,
            again_score=reading.score,
            again_margin=reading.margin,
            again_relevance=reading.relevance,
        )

    def frame(self, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence and of all that frames it."""
        key = (sentence.article_id, sentence.span.start)
        if key not in self._frames:
            title = self._briefing.titles[sentence.article_id]
            self._frames[key] = context_stems(sentence, self._neighbours(sentence), title)
        return self._frames[key]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before it under the same heading."""
        around = self._neighbours(sentence)
        return around[0] if around and around[0].span < sentence.span else None

    def _neighbours(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentences before and after it under the same heading; a heading has none."""
        if sentence.is_heading:
            return ()
        place = self._register.place(sentence)
        around = (place - 1, place + 1)
        return tuple(
            other
            for at in around
            if 0 <= at < len(self._briefing.sentences)
            and (other := self._briefing.sentences[at]).article_id == sentence.article_id
            and other.heading == sentence.heading
        )

    def _heading_match(self, sentence: Sentence, topic: frozenset[str]) -> float:
        """The share of ``topic`` that the sentence's section is said to be about, in [0, 1]."""
        if sentence.heading is None or not topic:
            return 0.0
        heading = self._announced[(sentence.article_id, sentence.heading)]
        shared_theme = themes_of(topic) & themes_of(heading)
        plain = without_theme_words(topic)
        matter = len(plain & heading) / len(plain) if plain else 0.0
        if shared_theme:
            return 1.0 if not plain else 0.5 + 0.5 * matter
        return matter


def _announced_stems(briefing: Briefing) -> dict[tuple[str, str], frozenset[str]]:
    """What each section is said to be about: the stems of its heading and its lead-ins."""
    stems: dict[tuple[str, str], set[str]] = {}
    for sentence in briefing.sentences:
        if sentence.heading is not None:
            held = stems.setdefault((sentence.article_id, sentence.heading), set())
            held.update(split_words(sentence.heading))
            if briefing.is_lead_in(sentence):
                held.update(split_words(sentence.text))
    return {section: frozenset(held) for section, held in stems.items()}
