"""Signatures on replies: which of those that a browser brings back were given by this server.

What a reader judges becomes a gold question in the end, so nobody shall be able to hand in
a reply that no question got.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field, replace

from qa.page.turns import Turn, write_turns


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs turns, and knows its own signatures; another one's are strange to it."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def sign(self, turn: Turn) -> Turn:
        """``turn`` with its signature."""
        return replace(turn, signature=self._signature_of(turn))

    def has_signed(self, turn: Turn) -> bool:
        """Whether ``turn`` bears its signature and nothing of it has changed since, times apart."""
        return hmac.compare_digest(
            turn.signature.encode("utf-8", "replace"), self._signature_of(turn).encode()
        )

    def _signature_of(self, turn: Turn) -> str:
        reply = None if turn.reply is None else replace(turn.reply, timings_ms={})
        written = json.dumps(
            write_turns([replace(turn, reply=reply, signature="")]), sort_keys=True
        )
        return hmac.new(self.key, written.encode(), hashlib.sha256).hexdigest()
