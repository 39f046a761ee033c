"""A graph with its weights in 8 bits, which runs about twice as quick on a processor.

Every column of a weight has a scale of its own; activations are rounded as the
graph runs (dynamic quantisation). Nothing imports this module but the step that
compiles a model.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from index.errors import ModelCompileError


def round_weights(graph: bytes) -> bytes:
    """``graph``, which is ONNX, with the weights of its matrix products in int8.

    Raises:
        ModelCompileError: if onnxruntime cannot round it.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "rounded.onnx")
        try:
            model = onnx.load_from_string(graph)
            # Else it recommends preparing the graph, which dynamic quantisation has no need of.
            model.metadata_props.add(key="onnx.quant.pre_process", value="onnxruntime.quant")
            quantize_dynamic(
                model,
                target,
                per_channel=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul"],
                extra_options={"MatMulConstBOnly": True},
            )
        except Exception as error:  # the library lets through whatever an operator raises
            raise ModelCompileError(f"onnxruntime cannot round the weights: {error}") from error
        return target.read_bytes()
