"""Finding by words: BM25 (Robertson and Zaragoza 2009) over stemmed English."""

from __future__ import annotations

import json
import logging
import re
import threading
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import Stemmer
from numpy.typing import NDArray

# Tuned on a sample of SQuAD 1.1 train by tests/benchmarks/fusion.py --tune.
K1 = 0.9
B = 0.75

_FUNCTION_WORDS = (
    "a an and are as at be but by for if in into is it no not of on or such "
    "that the their then there these they this to was will with"
)
# Words that shape a question and are not its subject. On SQuAD 1.1 train, to
# drop them raises RR@10 of BM25 from 0.832 to 0.843.
_QUESTION_WORDS = (
    "what which who whom whose when where why how do does did has have had "
    "were can could would should many much"
)
_STOP_WORDS = frozenset(f"{_FUNCTION_WORDS} {_QUESTION_WORDS}".split())

_STARTS, _ROWS, _GAINS = "starts.npy", "rows.npy", "gains.npy"
_VOCABULARY = "vocabulary.json"

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u02b9\uff07\u00b4`", "'"))
# "U.S." and "u.s.a" lose their dots, so that they are the word "US" is.
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){1,}[^\W\d_]\b\.?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_POSSESSIVE = re.compile(r"'[sS]\b|(?<=[sS])'(?!\w)")
# A number keeps its fraction; anything else is a run of letters and digits.
_WORD = re.compile(r"\d+(?:\.\d+)+|[^\W_]+")


def split_words(text: str) -> list[str]:
    """The words of ``text`` as BM25 compares them, in order.

    Case and accents are folded, "U.S." is "us", possessives and English stop
    words go, "1,000" is "1000", and the rest is cut to its stem. A stop word
    in capitals is taken for an acronym (WHO, IT) and stays.
    """
    plain = text.translate(_APOSTROPHES)
    if not plain.isascii():  # most sentences are, and folding takes a third of the whole
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _INITIALS.sub(lambda found: found.group().replace(".", ""), plain)
    plain = _POSSESSIVE.sub("", _THOUSANDS.sub("", plain))
    # In a text that is capitals throughout, capitals say nothing.
    shouted = plain.isupper()
    words = []
    for word in _WORD.findall(plain):
        is_acronym = len(word) > 1 and word.isupper() and not shouted
        folded = word.casefold()
        if is_acronym or folded not in _STOP_WORDS:
            words.append(folded)
    stems: list[str] = _OWN.stemmer.stemWords(words)
    return stems


class _OwnStemmer(threading.local):
    """A stemmer for each thread: it keeps state, and a new one takes five times as long."""

    def __init__(self) -> None:
        self.stemmer: Any = Stemmer.Stemmer("english")


_OWN = _OwnStemmer()


class LexicalIndex:
    """BM25 scores of rows; a row is a text's place in the sequence it was built from.

    bm25s computes what every word adds to every row that holds it. A search
    is then a sum, for which bm25s need not be loaded.
    """

    def __init__(
        self,
        *,
        vocabulary: Mapping[str, int],
        starts: NDArray[np.int64],
        rows: NDArray[np.int32],
        gains: NDArray[np.float32],
        size: int,
    ) -> None:
        """Word number ``w`` adds ``gains[i]`` to ``rows[i]``, for i in [starts[w], starts[w + 1]).

        Raises:
            ValueError: if the parts do not fit together.
        """
        if (
            len(starts) != len(vocabulary) + 1
            or len(rows) != len(gains)
            or not set(vocabulary.values()) <= set(range(len(vocabulary)))
            or (starts[0], starts[-1]) != (0, len(rows))
            or (np.diff(starts) < 0).any()
            or (len(rows) and not 0 <= rows.min() <= rows.max() < size)
        ):
            raise ValueError(f"the word index does not fit together for {size} passages")
        self._vocabulary = vocabulary
        self._starts, self._rows, self._gains = starts, rows, gains
        self._size = size

    @classmethod
    def build(cls, texts: Sequence[str], *, k1: float = K1, b: float = B) -> LexicalIndex:
        """Index ``texts``; there may be none."""
        words = [split_words(text) for text in texts]
        if not any(words):  # bm25s cannot index nothing
            return cls(
                vocabulary={},
                starts=np.zeros(1, dtype=np.int64),
                rows=np.zeros(0, dtype=np.int32),
                gains=np.zeros(0, dtype=np.float32),
                size=len(texts),
            )
        import bm25s  # here, for it takes 0.2 s that a search does not need

        # It asks for its debugging lines to be shown, which a page's set-up of logging then does.
        logging.getLogger("bm25s").setLevel(logging.WARNING)
        scorer = bm25s.BM25(k1=k1, b=b, method="lucene", backend="numpy")
        scorer.index(words, create_empty_token=False, show_progress=False)
        return cls(
            vocabulary=dict(scorer.vocab_dict),
            starts=scorer.scores["indptr"].astype(np.int64),
            rows=scorer.scores["indices"].astype(np.int32),
            gains=scorer.scores["data"].astype(np.float32),
            size=len(texts),
        )

    def __len__(self) -> int:
        return self._size

    def score_all(self, query: str) -> NDArray[np.float32]:
        """The score of every row, float32 of shape (n,); 0 for a row that shares no word."""
        scores = np.zeros(self._size, dtype=np.float32)
        for word in split_words(query):
            if (number := self._vocabulary.get(word)) is not None:
                part = slice(self._starts[number], self._starts[number + 1])
                scores[self._rows[part]] += self._gains[part]  # a row stands once in a part
        return scores

    def holds(self, word: str) -> bool:
        """Whether any row holds ``word``, as ``split_words`` gives it."""
        return word in self._vocabulary

    def rows_with(self, words: Collection[str]) -> NDArray[np.int32]:
        """The rows that hold every one of ``words``, as ``split_words`` gives them, rising."""
        found: NDArray[np.int32] | None = None
        for word in words:
            number = self._vocabulary.get(word)
            if number is None:
                return np.zeros(0, dtype=np.int32)
            own = np.sort(self._rows[self._starts[number] : self._starts[number + 1]])
            found = own if found is None else np.intersect1d(found, own, assume_unique=True)
        return np.arange(self._size, dtype=np.int32) if found is None else found

    def attainable(self, query: str) -> float:
        """What a row would score that holds every word of ``query`` as tellingly as any row does.

        A word that no row holds counts as much as the most telling of the others.
        """
        best: list[float] = []
        missing = 0
        for word in split_words(query):
            number = self._vocabulary.get(word)
            if number is None:
                missing += 1
            else:
                gains = self._gains[self._starts[number] : self._starts[number + 1]]
                best.append(float(gains.max(initial=0.0)))
        return sum(best) + missing * max(best, default=0.0)

    def search(
        self, query: str, *, k: int, rows: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The ``k`` best rows and their scores, above 0 and best first.

        ``rows`` limits the search to these rows. A row that shares no word
        with the query is not found at all, so there may be fewer than ``k``.

        Raises:
            ValueError: if ``k`` is less than 1.
        """
        return best_rows(self.score_all(query), k=k, rows=rows)

    def save(self, folder: Path) -> None:
        """Write the index into the existing ``folder``: arrays without pickles, and JSON."""
        for name, array in (
            (_STARTS, self._starts),
            (_ROWS, self._rows),
            (_GAINS, self._gains),
        ):
            np.save(folder / name, array, allow_pickle=False)
        text = json.dumps(self._vocabulary, ensure_ascii=False)
        (folder / _VOCABULARY).write_text(text, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, *, size: int) -> LexicalIndex:
        """Read what ``save`` wrote of ``size`` rows.

        Raises:
            OSError: if a file is missing.
            ValueError: if the files do not fit together, or not with ``size``.
        """
        return cls(
            vocabulary=json.loads((folder / _VOCABULARY).read_text(encoding="utf-8")),
            starts=np.load(folder / _STARTS, allow_pickle=False),
            rows=np.load(folder / _ROWS, allow_pickle=False),
            gains=np.load(folder / _GAINS, allow_pickle=False),
            size=size,
        )


def best_rows(
    scores: NDArray[np.float32], *, k: int, rows: Sequence[int] | None = None
) -> list[tuple[int, float]]:
    """The ``k`` rows of the highest scores above 0, best first; of equals, the earlier row.

    Raises:
        ValueError: if ``k`` is less than 1.
    """
    if k < 1:
        raise ValueError(f"a search needs k >= 1, but k is {k}")
    if rows is None:
        among = np.flatnonzero(scores > 0)
    else:
        among = np.asarray(sorted(rows), dtype=np.int64)
        among = among[scores[among] > 0]
    if len(among) > k:
        # To sort all of a large library takes longer than to score it: first the k best
        # scores, with whatever ties with the last of them.
        held = scores[among]
        among = among[held >= np.partition(held, len(held) - k)[len(held) - k]]
    order = np.argsort(-scores[among], kind="stable")[:k]
    return [(int(row), float(scores[row])) for row in among[order]]
