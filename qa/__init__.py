"""Ask a news briefing; every sentence of the answer cites the exact words it rests on.

from qa import ask
print(ask("Why does this matter for Central Asia?").text)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from qa.answers import AbstainReason, Abstention, Answer, Citation, answer_json

if TYPE_CHECKING:
    from qa.assistant import Assistant

__all__ = ["AbstainReason", "Abstention", "Answer", "Assistant", "Citation", "answer_json", "ask"]


def ask(
    question: str, *, history: Sequence[str] = (), outlets: Sequence[str] = ()
) -> Answer | Abstention:
    """Ask the bundled article; see ``Assistant.ask`` for the arguments.

    The first call opens the models, once for the process.
    """
    return _bundled_assistant().ask(question, history=history, outlets=outlets)


def __getattr__(name: str) -> object:
    # ``from qa import Assistant`` works without every import of ``qa`` paying for the models.
    if name == "Assistant":
        from qa.assistant import Assistant

        return Assistant
    raise AttributeError(f"module 'qa' has no attribute {name!r}")


@cache
def _bundled_assistant() -> Assistant:
    from qa.assistant import Assistant

    return Assistant.open_bundled()
