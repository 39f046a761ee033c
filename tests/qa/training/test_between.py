"""Weights between those of two runs."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
import torch

from qa.training.between import between, load_run
from qa.training.network import ReaderNetwork, Shape
from qa.training.recipe import Recipe

SHAPE = Shape(vocabulary=50, positions=16, width=16, inner=12, layers=2, heads=4, head=4)


def network(value: float, shape: Shape = SHAPE) -> ReaderNetwork:
    made = ReaderNetwork(shape, dropout=0.0)
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.fill_(value)
    return made


@pytest.mark.parametrize(("share", "wanted"), [(0.0, 1.0), (0.25, 2.0), (1.0, 5.0)])
def test_each_weight_moves_by_the_share_of_the_way(share: float, wanted: float) -> None:
    joined = between(network(1.0), network(5.0), share=share)  # 1 + 0.25 * (5 - 1) = 2
    weights = [weight.detach().flatten() for weight in joined.parameters()]
    assert set(torch.cat(weights).tolist()) == {wanted}


def test_a_share_outside_of_the_way_is_refused() -> None:
    with pytest.raises(ValueError, match=r"is 0 to 1, but it is 1\.5"):
        between(network(1.0), network(5.0), share=1.5)


def test_networks_of_different_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"the two networks differ: .*inner=12.*inner=10"):
        between(network(1.0), network(5.0, replace(SHAPE, inner=10)), share=0.5)


def test_a_reader_that_shipped_may_be_one_of_the_two(tmp_path: Path) -> None:
    folder = Path(str(resources.files("qa") / "models"))
    shipped, step = load_run(folder, Recipe(base="shipped"))
    assert (shipped.shape.width, step) == (384, 0)
    with pytest.raises(FileNotFoundError, match=r"neither checkpoint\.pt nor reader\.int8\.onnx"):
        load_run(tmp_path, Recipe(base="shipped"))
