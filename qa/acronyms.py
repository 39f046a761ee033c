"""Names that a question abbreviates and the library writes out, and the other way round.

Initials stand for a name if they are those of its capitalised words: "UAE" for
"United Arab Emirates", "IUCN" for "International Union for Conservation of
Nature". What the library writes as the question does stays, and so do initials
that fit several of its names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from corpus.lexicon import FUNCTION_WORDS

_FEWEST, _MOST = 3, 7  # letters; two fit too many names
_INITIALS = re.compile(
    rf"(?<![\w.&-])(?:(?:[A-Z]\.){{{_FEWEST},{_MOST}}}|[A-Z]{{{_FEWEST},{_MOST}}}(?![\w-]))"
)
_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w-]*"
_LINK = r"(?:(?:of|for|the|on|in|to|de|du|des|la|del|&)\s)"
_NAME = re.compile(
    rf"(?<![\w’'-]){_CAPITALISED}(?:\s{_LINK}{{0,2}}{_CAPITALISED}){{1,{2 * _MOST}}}(?![\w-])"
)


class Acronyms:
    """Reads the initials in a question by the names of a library, which it looks through once.

    Threads may race to do so. ``vocabulary`` are the library's words, as written.
    """

    def __init__(self, texts: Iterable[str], vocabulary: frozenset[str]) -> None:
        self._texts = tuple(texts)
        self._vocabulary = vocabulary

    def read(self, question: str) -> str:
        """``question`` with the names as the library writes them; the rest to the letter."""
        if question.isupper():
            return question  # where all is capitals, none of it need be initials
        return _NAME.sub(self._shorten, _INITIALS.sub(self._spell_out, question))

    def _spell_out(self, match: re.Match[str]) -> str:
        letters = match.group().replace(".", "")
        if letters in self._vocabulary:
            return match.group()
        names = self._names.get(letters, frozenset())
        return next(iter(names)) if len(names) == 1 else match.group()

    def _shorten(self, match: re.Match[str]) -> str:
        words = match.group().split()
        # "Does the World Food Programme" opens a question, and its name further on.
        first = next((i for i, word in enumerate(words) if not _opens(word)), len(words))
        name = " ".join(words[first:])
        letters = _initials_of(name)
        written = letters in self._vocabulary and _FEWEST <= len(letters) <= _MOST
        if not written or name in self._names.get(letters, ()):
            return match.group()
        return " ".join((*words[:first], letters))

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        """The library's names by their initials."""
        found: dict[str, set[str]] = {}
        for text in self._texts:
            for match in _NAME.finditer(text):
                words = match.group().split()
                name = " ".join(words[1:] if _opens(words[0]) else words)
                letters = _initials_of(name)
                if _FEWEST <= len(letters) <= _MOST:
                    found.setdefault(letters, set()).add(name)
        return {letters: frozenset(names) for letters, names in found.items()}


def _opens(word: str) -> bool:
    return word.casefold() in FUNCTION_WORDS


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
