"""Short answers compared as SQuAD's official script compares them (Rajpurkar et al. 2016)."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence

_PUNCTUATION = frozenset(string.punctuation)
_ARTICLES = re.compile(r"\b(a|an|the)\b")


def normalise(answer: str) -> str:
    """Lower case, no ASCII punctuation, no articles, single spaces."""
    kept = "".join(char for char in answer.lower() if char not in _PUNCTUATION)
    return " ".join(_ARTICLES.sub(" ", kept).split())


def exact_match(answer: str, golds: Sequence[str]) -> float:
    """EM: 1 where ``answer`` equals one of ``golds`` after normalising, else 0.

    Golds that have no words are passed over; where none is left the empty answer
    is right (Rajpurkar et al. 2018).
    """
    return float(normalise(answer) in map(normalise, _worded(golds)))


def best_f1(answer: str, golds: Sequence[str]) -> float:
    """F1 in [0, 1]: the best ``token_f1`` with one of ``golds``, chosen as for EM."""
    return max(token_f1(answer, gold) for gold in _worded(golds))


def _worded(golds: Sequence[str]) -> Sequence[str]:
    return [gold for gold in golds if normalise(gold)] or [""]


def token_f1(answer: str, gold: str) -> float:
    """The harmonic mean of precision and recall over normalised words, in [0, 1].

    Where one of the two has no words, 1 if both have none, else 0.
    """
    ours, theirs = normalise(answer).split(), normalise(gold).split()
    if not ours or not theirs:
        return float(ours == theirs)
    shared = (Counter(ours) & Counter(theirs)).total()
    return 2 * shared / (len(ours) + len(theirs))
