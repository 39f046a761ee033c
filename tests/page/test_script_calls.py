"""What the page's script is given of a library that changes, and what it may bring to it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.articles import Article
from corpus.library import Library
from qa.answers import Abstention, Answer, Citation, answer_json
from qa.briefing import Briefing
from qa.desk import Desk
from qa.page import messages
from qa.page.reading_view import render_article
from qa.page.script_calls import script_calls
from qa.page.signing import Signer
from qa.page.turns import Turn, write_turns

BRIDGE = Article("bridge", "A bridge", "The bridge opened on Monday. It is long.\n")


@dataclass
class Changing:
    """A library that somebody changes right after every look at it."""

    library: Library
    change: Callable[[Library], None]
    looks: list[Briefing] = field(default_factory=list)

    def now(self) -> Briefing:
        self.looks.append(Briefing.read(self.library.articles(), passage_sentences=3))
        self.change(self.library)
        return self.looks[-1]

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
        raise AssertionError("the script asks no questions")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library.open(tmp_path / "library", create=True)
    made.add(BRIDGE)
    return made


def call(
    assistant: Changing,
    name: str,
    argument: Any,
    *,
    desk: Desk | None = None,
    signer: Signer | None = None,
) -> Any:
    calls = {function.__name__: function for function in script_calls(assistant, desk, signer)}
    return calls[name](argument)


def leave(library: Library) -> None:
    """Nobody changes anything."""


def take_out(library: Library) -> None:
    library.remove("bridge")


def replace_text(library: Library) -> None:
    library.remove("bridge")
    library.add(replace(BRIDGE, text="A ferry runs instead of it.\n"))


@pytest.mark.parametrize("change", [take_out, replace_text])
def test_an_article_is_shown_as_it_was_at_one_moment(
    library: Library, change: Callable[[Library], None]
) -> None:
    assistant = Changing(library, change)
    html = call(assistant, "open_article", "bridge")
    (briefing,) = assistant.looks
    assert html == render_article(BRIDGE, briefing.pieces["bridge"])


def test_an_article_that_was_taken_out_is_none(library: Library) -> None:
    assistant = Changing(library, leave)
    library.remove("bridge")
    assert call(assistant, "open_article", "bridge") is None
    assert call(assistant, "open_article", "no article at all") is None


SIGNER = Signer(b"of this server")


def answered(question: str) -> Turn:
    sentence = Briefing.read([BRIDGE], passage_sentences=3).sentences[0]
    cited = Citation(1, "bridge", "A bridge", sentence.span, sentence.text, None, 0.9)
    text = "The bridge opened on Monday. [1]"
    return SIGNER.sign(Turn(question, Answer(question, question, text, "Monday", (cited,), 0.8)))


def object_of(turn: Turn) -> dict[str, Any]:
    assert turn.reply is not None
    return answer_json(turn.reply)


def judge(library: Library, turns: list[Any], signer: Signer | None = SIGNER) -> str:
    asked = {"turns": turns, "good": True, "reason": None}
    told: str = call(
        Changing(library, leave), "judge_reply", asked, desk=Desk(library.folder), signer=signer
    )
    return told


def test_a_reply_of_this_server_is_kept_as_it_was_judged(library: Library) -> None:
    assert judge(library, write_turns([answered("What?"), answered("When?")])) == ""
    (kept,) = library.feedback()
    assert (kept.question, kept.history, kept.good) == ("When?", ("What?",), True)
    assert kept.answer == object_of(answered("When?"))


def test_what_a_reply_was_limited_to_is_kept_with_it(library: Library) -> None:
    limited = SIGNER.sign(replace(answered("When?"), limited="only AP"))
    assert judge(library, write_turns([limited])) == ""
    (kept,) = library.feedback()
    assert kept.answer == object_of(answered("When?")) | {"limited": "only AP"}


def test_a_limit_that_a_browser_took_away_is_told(library: Library) -> None:
    turns = write_turns([SIGNER.sign(replace(answered("When?"), limited="only AP"))])
    turns[0]["limited"] = ""
    assert judge(library, turns) == messages.CHANGED_SINCE


@pytest.mark.parametrize(
    ("key", "value"),
    [("short", "Tuesday"), ("text", "It never opened. [1]"), ("query", "Who?"), ("confidence", 1)],
)
def test_a_reply_that_a_browser_made_up_is_not_kept(
    library: Library, key: str, value: object
) -> None:
    turns = write_turns([answered("What?"), answered("When?")])
    turns[1]["reply"][key] = value
    assert judge(library, turns) == messages.CHANGED_SINCE
    assert library.feedback() == ()


def test_an_earlier_question_that_a_browser_made_up_is_not_kept(library: Library) -> None:
    turns = write_turns([answered("What?"), answered("When?")])
    turns[0]["question"] = "Who?"
    assert judge(library, turns) == messages.CHANGED_SINCE
    assert library.feedback() == ()


def test_what_was_answered_before_a_restart_is_saved_and_not_judged(library: Library) -> None:
    turns = write_turns([answered("When?")])
    assert judge(library, turns, Signer(b"of the server after it")) == messages.CHANGED_SINCE
    asked = {"turns": turns, "form": "json"}
    saved = call(Changing(library, leave), "save_conversation", asked)
    (record,) = json.loads(base64.b64decode(saved["base64"]))
    assert record["answer"] == object_of(answered("When?"))


def test_a_page_without_a_desk_keeps_nothing(library: Library) -> None:
    asked = {"turns": write_turns([answered("When?")]), "good": True, "reason": None}
    assistant = Changing(library, leave)
    assert call(assistant, "judge_reply", asked) == messages.NO_DESK
    assert call(assistant, "remove_article", "bridge") == messages.NO_DESK
    assert library.get("bridge") == BRIDGE
    assert library.feedback() == ()
