"""A figure with the interval that its questions allow, and whether a difference is one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_RESAMPLES = 1000
_PERMUTATIONS = 9999
_SEED = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95% interval, over ``n`` questions."""

    value: float
    low: float
    high: float
    n: int


def bootstrap_figure(figure: Callable[..., float], *columns: NDArray[Any]) -> Figure:
    """``figure`` of the columns with its 95% percentile bootstrap (Efron 1979), seed fixed.

    A row of each column is a question's. Resamples for which ``figure`` is NaN
    (none of the kind was drawn) are passed over.
    """
    n = len(columns[0])
    value = figure(*columns)
    if n < 2:
        return Figure(value, value, value, n)
    from scipy.stats import DegenerateDataWarning, bootstrap  # seconds that only measuring pays

    def of_rows(rows: NDArray[np.int64]) -> float:
        return figure(*(column[rows] for column in columns))

    with warnings.catch_warnings():
        # That its own interval is NaN where a resample is; ours is made below.
        warnings.simplefilter("ignore", DegenerateDataWarning)
        drawn = bootstrap(
            (np.arange(n),),
            of_rows,
            n_resamples=_RESAMPLES,
            vectorized=False,
            method="percentile",
            rng=np.random.default_rng(_SEED),
        ).bootstrap_distribution
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    # A resample's calibration error is larger than the whole's, so that its interval may
    # lie beyond the value.
    return Figure(value, min(value, float(low)), max(value, float(high)), n)


def paired_p_value(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """How likely a mean difference as large as this one is if the two runs are alike.

    A two-sided paired randomisation test (Smucker et al. 2007) in (0, 1]; row i
    of both is the same question's.

    Raises:
        ValueError: if the two differ in length.
    """
    differences = np.asarray(ours, dtype=np.float64) - np.asarray(theirs, dtype=np.float64)
    changed = differences[differences != 0]
    if len(changed) < 2:
        return 1.0  # of one change either sign is as far from zero
    from scipy.stats import permutation_test

    # Questions that did not change add the same to every permutation.
    tested = permutation_test(
        (changed,),
        np.sum,
        permutation_type="samples",
        n_resamples=_PERMUTATIONS,
        alternative="two-sided",
        rng=np.random.default_rng(_SEED),
    )
    return float(min(1.0, tested.pvalue))
