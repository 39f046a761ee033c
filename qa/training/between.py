"""python -m qa.training.between: a reader whose weights lie between those of two runs.

Two runs of which one went on from the other can be joined weight by weight
(Wortsman et al. 2022): what the later one learnt mostly stays, and less of
what the earlier one knew is lost. The working folders are those of
``python -m qa.training``, with a checkpoint each.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from qa.training.bases import load_blank_network
from qa.training.export import load_average
from qa.training.finish import export_network, measure
from qa.training.network import ReaderNetwork
from qa.training.recipe import Recipe


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m qa.training.between", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--first", type=Path, required=True, help="working folder of one run")
    parser.add_argument("--second", type=Path, required=True, help="and of the other")
    parser.add_argument("--share", type=float, default=0.5, help="of the second's weights, 0 to 1")
    parser.add_argument("--config", type=Path, required=True, help="the second run's settings")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made")
    parser.add_argument("--limit", type=int, help="measure on at most so many questions a set")
    options = parser.parse_args()
    recipe = Recipe.read(options.config)
    networks = []
    for folder in (options.first, options.second):
        network = load_blank_network(recipe, dropout=0.0)
        step = load_average(network, folder / "checkpoint.pt")
        networks.append(network)
    joined = between(*networks, share=options.share)
    options.work.mkdir(parents=True, exist_ok=True)
    export_network(
        joined, options.data, options.work, recipe, step=step, joined_share=options.share
    )
    figures = measure(options.data, options.work, recipe, limit=options.limit, say=print)
    print(json.dumps(figures, indent=2))


def between(first: ReaderNetwork, second: ReaderNetwork, *, share: float) -> ReaderNetwork:
    """``first`` with each weight moved by ``share`` of the way to ``second``'s.

    Raises:
        ValueError: if ``share`` is not in [0, 1] or the networks have not the same shape.
    """
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"the share of the second's weights is 0 to 1, but it is {share}")
    if first.shape != second.shape:
        raise ValueError(f"the two networks differ: {first.shape} and {second.shape}")
    theirs = second.state_dict()
    with torch.no_grad():
        moved = {name: torch.lerp(own, theirs[name], share) for name, own in _floats(first)}
    first.load_state_dict({**first.state_dict(), **moved})
    return first


def _floats(network: ReaderNetwork) -> list[tuple[str, torch.Tensor]]:
    return [(name, own) for name, own in network.state_dict().items() if own.is_floating_point()]


if __name__ == "__main__":
    main()
