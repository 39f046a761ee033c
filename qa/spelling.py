"""Slips of the pen in a question, put right by the words of the library.

A word that anybody knows stays; so does one derived from a known word
("Icelandic"), and so does a name, unless it is one letter away from a name
of the library. What is left is taken for a slip if a known word is near
enough. English at large offers too many neighbours: "summarise" would be a
"submarine". A word of four letters that is shaped
as one is not put right by another letter in its place: "jabs" is no slip for "jobs".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from qa.function_slips import function_word_of

_WORD = re.compile(r"(?<![\w’'.@/-])[^\W\d_]{2,40}(?![\w@/])")
_DOUBLED = re.compile(r"(.)\1+")
_MIN_LETTERS = 4
_SHORT = 4
_VOWELS = frozenset("aeiouy")
# A question with more unknown words than this is no English with slips in it.
_MAX_UNKNOWN = 40
# What English, and the names of peoples, add to a word.
_SUFFIXES = [
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "or",
    "ors",
    "ly",
    "al",
    "ally",
    "ism",
    "isms",
    "ist",
    "ists",
    "ness",
    "less",
    "ful",
    "fully",
    "ment",
    "ments",
    "able",
    "ible",
    "ity",
    "ies",
    "y",
    "ize",
    "ise",
    "izes",
    "ises",
    "ized",
    "ised",
    "izing",
    "ising",
    "ization",
    "isation",
    "i",
    "is",
    "ia",
    "ian",
    "ians",
    "an",
    "ans",
    "ese",
    "ish",
    "n",
    "ns",
    "ic",
    "ical",
    "ically",
    "ship",
    "ships",
    "hood",
    "like",
    "wise",
]
_PREFIXES = (
    "non",
    "anti",
    "pre",
    "post",
    "re",
    "un",
    "de",
    "dis",
    "mis",
    "over",
    "under",
    "inter",
    "multi",
    "sub",
    "super",
    "pro",
    "co",
    "cyber",
    "counter",
    "trans",
    "micro",
    "geo",
    "euro",
    "mid",
)


class SpellingCorrector:
    """Corrects words that no dictionary knows to the nearest word of the library.

    Args:
        vocabulary: gives the library's words, as written; asked when the first
            word is met that English at large does not have.
        is_word: whether general English, in lower case, has a word.
        english: gives words that show how English words begin and end, beside
            the library's; asked once, when a short word is unknown.
    """

    def __init__(
        self,
        vocabulary: Callable[[], Iterable[str]],
        *,
        is_word: Callable[[str], bool],
        english: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._vocabulary = vocabulary
        self._english = english
        self._is_word = is_word

    def correct(self, question: str) -> str:
        """``question`` with its slips put right; the rest to the letter."""
        unknown = 0

        def correct_word(match: re.Match[str]) -> str:
            nonlocal unknown
            word = match.group()
            key = word.casefold()
            if (meant := function_word_of(question, match)) is not None:
                return _cased_like(word, meant)
            if len(key) < _MIN_LETTERS or self._knows(key):
                return word
            unknown += 1
            if unknown > _MAX_UNKNOWN:
                return word
            return self._nearest(word, key, opens=not question[: match.start()].strip(" \"'“‘¿(["))

        return _WORD.sub(correct_word, question)

    @cached_property
    def _library(self) -> _LibraryWords:
        return _LibraryWords.read(self._vocabulary())

    def _knows(self, key: str) -> bool:
        if self._is_base(key) or self._is_base(_without_accents(key)):
            return True
        stems = (key, key[:-1]) if key[-1] == "e" else (key,)
        if any(
            self._is_base(stem + ending) for stem in stems for ending in ("s", "d", "ed", "ing")
        ):
            return True
        if any(self._is_base(base) for base in _bases(key)):
            return True
        return any(
            key.startswith(prefix)
            and len(key) - len(prefix) >= 4
            and self._is_base(key[len(prefix) :])
            for prefix in _PREFIXES
        )

    def _is_base(self, base: str) -> bool:
        return self._is_word(base) or base in self._library.written

    def _refusal(self, key: str) -> Callable[[str], bool] | None:
        """What ``key`` was not meant to be, though it is near.

        Among words so short, one letter for another makes more words than slips;
        a name of the library is meant all the same.
        """
        if not self._is_shaped_as_short_word(key):
            return None
        return lambda other: other not in self._library.names and _is_substitution(key, other)

    def _is_shaped_as_short_word(self, key: str) -> bool:
        """Whether ``key`` has four letters, a vowel among them, and begins and ends as words do."""
        return (
            len(key) == _SHORT
            and not _VOWELS.isdisjoint(key)
            and key[:2] in self._shapes[0]
            and key[-2:] in self._shapes[1]
        )

    @cached_property
    def _shapes(self) -> tuple[frozenset[str], frozenset[str]]:
        """The two letters with which words begin, and those with which they end."""
        known = (*self._library.plain, *self._english())
        words = [word for word in known if len(word) >= _MIN_LETTERS]
        return frozenset(word[:2] for word in words), frozenset(word[-2:] for word in words)

    def _nearest(self, word: str, key: str, *, opens: bool) -> str:
        """The word that ``word`` was meant to be; itself if none is near enough."""
        looks_like_name = word[0].isupper() and not word.isupper() and not opens
        found = self._library.neighbours.find(key, most=_most_slips(key), refuse=self._refusal(key))
        if found is None:
            return word
        meant, slips = found
        is_name = meant in self._library.names
        if looks_like_name and not (is_name or slips == 1):
            return word
        allowed = 1 if looks_like_name and len(key) < 8 else _most_slips(key)
        if is_name and not word.isupper() and len(key) < 6:
            allowed = 1
        if slips > allowed:
            return word
        written = self._library.written[meant]
        return written if is_name and not word.isupper() else _cased_like(word, written)


@dataclass(frozen=True, slots=True)
class _LibraryWords:
    """The words of a library, in lower case: ``plain`` ones, and those that are only names."""

    written: dict[str, str]  # as the library writes them, without capitals where it can
    names: frozenset[str]
    plain: frozenset[str]
    neighbours: _Neighbours

    @classmethod
    def read(cls, vocabulary: Iterable[str]) -> _LibraryWords:
        written: dict[str, str] = {}
        names: set[str] = set()
        plain: set[str] = set()
        for word in sorted(vocabulary):  # capitals first: the order of a set decides nothing
            folded = word.casefold()
            (names if word[:1].isupper() else plain).add(folded)
            if word[:1].islower() or folded not in written:
                written[folded] = word
        near = _Neighbours(word for word in written if len(word) >= _MIN_LETTERS)
        return cls(written, frozenset(names - plain), frozenset(plain), near)


class _Neighbours:
    """Words by first letter and length, so that a slip is compared with few of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._buckets: dict[tuple[str, int], list[str]] = {}
        for word in dict.fromkeys(words):
            self._buckets.setdefault((word[0], len(word)), []).append(word)

    def find(
        self, key: str, *, most: int, refuse: Callable[[str], bool] | None = None
    ) -> tuple[str, int] | None:
        """The nearest word with the same first letter and its distance, at most ``most`` edits.

        A swap of neighbouring letters is one edit. Of equals, the one that is a letter
        doubled or not, or a swap, away, then the one of equal length, then the earlier.
        """
        candidates: Sequence[str] = [
            word
            for length in sorted(
                range(len(key) - most, len(key) + most + 1), key=lambda n: abs(n - len(key))
            )
            for word in self._buckets.get((key[0], length), ())
        ]
        if refuse is not None:
            candidates = [word for word in candidates if not refuse(word)]
        near = process.extract(
            key, candidates, scorer=OSA.distance, score_cutoff=most, limit=None
        )
        if not near:
            return None
        word, distance, _ = min(near, key=lambda found: (found[1], not _is_usual(key, found[0])))
        return word, int(distance)


def _is_usual(key: str, word: str) -> bool:
    """Whether ``key`` is what ``word`` is most often typed as: "coper", "acord", "wrold"."""
    return _with_single_letters(key) == _with_single_letters(word) or (
        len(key) == len(word) and sorted(key) == sorted(word)
    )


def _with_single_letters(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


def _is_substitution(key: str, word: str) -> bool:
    return len(key) == len(word) and sum(a != b for a, b in zip(key, word, strict=True)) == 1


def _most_slips(key: str) -> int:
    return 2 if len(key) >= 8 else 1


def _bases(key: str) -> Iterable[str]:
    """Words that ``key`` may be derived from, and its other spelling.

    They have four letters or more, or three where it is their plural.
    """
    if len(key) == _SHORT and key.endswith("s"):
        yield key[:-1]
    for british, american in (
        ("is", "iz"),
        ("our", "or"),
        ("yse", "yze"),
        ("ence", "ense"),
        ("re", "er"),
        ("ll", "l"),
        ("ae", "e"),
    ):
        if american in key:
            yield key.replace(american, british)
        # "Travelling" has two where "traveling" has one, and "centrall" is a slip.
        if british in key and not (british == "ll" and key.endswith("ll")):
            yield key.replace(british, american)
    for suffix in _SUFFIXES:
        if key.endswith(suffix) and len(base := key[: -len(suffix)]) >= 4:
            yield base
            yield base + "e"
            if base[-1] == base[-2]:
                yield base[:-1]
            if base[-1] == "i":
                yield base[:-1] + "y"


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _cased_like(word: str, meant: str) -> str:
    if word.isupper() and len(word) > 1:
        return meant.upper()
    return meant[:1].upper() + meant[1:] if word[0].isupper() else meant
