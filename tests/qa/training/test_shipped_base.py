"""The shipped reader as a base: what is read back reads as the shipped file does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from qa.training.baselines import base_folder
from qa.training.bases import shipped_weights
from qa.training.encoding import batch_of, encode_examples, load_tokenizer
from qa.training.examples import Example
from qa.training.export import INPUTS, export_fp32, quantise
from qa.training.network import ReaderNetwork, Shape
from qa.training.shipped_base import load_shipped_base

TINY = Shape(vocabulary=99, positions=16, width=8, inner=12, layers=1, heads=2, head=4)
PASSAGES = ("The old mill burned down in 1871. It was wet.", "The mill was sold to Ann Marsh.")


def test_the_weights_read_back_say_what_the_shipped_file_says() -> None:
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json", max_tokens=64)
    examples = [
        Example("When did the mill burn?", passage, None, None, 0, 0, "") for passage in PASSAGES
    ]
    batch = batch_of(encode_examples(examples, tokenizer), np.arange(len(examples)))
    inputs = {name: getattr(batch, name) for name in INPUTS}
    session = onnxruntime.InferenceSession(
        str(shipped_weights()), providers=["CPUExecutionProvider"]
    )
    start, end, answerable, relevance = session.run(None, inputs)

    network = load_shipped_base(shipped_weights(), dropout=0.1).eval()
    with torch.no_grad():
        said = network(*(torch.from_numpy(inputs[name]) for name in INPUTS))

    # int8 also rounds what flows through the network; weights in a wrong place miss by far more.
    np.testing.assert_allclose(said.answerable.numpy(), answerable, atol=0.5)
    np.testing.assert_allclose(said.relevance.numpy(), relevance, atol=0.5)
    # The passage that answers; in the other the two best places lie close together.
    assert said.start[0].argmax() == start[0].argmax()
    assert said.end[0].argmax() == end[0].argmax()
    assert answerable[0] > answerable[1]


def test_a_file_of_another_shape_is_refused(tmp_path: Path) -> None:
    export_fp32(ReaderNetwork(TINY).eval(), tmp_path / "fp32.onnx")
    quantise(tmp_path / "fp32.onnx", tmp_path / "int8.onnx")

    with pytest.raises(ValueError, match=r"int8\.onnx does not hold layers of .*, 384 wide"):
        load_shipped_base(tmp_path / "int8.onnx", dropout=0.0)


def test_a_file_with_another_number_of_products_is_refused(tmp_path: Path) -> None:
    weight = numpy_helper.from_array(np.ones((4, 4), dtype=np.uint8), "weight")
    product = helper.make_node("MatMulInteger", ["given", "weight"], ["product"])
    given = helper.make_tensor_value_info("given", TensorProto.UINT8, [1, 4])
    made = helper.make_tensor_value_info("product", TensorProto.INT32, [1, 4])
    graph = helper.make_graph([product], "one", [given], [made], [weight])
    onnx.save(helper.make_model(graph), tmp_path / "one.onnx")

    # No layer has a bias: 0 * 4 products in layers, the span's and the two judges' 4.
    with pytest.raises(ValueError, match=r"has 1 integer products, expected 5 for 0 layers"):
        load_shipped_base(tmp_path / "one.onnx", dropout=0.0)
