"""One question with its reply, and how a browser keeps the conversation over a reload.

What comes back from a browser is not to be trusted: a turn is dropped that does
not cite sentences of the library as they are now, credited as they are now. That
nobody else worded the reply is for ``qa.page.signing`` to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
from qa.briefing import Briefing

KEPT_TURNS = 50
"""How many turns a browser keeps; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A reader's question, as typed, and what it got; ``reply`` is None while it is awaited.

    ``signature`` is the server's, "" where it gave none; ``limited`` is what the question
    was limited to, in words, "" for nothing.
    """

    question: str
    reply: Answer | Abstention | None
    signature: str = ""
    limited: str = ""


def write_turns(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """The answered turns as plain JSON, each with the contract's object."""
    return [
        {
            "question": turn.question,
            "reply": answer_json(turn.reply),
            "details": details_json(turn.reply),
            "limited": turn.limited,
            "signature": turn.signature,
        }
        for turn in turns
        if turn.reply is not None
    ][-KEPT_TURNS:]


def read_turns(stored: object, briefing: Briefing) -> tuple[Turn, ...]:
    """The turns in ``stored`` whose every citation is a sentence of ``briefing``, to the letter."""
    if not isinstance(stored, list):
        return ()
    turns: list[Turn] = []
    for item in stored[-KEPT_TURNS:]:
        try:
            turns.append(_read_turn(item, briefing))
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
            continue  # kept by an older version, or about an article that has changed since
    return tuple(turns)


def _read_turn(item: Mapping[str, Any], briefing: Briefing) -> Turn:
    reply = item["reply"]
    question, query = _read_text(reply["question"]), _read_text(reply["query"])
    confidence = _read_share(reply["confidence"])
    kept: Answer | Abstention
    if reply["answered"]:
        short = reply["short"]
        kept = Answer(
            question=question,
            query=query,
            text=_read_text(reply["text"]),
            short=None if short is None else _read_text(short),
            citations=tuple(_read_citation(c, briefing) for c in reply["citations"]),
            confidence=confidence,
            standing=_read_standing((item.get("details") or {}).get("standing"), briefing),
            unanswered=tuple(
                _read_text(part) for part in (item.get("details") or {}).get("unanswered", ())
            ),
        )
    else:
        kept = Abstention(
            question=question,
            query=query,
            reason=AbstainReason(reply["reason"]),
            nearest=tuple(_read_citation(c, briefing) for c in reply["nearest"]),
            confidence=confidence,
        )
    return Turn(
        _read_text(item["question"]),
        kept,
        _read_text(item["signature"]),
        _read_text(item["limited"]),
    )


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a stored text is no text")
    return value


def _read_share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("a stored confidence or support is no number in 0..1")
    return float(value)


def _read_citation(stored: Mapping[str, Any], briefing: Briefing) -> Citation:
    span = Span(int(stored["start"]), int(stored["end"]))
    article = briefing.by_id[stored["article_id"]]
    sentence = briefing.sentence_at(article.article_id, span)
    if sentence is None or sentence.text != stored["quote"]:
        raise ValueError("a stored citation quotes no sentence of its article")
    # The words of the reply name whom it credits, so a credit that is read anew ends the turn.
    if (list(sentence.outlets), sentence.speaker) != (stored["outlets"], stored["speaker"]):
        raise ValueError("a stored citation credits others than its article")
    return Citation(
        marker=int(stored["marker"]),
        article_id=article.article_id,
        title=article.title,
        span=span,
        quote=sentence.text,
        attribution=sentence.attribution,
        support=_read_share(stored["support"]),
        published=article.published,
        page=article.page_at(span.start),
    )


def _read_standing(stored: object, briefing: Briefing) -> Standing | None:
    if not isinstance(stored, dict):
        return None
    return Standing(
        outlets=tuple(_read_text(outlet) for outlet in stored["outlets"]),
        carried_by=tuple(_read_citation(c, briefing) for c in stored["carried_by"]),
        against=tuple(int(marker) for marker in stored["against"]),
        contradicted=int(stored.get("contradicted") or 1),
    )
