"""A small text with gold questions and replies about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation
from qa.evaluation.gold import GoldQuestion, GoldSpan

TEXT = "The bridge opened on Monday. It cost a million. It is safe."
OPENED, COST, SAFE = Span(0, 28), Span(29, 47), Span(48, 59)
TEXTS = {"a": TEXT, "b": TEXT}

Make = Callable[..., Any]


def make_gold(
    *spans: Span,
    query_id: str = "q",
    question: str = "When?",
    article_id: str | None = "a",
    outlets: tuple[str, ...] | None = (),
    answers: tuple[str, ...] = (),
    needed: int = 1,
    split: str = "test",
    kind: str = "fact",
) -> GoldQuestion:
    labelled = None if outlets is None else frozenset(outlets)
    return GoldQuestion(
        query_id=query_id,
        article_id=article_id,
        kind=kind,
        question=question,
        history=(),
        answerable=bool(spans),
        answers=answers,
        spans=tuple(GoldSpan(article_id or "a", span, labelled) for span in spans),
        needed=needed,
        split=split,
    )


def make_answer(
    *spans: Span,
    outlets: tuple[str, ...] = (),
    short: str | None = None,
    confidence: float = 0.9,
    article_id: str = "a",
    text: str = "…",
) -> Answer:
    credited = Attribution(outlets, None, Span(0, 1)) if outlets else None
    cited = tuple(
        Citation(marker, article_id, "T", span, span.of(TEXT), credited, 1.0)
        for marker, span in enumerate(spans, start=1)
    )
    return Answer("q", "q", text, short, cited, confidence, {"total": 10.0})


def make_silence(confidence: float = 0.1, nearest: tuple[Span, ...] = ()) -> Abstention:
    cited = tuple(
        Citation(marker, "a", "T", span, span.of(TEXT), None, confidence)
        for marker, span in enumerate(nearest, start=1)
    )
    return Abstention(
        "q", "q", AbstainReason.NOT_IN_BRIEFING, cited, confidence, {"total": 30.0}
    )


@pytest.fixture
def gold() -> Make:
    return make_gold


@pytest.fixture
def answer() -> Make:
    return make_answer


@pytest.fixture
def silence() -> Make:
    return make_silence
