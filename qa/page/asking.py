"""What the page shows, step by step, when a question is asked on it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.dates import read_date
from corpus.errors import BriefingError
from qa.answers import AbstainReason, Abstention
from qa.filters import Filters
from qa.page import messages
from qa.page.answering import Assistant
from qa.page.conversation_view import render_conversation, render_notice
from qa.page.signing import Signer
from qa.page.turns import Turn, read_turns, write_turns

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """What changes on the page; None leaves a part of it as it is.

    ``conversation`` and ``notice`` are HTML, ``question`` is what stands in the
    text box, ``turns`` what the reader's browser keeps of the conversation.
    """

    conversation: str | None = None
    notice: str | None = None
    question: str | None = None
    turns: list[dict[str, object]] | None = None


def answer_on_page(
    assistant: Assistant,
    question: str,
    stored: object,
    *,
    articles: Sequence[str] = (),
    outlets: Sequence[str] = (),
    since: str = "",
    until: str = "",
    signer: Signer | None = None,
) -> Iterator[Step]:
    """Show the question at once, then its reply; history is the earlier questions.

    ``stored`` is what the browser kept, ``since`` and ``until`` are days as they
    were typed; with a ``signer``, replies can be judged. Whatever goes wrong ends
    in a notice.
    """
    question = question.strip()
    if not question:
        empty = Abstention(question, question, AbstainReason.EMPTY_QUESTION, ())
        yield Step(notice=render_notice(empty.text))
        return
    briefing = assistant.now()
    turns = read_turns(stored, briefing)

    def show(*more: Turn) -> str:
        titled = len(briefing.articles) > 1
        return render_conversation((*turns, *more), titled=titled, judged=signer is not None)

    named = [since.strip(), until.strip()]
    days = [read_date(words) for words in named]
    for words, day in zip(named, days, strict=True):
        if words and day is None:
            yield Step(notice=render_notice(messages.say_bad_day(words)))
            return
    limits = Filters(tuple(outlets), tuple(articles), days[0], days[1])
    limited = limits.described(briefing.titles)
    yield Step(show(Turn(question, None, limited=limited)), notice="", question="")
    try:
        reply = assistant.ask(
            question,
            history=[turn.question for turn in turns],
            outlets=limits.outlets,
            articles=limits.articles,
            since=limits.since,
            until=limits.until,
        )
    except BriefingError as error:
        yield Step(show(), render_notice(messages.as_sentence(str(error))), question)
        return
    except Exception:  # noqa: BLE001 - as the next line says
        # The outermost frame of a request: the reader gets a sentence, the log the rest.
        _log.exception("a question could not be answered")
        yield Step(show(), render_notice(messages.UNEXPECTED), question)
        return
    if isinstance(reply, Abstention) and reply.reason is not AbstainReason.NOT_IN_BRIEFING:
        yield Step(show(), render_notice(reply.text))
        return
    turn = Turn(question, reply, limited=limited)
    if signer is not None:
        turn = signer.sign(turn)
    yield Step(show(turn), notice="", turns=write_turns((*turns, turn)))


def restore_conversation(assistant: Assistant, stored: object, *, judged: bool) -> str | None:
    """The conversation that the browser kept, as HTML; None where it kept none.

    Whoever asks while the page still loads must not have the reply wiped away.
    """
    briefing = assistant.now()
    turns = read_turns(stored, briefing)
    if not turns:
        return None
    return render_conversation(turns, titled=len(briefing.articles) > 1, judged=judged)
