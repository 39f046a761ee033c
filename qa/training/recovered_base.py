"""A 12-layer base read back from the packaged int8 cross-encoder.

ms-marco-MiniLM-L-12-v2 has learnt to hold a question against a passage, which
the sentence encoder has not. Its package carries int8 weights only; each is
(q - zero point) * scale, and what rounding took, training gives back. Its
pooler and classifier become the relevance head, so that relevance starts as
the teacher's own.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from qa.training.network import ReaderNetwork, Shape

_SHAPE = Shape(vocabulary=30522, positions=512, width=384, inner=1536, layers=12, heads=12, head=32)
_IN_LAYER = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)


def load_recovered_base(model: Path, *, dropout: float) -> ReaderNetwork:
    """A network with the encoder and relevance head of the cross-encoder in ``model``.

    Raises:
        ValueError: if the file's graph is not the one that this reads.
    """
    given = read_quantised_weights(model)
    network = ReaderNetwork(_SHAPE, dropout=dropout)
    state = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "types.weight": given["embeddings.token_type_embeddings.weight"],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for number in range(_SHAPE.layers):
        theirs = f"encoder.layer.{number}"
        for part in ("weight", "bias"):
            state[f"layers.{number}.qkv.{part}"] = np.concatenate(
                [
                    given[f"{theirs}.attention.self.{name}.{part}"]
                    for name in ("query", "key", "value")
                ]
            )
            for mine, name in (
                ("attended", "attention.output.dense"),
                ("attended_norm", "attention.output.LayerNorm"),
                ("inner", "intermediate.dense"),
                ("outer", "output.dense"),
                ("outer_norm", "output.LayerNorm"),
            ):
                state[f"layers.{number}.{mine}.{part}"] = given[f"{theirs}.{name}.{part}"]
    network.encoder.load_state_dict(_tensors(state))
    network.relevance.load_state_dict(
        _tensors(
            {
                "dense.weight": given["pooler.dense.weight"],
                "dense.bias": given["pooler.dense.bias"],
                "out.weight": given["classifier.weight"],
                "out.bias": given["classifier.bias"],
            }
        )
    )
    return network


def read_quantised_weights(model: Path) -> dict[str, NDArray[np.float32]]:
    """Every weight of a dynamically quantised BERT cross-encoder, float32, by its BERT name.

    Matrices are (out, in), as PyTorch keeps them.

    Raises:
        ValueError: if the graph has not one integer product for each matrix.
    """
    graph = onnx.load(str(model)).graph
    held = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    weights: dict[str, NDArray[np.float32]] = {}
    for name, array in held.items():
        if name.startswith("bert.embeddings") and name.endswith("_quantized"):
            weights[name[len("bert.") : -len("_quantized")]] = _restore(held, name)
        elif array.dtype == np.float32 and not name.endswith("_scale"):
            weights[name.removeprefix("bert.")] = array
    # The products stand in the graph in the order in which a pass needs them.
    matrices = [
        f"encoder.layer.{number}.{name}" for number in range(_SHAPE.layers) for name in _IN_LAYER
    ] + ["pooler.dense", "classifier"]
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]
    if len(products) != len(matrices):
        raise ValueError(
            f"{model.name} has {len(products)} integer products, expected {len(matrices)}; "
            "take the file that qa/models/README.md names"
        )
    for node, name in zip(products, matrices, strict=True):
        weights[f"{name}.weight"] = np.ascontiguousarray(_restore(held, node.input[1]).T)
    return weights


def _restore(held: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    base = name.removesuffix("_quantized")
    zero = held[f"{base}_zero_point"].astype(np.float32)
    scale = held[f"{base}_scale"].astype(np.float32)
    restored: NDArray[np.float32] = (held[name].astype(np.float32) - zero) * scale
    return restored


def _tensors(state: dict[str, NDArray[np.float32]]) -> dict[str, torch.Tensor]:
    return {
        name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()
    }
