"""Credits: text whose only job is to name who published what stands beside it.

"(Reuters +2 Hindustan Times)", "According to Business Standard.", a line
"Sources: AP; AFP". Here are those that are a sentence or a line as a whole;
``corpus.opening_credits`` and ``corpus.trailing_credits`` read those that
share a sentence with prose, ``corpus.reporting`` those inside its grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.brackets import (
    BRACKETED,
    is_mere_link,
    without_addresses,
    without_targets,
    words_in_bracket,
)
from corpus.bylines import read_makers
from corpus.credit_names import (
    DASHES,
    MARKS,
    MAX_CREDIT_CHARS,
    Names,
    is_unnamed_source,
    known_in,
    parse_names,
)
from corpus.datelines import read_lone_dateline
from corpus.outlets import OutletList
from corpus.plain_brackets import explains
from corpus.spans import Span
from corpus.unmarked_bylines import is_person


class Reach(StrEnum):
    """Which sentences a credit speaks for."""

    BEFORE = "before"  # the sentence that it ends
    AFTER = "after"  # the sentence that it opens
    PARAGRAPH = "paragraph"  # the paragraph above its own line
    NOTHING = "nothing"  # a by-line, a photo credit


@dataclass(frozen=True, slots=True)
class Credit:
    """A stretch of text that is a credit and nothing else."""

    span: Span
    outlets: tuple[str, ...]
    reach: Reach
    speaker: str | None = None  # "— Anna Smith" below a quotation


# "Source: Kyiv Post", "via Reuters", "First published by …"
SOURCE_WORDS = re.compile(
    r"(?:with\s+)?(?:source(?:s|\(s\))?(?:\s+text)?|via|h/t|courtesy(?:\s+of)?|credit|per|citing"
    r"|(?:as\s+)?(?:first\s+)?(?:reported|published|quoted|seen)\s+(?:by|in|on)"
    r"|originally\s+(?:published|appeared)\s+(?:by|in|on)"
    r"|(?:with\s+)?(?:agency\s+)?inputs?\s+from|(?:with\s+)?(?:reporting|material)\s+from)"
    r"\s*(?::\s*|\s)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"(?:according\s+to|as\s+per)\s+", re.IGNORECASE)
_CREDITS_ANYBODY = re.compile(r"credit|courtesy", re.IGNORECASE)
_CLOSING_QUOTES = ("”", '"', "»")
_GAP = 20  # characters of white space that may lie between a quotation and who said it
_BESIDE_REPORTER = re.compile(r"\s*[,|]\s*")
_STRESS = ("*", "_")
_EMPHASIS = re.compile(r"[*_`]+(?=\W|\w)")
_IN_BRACKETS = re.compile(r"[(\[](.*)[)\]](?:\([^()\s]*\))?\s*[.:]?", re.DOTALL)
_TWO_BRACKETS = re.compile(r"[)\]].*[(\[]", re.DOTALL)


def read_whole_credit(
    text: str, segment: Span, outlets: OutletList, *, own_line: bool
) -> Credit | None:
    """The credit that ``segment`` is as a whole, or None when it holds anything else.

    ``own_line`` says that nothing else stands on its line, so that it speaks
    for the paragraph above rather than for the sentence before.
    """
    if len(segment) > MAX_CREDIT_CHARS:
        return None
    written = segment.of(text)
    body = _EMPHASIS.sub("", written).strip(MARKS)
    inner, bracketed = _unwrap(body)
    # "By [Ada Obi](https://…)"
    named = _unwrap(without_addresses(body))[0] if "](" in body else inner
    stressed = written.startswith(_STRESS) and written.endswith(_STRESS)
    linked = _is_link(body)
    makers = read_makers(
        named,
        outlets,
        bracketed=bracketed and not linked,  # "[Map of the dues](https://…)"
        own_line=own_line,
        stressed=stressed,
    )
    if makers is not None:
        return Credit(segment, makers, Reach.NOTHING)
    listed = inner.lstrip(DASHES + " ")
    lead = SOURCE_WORDS.match(listed) or _ACCORDING.match(listed)
    if lead is not None:
        listed = listed[lead.end() :]
    dashed = body.startswith(tuple(DASHES))
    if (bracketed or dashed or lead) and is_unnamed_source(listed):
        return Credit(segment, (), Reach.NOTHING)
    if "?" in listed or "!" in listed:
        return None
    if own_line and (filed := read_lone_dateline(body, outlets)) is not None:
        return Credit(segment, filed.outlets, Reach.AFTER)
    names = parse_names(listed, outlets, alone=own_line or bracketed)
    if names is None or (not names.sound and lead and _CREDITS_ANYBODY.match(lead[0])):
        # "Sources: company filings" on a line of its own names no outlet, and is no heading.
        sourced = own_line and lead and lead[0].rstrip().endswith(":")
        return Credit(segment, known_in(listed, outlets), Reach.PARAGRAPH) if sourced else None
    if not (bracketed or dashed or lead):
        # Bare words are a credit where a known outlet is among them or, behind a
        # sentence, where they are called like a publication.
        stopped = body.endswith((".", ":")) and not own_line
        if own_line and _is_reporter_of(listed, names, outlets):
            return Credit(segment, names.outlets[1:], Reach.NOTHING)
        if not (names.known or (names.publications and stopped)):
            return None
    elif not (names.sound or lead):
        if linked:
            return None  # what a piece is called: "[Court Halts Deals](https://…)"
        if bracketed and not any(map(_may_be_unknown_outlet, names.outlets)):
            return None  # "(Applause)", "(Continued)"
        if bracketed and (explains("", inner) or _lists_unknown(inner, names.outlets)):
            return None  # "(See Old Harbour)", "(Oslo, Bergen)"
        if dashed and own_line and len(names.outlets) == 1:
            if _is_below_quotation(text, segment):
                return Credit(segment, (), Reach.PARAGRAPH, names.outlets[0])
            if is_person(names.outlets[0]):
                return Credit(segment, (), Reach.NOTHING)  # who signs an item, "— Ada Obi"
    opens = own_line and body.endswith(":") and not dashed
    beside = Reach.PARAGRAPH if own_line else Reach.BEFORE
    return Credit(segment, names.outlets, Reach.AFTER if opens else beside)


def _may_be_unknown_outlet(name: str) -> bool:
    """Whether a name that is not in the list has several words or is an abbreviation."""
    return " " in name or any(char.isupper() for char in name[1:])


def _is_reporter_of(listed: str, names: Names, outlets: OutletList) -> bool:
    """Whether a line names a person and whom she works for: "Ada Obi, Reuters"."""
    first, *others = _BESIDE_REPORTER.split(listed)
    return (
        bool(others)
        and names.known == len(names.outlets) - 1 == len(others)
        and is_person(first)
        and outlets.resolve(first) is None
    )


def _lists_unknown(inner: str, names: tuple[str, ...]) -> bool:
    """Whether commas alone list names of which none is a publisher's: they may be places."""
    return len(names) > 1 and not re.search(r"[/;|+]", inner)


def _is_below_quotation(text: str, line: Span) -> bool:
    above = text[max(0, line.start - _GAP) : line.start].rstrip()
    return above.endswith(_CLOSING_QUOTES)


def _is_link(body: str) -> bool:
    link = BRACKETED.fullmatch(body, 0, len(body.rstrip(" .:")))
    return link is not None and is_mere_link(link)


def _unwrap(body: str) -> tuple[str, bool]:
    """``body`` without the brackets around all of it, and whether there were any."""
    linked = BRACKETED.fullmatch(body, 0, len(body.rstrip(" .:")))
    if linked is not None:
        return words_in_bracket(linked).strip(MARKS), True
    body = without_targets(body)
    match = _IN_BRACKETS.fullmatch(body)
    if match and not _TWO_BRACKETS.search(match.group(1)):
        return match.group(1).strip(MARKS), True
    return body, False
