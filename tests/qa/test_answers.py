from __future__ import annotations

import pytest

import qa
from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation, answer_json

CITATION = Citation(
    marker=1,
    article_id="a",
    title="A title",
    span=Span(3, 14),
    quote="It is safe.",
    attribution=Attribution(("Reuters",), "the mayor", Span(15, 24)),
    support=0.123456,
)
CITATION_JSON = {
    "marker": 1,
    "article_id": "a",
    "title": "A title",
    "start": 3,
    "end": 14,
    "quote": "It is safe.",
    "outlets": ["Reuters"],
    "speaker": "the mayor",
    "support": 0.1235,
}


def test_an_answer_has_the_contracts_shape_in_the_contracts_order() -> None:
    reply = Answer("Safe?", "Is it safe?", "It is safe. [1]", "safe", (CITATION,), 0.98765)

    value = answer_json(reply, request_id=["x", 1])

    assert value == {
        "id": ["x", 1],
        "question": "Safe?",
        "query": "Is it safe?",
        "answered": True,
        "text": "It is safe. [1]",
        "short": "safe",
        "citations": [CITATION_JSON],
        "confidence": 0.9877,
        "reason": None,
        "nearest": [],
        "timings_ms": {},
    }
    assert list(value) == [
        "id", "question", "query", "answered", "text", "short", "citations", "confidence",
        "reason", "nearest", "timings_ms",
    ]  # fmt: skip


def test_an_abstention_has_the_same_shape() -> None:
    reply = Abstention(
        "Why?", "Why?", AbstainReason.NOT_IN_BRIEFING, (CITATION,), 0.2, {"total": 1.23456}
    )

    assert answer_json(reply) == {
        "id": None,
        "question": "Why?",
        "query": "Why?",
        "answered": False,
        "text": "The briefing does not say.",
        "short": None,
        "citations": [],
        "confidence": 0.2,
        "reason": "not_in_briefing",
        "nearest": [CITATION_JSON],
        "timings_ms": {"total": 1.23},
    }


def test_the_reasons_are_those_of_the_contract() -> None:
    assert [reason.value for reason in AbstainReason] == [
        "not_in_briefing",
        "empty_question",
        "no_articles",
    ]


def test_a_passage_without_a_credit_has_an_empty_list() -> None:
    citation = Citation(1, "a", "A title", Span(0, 1), "x", None, 1.0)

    assert (citation.outlets, citation.speaker) == ((), None)


def test_an_answer_without_a_citation_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="an answer needs a citation"):
        Answer("q", "q", "text", None, (), 0.5)


def test_the_exported_names_are_these() -> None:
    assert sorted(qa.__all__) == [
        "AbstainReason", "Abstention", "Answer", "Assistant", "Citation", "answer_json", "ask",
    ]  # fmt: skip
    assert all(hasattr(qa, name) for name in qa.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = qa.nothing
