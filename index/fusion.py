"""One ranking out of two.

The fusion is pure: mappings in, a mapping out, in which higher is better.
tests/benchmarks/fusion.py measures it beside the ones that lost.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

# The share of the lexical side where one candidate holds all words of the query as tellingly
# as any does. Chosen on a sample of SQuAD 1.1 train and on dev gold questions, which are in
# other words than the passages: a fixed share of 0.45 finds as much of the one, less of these.
LEXICAL_SHARE = 0.9


def weighted_z_sum(
    dense: Mapping[Key, float],
    lexical: Mapping[Key, float],
    *,
    dense_weight: float,
) -> dict[Key, float]:
    """``dense_weight * z(dense) + (1 - dense_weight) * z(lexical)`` for every candidate.

    z brings scores of any scale to mean 0 and standard deviation 1 over the
    candidates, so it keeps how far ahead the best one is, which ranks throw
    away. Where all scores are equal they say nothing, and z is 0.

    Raises:
        ValueError: if the two do not score the same candidates, or
            ``dense_weight`` is not in [0, 1].
    """
    if dense.keys() != lexical.keys():
        raise ValueError(
            f"both sides must score the same candidates, but {len(dense.keys() ^ lexical.keys())} "
            "are scored by one alone"
        )
    if not 0 <= dense_weight <= 1:
        raise ValueError(f"dense_weight must lie in [0, 1], but it is {dense_weight}")
    one, other = _z_scores(dense), _z_scores(lexical)
    return {key: dense_weight * one[key] + (1 - dense_weight) * other[key] for key in dense}


def weight_of_dense(coverage: float, *, lexical_share: float = LEXICAL_SHARE) -> float:
    """The share of the dense side where the best candidate covers ``coverage`` of the words.

    z brings the scores of the lexical side to the same spread whether its best
    candidate holds the whole query or one of its many words by chance.

    Raises:
        ValueError: if ``coverage`` is not in [0, 1].
    """
    if not 0 <= coverage <= 1:
        raise ValueError(f"coverage must lie in [0, 1], but it is {coverage}")
    return 1 - lexical_share * coverage


def _z_scores(scores: Mapping[Key, float]) -> dict[Key, float]:
    if not scores:
        return {}
    mean = math.fsum(scores.values()) / len(scores)
    away = {key: score - mean for key, score in scores.items()}
    deviation = math.sqrt(math.fsum(value * value for value in away.values()) / len(away))
    # Equal scores can differ from their mean by rounding alone.
    if deviation <= 1e-9 * max(1.0, abs(mean)):
        return dict.fromkeys(scores, 0.0)
    return {key: value / deviation for key, value in away.items()}
