"""The seam between finding and answering: a reader looks at passages for one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.passages import Passage
from corpus.sentences import Sentence
from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of one sentence for one question.

    ``score`` is a log-odds-like number, higher for a sentence that answers;
    it compares across questions of one reader. ``short`` covers the exact
    words that answer, as offsets into the article's text, where the reader
    can tell; ``margin`` is how much stronger they are than no answer at all, in
    logits, and ``relevance`` the logit of the passage's relevance, both 0 for
    a reader that knows neither.
    """

    sentence: Sentence
    passage: Passage
    score: float
    short: Span | None = None
    margin: float = 0.0
    relevance: float = 0.0


class Reader(Protocol):
    """Whatever can tell how well sentences answer a question."""

    @property
    def name(self) -> str:
        """What people call the model."""

    def read(self, query: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        """One reading for every distinct sentence of ``passages``, best first."""

    def knows_word(self, word: str) -> bool:
        """Whether ``word`` is one that the model learned whole, hence no slip of the pen."""

    def words(self) -> tuple[str, ...]:
        """The words that the model learned whole, the most frequent first."""

    def rarity(self, word: str) -> float:
        """How rare ``word`` is in general English, in [0, 1]; 1 for a word never seen whole."""
