"""What the scorecard does not measure of a reader: QED, kept news, int8 and its cost.

All else is measured by ``briefing evaluate`` and ``briefing benchmark`` with
``--reader`` and the folder that was exported.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from qa.evaluation.selective import area_under_roc
from qa.training.baselines import teacher_score
from qa.training.decoding import OnnxReader
from qa.training.sources import may_train_on, read_json_lines, read_squad
from qa.training.twins import held_twins
from qa.training.written_questions import held_news

_REPEATS = 7


def measure_qed(reader: OnnxReader, path: Path, *, limit: int | None) -> dict[str, Any]:
    """How often the best span lies in the sentence that answers, over at most ``limit`` questions.

    Questions for which the annotators marked no sentence are left out.
    """
    entries = [
        entry
        for entry in read_json_lines(path)
        if (entry.get("annotation") or {}).get("selected_sentence")
    ]
    if limit is not None and limit < len(entries):
        entries = random.Random(0).sample(entries, limit)
    readings = reader.read([(e["question_text"], e["paragraph_text"]) for e in entries])
    right = 0
    for entry, reading in zip(entries, readings, strict=True):
        gold = entry["annotation"]["selected_sentence"]
        right += gold["start"] <= (reading.start + reading.end) / 2 < gold["end"]
    return {"n": len(entries), "sentence": right / len(entries)}


def measure_news(reader: OnnxReader) -> dict[str, float]:
    """How well the kept news tells answerable questions from near misses, each with its own text.

    ``auc`` is the area under the ROC curve of the logit of answerability.
    """
    asked = [
        (question, article.paragraphs[0].text)
        for article in held_news()
        for question in article.paragraphs[0].questions
    ]
    readings = reader.read([(question.text, text) for question, text in asked])
    return {
        "n": len(asked),
        "auc": area_under_roc(
            np.array([reading.answerable for reading in readings]),
            np.array([question.answerable for question, _ in asked]),
        ),
    }


def measure_twins(reader: OnnxReader) -> dict[str, float]:
    """How well kept twin questions are told apart, each asked of its whole text.

    ``pairs`` is the share of pairs whose answered question has the higher logit of
    answerability, ``auc`` the area under the ROC curve of that logit over all questions.
    """
    pairs = [(one.text, pair) for one in held_twins() for pair in one.pairs]
    answered, unanswered = (
        np.array([reading.answerable for reading in reader.read(asked)])
        for asked in (
            [(pair.answered, text) for text, pair in pairs],
            [(pair.unanswered, text) for text, pair in pairs],
        )
    )
    scores = np.concatenate([answered, unanswered])
    return {
        "n": len(pairs),
        "pairs": float(np.mean(answered > unanswered)),
        "auc": area_under_roc(scores, np.arange(len(scores)) < len(pairs)),
    }


def compare_precision(
    int8: OnnxReader, fp32: OnnxReader, path: Path, *, limit: int
) -> dict[str, Any]:
    """How far int8 lies from fp32 on ``limit`` questions about kept SQuAD 2.0 articles.

    ``same_words`` is the share of questions for which both point at the same
    words; the differences are of the logit of answerability.
    """
    pairs = [
        (question.text, paragraph.text)
        for article in read_squad(path)
        if not may_train_on(article.title)
        for paragraph in article.paragraphs
        for question in paragraph.questions
    ]
    pairs = random.Random(0).sample(pairs, min(limit, len(pairs)))
    ours, theirs = int8.read(pairs), fp32.read(pairs)
    apart = np.array([a.answerable - b.answerable for a, b in zip(ours, theirs, strict=True)])
    same = [(a.start, a.end) == (b.start, b.end) for a, b in zip(ours, theirs, strict=True)]
    return {
        "n": len(pairs),
        "same_words": float(np.mean(same)),
        "mean_difference": float(np.abs(apart).mean()),
        "largest_difference": float(np.abs(apart).max()),
    }


def measure_cost(reader: OnnxReader) -> dict[str, float]:
    """Milliseconds to read ten passages of about 130 tokens, and the same for the teacher.

    Medians of interleaved repeats, so that whatever else the machine does falls on both.
    """
    passage = "The ministers met in the capital and agreed on a text. " * 10
    question = "When did the ministers meet in the capital?"
    teacher = teacher_score()
    times: dict[str, list[float]] = {"reader_ms": [], "teacher_ms": []}
    for _ in range(_REPEATS):
        for name, read in (
            ("reader_ms", lambda: reader.read([(question, passage)] * 10)),
            ("teacher_ms", lambda: teacher(question, [passage] * 10)),
        ):
            times[name].append(_milliseconds(read))
    medians = {name: float(np.median(own)) for name, own in times.items()}
    return {**medians, "teacher_over_reader": medians["teacher_ms"] / medians["reader_ms"]}


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)
