"""Brackets behind prose that name sources nobody has heard of: "… last year (Salt Council)."

Any bracket may close a sentence; it is a source where the article's others of that form are.
"""

from __future__ import annotations

import re

from corpus.brackets import BRACKETED, words_in_bracket
from corpus.calendar import CALENDAR_WORDS
from corpus.credit_names import WORD, parse_names
from corpus.credits import Credit, Reach
from corpus.dated_tags import is_abbreviated_source, read_dated_sources
from corpus.house_style import HouseStyle
from corpus.lexicon import words_of
from corpus.outlets import OutletList
from corpus.plain_brackets import explains
from corpus.press_words import LOWER_IN_NAMES
from corpus.spans import Span

_INSTITUTIONS = words_of(
    """council bank fund agency organization organisation institute institution university ministry
    commission committee association authority centre center programme office department bureau
    service board federation secretariat foundation society laboratory academy development un"""
)
_CLOSING = re.compile(r"[)\]][.*_]*\Z")
_NO_NAME = re.compile(r"[^\w\s.'’&-]|\d")
_NEAR = 4  # words before a bracket that it may explain
_FEWEST_TAGS = 2
_FEWEST_JOINED = 2
_MAX_WORDS = 7
_WINDOW = 240
_LONGEST_ENDING = 6  # characters: a bracket, a stop, the marks of emphasis


def read_unknown_tag(
    text: str, segment: Span, outlets: OutletList, style: HouseStyle
) -> Credit | None:
    """The bracket that closes ``segment`` and, by the article's style, names its sources."""
    tail = Span(max(segment.start, segment.end - _WINDOW), segment.end)
    closing = _CLOSING.search(text, max(tail.start, tail.end - _LONGEST_ENDING), tail.end)
    brackets = list(BRACKETED.finditer(text, tail.start, tail.end)) if closing else []
    if closing is None or not brackets or brackets[-1].end() != closing.start() + 1:
        return None
    bracket = brackets[-1]
    inner = words_in_bracket(bracket).strip()
    if bracket.start() == segment.start:
        return None
    before = text[tail.start : bracket.start()]
    named = read_dated_sources(before, inner, outlets)
    if not named and is_abbreviated_source(inner):
        alone = len(re.findall(rf"\b{re.escape(inner)}\b", text)) == 1
        named = (inner,) if alone and _is_cited(before, inner, style) else ()
    elif not named and "/" in inner:
        named = _joined_in(inner, outlets) if any("/" in tag for tag in style.tags) else ()
    elif not named and not _explains(before, inner) and len(style.tags) >= _FEWEST_TAGS:
        named = _institutions_in(inner)
    return Credit(Span(bracket.start(), segment.end), named, Reach.BEFORE) if named else None


def _joined_in(inner: str, outlets: OutletList) -> tuple[str, ...]:
    """The names that slashes join in ``inner``, one of them telling."""
    names = parse_names(inner, outlets)
    if names is None or len(names.outlets) < _FEWEST_JOINED:
        return ()
    return names.outlets if any(map(_is_telling, names.outlets)) else ()


def _is_telling(name: str) -> bool:
    """Whether a name is an abbreviation or has several words: "Paris/Rome" may be anything."""
    return " " in name or (len(name) > 1 and name.isupper())


def _institutions_in(inner: str) -> tuple[str, ...]:
    """The institutions that ``inner`` consists of: "UN Trade and Development" is one."""
    words = WORD.findall(inner)
    capitals = sum(word[0].isupper() for word in words)
    plain = all(word[0].isupper() or word in LOWER_IN_NAMES for word in words)
    if not (plain and capitals >= 2 and len(words) <= _MAX_WORDS and inner[0].isupper()):
        return ()
    if _NO_NAME.search(inner):
        return ()
    listed = re.split(r"\s+and\s+", inner)
    if all(" " in name and is_institution(name) for name in listed):
        return tuple(listed)
    return (inner,) if is_institution(inner) else ()


def is_institution(name: str) -> bool:
    """Whether ``name`` is a public body's or a learned one's, and seldom a publisher's."""
    return any(word.casefold() in _INSTITUTIONS for word in WORD.findall(name))


def _is_cited(before: str, inner: str, style: HouseStyle) -> bool:
    """Whether an abbreviation in brackets is a source of the figures in front of it.

    The words that it may abbreviate stand there otherwise, as its like do in the whole article.
    """
    in_style = style.dates_tags or len(style.tags) >= _FEWEST_TAGS
    figures = any(map(str.isdigit, before))
    return in_style and figures and not (_explains(before, inner) or explains(before, inner))


def _explains(before: str, inner: str) -> bool:
    """Whether a bracket only says what the words before it mean: "its fund (Salt Fund)".

    So it does behind a name, an abbreviation for instance.
    """
    words = WORD.findall(before)[-_NEAR:]
    month = bool(words) and words[-1].casefold() in CALENDAR_WORDS
    if not words or (words[-1][0].isupper() and not month):
        return True
    spelled = {word.casefold() for word in WORD.findall(inner) if word[0].isupper()}
    return not spelled.isdisjoint(word.casefold() for word in words)
