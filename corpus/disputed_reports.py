"""A report, and who disputes it: "a report by Salt, which the firm denies, has …".

What is told there is the report's; to credit it to who disputes it would turn it round. But
"the firm denied a report by Salt that …" tells the denial, of which Salt is no source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.capital_names import NAME
from corpus.lexicon import words_of
from corpus.noun_phrases import Token, read_noun_phrase
from corpus.spans import Span
from corpus.subject_phrases import end_with_name, subject_words

_DISPUTING = words_of(
    """dispute disputes disputed deny denies denied reject rejects rejected contest contests
    contested doubt doubts doubted dismiss dismisses dismissed"""
)
_REPORT_BY = re.compile(r"\b(?:report|study|survey|analysis|audit|review|estimate)\s+by\s+(?=\S)")
_WHICH = re.compile(
    rf",\s+which\s+[^,;:.]{{2,80}}?\s(?:{'|'.join(sorted(_DISPUTING))})\b[^,;:.]{{0,40}},"
)
_REFUSING = _DISPUTING | words_of(
    """denying rejecting disputing dismissing"""
)
_PRINTED = r"(?:reports?|reporting|coverage|story|stories|articles?)"
_CLAIMED = r"(?:claims?|allegations?|accusations?|accounts?|suggestions?)"
_CARRIED = r"(?:published|carried|printed|reported|aired)"
# Whose it is stands before it or behind: "a Salt report", "reports in the weekly Salt".
_OWNER = rf"(?:the\s+)?(?:(?!to\b|in\b|on\b|at\b)[\w-]+\s+){{0,3}}?{NAME}"
_REFUSED = re.compile(
    rf"\b(?i:{'|'.join(sorted(_REFUSING))})\s+(?:\w+ly\s+)?(?:as\s+\w+\s+)?"
    rf"(?:to\s+{NAME}\s+(?=an?\b|the\b))?(?P<report>(?:(?!that\b|to\b|in\b)[^\s,;:.]+\s+){{0,6}}?"
    rf"(?:(?P<printed>{_PRINTED})"
    rf"(?:(?:,\s+(?:which\s+was\s+)?(?:first\s+)?{_CARRIED}|(?:\s+{_CARRIED})?)\s+(?:by|from|in|on)"
    rf"\s+{_OWNER})?"
    rf"|{_CLAIMED}(?:\s+(?:made\s+)?(?:by|from)\s+{_OWNER})?)\b)"
)
_THAT = re.compile(r"\s+that\b")
# Whom the report rests on says no more than the report: "a Salt report, citing two aides, that".
_ASIDE = re.compile(
    r",\s+(?:citing|quoting|based\s+on|which|in\s+which)\s[^,;:.]{2,80}(?:,|(?=\.?$))"
)


def disputes(body: str, subject: Span, verb: str) -> bool:
    """Whether the subject of ``verb`` disputes what the sentence tells: ", which he denies"."""
    return verb in _DISPUTING and body[: subject.start].rstrip().endswith(", which")


def find_makers(body: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Whose the reports in ``body`` are that somebody disputes."""
    for report in _REPORT_BY.finditer(body):
        maker = read_noun_phrase(tokens, report.end())
        if maker is not None and _WHICH.match(body, maker.end):
            yield maker


def find_refused(body: str) -> tuple[Span, ...]:
    """The reports that are denied in ``body``, with whose they are: "denied a Salt report"."""
    return tuple(
        Span(refused.start("report"), _end_with_aside(body, refused))
        for refused in _REFUSED.finditer(body)
    )


def _end_with_aside(body: str, refused: re.Match[str]) -> int:
    aside = _ASIDE.match(body, refused.end()) if refused["printed"] else None
    return aside.end() if aside else refused.end()


def find_refusers(body: str, tokens: Sequence[Token]) -> Iterator[tuple[Span, str]]:
    """Who denies what the press reported, and the verb: "rejected a Salt report that …".

    A court rejects a claim, and a parliament a report, without saying anything.
    """
    told = {
        refused.start()
        for refused in _REFUSED.finditer(body)
        if refused["printed"]
        and (_THAT.match(body, end := _end_with_aside(body, refused)) or end > refused.end())
    }
    for at, token in enumerate(tokens):
        if token.start in told and (words := subject_words(tokens, at)) is not None:
            named = end_with_name(tokens, *words)
            yield Span(tokens[words[0]].start, tokens[named].end), token.low
