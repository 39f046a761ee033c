"""What Gradio keeps of each session of the page, made quickly and for a bounded number.

Gradio lists the properties of every component anew for each session. Whoever
calls ``/ask`` without naming a session is a new one at every call: that list was
half of what the page itself did for an answer, and stayed in memory for each of
the last 10,000. The list is the same for all until something changes in it, so
it is made once and copied.
"""

from __future__ import annotations

from copy import copy

from gradio import Blocks
from gradio.state_holder import SessionState, StateHolder

KEPT_SESSIONS = 500
"""Of how many sessions Gradio's own state is kept; conversations are kept by the browsers."""


class CopiedSessions(StateHolder):
    """The sessions of one page, each begun as a copy of the first."""

    def __init__(self, page: Blocks) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.set_blocks(page)

    def set_blocks(self, blocks: Blocks) -> None:
        super().set_blocks(blocks)
        self.capacity = KEPT_SESSIONS
        self._first = SessionState(blocks)

    def __getitem__(self, session_id: str) -> SessionState:
        if session_id not in self.session_data:
            self.session_data[session_id] = self._begin()
        return super().__getitem__(session_id)

    def _begin(self) -> SessionState:
        session = copy(self._first)
        session.blocks_config = copy(self.blocks.default_config)
        # A session writes into what it holds of a component, so each gets its own.
        session.config_values = {
            number: {
                name: dict(value) if isinstance(value, dict) else value
                for name, value in held.items()
            }
            for number, held in self._first.config_values.items()
        }
        session.state_data = {}
        session._state_ttl = {}
        return session
