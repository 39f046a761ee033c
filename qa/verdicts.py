"""Why a reply was no good, in the words that a user chooses from."""

from __future__ import annotations

SHOULD_BE_SILENT = "should have been silent"

#: Of an answer, and of silence.
REASONS = ("wrong passage", "wrong outlet", SHOULD_BE_SILENT)
REASONS_OF_SILENCE = ("should have answered",)
