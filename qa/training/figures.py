"""The measures of the report: area under the ROC curve, exact match and F1 as SQuAD counts."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence

import numpy as np


def area_under_roc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """How often a true example scores above a false one, ties counted half; NaN without both."""
    truth = np.asarray(labels, dtype=bool)
    n_true, n_false = int(truth.sum()), int((~truth).sum())
    if n_true == 0 or n_false == 0:
        return float("nan")
    values = np.asarray(scores, dtype=np.float64)
    false_ones = np.sort(values[~truth])
    below = np.searchsorted(false_ones, values[truth], side="left")
    not_above = np.searchsorted(false_ones, values[truth], side="right")
    return float((below + not_above).sum() / (2 * n_true * n_false))


def normalise_answer(text: str) -> str:
    """Lower case, without punctuation, articles and extra space (the SQuAD script's rule)."""
    lowered = "".join(ch for ch in text.lower() if ch not in set(string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", lowered).split())


def exact_match(prediction: str, golds: Sequence[str]) -> float:
    """1.0 where the prediction equals a gold answer; no golds means that "" is right."""
    wanted = [normalise_answer(gold) for gold in golds] or [""]
    return float(normalise_answer(prediction) in wanted)


def f1(prediction: str, golds: Sequence[str]) -> float:
    """The best overlap of words with a gold answer, in [0, 1]; no golds means "" is right."""
    return max(_f1(prediction, gold) for gold in (golds or [""]))


def _f1(prediction: str, gold: str) -> float:
    mine, theirs = normalise_answer(prediction).split(), normalise_answer(gold).split()
    if not mine or not theirs:
        return float(mine == theirs)
    shared = sum((Counter(mine) & Counter(theirs)).values())
    if shared == 0:
        return 0.0
    precision, recall = shared / len(mine), shared / len(theirs)
    return 2 * precision * recall / (precision + recall)
