"""Names in capitals that are function words in small letters: "the WHO", "US tariffs"."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.lexicon import words_of

_LIKE_WORDS = words_of("WHO US IT IS")


def is_acronym(word: str) -> bool:
    """Whether ``word``, as it is written, is a name though it reads like a function word."""
    return word in _LIKE_WORDS


def fold_words(words: Sequence[str]) -> list[str]:
    """``words`` in small letters, but for the names among them.

    Next to other words in capitals they are words: "WHO PAYS FOR IT". "A" and "I" say nothing.
    """
    return [
        word if is_acronym(word) and not _is_shouted(words, at) else word.casefold()
        for at, word in enumerate(words)
    ]


def _is_shouted(words: Sequence[str], at: int) -> bool:
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return any(len(word) > 1 and word.isupper() and not is_acronym(word) for word in beside)
