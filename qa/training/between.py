"""python -m qa.training.between: a reader whose weights lie between those of two runs.

Two runs of which one went on from the other can be joined weight by weight
(Wortsman et al. 2022): what the later one learnt mostly stays, and less of
what the earlier one knew is lost. Each is the working folder of ``python -m qa.training``, with its
checkpoint, or a folder with a reader that was shipped, such as qa/models.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from qa.training.bases import READER, load_blank_network, widened
from qa.training.export import load_average
from qa.training.finish import export_network, measure
from qa.training.network import ReaderNetwork
from qa.training.recipe import Recipe
from qa.training.shipped_base import load_shipped_base


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m qa.training.between", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--first", type=Path, required=True, help="folder of one run or reader")
    parser.add_argument("--second", type=Path, required=True, help="and of the other")
    parser.add_argument("--share", type=float, default=0.5, help="of the second's weights, 0 to 1")
    parser.add_argument("--config", type=Path, required=True, help="the second run's settings")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made")
    parser.add_argument("--whole", type=Path, help="folder of the reader that had what is put back")
    parser.add_argument("--limit", type=int, help="measure on at most so many questions a set")
    options = parser.parse_args()
    recipe = Recipe.read(options.config)
    first, _ = load_run(options.first, recipe, options.whole)
    second, step = load_run(options.second, recipe)
    joined = between(first, second, share=options.share)
    options.work.mkdir(parents=True, exist_ok=True)
    export_network(
        joined, options.data, options.work, recipe, step=step, joined_share=options.share
    )
    figures = measure(options.data, options.work, recipe, limit=options.limit, say=print)
    print(json.dumps(figures, indent=2))


def load_run(
    folder: Path, recipe: Recipe, whole: Path | None = None
) -> tuple[ReaderNetwork, int]:
    """The reader in ``folder`` and the steps of its run, 0 where only the reader is there.

    With ``whole``, the recipe puts back into a reader that ships what that one had.

    Raises:
        FileNotFoundError: if there is neither a checkpoint nor a reader.
    """
    checkpoint, shipped = folder / "checkpoint.pt", folder / READER
    if checkpoint.is_file():
        network = load_blank_network(recipe, dropout=0.0)
        return network, load_average(network, checkpoint)
    if shipped.is_file():
        network = load_shipped_base(shipped, dropout=0.0)
        return (widened(network, recipe, whole, dropout=0.0) if whole else network), 0
    raise FileNotFoundError(
        f"{folder} holds neither {checkpoint.name} nor {shipped.name}; name the folder of a run "
        "or of a reader"
    )


def between(first: ReaderNetwork, second: ReaderNetwork, *, share: float) -> ReaderNetwork:
    """``first`` with each weight moved by ``share`` of the way to ``second``'s.

    Raises:
        ValueError: if ``share`` is not in [0, 1] or the networks have not the same shape.
    """
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"the share of the second's weights is 0 to 1, but it is {share}")
    if first.shape != second.shape:
        raise ValueError(
            f"the two networks differ: {first.shape} and {second.shape}; where the second was "
            "widened, name with --whole the reader from which"
        )
    theirs = second.state_dict()
    with torch.no_grad():
        moved = {name: torch.lerp(own, theirs[name], share) for name, own in _floats(first)}
    first.load_state_dict({**first.state_dict(), **moved})
    return first


def _floats(network: ReaderNetwork) -> list[tuple[str, torch.Tensor]]:
    return [(name, own) for name, own in network.state_dict().items() if own.is_floating_point()]


if __name__ == "__main__":
    main()
