"""One reply compared with its gold question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa.answers import Abstention, Answer, Citation
from qa.evaluation.answer_text import best_f1, exact_match
from qa.evaluation.gold import GoldQuestion, GoldSpan


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one gold question got.

    ``met`` are the pairs of a citation and a gold span that it overlaps.
    ``right``: for an answerable question an answer that cites a gold span, for
    another silence; never where the library lacks an article of the question.
    ``would_be_right``: the same of the answer that was given or, where there
    was silence, of the one that would have been. ``verbatim``: every quote is
    the article's own words at its offsets.
    """

    question: GoldQuestion
    reply: Answer | Abstention
    met: tuple[tuple[Citation, GoldSpan], ...]
    right: bool
    would_be_right: bool
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
        different = len({(gold.article_id, gold.span) for _, gold in self.met})
        return min(1.0, different / max(1, self.question.needed))

    @property
    def outlets_right(self) -> bool | None:
        """Whether every cited gold span bears the gold's outlets; None where none was labelled."""
        labelled = self.labelled
        if not labelled:
            return None
        return all(ours == theirs for ours, theirs in labelled)

    @property
    def labelled(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """Our outlets and the gold's, for each cited gold span whose credits were labelled."""
        return tuple(
            (frozenset(citation.outlets), gold.outlets)
            for citation, gold in self.met
            if gold.outlets is not None
        )

    @property
    def exact(self) -> float | None:
        """EM of the short answer, 0 or 1; None where the gold has none to compare with."""
        answers = self.question.answers
        return exact_match(self._short, answers) if answers else None

    @property
    def overlap(self) -> float | None:
        """F1 of the short answer in [0, 1]; None where the gold has none to compare with."""
        answers = self.question.answers
        return best_f1(self._short, answers) if answers else None

    @property
    def _short(self) -> str:
        return (self.reply.short or "") if isinstance(self.reply, Answer) else ""


def judge(question: GoldQuestion, reply: Answer | Abstention, texts: Mapping[str, str]) -> Outcome:
    """Compare one reply with its gold question; ``texts`` are the articles' by their ids.

    A citation of another article meets no gold span.
    """
    answered = isinstance(reply, Answer)
    cited = reply.citations if isinstance(reply, Answer) else reply.nearest
    met = _meet(cited, question.spans)
    present = question.article_ids <= texts.keys()
    # Silence holds back its surest sentence, the first of the nearest.
    held_back = met if answered else _meet(cited[:1], question.spans)
    return Outcome(
        question,
        reply,
        met=met if answered else (),
        right=present and (bool(met) and answered if question.answerable else not answered),
        would_be_right=present and bool(held_back),
        verbatim=all(item.span.of(texts[item.article_id]) == item.quote for item in cited),
    )


def _meet(
    citations: Sequence[Citation], spans: Sequence[GoldSpan]
) -> tuple[tuple[Citation, GoldSpan], ...]:
    return tuple(
        (citation, gold)
        for citation in citations
        for gold in spans
        if citation.article_id == gold.article_id and citation.span.overlap(gold.span)
    )
