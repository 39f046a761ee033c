"""A text as words and signs, each folded on its own, so that names can be compared.

A fold drops case, accents, curly quotes and full-width letters. Offsets are those of the
words in the original text, so no fold, however much it lengthens a letter, can move them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# A letter or digit with the marks and invisible joiners that follow it, or one sign.
_WORD_OR_SIGN = re.compile(
    r"(?:[^\W_][\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*)+|[^\w\s]|_", re.UNICODE
)
_SPACE_IN_A_NAME = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u0060\u00b4"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_SIGNS = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-"))

OPENING_SIGNS = frozenset("([{\"'\u201c\u00ab*_")


class FoldedWord(NamedTuple):  # a tuple, since a text makes thousands of them
    start: int
    end: int
    cased: str  # accents and odd signs folded, case kept
    folded: str  # case folded too


def fold_words(text: str) -> Iterator[FoldedWord]:
    """The words and signs of ``text``, in order; what folds to nothing is left out."""
    for match in _WORD_OR_SIGN.finditer(text):
        cased = _fold_marks(match.group())
        if cased:
            yield FoldedWord(match.start(), match.end(), cased, cased.casefold())


def _fold_marks(word: str) -> str:
    """``word`` without accents and invisible characters, quotes and dashes made plain."""
    if word.isascii():
        return "'" if word == "`" else word
    if len(word) == 1 and word in _APOSTROPHES + _DASHES:
        return word.translate(_SIGNS)
    decomposed = unicodedata.normalize("NFKD", word.translate(_SIGNS))
    return "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})


def fold_all(text: str) -> tuple[str, ...]:
    """The folded words of a name, without a possessive and signs at its end."""
    tokens = without_possessive(without_tail(list(fold_words(text))))
    return tuple(token.folded for token in tokens)


def without_tail(tokens: list[FoldedWord]) -> list[FoldedWord]:
    """``tokens`` up to the last that begins with a letter or digit."""
    end = len(tokens)
    while end and not tokens[end - 1].folded[0].isalnum():
        end -= 1
    return tokens[:end]


def without_possessive(tokens: list[FoldedWord]) -> list[FoldedWord]:
    """``tokens`` without a possessive at the end."""
    if [token.folded for token in tokens[-2:]] == ["'", "s"]:
        return tokens[:-2]
    return tokens


def without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without a leading article; "The" alone is a word."""
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def are_joined(text: str, word: FoldedWord, following: FoldedWord) -> bool:
    """Whether only white space with at most one line break lies between two words."""
    return _SPACE_IN_A_NAME.fullmatch(text, word.end, following.start) is not None
