"""What the page asks of whoever answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from qa.answers import Abstention, Answer
from qa.briefing import Briefing


class Assistant(Protocol):
    """What the page needs of ``qa.assistant.Assistant``; its methods may run in many threads."""

    def now(self) -> Briefing: ...

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        outlets: Sequence[str] = (),
        articles: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> Answer | Abstention: ...
