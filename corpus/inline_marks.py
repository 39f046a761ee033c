"""A text without the marks of Markdown inside its lines: "[said](https://…)", "*Le Monde*".

Who reads a sentence aloud leaves them out, and so do the rules of attribution. The offsets
of the words that stay lead back to the original text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.brackets import ADDRESS
from corpus.spans import Span

# An address has one of these signs; "[sic](Obi)" is no link.
_LINK = re.compile(rf"!?\[(?P<words>[^\[\]]{{1,300}})\](?P<address>(?=\([^()\s]*[/.#:]){ADDRESS})")
_EMPHASIS = (
    re.compile(
        r"(?<![\w*])(?P<mark>\*{1,3})(?=[^\s*])(?P<words>[^*]{0,400}?[^\s*])(?P=mark)(?![\w*])"
    ),
    re.compile(
        r"(?<![\w_/])(?P<mark>_{1,3})(?=[^\s_])(?P<words>[^_]{0,400}?[^\s_])(?P=mark)(?![\w/])"
    ),
)
_BOLD = ("**", "__")
_EMPTY_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Unmarked:
    """The words of a text without the marks; ``kept`` are their offsets in it, None if all are.

    ``titles`` are the words that stand in italics, as titles of publications do.
    """

    text: str
    kept: Sequence[int] | None
    titles: frozenset[str]

    def span(self, original: Span) -> Span:
        """Where the words at ``original`` stand in ``text``."""
        if self.kept is None:
            return original
        start = bisect_left(self.kept, original.start)
        return Span(start, max(start, bisect_left(self.kept, original.end)))

    def original(self, span: Span) -> Span:
        """Where the words at ``span`` of ``text`` stand in the original."""
        if self.kept is None or not len(span):
            return span
        return Span(self.kept[span.start], self.kept[span.end - 1] + 1)


def without_marks(text: str) -> Unmarked:
    """``text`` without its links' addresses and the marks around linked and stressed words."""
    marks = sorted(_marks(text), key=lambda each: each.start)
    if not marks:
        return Unmarked(text, None, frozenset())
    kept: list[int] = []
    at = 0
    for mark in marks:
        kept.extend(range(at, mark.start))
        at = max(at, mark.end)
    kept.extend(range(at, len(text)))
    return Unmarked("".join(text[index] for index in kept), kept, _titles(text))


def _marks(text: str) -> Iterator[Span]:
    if "](" in text:
        for link in _LINK.finditer(text):
            yield Span(link.start(), link.start("words"))
            yield Span(link.end("words"), link.end())
    for words in _stressed(text):
        yield Span(words.start(), words.start("words"))
        yield Span(words.end("words"), words.end())


def _stressed(text: str) -> Iterator[re.Match[str]]:
    """What stands in italics or bold, within a paragraph."""
    for pattern, sign in zip(_EMPHASIS, "*_", strict=True):
        if sign in text:
            for found in pattern.finditer(text):
                if not _EMPTY_LINE.search(found["words"]):
                    yield found


def _titles(text: str) -> frozenset[str]:
    return frozenset(
        _LINK.sub(r"\g<words>", found["words"]).removeprefix("The ")
        for found in _stressed(text)
        if found["mark"] not in _BOLD and found["words"][0].isupper()
    )
