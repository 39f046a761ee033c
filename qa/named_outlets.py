"""Outlets that a question names, and whether it asks what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.outlets import OutletList
from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """An outlet in a question: its canonical name, as written, and where.

    ``asked_of`` says that the question wants what the outlet reports, rather
    than something about it.
    """

    name: str
    written: str
    span: Span
    asked_of: bool


_SAY = (
    r"(?:say|says|said|saying|report|reports|reported|reporting|write|writes|wrote|claim|claims|claimed|note|notes|"
    r"noted|state|states|stated|mention|mentions|mentioned|argue|argues|argued|describe|describes|think|thinks|"
    r"cover|covers|covered|publish|published|call|calls|called|tell|tells|told|suggest|suggests|suggested|warn|"
    r"warns|warned|see|sees|put|puts|predict|predicts|believe|believes|contribute|contributes|contributed|add|"
    r"adds|know|knows|have|has|give|gives|quote|quotes|carry|carries|expect|expects)"
)
_AFTER = re.compile(
    rf"^(?:['’]s?)?\s*(?:(?:also|actually|itself|reportedly|have\s+to|had\s+to|really)\s+)*{_SAY}\b"
    r"|^(?:['’]s?)\s+(?:\w+\s+)?(?:report|reports|reporting|story|article|view|take|account|coverage|claim|claims|"
    r"position|analysis|piece|line|version|words)\b"
    r"|^\s+(?:report|reporting|coverage|article|piece|story)\b|^\s*\W*$",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:according\s+to|per|credited\s+to|attributed\s+to|(?:reported|published|written|said|quoted|cited|covered)\s+(?:by|in)|"
    r"(?:report|reports|reporting|article|story|claims?|quotes?|information|news|coverage|anything|something|what|have|got|comes?|is|everything|sentences?)\s+"
    r"(?:\w+\s+){0,2}?(?:by|from|in|of)|^\W*(?:from|in|by)|have\s+from|source[sd]?\s+(?:to|from)|^\W*|quoting|citing)\s*(?:the\s+)?$",
    re.I,
)
_HOLDER = re.compile(r"\b(?:of|for|at|to|with|than)\s+(?:the\s+)?$", re.I)


def find_named_outlets(
    query: str, known: OutletList, credited: Iterable[str]
) -> tuple[NamedOutlet, ...]:
    """The outlets named in ``query``: known ones, and those the library credits."""
    found = [
        (span, outlet.name)
        for span, outlet in known.find_in(query, any_case=True)
        if not outlet.is_ambiguous(span.of(query)) or span.of(query)[0].isupper()
    ]
    for name in credited:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", query, re.I):
            span = Span(*match.span())
            if not any(span.overlap(other) for other, _ in found):
                found.append((span, name))
    return tuple(
        NamedOutlet(name, span.of(query), span, _is_asked_of(query, span))
        for span, name in sorted(found)
    )


def _is_asked_of(query: str, span: Span) -> bool:
    before, after = query[: span.start], query[span.end :]
    if _BEFORE.search(before) and not re.match(r"\s+\w+\s+who\b", after):
        return True
    return _AFTER.match(after) is not None and not _HOLDER.search(before)
