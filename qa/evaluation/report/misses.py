"""The worst misses of a run, each with its quotes in their context."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.spans import Span
from qa.answers import Answer, Citation
from qa.evaluation.judging import Outcome
from qa.evaluation.report.excerpts import Excerpt, cut_excerpts
from qa.evaluation.retrieval import STAGES
from qa.evaluation.scorecard import Scorecard

_SHOWN = 25  # of each way to be wrong
_SHOWN_WORDS = 320  # code points of a document


@dataclass(frozen=True, slots=True)
class Place:
    """An article with the stretches of it that matter."""

    article_id: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that was answered wrongly, or not at all though the text answers it."""

    outcome: Outcome
    places: tuple[Place, ...]

    @property
    def reply_words(self) -> str:
        return self.outcome.reply.text

    @property
    def outlets_differ(self) -> tuple[str, str] | None:
        """Our outlets and the gold's, where a right quote is credited wrongly."""
        for ours, theirs in self.outcome.labelled:
            if ours != theirs:
                return ", ".join(sorted(ours)) or "nobody", ", ".join(sorted(theirs)) or "nobody"
        return None


@dataclass(frozen=True, slots=True)
class MissGroup:
    """One way to be wrong: how often, and the worst of them."""

    title: str
    explanation: str
    count: int
    misses: tuple[Miss, ...]


def group_misses(card: Scorecard) -> tuple[MissGroup, ...]:
    """The ways to be wrong that occurred, the most harmful first."""
    wrong = [item for item in card.outcomes if not item.right]
    answered = [item for item in wrong if item.answered]
    groups = (
        (
            "Answered what the text does not say",
            "The surest first: what a user would have believed.",
            sorted(
                (item for item in answered if not item.question.answerable),
                key=lambda item: -item.reply.confidence,
            ),
        ),
        (
            "Answered with words that do not answer",
            "The text answers elsewhere. The surest first.",
            sorted(
                (item for item in answered if item.question.answerable),
                key=lambda item: -item.reply.confidence,
            ),
        ),
        (
            "Silent though the text answers",
            "The least sure first; what is marked as ours is what would have been said.",
            sorted(
                (item for item in wrong if not item.answered and item.question.answerable),
                key=lambda item: item.reply.confidence,
            ),
        ),
        (
            "Right words, wrong credit",
            "The quote answers, the outlet named for it is not the one that the text credits.",
            [item for item in card.outcomes if item.outlets_right is False],
        ),
    )
    return tuple(
        MissGroup(
            title,
            explanation,
            len(items),
            tuple(Miss(item, _places(item, card)) for item in items[:_SHOWN]),
        )
        for title, explanation, items in groups
        if items
    )


def _places(outcome: Outcome, card: Scorecard) -> tuple[Place, ...]:
    reply = outcome.reply
    ours: tuple[Citation, ...] = (
        reply.citations if isinstance(reply, Answer) else reply.nearest[:1]
    )
    cited: dict[str, list[Span]] = {}
    for citation in ours:
        cited.setdefault(citation.article_id, []).append(citation.span)
    gold: dict[str, list[Span]] = {}
    for item in outcome.question.spans:
        gold.setdefault(item.article_id, []).append(item.span)
    return tuple(
        Place(
            article_id,
            cut_excerpts(
                card.texts[article_id], gold.get(article_id, []), cited.get(article_id, [])
            ),
        )
        for article_id in dict.fromkeys((*gold, *cited))
        if article_id in card.texts
    )


@dataclass(frozen=True, slots=True)
class RetrievalMiss:
    """A query whose right documents came late or not at all, by the last stage."""

    query: str
    score: float
    right: tuple[tuple[str, int | None, str], ...]  # id, rank if found, its first words
    first: tuple[tuple[str, bool, str], ...]  # id, whether right, its first words


def retrieval_misses(card: Scorecard) -> tuple[RetrievalMiss, ...]:
    """The queries with the lowest nDCG@10 of the last stage, for a run without answers."""
    stage = next(
        (name for name in reversed(STAGES) if f"{name}.nDCG@10" in card.retrieval_scores), None
    )
    if card.outcomes or stage is None:
        return ()
    scores = card.retrieval_scores[f"{stage}.nDCG@10"]
    asked = sorted(
        (item for item in card.retrieved if scores.get(item.query_id, 1.0) < 1.0),
        key=lambda item: scores[item.query_id],
    )
    misses = []
    for item in asked[:_SHOWN]:
        ranking = item.rankings.get(stage, ())
        ranks = {document: rank for rank, document in enumerate(ranking, start=1)}
        misses.append(
            RetrievalMiss(
                item.query,
                scores[item.query_id],
                tuple(
                    (document, ranks.get(document), _words(card, document))
                    for document, gain in item.gains.items()
                    if gain > 0
                ),
                tuple(
                    (document, item.gains.get(document, 0) > 0, _words(card, document))
                    for document in ranking[:3]
                ),
            )
        )
    return tuple(misses)


def _words(card: Scorecard, document: str) -> str:
    text = card.texts.get(document, "")
    if len(text) <= _SHOWN_WORDS:
        return text
    return text[:_SHOWN_WORDS].rpartition(" ")[0].rstrip() + " …"
