"""One question with its reply, and how a browser keeps the conversation over a reload.

What comes back from a browser is not to be trusted: a turn that does not fit
the articles of the library as they are now is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.articles import Article
from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import (
    AbstainReason,
    Abstention,
    Answer,
    Citation,
    Standing,
    answer_json,
    details_json,
)

KEPT_TURNS = 50
"""How many turns a browser keeps; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A reader's question, as typed, and what it got; ``reply`` is None while it is awaited."""

    question: str
    reply: Answer | Abstention | None


def write_turns(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """The answered turns as plain JSON, each as the contract's object."""
    return [
        {
            "question": turn.question,
            "reply": answer_json(turn.reply),
            "details": details_json(turn.reply),
        }
        for turn in turns
        if turn.reply is not None
    ][-KEPT_TURNS:]


def read_turns(stored: object, articles: Mapping[str, Article]) -> tuple[Turn, ...]:
    """The turns in ``stored`` whose every citation still quotes the articles to the letter.

    ``articles`` are those that there are now, by id.
    """
    if not isinstance(stored, list):
        return ()
    turns: list[Turn] = []
    for item in stored[-KEPT_TURNS:]:
        try:
            turns.append(_read_turn(item, articles))
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
            continue  # kept by an older version, or about an article that has changed since
    return tuple(turns)


def _read_turn(item: Mapping[str, Any], articles: Mapping[str, Article]) -> Turn:
    reply = item["reply"]
    question, query = _read_text(reply["question"]), _read_text(reply["query"])
    confidence = float(reply["confidence"])
    if not 0 <= confidence <= 1:
        raise ValueError("a stored confidence lies outside of 0..1")
    kept: Answer | Abstention
    if reply["answered"]:
        short = reply["short"]
        kept = Answer(
            question=question,
            query=query,
            text=_read_text(reply["text"]),
            short=None if short is None else _read_text(short),
            citations=tuple(_read_citation(c, articles) for c in reply["citations"]),
            confidence=confidence,
            standing=_read_standing((item.get("details") or {}).get("standing"), articles),
            unanswered=tuple(
                _read_text(part) for part in (item.get("details") or {}).get("unanswered", ())
            ),
        )
    else:
        kept = Abstention(
            question=question,
            query=query,
            reason=AbstainReason(reply["reason"]),
            nearest=tuple(_read_citation(c, articles) for c in reply["nearest"]),
            confidence=confidence,
        )
    return Turn(_read_text(item["question"]), kept)


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a stored text is no text")
    return value


def _read_citation(stored: Mapping[str, Any], articles: Mapping[str, Article]) -> Citation:
    span = Span(int(stored["start"]), int(stored["end"]))
    article_id, quote = stored["article_id"], _read_text(stored["quote"])
    article = articles[article_id]
    if span.of(article.text) != quote:
        raise ValueError("a stored citation does not quote its article")
    outlets = tuple(_read_text(outlet) for outlet in stored["outlets"])
    speaker = None if stored["speaker"] is None else _read_text(stored["speaker"])
    # The cue is not stored, and the page never shows it: the quote stands in for it.
    attribution = Attribution(outlets, speaker, cue=span) if outlets or speaker else None
    return Citation(
        marker=int(stored["marker"]),
        article_id=article_id,
        title=_read_text(stored["title"]),
        span=span,
        quote=quote,
        attribution=attribution,
        support=float(stored["support"]),
        published=article.published,
        page=article.page_at(span.start),
    )


def _read_standing(stored: object, articles: Mapping[str, Article]) -> Standing | None:
    if not isinstance(stored, dict):
        return None
    return Standing(
        outlets=tuple(_read_text(outlet) for outlet in stored["outlets"]),
        carried_by=tuple(_read_citation(c, articles) for c in stored["carried_by"]),
        against=tuple(int(marker) for marker in stored["against"]),
    )
