"""The shipped reader as a base to train on: its int8 weights read back to float.

A run that starts here goes on from what earlier runs taught. Each weight is
(q - zero point) * scale; what rounding took, training gives back.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from qa.training.network import ReaderNetwork, Shape

_ONE_LAYER = Shape(
    vocabulary=30522, positions=512, width=384, inner=1536, layers=1, heads=12, head=32
)
_IN_LAYER = ("qkv", "attended", "inner", "outer")
_IN_JUDGES = 4  # two matrices of each of the two judges, which keep their names
_QUANTISED = "_quantized"


def load_shipped_base(model: Path, *, dropout: float) -> ReaderNetwork:
    """A network with all weights of the int8 reader in ``model``, its heads included.

    Raises:
        ValueError: if the file's graph is not the one that this project exports.
    """
    state = {
        name: torch.from_numpy(np.array(value, dtype=np.float32))
        for name, value in read_exported_weights(model).items()
    }
    layers = sum(name.endswith(".qkv.weight") for name in state)
    if state["encoder.words.weight"].shape[1] != _ONE_LAYER.width:
        raise _unlike(model)
    # Of each layer heads and inner neurons may have been cut, from all the same number.
    shape = replace(
        _ONE_LAYER,
        layers=layers,
        heads=len(state["encoder.layers.0.qkv.weight"]) // (3 * _ONE_LAYER.head),
        inner=len(state["encoder.layers.0.inner.weight"]),
    )
    network = ReaderNetwork(shape, dropout=dropout)
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise _unlike(model) from error
    return network


def _unlike(model: Path) -> ValueError:
    return ValueError(
        f"{model.name} does not hold layers of this project's reader, "
        f"{_ONE_LAYER.width} wide; take the file that qa/models/README.md names"
    )


def read_exported_weights(model: Path) -> dict[str, NDArray[np.float32]]:
    """Every weight of an int8 reader by its name in ``ReaderNetwork``, float32.

    Matrices are (out, in), as PyTorch keeps them.

    Raises:
        ValueError: if the graph has not one integer product for each matrix.
    """
    graph = onnx.load(str(model)).graph
    held = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    weights: dict[str, NDArray[np.float32]] = {}
    for name, array in held.items():
        own = name.removeprefix("network.")
        if own == name:
            continue
        if own.startswith("encoder.") and own.endswith(_QUANTISED):  # tables of embeddings
            weights[own.removesuffix(_QUANTISED)] = _restore(held, name)
        elif own.endswith((".weight", ".bias")):
            weights[own] = np.asarray(array, dtype=np.float32)
    # The products stand in the graph in the order in which a pass needs them.
    products = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
    unnamed = [name for name in products if not name.startswith("network.")]
    named = [name for name in products if name.startswith("network.")]
    layers = sum(name.endswith(".qkv.bias") for name in weights)
    matrices = [
        f"encoder.layers.{number}.{name}.weight" for number in range(layers) for name in _IN_LAYER
    ] + ["span.weight"]
    if len(unnamed) != len(matrices) or len(named) != _IN_JUDGES:
        raise ValueError(
            f"{model.name} has {len(products)} integer products, "
            f"expected {len(matrices) + _IN_JUDGES} for {layers} layers; "
            "take the file that qa/models/README.md names"
        )
    for name, matrix in zip(unnamed, matrices, strict=True):
        weights[matrix] = np.ascontiguousarray(_restore(held, name).T)
    for name in named:
        own = name.removeprefix("network.").removesuffix(f"_Transposed{_QUANTISED}")
        weights[own] = np.ascontiguousarray(_restore(held, name).T)
    return weights


def _restore(held: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    base = name.removesuffix(_QUANTISED)
    zero = held[f"{base}_zero_point"].astype(np.float32)
    scale = held[f"{base}_scale"].astype(np.float32)
    restored: NDArray[np.float32] = (held[name].astype(np.float32) - zero) * scale
    return restored
