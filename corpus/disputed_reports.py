"""A report, and who disputes it: "a report by Salt, which the firm denies, has …".

What is told is the report's; to credit it to who disputes it would turn it round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.lexicon import words_of
from corpus.noun_phrases import Token, read_noun_phrase
from corpus.spans import Span

_DISPUTING = words_of(
    """dispute disputes disputed deny denies denied reject rejects rejected contest contests
    contested doubt doubts doubted dismiss dismisses dismissed"""
)
_REPORT_BY = re.compile(r"\b(?:report|study|survey|analysis|audit|review|estimate)\s+by\s+(?=\S)")
_WHICH = re.compile(
    rf",\s+which\s+[^,;:.]{{2,80}}?\s(?:{'|'.join(sorted(_DISPUTING))})\b[^,;:.]{{0,40}},"
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
