"""Texts that are nearly the same: an updated wire copy, a reprint with another headline.

A text is the set of its runs of five words (Broder 1997). Of these sets a fixed
sample is kept, the hashes that are divisible by ``KEEP_EVERY``, so that two texts
can be compared by what is stored of them; short texts keep every hash.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from hashlib import blake2b

SHINGLE_WORDS = 5
KEEP_EVERY = 8
#: From this share of common runs on, two texts are nearly the same.
NEARLY_SAME = 0.6
_SHORT = 400  # runs; below this, a sample would be too small to tell
_WORD = re.compile(r"\w+")


def sketch(text: str) -> frozenset[int]:
    """The kept hashes, signed 64-bit, of the runs of words in ``text``."""
    words = _WORD.findall(text.casefold())
    count = max(1, len(words) - SHINGLE_WORDS + 1)
    hashes = {
        int.from_bytes(
            blake2b(" ".join(words[i : i + SHINGLE_WORDS]).encode(), digest_size=8).digest(),
            "big",
            signed=True,
        )
        for i in range(count)
    }
    if len(hashes) < _SHORT:
        return frozenset(hashes)
    return frozenset(value for value in hashes if value % KEEP_EVERY == 0)


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """The share of runs that two sketches have in common, in [0, 1] (Jaccard).

    A short text's sketch is whole and a long one's a sample, so where only one
    is a sample the other is sampled alike first.
    """
    a, b = set(one), set(other)
    if _is_whole(a) != _is_whole(b):
        a, b = _sampled(a), _sampled(b)
    both = len(a | b)
    return len(a & b) / both if both else 0.0


def _is_whole(hashes: set[int]) -> bool:
    return any(value % KEEP_EVERY for value in hashes)


def _sampled(hashes: set[int]) -> set[int]:
    return {value for value in hashes if value % KEEP_EVERY == 0}
