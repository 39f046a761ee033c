"""One reply compared with its gold question."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qa.answers import Abstention, Answer, Citation
from qa.evaluation.gold import GoldQuestion, GoldSpan

_ARTICLES = frozenset({"a", "an", "the"})
_PUNCTUATION = frozenset(string.punctuation + "’‘“”")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one gold question got.

    ``met`` are the pairs of a citation and a gold span that it overlaps.
    ``right``: for an answerable question an answer that cites a gold span, for
    another silence. ``verbatim``: every quote is the article's own words at
    its offsets.
    """

    question: GoldQuestion
    reply: Answer | Abstention
    met: tuple[tuple[Citation, GoldSpan], ...]
    right: bool
    verbatim: bool

    @property
    def answered(self) -> bool:
        return isinstance(self.reply, Answer)

    @property
    def citations(self) -> int:
        """How many passages the answer cites."""
        return len(self.reply.citations) if isinstance(self.reply, Answer) else 0

    @property
    def supported(self) -> int:
        """How many of them overlap a gold span."""
        return len({citation.marker for citation, _ in self.met})

    @property
    def found(self) -> float:
        """The share of the gold spans needed that are cited, in [0, 1]."""
        different = len({gold.span for _, gold in self.met})
        return min(1.0, different / max(1, self.question.needed))

    @property
    def outlets_right(self) -> bool | None:
        """Whether every cited gold span bears the gold's outlets; None where none is cited."""
        if not self.met:
            return None
        return all(frozenset(citation.outlets) == gold.outlets for citation, gold in self.met)

    @property
    def exact(self) -> float | None:
        """EM of the short answer, 0 or 1; None where the gold has none to compare with."""
        if not self.question.answers:
            return None
        return float(normalise(self._short) in map(normalise, self.question.answers))

    @property
    def overlap(self) -> float | None:
        """F1 of the short answer in [0, 1]; None where the gold has none to compare with."""
        if not self.question.answers:
            return None
        return max(token_f1(self._short, answer) for answer in self.question.answers)

    @property
    def _short(self) -> str:
        return (self.reply.short or "") if isinstance(self.reply, Answer) else ""


def judge(question: GoldQuestion, reply: Answer | Abstention, texts: Mapping[str, str]) -> Outcome:
    """Compare one reply with its gold question; ``texts`` are the articles' by their ids.

    A citation of another article meets no gold span.
    """
    cited = reply.citations if isinstance(reply, Answer) else reply.nearest
    met = tuple(
        (citation, gold)
        for citation in (reply.citations if isinstance(reply, Answer) else ())
        for gold in question.spans
        if citation.article_id == question.article_id and citation.span.overlap(gold.span)
    )
    return Outcome(
        question,
        reply,
        met=met,
        right=bool(met) if question.answerable else isinstance(reply, Abstention),
        verbatim=all(item.span.of(texts[item.article_id]) == item.quote for item in cited),
    )


def normalise(answer: str) -> str:
    """Lower case, no punctuation, no articles, single spaces (Rajpurkar et al. 2016)."""
    kept = "".join(char for char in answer.casefold() if char not in _PUNCTUATION)
    return " ".join(word for word in kept.split() if word not in _ARTICLES)


def token_f1(answer: str, gold: str) -> float:
    """The harmonic mean of precision and recall over normalised words, in [0, 1]."""
    ours, theirs = normalise(answer).split(), normalise(gold).split()
    if not ours or not theirs:
        return float(ours == theirs)
    shared = _shared(ours, theirs)
    return 2 * shared / (len(ours) + len(theirs))


def _shared(ours: Iterable[str], theirs: Iterable[str]) -> int:
    return (Counter(ours) & Counter(theirs)).total()
