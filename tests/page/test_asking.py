"""What a question changes on the page, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from corpus.errors import BriefingError
from qa.answers import AbstainReason, Abstention, Answer
from qa.briefing import Briefing
from qa.page import messages
from qa.page.asking import Step, answer_on_page, restore_conversation
from qa.page.conversation_view import render_notice
from qa.page.signing import Signer
from qa.page.turns import Turn, write_turns

SILENCE = Abstention("Why?", "Why?", AbstainReason.NOT_IN_BRIEFING, ())


@dataclass
class Replying:
    """Gives or raises the same for every question, and writes down what it was asked."""

    reply: Answer | Abstention | Exception = SILENCE
    asked: list[dict[str, Any]] = field(default_factory=list)

    def now(self) -> Briefing:
        return Briefing.read((), passage_sentences=3)

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        outlets: Sequence[str] = (),
        articles: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> Answer | Abstention:
        self.asked.append(
            {"question": question, "history": [*history], "outlets": [*outlets],
             "articles": [*articles], "since": since, "until": until}
        )  # fmt: skip
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply


def test_a_question_is_shown_at_once_and_kept_with_its_reply() -> None:
    first, last = answer_on_page(Replying(), "  Why? ", [])
    assert (first.notice, first.question, first.turns) == ("", "", None)
    assert first.conversation is not None
    assert "Why?" in first.conversation
    assert last.conversation != first.conversation
    assert last.turns == write_turns([Turn("Why?", SILENCE)])


def test_what_can_be_judged_is_signed() -> None:
    signer = Signer()
    *_, last = answer_on_page(Replying(), "Why?", [], signer=signer)
    assert last.turns == write_turns([signer.sign(Turn("Why?", SILENCE))])
    assert 'class="judging"' in (last.conversation or "")


def test_earlier_questions_and_every_limit_reach_the_assistant() -> None:
    assistant = Replying()
    stored = write_turns([Turn("Why?", SILENCE)])
    steps = answer_on_page(
        assistant, "Who?", stored, articles=["a"], outlets=["AP"],
        since=" 2026-03-01", until="2026-03-31 ",
    )  # fmt: skip
    limited = "only AP; only a; published from 2026-03-01 to 2026-03-31"
    *_, last = steps
    assert last.turns == write_turns([Turn("Why?", SILENCE), Turn("Who?", SILENCE, "", limited)])
    assert f'<span class="limited">Limit: {limited}</span>' in (last.conversation or "")
    assert assistant.asked == [
        {"question": "Who?", "history": ["Why?"], "outlets": ["AP"], "articles": ["a"],
         "since": date(2026, 3, 1), "until": date(2026, 3, 31)}
    ]  # fmt: skip


def test_a_blank_question_is_a_notice_and_is_not_asked() -> None:
    assistant = Replying()
    empty = Abstention("", "", AbstainReason.EMPTY_QUESTION, ())
    assert [*answer_on_page(assistant, " \n", [])] == [Step(notice=render_notice(empty.text))]
    assert assistant.asked == []


def test_a_day_that_cannot_be_read_is_named_and_nothing_is_asked() -> None:
    assistant = Replying()
    notice = render_notice(messages.say_bad_day("soon"))
    assert [*answer_on_page(assistant, "Why?", [], until="soon")] == [Step(notice=notice)]
    assert assistant.asked == []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BriefingError("the question is too long"), "The question is too long."),
        (RuntimeError("a fault"), messages.UNEXPECTED),
    ],
)
def test_what_goes_wrong_is_told_and_the_question_comes_back(error: Exception, told: str) -> None:
    _, last = answer_on_page(Replying(error), "Why?", [])
    assert (last.notice, last.question, last.turns) == (render_notice(told), "Why?", None)


def test_a_reload_shows_what_was_kept_and_leaves_an_empty_page_alone() -> None:
    kept = write_turns([Turn("Why?", SILENCE)])
    shown = restore_conversation(Replying(), kept, judged=False)
    assert shown == [*answer_on_page(Replying(), "Why?", [])][-1].conversation
    assert restore_conversation(Replying(), [], judged=False) is None
