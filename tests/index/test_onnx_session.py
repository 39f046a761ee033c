"""A graph made here: what it gives for one input, for many, and in 8 bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from index.eight_bits import round_weights
from index.errors import ModelCompileError
from index.onnx_session import OnnxSession

WEIGHT = np.random.default_rng(0).normal(size=(16, 8)).astype(np.float32)


def graph() -> bytes:
    """``ids`` of shape (1, n), as numbers, times a weight whose rows are repeated over n."""
    nodes = [
        helper.make_node("Cast", ["ids"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("MatMul", ["numbers", "weight"], ["product"]),
    ]
    made = helper.make_graph(
        nodes,
        "product",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", 16])],
        [helper.make_tensor_value_info("product", TensorProto.FLOAT, ["batch", 8])],
        [numpy_helper.from_array(WEIGHT, "weight")],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return model.SerializeToString()


def inputs(number: int) -> dict[str, NDArray[np.int64]]:
    return {"ids": np.full((1, 16), number, dtype=np.int64)}


@pytest.mark.parametrize("threads", [1, 2])
def test_each_input_is_run_alone_and_comes_back_in_its_place(threads: int) -> None:
    session = OnnxSession(graph(), threads=threads)
    for number, (product,) in enumerate(session.run_each([inputs(n) for n in range(40)])):
        np.testing.assert_allclose(product[0], number * WEIGHT.sum(axis=0), rtol=1e-4, atol=1e-4)
    assert session.run_each([]) == []


def test_a_graph_is_read_from_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "graph.onnx"
    path.write_bytes(graph())
    (product,) = OnnxSession(path, threads=2).run(inputs(1))
    assert product.shape == (1, 8)


def test_8_bits_are_near_smaller_and_the_same_in_any_company() -> None:
    rounded = round_weights(graph())
    kinds = {node.op_type for node in onnx.load_from_string(rounded).graph.node}
    assert "MatMulInteger" in kinds
    session = OnnxSession(rounded, threads=2)
    (alone,) = session.run(inputs(3))
    np.testing.assert_allclose(alone[0], 3 * WEIGHT.sum(axis=0), atol=0.5)
    # A number 1,000 times as large beside it would take all 8 bits for itself in a batch.
    beside, _ = session.run_each([inputs(3), inputs(3000)])
    np.testing.assert_array_equal(beside[0], alone)


def test_what_is_no_graph_is_one_error() -> None:
    with pytest.raises(ModelCompileError, match="onnxruntime cannot round the weights"):
        round_weights(b"no graph")
