"""A network keeps the heads and neurons that it needs, and what is said with them."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from qa.training.encoding import Batch
from qa.training.export import export_fp32, quantise
from qa.training.narrow import narrow
from qa.training.network import Logits, ReaderNetwork, Shape
from qa.training.shipped_base import load_shipped_base

SHAPE = Shape(vocabulary=50, positions=16, width=16, inner=12, layers=2, heads=4, head=4)


def _network(shape: Shape = SHAPE) -> ReaderNetwork:
    torch.manual_seed(3)
    return ReaderNetwork(shape, dropout=0.0).eval()


def _batch() -> Batch:
    rng = np.random.default_rng(0)
    ids = rng.integers(1, 50, (8, 10))
    types = np.tile(np.array([0] * 4 + [1] * 6), (8, 1))
    nothing = np.zeros(8, dtype=np.int64)
    return Batch(
        input_ids=ids,
        attention_mask=np.ones_like(ids),
        token_type_ids=types,
        starts=nothing,
        ends=nothing,
        answerable=nothing,
        relevant=nothing,
        origins=nothing,
    )


def _say(network: ReaderNetwork, batch: Batch) -> Logits:
    with torch.no_grad():
        said: Logits = network(
            torch.from_numpy(batch.input_ids),
            torch.from_numpy(batch.attention_mask),
            torch.from_numpy(batch.token_type_ids),
        )
    return said


def test_heads_and_neurons_that_add_nothing_are_the_ones_that_go() -> None:
    network, batch = _network(), _batch()
    with torch.no_grad():
        for number, layer in enumerate(network.encoder.layers):
            # Head 1 in the first layer and head 2 in the second are heard by nobody, and so
            # are the neurons 3 and 7 and, in the second layer, 5 and 6.
            head = 1 + number
            layer.attended.weight[:, 4 * head : 4 * head + 4] = 0.0
            layer.outer.weight[:, [3, 7] if number == 0 else [5, 6]] = 0.0

    smaller = narrow(network, [batch], heads=3, inner=10, seed=1).eval()

    assert smaller.shape == replace(SHAPE, heads=3, inner=10)
    for before, after in zip(_say(network, batch), _say(smaller, batch), strict=True):
        torch.testing.assert_close(after, before, atol=1e-5, rtol=1e-5)


def test_the_network_it_is_cut_from_stays_as_it_was() -> None:
    network, batch = _network(), _batch()
    before = copy.deepcopy(network.state_dict())

    smaller = narrow(network, [batch], heads=2, inner=5, seed=1)
    with torch.no_grad():
        smaller.encoder.layers[0].qkv.weight.zero_()

    assert network.shape == SHAPE
    for name, value in network.state_dict().items():
        torch.testing.assert_close(value, before[name], atol=0.0, rtol=0.0)


def test_more_heads_than_there_are_are_refused_with_both_numbers() -> None:
    with pytest.raises(ValueError, match=r"5 heads and 12 inner neurons .* of 4 and 12"):
        narrow(_network(), [_batch()], heads=5, inner=12, seed=1)


def test_a_narrowed_reader_is_read_back_from_its_int8_file(tmp_path: Path) -> None:
    torch.manual_seed(5)
    shape = Shape(vocabulary=30522, positions=512, width=384, inner=40, layers=1, heads=3, head=32)
    network = ReaderNetwork(shape, dropout=0.0).eval()
    for name, value in network.named_parameters():
        if "norm" in name:  # weights that are all alike the exporter would keep once
            torch.nn.init.uniform_(value, 0.5, 1.5)
    export_fp32(network, tmp_path / "fp32.onnx")
    quantise(tmp_path / "fp32.onnx", tmp_path / "int8.onnx")
    given = network.state_dict()

    back = load_shipped_base(tmp_path / "int8.onnx", dropout=0.0)

    assert (back.shape.heads, back.shape.inner) == (3, 40)
    for name in ("qkv", "attended", "inner", "outer"):
        weight = f"encoder.layers.0.{name}.weight"
        # A weight is rounded to one of 255 steps between the extremes of its column.
        torch.testing.assert_close(back.state_dict()[weight], given[weight], atol=2e-3, rtol=0.0)
