"""BM25 over the windows of one article: where our own retrieval would look for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.training.words import FUNCTION_WORDS, words_of

_K1 = 1.2  # the usual constants of BM25
_B = 0.75


def rank_windows(
    questions: Sequence[str], windows: Sequence[str], *, depth: int
) -> NDArray[np.int64]:
    """The numbers of the best windows for each question, best first: (n_questions, depth).

    ``depth`` is cut to the number of windows. Ties go to the earlier window.
    """
    asked = [set(words_of(question)) - FUNCTION_WORDS for question in questions]
    vocabulary = {word: i for i, word in enumerate(sorted(set().union(*asked)))}
    counts = [Counter(words_of(window)) for window in windows]
    frequency = np.zeros((len(windows), len(vocabulary)), dtype=np.float32)
    for row, count in enumerate(counts):
        for word in count.keys() & vocabulary.keys():
            frequency[row, vocabulary[word]] = count[word]
    lengths = np.array([sum(count.values()) for count in counts], dtype=np.float32)
    relative = lengths / max(float(lengths.mean()), 1.0)
    held = (frequency > 0).sum(axis=0)
    idf = np.log1p((len(windows) - held + 0.5) / (held + 0.5))
    softened = frequency + _K1 * (1 - _B + _B * relative[:, None])
    weight = frequency * (_K1 + 1) / softened * idf  # (n_windows, n_words)
    best = np.empty((len(questions), min(depth, len(windows))), dtype=np.int64)
    for row, words in enumerate(asked):
        columns = sorted(vocabulary[word] for word in words)
        best[row] = np.argsort(-weight[:, columns].sum(axis=1), kind="stable")[:depth]
    return best
