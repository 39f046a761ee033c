"""Questions for all the numbers or dates of a text: "what are the key figures?", "the timeline"."""

from __future__ import annotations

import re

from corpus.calendar import WEEKDAYS, names_month
from corpus.numerals import IN_WORDS, SCALES
from qa.question_frames import HOLDER
from qa.read_questions import as_asked
from qa.understanding import Form

_MAX_READ = 200
_TEXT = rf"(?:the|this|that)\s+(?:news\s+)?{HOLDER}"
_KEY = (
    r"(?:(?:all|any|the|key|main|major|most\s+important|important|biggest|central|exact|hard|"
    r"specific|relevant)\s+)*"
)
_WHERE = (
    rf"(?:\s+are|\s+(?:are\s+)?(?:there|given|mentioned|named|cited|stated|in|here|used|listed)"
    rf"(?:\s+(?:in\s+)?(?:{_TEXT}|here|it))?|\s+(?:does|do)\s+(?:{_TEXT}|it)\s+"
    r"(?:give|mention|name|cite|state|contain|list|use))?"
)
_SHOW = (
    r"(?:(?:list|show|give|name|collect)\s+(?:me\s+|us\s+)?|what(?:['’]s|\s+is|\s+are)\s+|"
    r"which\s+|what\s+)?"
)
_KINDS = (
    (
        Form.NUMBER,
        r"(?:numbers|figures|statistics|stats|amounts|sums|percentages|data\s+points)"
        r"(?:\s+and\s+(?:numbers|figures|statistics|percentages))?",
    ),
    (Form.DATE, r"(?:dates|days\s+and\s+dates|timeline|chronology|sequence\s+of\s+events)"),
)
_ASKED = tuple(
    (form, re.compile(rf"^\W*{_SHOW}(?:an?\s+)?{_KEY}{noun}{_WHERE}\W*$", re.I))
    for form, noun in _KINDS
)
_YEAR = r"\b(?:1[0-9]|20)\d{2}s?\b"
_DATED = re.compile(rf"{_YEAR}|\b(?:{'|'.join(WEEKDAYS)})s?\b", re.I)
_CLOCK = r"\b\d{1,2}(?:[:.]\d{2})?\s?(?:a\.?m|p\.?m)\b\.?"
# What is left of a sentence without its dates.
_DATES = re.compile(
    rf"{_YEAR}|{_CLOCK}|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?=[^\W\d_]{{3}})", re.I
)
_COUNTED = re.compile(rf"\d|\b(?!one\b)(?:{IN_WORDS}|(?:{'|'.join(SCALES)})s)\b", re.I)


def values_asked(question: str) -> Form | None:
    """``Form.NUMBER`` or ``Form.DATE`` where ``question`` wants all of a text's; else None."""
    asked = as_asked(question)[:_MAX_READ]
    return next((form for form, pattern in _ASKED if pattern.match(asked)), None)


def holds_value(text: str, form: Form) -> bool:
    """Whether ``text`` holds a date, or for ``Form.NUMBER`` a number that is none."""
    if form is Form.DATE:
        return _DATED.search(text) is not None or names_month(text)
    return _COUNTED.search(_DATES.sub(" ", text)) is not None
