"""From a checkpoint to ONNX: fp32, then int8."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from qa.training.network import ReaderNetwork

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("start_logits", "end_logits", "answerable_logit", "relevance_logit")


class _Traced(nn.Module):
    """The network with a plain tuple out, as tracing wants it."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        logits = self.network(input_ids, attention_mask, token_type_ids)
        return logits.start, logits.end, logits.answerable, logits.relevance


def load_average(network: ReaderNetwork, checkpoint: Path) -> int:
    """Give ``network`` the averaged weights of a checkpoint; returns the step it was made at."""
    state = torch.load(checkpoint, weights_only=True)
    network.load_state_dict({**state["network"], **state["average"]})
    return int(state["step"])


def export_fp32(network: ReaderNetwork, path: Path) -> None:
    """Write the network as ONNX with free batch and sequence sizes."""
    network.eval()
    ids = torch.tensor([[101, 2054, 102, 7592, 2088, 102]]).repeat(2, 1)
    ids = ids.clamp(max=network.shape.vocabulary - 1)
    types = torch.tensor([[0, 0, 0, 1, 1, 1]]).repeat(2, 1)
    free = {0: "batch", 1: "seq"}
    with torch.no_grad(), warnings.catch_warnings():
        # The tracing exporter is deprecated, but its graph quantises as it should.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Traced(network).eval(),  # else the exporter leaves the network in training mode
            (ids, torch.ones_like(ids), types),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={
                **dict.fromkeys(INPUTS, free),
                "start_logits": free,
                "end_logits": free,
                "answerable_logit": {0: "batch"},
                "relevance_logit": {0: "batch"},
            },
            opset_version=17,
            dynamo=False,
        )


def quantise(source: Path, target: Path, *, per_channel: bool = True) -> None:
    """Write ``source`` with int8 weights; activations are quantised as the model runs."""
    quantize_dynamic(
        source,
        target,
        per_channel=per_channel,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def sha256_of(path: Path) -> str:
    """The sha256 of a file, as hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
