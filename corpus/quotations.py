"""Quoted speech: what stands between quotation marks is not the reporter's own grammar."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[“”\"«»„]")
MASK = "¤"  # no letter, no digit, no punctuation that ends a phrase
_SINGLE = re.compile(r"['‘’]")
# A single mark that opens a quotation, and no apostrophe: "'90s", "rock 'n' roll", "'tis".
_OPENS = re.compile(
    r"(?<![^\s(\[—–“\"-])(?:(?<!\w)['‘])(?!\d0s\b|n['’]|(?:tis|twas|em|til|cause|bout)\b)"
    r"(?=[\w$€£…])",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"(?<=\S)['’](?!\w)")
_ENDING = frozenset(",.!?…;:—–")
# "The U.S.' allies", "Warner Bros.' lawyers": the stop is the name's.
_ABBREVIATED = re.compile(r"(?:\b\w|\b(?:bros|inc|co|ltd|corp|jr|sr|st))\.$", re.IGNORECASE)


def mask_quotations(text: str) -> str:
    """``text`` with every character inside quotation marks masked; the length stays.

    A mark whose partner lies in another sentence masks up to that side of ``text``.
    """
    text = double_marks(text)
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


def double_marks(text: str) -> str:
    """``text`` with single quotation marks made double; the length stays.

    An apostrophe behind a word ("the farmers' hens") looks like a mark that closes: where
    one stands behind a comma or the like, that is it; else one that is behind no "s".
    """
    if _MARKS.search(text) or not _SINGLE.search(text):
        return text  # single marks between double ones quote within a quotation
    changed = list(text)
    openings = [mark.start() for mark in _OPENS.finditer(text)]
    at = 0  # behind the last mark that was settled
    for number, opening in enumerate(openings):
        if opening < at:
            continue
        limit = openings[number + 1] if number + 1 < len(openings) else len(text)
        closings = [mark.start() for mark in _CLOSES.finditer(text, opening + 1, limit)]
        sure = [one for one in closings if _surely_closes(text, one)]
        plain = [one for one in closings if text[one - 1] not in "sS"]
        before = text[:opening].rstrip()
        curly = text[opening] == "‘" and before[-1:] in (",", ":", "—", "–")
        if closings or not before or curly:
            changed[opening] = "“"
        if closings:
            at = (sure or plain or closings[-1:])[0]
            changed[at] = "”"
    first = next((mark.start() for mark in _CLOSES.finditer(text)), None)
    if first is not None and "“" not in changed and text[first - 1] in _ENDING:
        # Of a quotation that began in an earlier sentence.
        changed[first] = "”" if _surely_closes(text, first) else changed[first]
    return "".join(changed)


def _surely_closes(text: str, at: int) -> bool:
    """Whether the mark at ``at`` stands at a comma, a stop or the like, and is no plural's."""
    if text[at - 1] in _ENDING:
        return _ABBREVIATED.search(text[:at]) is None
    return text[at + 1 : at + 2] in (*_ENDING, "")


def opens_quotation(text: str) -> bool:
    """Whether a quotation begins in ``text`` and does not end in it."""
    opened, text = False, double_marks(text)
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
    text = double_marks(text)
    first = _MARKS.search(text)
    if first is None:
        return False
    return first.group() in "”»" or (first.group() == '"' and _closes(text, first.start()))


def is_quotation(text: str) -> bool:
    """Whether ``text`` is quoted speech and nothing else."""
    stripped = double_marks(text.strip())
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
