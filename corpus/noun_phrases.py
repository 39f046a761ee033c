"""The words of a sentence, and the noun phrase that begins at one of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.acronyms import is_acronym
from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import (
    ALSO_WORDS,
    DANGLING,
    FINITE_VERBS,
    MAY_BE_FINAL,
    NEVER_FINAL,
    PHRASE_ENDS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    TAKE_TO,
    TIME_NOUNS,
    TIME_PREPOSITIONS,
)
from corpus.spans import Span

MAX_PHRASE_WORDS = 12

_TOKEN = re.compile(
    r"\d+(?:,\d{3})+(?![\w,])"
    r"|[\w$€£¤][\w$€£¤.&/%-]*(?:[’'][\w]+(?:-[\w]+)*|(?<=s)[’'](?=\s))*"
    r"|[^\w\s]"
)
_INITIALS = re.compile(r"(?:\w\.)+\w")
_WORD_SIGNS = "$€£¤"
_WITH_STOP = (NEVER_FINAL | MAY_BE_FINAL) - ALSO_WORDS
_LOOKAHEAD = 24  # tokens; longer than any phrase with its signs
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_ARTICLES = PREPOSITIONS | {"and", "or", "&", "both", "all", "half", "than", "not", "to"}
# A name before these is no subject.
_BEHIND_NAMES = frozenset({"that", "on", "last", "this", "earlier", "in", "which", "whether"})
_POSSESSIVES = frozenset({"a", "an", "its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign; offsets are the sentence's.

    ``low`` is the word in lower case, but for initials that are words as well.
    """

    start: int
    end: int
    low: str
    capital: bool = False  # whether it begins with one

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum() or self.low[0] in _WORD_SIGNS


def split_tokens(body: str) -> tuple[Token, ...]:
    """The words and signs of ``body``; the stop of an abbreviation is part of its word."""
    return tuple(_tokens(body))


def _tokens(body: str) -> Iterator[Token]:
    shouted = body.isupper()
    for match in _TOKEN.finditer(body):
        start, end = match.span()
        word = match.group()
        bare = word.rstrip(".-/")
        if bare and bare != word and not _keeps_stop(bare):
            end = start + len(bare)
            yield Token(start, end, _in_lists(bare, shouted=shouted), body[start].isupper())
            yield Token(end, end + 1, body[end])
        else:
            yield Token(start, end, _in_lists(word, shouted=shouted), body[start].isupper())


def _in_lists(word: str, *, shouted: bool) -> str:
    """``word`` as word lists have it; "WHO" among small letters is a body, and no pronoun."""
    return word if not shouted and is_acronym(word) else word.casefold()


def _keeps_stop(bare: str) -> bool:
    low = bare.casefold()
    return (
        low in _WITH_STOP
        or (len(bare) == 1 and bare.isupper())
        or _INITIALS.fullmatch(bare) is not None
    )


def read_noun_phrase(tokens: Sequence[Token], start: int) -> Span | None:
    """The noun phrase that begins at offset ``start``: up to punctuation, a clause or a time."""
    first = bisect_left(tokens, start, key=lambda token: token.start)
    ahead = tokens[first : first + _LOOKAHEAD]
    kept: list[Token] = []
    for index, token in enumerate(ahead):
        if token.low == "*" and all(word.low in _ARTICLES for word in kept):
            continue  # emphasis around a name
        if not token.is_word and token.low != "&":
            break
        if kept and _ends_phrase(token, kept[-1], ahead[index + 1 :]):
            break
        if len(kept) >= MAX_PHRASE_WORDS and not _is_in_name(token, kept[-1], ahead[index + 1 :]):
            break
        kept.append(token)
    while kept and kept[-1].low in DANGLING:
        kept.pop()
    return Span(kept[0].start, kept[-1].end) if kept else None


def _is_in_name(token: Token, before: Token, ahead: Sequence[Token]) -> bool:
    """Whether a name goes on with ``token``: "the Iran Travel and Tourism Organization"."""
    if not before.capital:
        return before.low == "and" and token.capital
    return token.capital or (token.low == "and" and bool(ahead) and ahead[0].capital)


def _ends_phrase(token: Token, before: Token, ahead: Sequence[Token]) -> bool:
    """Whether ``token`` goes on with the sentence rather than with the phrase."""
    low = token.low
    if low in PHRASE_ENDS or low in CALENDAR_WORDS:
        return True
    if low in PRONOUNS:
        return True
    if low in _ARTICLES and not (token.capital or before.capital):
        return before.low not in _BEFORE_ARTICLES
    if low in TIME_PREPOSITIONS and _is_time(ahead[0].low if ahead else ""):
        return True
    if low in SAYING and low.endswith(("ed", "said", "says", "told", "wrote")):
        return True
    if low == "to":
        return before.low not in TAKE_TO
    if low == "and" and before.capital and _is_name_alone(ahead):
        return False
    return low == "and" and _clause_ahead(ahead[:7])


def _is_name_alone(tokens: Sequence[Token]) -> bool:
    """Whether a name stands at the head of ``tokens`` that does nothing: "and CNN that …"."""
    at = 1 if tokens and tokens[0].low == "the" and not tokens[0].capital else 0
    first = at
    while at < len(tokens) and tokens[at].is_word and tokens[at].capital and (
        tokens[at].low not in CALENDAR_WORDS
    ):
        at += 1
    behind = tokens[at].low if at < len(tokens) else "."
    return at > first and behind in _BEHIND_NAMES


def _is_time(word: str) -> bool:
    """Whether a preposition before ``word`` says when or on what occasion."""
    return (
        word in CALENDAR_WORDS or word[:1].isdigit() or word in _POSSESSIVES or word in TIME_NOUNS
    )


def _clause_ahead(tokens: Iterable[Token]) -> bool:
    for token in tokens:
        if not token.is_word:
            return False
        if token.low in FINITE_VERBS:
            return True
    return False
