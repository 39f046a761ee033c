"""What a question gets: an answer whose every sentence is cited, or a plain abstention.

The two are a union that callers ``match``; ``answer_json`` gives the one
object that every door hands out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from corpus.sentences import Attribution
from corpus.spans import Span

NO_OUTLET = "no outlet credited"
"""What stands in the place of an outlet's name."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words an answer rests on, and whom the article credits for them.

    ``article.text[span.start:span.end] == quote`` always holds. ``support`` in
    [0, 1] is how surely the quote supports the sentence that bears the marker.
    ``published`` is the article's date as its source writes it, ``page`` the name
    of the page that the quote begins on, each where there is one.
    """

    marker: int
    article_id: str
    title: str
    span: Span
    quote: str
    attribution: Attribution | None
    support: float
    published: str | None = None
    page: str | None = None

    @property
    def outlets(self) -> tuple[str, ...]:
        return self.attribution.outlets if self.attribution else ()

    @property
    def speaker(self) -> str | None:
        return self.attribution.speaker if self.attribution else None


class AbstainReason(StrEnum):
    """Why there is no answer."""

    NOT_IN_BRIEFING = "not_in_briefing"
    EMPTY_QUESTION = "empty_question"
    NO_ARTICLES = "no_articles"


@dataclass(frozen=True, slots=True)
class Standing:
    """How an answer stands among the outlets: who carries it, who says otherwise.

    ``outlets`` carry the answer's first sentence, each independent of the
    others: whom an article credits, or who published it; empty where nobody is
    named. ``carried_by`` are further places that carry it. ``against`` are the
    markers of the answer's own citations that contradict the one marked ``contradicted``.
    """

    outlets: tuple[str, ...] = ()
    carried_by: tuple[Citation, ...] = ()
    against: tuple[int, ...] = ()
    contradicted: int = 1

    @property
    def single_source(self) -> bool:
        """Whether one outlet at most carries the answer."""
        return len(self.outlets) <= 1

    def lines(self) -> Iterator[str]:
        """The same in words, a line each, with markers such as ``[1]``."""
        if self.against:
            markers = "".join(f"[{marker}]" for marker in self.against)
            yield f"Sources disagree: {markers} against [{self.contradicted}]"
        names = ", ".join(self.outlets) or NO_OUTLET
        if self.single_source:
            yield f"Single source: {names}"
        else:
            yield f"Carried by {len(self.outlets)} outlets: {names}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A cited reply. ``citations`` is never empty; ``confidence`` is in [0, 1].

    ``text`` is a row of sentences, each ending in at least one marker such as
    ``[1]``. ``short`` holds the exact words that answer, or None where no few
    words can (a why, a summary). ``unanswered`` are those parts of a question that
    asks several things which the articles do not answer; ``query`` leaves them out.
    """

    question: str
    query: str
    text: str
    short: str | None
    citations: tuple[Citation, ...]
    confidence: float
    timings_ms: dict[str, float] = field(default_factory=dict)
    standing: Standing | None = None
    unanswered: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("an answer needs a citation; without one, abstain")


    @property
    def left_open(self) -> str | None:
        """What a reader is told of the parts without an answer; None where there are none."""
        if not self.unanswered:
            return None
        return f"The briefing does not say: {' '.join(self.unanswered)}"


@dataclass(frozen=True, slots=True)
class Abstention:
    """The honest "the briefing does not say", with up to three nearest quotes, unconfirmed."""

    question: str
    query: str
    reason: AbstainReason
    nearest: tuple[Citation, ...]
    confidence: float = 0.0
    timings_ms: dict[str, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What a reader is told."""
        return _ABSTENTION_TEXT[self.reason]


_ABSTENTION_TEXT = {
    AbstainReason.NOT_IN_BRIEFING: "The briefing does not say.",
    AbstainReason.EMPTY_QUESTION: "There is no question to answer; ask something in words.",
    AbstainReason.NO_ARTICLES: "The library holds no articles; add one with: briefing add PATH",
}


def citation_json(citation: Citation) -> dict[str, Any]:
    """One citation in the contract's shape."""
    return {
        "marker": citation.marker,
        "article_id": citation.article_id,
        "title": citation.title,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": citation.quote,
        "outlets": list(citation.outlets),
        "speaker": citation.speaker,
        "support": round(citation.support, 4),
    }


def answer_json(reply: Answer | Abstention, *, request_id: Any = None) -> dict[str, Any]:
    """The contract's object for either kind of reply; ``request_id`` is echoed as ``id``."""
    cited = reply.citations if isinstance(reply, Answer) else ()
    nearest = reply.nearest if isinstance(reply, Abstention) else ()
    return {
        "id": request_id,
        "question": reply.question,
        "query": reply.query,
        "answered": isinstance(reply, Answer),
        "text": reply.text,
        "short": reply.short if isinstance(reply, Answer) else None,
        "citations": [citation_json(citation) for citation in cited],
        "confidence": round(reply.confidence, 4),
        "reason": reply.reason.value if isinstance(reply, Abstention) else None,
        "nearest": [citation_json(citation) for citation in nearest],
        "timings_ms": {stage: round(ms, 2) for stage, ms in reply.timings_ms.items()},
    }


def details_json(reply: Answer | Abstention) -> dict[str, Any]:
    """What the contract's object leaves out.

    Dates and pages of what is cited, how the answer stands, and which parts of the
    question it leaves open.
    """
    cited = reply.citations if isinstance(reply, Answer) else reply.nearest
    standing = reply.standing if isinstance(reply, Answer) else None
    return {
        "citations": [
            {"marker": one.marker, "published": one.published, "page": one.page} for one in cited
        ],
        "unanswered": list(reply.unanswered) if isinstance(reply, Answer) else [],
        "standing": None
        if standing is None
        else {
            "outlets": list(standing.outlets),
            "single_source": standing.single_source,
            "carried_by": [citation_json(one) for one in standing.carried_by],
            "against": list(standing.against),
            "contradicted": standing.contradicted if standing.against else None,
        },
    }
