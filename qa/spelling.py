"""Slips of the pen in a question, put right by the words of the library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W\d_]{4,}")
_MIN_LETTERS = 4
_MIN_SIMILARITY = 0.78


class SpellingCorrector:
    """Corrects words that no dictionary knows to the nearest word of the library.

    ``vocabulary`` are the library's words; ``is_word`` knows general English.
    A word that either of them knows stays as it is.
    """

    def __init__(self, vocabulary: Iterable[str], *, is_word: Callable[[str], bool]) -> None:
        self._words: dict[str, str] = {}
        for word in vocabulary:
            if len(word) >= _MIN_LETTERS:
                self._words.setdefault(word.casefold(), word)
        self._keys = sorted(self._words)
        self._is_word = is_word

    def correct(self, question: str) -> str:
        """``question`` with its slips put right; the rest to the letter."""
        return _WORD.sub(self._correct_word, question)

    def _correct_word(self, match: re.Match[str]) -> str:
        word = match.group()
        key = word.casefold()
        if key in self._words or self._is_word(key) or not self._keys:
            return word
        found = process.extractOne(
            key,
            self._keys,
            scorer=OSA.normalized_similarity,
            score_cutoff=_MIN_SIMILARITY,
        )
        if found is None or found[0][0] != key[0]:
            return word
        written = self._words[found[0]]
        return written.upper() if word.isupper() else written
