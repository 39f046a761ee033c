"""What Gradio keeps of each session of the page, made quickly and kept small.

Gradio lists the properties of every component anew for each session. Whoever
calls ``/ask`` without naming a session is a new one at every call: that list was
half of what the page itself did for an answer, and 54 KB of it stayed in memory
for each of the last 10,000 calls. The list is the same for all until something
changes in it, so it is made once, and a session copies what it looks at.

All of that is Gradio's private matter, which any release may change:
``can_copy_sessions`` tells whether it is still as it is known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from gradio import Blocks
from gradio.state_holder import SessionState, StateHolder

_Properties = dict[str, Any]

# All that a session holds. What is not copied on purpose would be shared by all sessions.
_OF_A_SESSION = {
    "blocks_config", "config_values", "state_data", "is_closed", "_state_ttl",
    "STATE_TTL_WHEN_CLOSED",
}  # fmt: skip


def can_copy_sessions(page: Blocks) -> bool:
    """Whether this Gradio keeps what ``CopiedSessions`` knows to copy, and nothing besides."""
    if not hasattr(page, "default_config"):
        return False
    kept = vars(StateHolder())  # type: ignore[no-untyped-call]
    return "session_data" in kept and set(vars(SessionState(page))) == _OF_A_SESSION


class CopiedSessions(StateHolder):
    """The sessions of one page, each begun as a copy of the first."""

    def __init__(self, page: Blocks) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.set_blocks(page)

    def set_blocks(self, blocks: Blocks) -> None:
        super().set_blocks(blocks)
        self._first = SessionState(blocks)

    def __getitem__(self, session_id: str) -> SessionState:
        if session_id not in self.session_data:
            self.session_data[session_id] = self._begin()
        return super().__getitem__(session_id)

    def _begin(self) -> SessionState:
        session = copy(self._first)
        session.blocks_config = copy(self.blocks.default_config)
        session.config_values = _CopiedOnUse(self._first.config_values)
        session.state_data = {}
        session._state_ttl = {}
        return session


class _CopiedOnUse(dict[int, _Properties]):
    """What a session holds of each component: the first session's, until it is looked at.

    Gradio writes into what it looks up here, a property of a component at most.
    """

    def __init__(self, first: Mapping[int, _Properties]) -> None:
        super().__init__(first)
        self._shared = set(first)

    def __getitem__(self, number: int) -> _Properties:
        held = super().__getitem__(number)
        if number in self._shared:
            held = {
                name: dict(value) if isinstance(value, dict) else value
                for name, value in held.items()
            }
            self[number] = held
        return held

    def __setitem__(self, number: int, held: _Properties) -> None:
        self._shared.discard(number)
        super().__setitem__(number, held)
