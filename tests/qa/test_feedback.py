"""What becomes of users' judgements when they are asked for as gold questions."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.library import Feedback
from qa.feedback import as_gold_questions, format_feedback
from qa.verdicts import SHOULD_BE_SILENT

_CITED = {
    "article_id": "quay", "start": 0, "end": 8, "quote": "It sank.", "outlets": ["AP"],
    "speaker": None, "marker": 1, "support": 0.9,
}  # fmt: skip
_ANSWER: dict[str, Any] = {
    "answered": True,
    "text": "It sank. [1]",
    "short": "sank",
    "citations": [_CITED],
}
_SILENCE: dict[str, Any] = {
    "answered": False,
    "text": "The briefing does not say.",
    "citations": [],
}


def judged(
    question: str, answer: dict[str, Any], *, good: bool, reason: str | None = None
) -> Feedback:
    return Feedback(good, reason, question, ("Before?",), answer, "2026-11-30T12:00:00+00:00")


def test_a_right_answer_gives_its_quotes() -> None:
    records, left = as_gold_questions([judged("What?", _ANSWER, good=True)])
    span = {key: _CITED[key] for key in _CITED if key not in ("marker", "support")}
    assert records == [
        {"id": "feedback-001", "kind": "feedback", "question": "What?", "history": ["Before?"],
         "answerable": True, "answers": ["sank"], "spans": [span], "needed": 1, "outlets": ["AP"]}
    ]  # fmt: skip
    assert left == []


@pytest.mark.parametrize(
    "one",
    [
        judged("Why?", _SILENCE, good=True),
        judged("Why?", _ANSWER, good=False, reason=SHOULD_BE_SILENT),
    ],
)
def test_silence_that_was_right_gives_an_unanswerable_question(one: Feedback) -> None:
    ((record,), left) = as_gold_questions([one])
    assert (record["question"], record["answerable"], left) == ("Why?", False, [])


def test_the_last_word_on_a_question_counts() -> None:
    first, last = judged("Why?", _ANSWER, good=True), judged("Why?", _ANSWER, good=False)
    assert as_gold_questions([first, last]) == ([], [last])


def test_what_was_limited_gives_no_gold_question_and_is_none_of_the_unlimited_ones() -> None:
    plain = judged("What?", _ANSWER, good=True)
    limited = judged("What?", _ANSWER | {"limited": "only AP"}, good=True)
    records, left = as_gold_questions([plain, limited])
    assert ([record["question"] for record in records], left) == (["What?"], [limited])


def test_a_judgement_is_printed_with_what_the_question_was_limited_to() -> None:
    limited = judged("What?", _ANSWER | {"limited": "only AP"}, good=True)
    assert format_feedback(limited) == (
        "2026-11-30T12:00:00+00:00\tright\tWhat? (only AP)\tIt sank. [1]"
    )
