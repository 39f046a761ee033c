"""What the page's script may ask of the server, beside questions."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from corpus.errors import BriefingError
from corpus.library import Feedback
from qa.answers import answer_json
from qa.export import Exchange, export_conversation
from qa.page import messages
from qa.page.answering import Assistant
from qa.page.reading_view import render_article
from qa.page.signing import Signer
from qa.page.turns import KEPT_TURNS, read_turns
from qa.verdicts import REASONS, REASONS_OF_SILENCE

if TYPE_CHECKING:
    from qa.desk import Desk


def script_calls(
    assistant: Assistant, desk: Desk | None, signer: Signer | None
) -> list[Callable[..., Any]]:
    """The functions, which the script calls by their names; without ``desk`` nothing changes.

    Only replies that ``signer`` has signed are judged.
    Each takes one argument, for no more is handed on: what needs several gets an object.
    """

    def open_article(article_id: str) -> str | None:
        """The article as HTML, None where it has been taken out of the library."""
        briefing = assistant.now()
        article = briefing.by_id.get(article_id)
        return None if article is None else render_article(article, briefing.pieces[article_id])

    def save_conversation(asked: dict[str, Any]) -> dict[str, Any]:
        exchanges = [
            Exchange(turn.question, turn.reply, turn.limited)
            for turn in read_turns(asked["turns"], assistant.now())
            if turn.reply is not None
        ]
        export = export_conversation(exchanges, asked["form"])
        return {
            "name": export.name,
            "mime": export.mime,
            "base64": base64.b64encode(export.data).decode("ascii"),
            "left_out": len(asked["turns"]) - len(exchanges),
        }

    def remove_article(article_id: str) -> str:
        """An error as a sentence, nothing where it went well."""
        if desk is None:
            return messages.NO_DESK
        try:
            desk.remove(article_id)
        except BriefingError as error:
            return messages.as_sentence(str(error))
        return ""

    def judge_reply(asked: dict[str, Any]) -> str:
        """An error as a sentence, nothing where it went well."""
        if desk is None or signer is None:
            return messages.NO_DESK
        turns, reason = read_turns(asked["turns"], assistant.now()), asked["reason"]
        if len(turns) != len(asked["turns"][-KEPT_TURNS:]) or not all(
            map(signer.has_signed, turns)
        ):
            return messages.CHANGED_SINCE
        if not turns or turns[-1].reply is None:
            return messages.NO_DESK
        *earlier, last = turns
        assert last.reply is not None  # as was looked at above
        if reason is not None and reason not in (*REASONS, *REASONS_OF_SILENCE):
            return messages.NO_DESK
        feedback = Feedback(
            good=bool(asked["good"]),
            reason=reason,
            question=last.question,
            history=tuple(turn.question for turn in earlier),
            answer=answer_json(last.reply) | ({"limited": last.limited} if last.limited else {}),
        )
        try:
            desk.keep_feedback(feedback)
        except BriefingError as error:
            return messages.as_sentence(str(error))
        return ""

    return [open_article, save_conversation, remove_article, judge_reply]
