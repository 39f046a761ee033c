"""python -m qa.training --data DIR --work DIR: from public data to the shipped reader."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import torch

from qa.training.baselines import base_folder
from qa.training.bases import load_blank_network, load_network, load_teacher
from qa.training.encoding import EncodedExamples, encode_examples, load_tokenizer
from qa.training.finish import export, measure
from qa.training.loop import Training, train
from qa.training.mixture import build_examples, count_origins
from qa.training.recipe import Recipe


def prepare(data: Path, work: Path, recipe: Recipe) -> EncodedExamples:
    """The encoded examples, from ``work`` where an earlier run left them."""
    cache = work / "examples.npz"
    if cache.exists():
        return EncodedExamples.load(cache)
    examples = build_examples(data, work, recipe)
    print("examples:", count_origins(examples), file=sys.stderr)
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json", max_tokens=recipe.max_tokens)
    encoded = encode_examples(examples, tokenizer)
    encoded.save(cache)
    return encoded


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m qa.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--work", type=Path, required=True, help="folder for all that is made")
    parser.add_argument("--config", type=Path, help="JSON file that changes settings")
    parser.add_argument("--whole", type=Path, help="folder of the reader that had what is put back")
    parser.add_argument("--pause-while", type=Path, help="sleep while this file exists")
    parser.add_argument("--limit", type=int, help="measure on at most so many questions a set")
    parser.add_argument(
        "--export-only", action="store_true", help="export and measure the checkpoint as it is"
    )
    options = parser.parse_args()
    recipe = Recipe.read(options.config)
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    if not options.export_only:
        encoded = prepare(options.data, options.work, recipe)
        _say(f"{len(encoded)} examples, {encoded.lengths.mean():.0f} tokens each")
        if (options.work / "checkpoint.pt").exists():
            network = load_blank_network(recipe, dropout=recipe.dropout)
        else:
            network = load_network(recipe, encoded, dropout=recipe.dropout, whole=options.whole)
        training = Training(network, recipe, load_teacher(recipe))
        train(training, encoded, options.work, pause_while=options.pause_while, report=_say)
    folder = export(options.data, options.work, recipe)
    figures = measure(options.data, options.work, recipe, limit=options.limit, say=_say)
    print(json.dumps(figures, indent=2))
    _say(f"measure the rest with: briefing evaluate --reader {folder}")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
