"""Quoted speech: what stands between quotation marks is not the reporter's own grammar."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[“”\"«»„]")
MASK = "¤"  # no letter, no digit, no punctuation that ends a phrase


def mask_quotations(text: str) -> str:
    """``text`` with every character inside quotation marks masked; the length stays.

    A mark whose partner lies in another sentence masks up to that side of ``text``.
    """
    masked = list(text)
    opened: int | None = None
    seen = False
    for mark in _MARKS.finditer(text):
        at = mark.start()
        closing = mark.group() in "”»" or (
            mark.group() == '"' and (opened is not None or _closes(text, at))
        )
        if closing:
            if opened is not None:
                _fill(masked, opened + 1, at)
            elif not seen:
                _fill(masked, 0, at)
            opened = None
        elif opened is None:
            opened = at
        seen = True
    if opened is not None:
        _fill(masked, opened + 1, len(text))
    return "".join(masked)


def opens_quotation(text: str) -> bool:
    """Whether a quotation begins in ``text`` and does not end in it."""
    opened = False
    for mark in _MARKS.finditer(text):
        if mark.group() in "”»":
            opened = False
        elif mark.group() == '"':
            opened = not opened and not _closes(text, mark.start())
        else:
            opened = True
    return opened


def closes_quotation(text: str) -> bool:
    """Whether a quotation that began before ``text`` ends in it."""
    first = _MARKS.search(text)
    if first is None:
        return False
    return first.group() in "”»" or (first.group() == '"' and _closes(text, first.start()))


def is_quotation(text: str) -> bool:
    """Whether ``text`` is quoted speech and nothing else."""
    stripped = text.strip()
    return (
        len(stripped) > 2
        and stripped[0] in '“"«„'
        and stripped[-1] in '”"»'
        and not re.search(r"\w", mask_quotations(stripped).replace(MASK, ""))
    )


def _closes(text: str, at: int) -> bool:
    """Whether the straight mark at ``at`` stands behind a word rather than before one."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and before not in "([—–-" and not after.isalnum()


def _fill(masked: list[str], start: int, end: int) -> None:
    for index in range(start, end):
        if not masked[index].isspace():
            masked[index] = MASK
