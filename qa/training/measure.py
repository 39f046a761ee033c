"""The figures of the report: kept SQuAD 2.0 articles, SQuAD 1.1 dev, QED and the gold questions."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from qa.evaluation.answer_text import best_f1, exact_match
from qa.evaluation.selective import area_under_roc, calibration_error
from qa.training.decoding import OnnxReader, Reading
from qa.training.sources import may_train_on, read_json_lines, read_squad
from qa.training.windows import cut_sentences

_RIDGE = 0.01  # keeps the weights finite where a line parts the two kinds
_WINDOW = 3  # sentences of an article that are read together


@dataclass(frozen=True, slots=True)
class Weights:
    """P(answerable) = sigmoid(answerable * logit + margin * span margin + bias)."""

    answerable: float
    margin: float
    bias: float

    def score(self, reading: Reading) -> float:
        """The log odds that the passage answers the question."""
        return self.answerable * reading.answerable + self.margin * reading.margin + self.bias


def fit_weights(readings: Sequence[Reading], labels: Sequence[bool]) -> Weights:
    """The weights under which the labels are likeliest (logistic regression)."""
    features = np.array([(r.answerable, r.margin, 1.0) for r in readings])  # (n, 3)
    truth = np.asarray(labels, dtype=np.float64)
    weights = np.zeros(3)
    for _ in range(50):  # Newton's method; far fewer steps are needed
        probability = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (truth - probability) - _RIDGE * weights
        spread = probability * (1 - probability)
        curvature = (features * spread[:, None]).T @ features + _RIDGE * np.eye(3)
        change = np.linalg.solve(curvature, slope)
        weights = weights + change
        if float(np.abs(change).max()) < 1e-9:
            break
    return Weights(*(float(weight) for weight in weights))


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what was read, its gold answers and the article it is about."""

    title: str
    golds: tuple[str, ...]
    said: str
    reading: Reading


def measure_squad2(reader: OnnxReader, path: Path, *, limit: int | None) -> dict[str, Any]:
    """Per-paragraph figures on the kept articles, in two folds by article.

    Weights and threshold are fitted on one half of the articles and applied to
    the other, both ways, so that nothing is judged by what it was chosen on.
    """
    judged = [entry for entry in _read_squad(reader, path, limit) if not may_train_on(entry.title)]
    titles = sorted({entry.title for entry in judged})
    halves = (set(titles[::2]), set(titles[1::2]))
    exact, overlap, silent, odds, labels = [], [], [], [], []
    for report_on in halves:
        mine = [entry for entry in judged if entry.title not in report_on]
        theirs = [entry for entry in judged if entry.title in report_on]
        weights = fit_weights([e.reading for e in mine], [bool(e.golds) for e in mine])
        threshold = best_threshold(mine, weights.score)
        for entry in theirs:
            score = weights.score(entry.reading)
            said = entry.said if score >= threshold else ""
            exact.append(exact_match(said, entry.golds))
            overlap.append(best_f1(said, entry.golds))
            odds.append(score)
            labels.append(bool(entry.golds))
            if not entry.golds:
                silent.append(float(said == ""))
    readings = [entry.reading for entry in judged]
    truth = [bool(entry.golds) for entry in judged]
    return {
        "n": len(judged),
        "EM": _mean(exact),
        "F1": _mean(overlap),
        "F1_has_answer": _mean(
            [value for value, label in zip(overlap, labels, strict=True) if label]
        ),
        "no_answer": _mean(silent),
        "auc_answerable": area_under_roc([r.answerable for r in readings], truth),
        "auc_margin": area_under_roc([r.margin for r in readings], truth),
        "auc_both": area_under_roc(odds, labels),
        "ece_both": calibration_error(
            1 / (1 + np.exp(-np.array(odds))), np.array(labels, dtype=bool)
        ),
        "weights": _as_object(fit_weights(readings, truth)),
        "threshold": best_threshold(judged, fit_weights(readings, truth).score),
    }


def _as_object(weights: Weights) -> dict[str, float]:
    return {
        "answerable": weights.answerable,
        "margin": weights.margin,
        "bias": weights.bias,
    }


def best_threshold(judged: Sequence[Judged], score: Callable[[Reading], float]) -> float:
    """The score from which answering gives the highest F1 over all of ``judged``."""
    order = sorted(judged, key=lambda entry: -score(entry.reading))
    # Answering nothing is right for the unanswerable; then one more answer at a time.
    total = best = sum(1.0 for entry in judged if not entry.golds)
    threshold = score(order[0].reading) + 1.0
    for entry in order:
        total += best_f1(entry.said, entry.golds) - (0.0 if entry.golds else 1.0)
        if total > best:
            best, threshold = total, score(entry.reading)
    return threshold


def measure_squad1(
    reader: OnnxReader, path: Path, trained_on: frozenset[str], *, limit: int
) -> dict[str, Any]:
    """F1 and EM of the best span, always answering, on articles that were not trained on."""
    judged = _read_squad(reader, path, limit, trained_on)
    return {
        "n": len(judged),
        "EM": _mean([exact_match(entry.said, entry.golds) for entry in judged]),
        "F1": _mean([best_f1(entry.said, entry.golds) for entry in judged]),
    }


def _read_squad(
    reader: OnnxReader,
    path: Path,
    limit: int | None,
    left_out: frozenset[str] = frozenset(),
) -> list[Judged]:
    asked = [
        (article.title, paragraph.text, question)
        for article in read_squad(path)
        if article.title not in left_out
        and not (path.name.startswith("squad2") and may_train_on(article.title))
        for paragraph in article.paragraphs
        for question in paragraph.questions
    ]
    if limit is not None and limit < len(asked):
        asked = random.Random(0).sample(asked, limit)
    readings = reader.read([(question.text, text) for _, text, question in asked])
    return [
        Judged(title, question.answers, text[reading.start : reading.end], reading)
        for (title, text, question), reading in zip(asked, readings, strict=True)
    ]


def measure_qed(reader: OnnxReader, path: Path, *, limit: int) -> dict[str, Any]:
    """How often the best span lies in the sentence that answers."""
    entries = [entry for entry in read_json_lines(path) if entry.get("annotation")]
    entries = random.Random(0).sample(entries, min(limit, len(entries)))
    readings = reader.read([(e["question_text"], e["paragraph_text"]) for e in entries])
    right = []
    for entry, reading in zip(entries, readings, strict=True):
        gold = entry["annotation"].get("selected_sentence")
        if gold:
            middle = (reading.start + reading.end) / 2
            right.append(float(gold["start"] <= middle < gold["end"]))
    return {"n": len(right), "sentence": _mean(right)}


def article_windows(text: str) -> list[str]:
    """Every three neighbouring sentences of an article, each line cut by itself."""
    sentences = [
        line[piece.start : piece.end].strip()
        for line in text.splitlines()
        for piece in cut_sentences(line.rstrip())
    ]
    return [
        " ".join(sentences[first : first + _WINDOW])
        for first in range(max(1, len(sentences) - _WINDOW + 1))
    ]


def read_gold(path: Path, *, split: str) -> list[dict[str, Any]]:
    """The gold questions of a split that stand alone (no history)."""
    with path.open(encoding="utf-8") as file:
        entries = [json.loads(line) for line in file]
    return [entry for entry in entries if entry["split"] == split and not entry["history"]]


def measure_gold(
    score_windows: Callable[[str, Sequence[str]], float],
    gold: Sequence[dict[str, Any]],
    windows: Sequence[str],
) -> dict[str, Any]:
    """Area under the ROC curve of a question's best window.

    ``near_miss`` sets the answerable against near misses, ``all`` against every
    question that the article does not answer, ``facts`` the answerable with a
    short answer against near misses.
    """
    scored = [(entry, score_windows(entry["question"], windows)) for entry in gold]
    answerable = [score for entry, score in scored if entry["answerable"]]
    facts = [score for entry, score in scored if entry["answerable"] and entry["answers"]]
    misses = [score for entry, score in scored if entry["kind"] == "near_miss"]
    silent = [score for entry, score in scored if not entry["answerable"]]

    def area(yes: Sequence[float], no: Sequence[float]) -> float:
        return area_under_roc([*yes, *no], [True] * len(yes) + [False] * len(no))

    by_kind: dict[str, list[float]] = {}
    for entry, score in scored:
        by_kind.setdefault(f"{entry['kind']}:{entry['answerable']}", []).append(score)
    return {
        "n_answerable": len(answerable),
        "n_near_miss": len(misses),
        "near_miss": area(answerable, misses),
        "facts": area(facts, misses),
        "all": area(answerable, silent),
        "mean_by_kind": {kind: _mean(scores) for kind, scores in sorted(by_kind.items())},
    }


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if len(values) else float("nan")
