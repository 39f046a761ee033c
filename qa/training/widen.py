"""A narrowed network gets back the heads and neurons that were cut from it.

What it learnt since stays, each of its heads and neurons in the place it was cut
from; what comes back speaks with a share of the weight that it had. With a share of
0 the wider network says exactly what the narrow one says (Chen et al. 2016, "Net2Net"),
and learning can go on from there with more to learn with.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from qa.training.network import Layer, ReaderNetwork

_ALIKE = 0.5  # cosine; after ten rounds of learning on it was above 0.9 for all


def widen(network: ReaderNetwork, whole: ReaderNetwork, *, share: float) -> ReaderNetwork:
    """A network of ``whole``'s shape that says about what ``network`` says.

    ``network`` was cut from ``whole`` and may have learnt on; ``share`` in [0, 1] of its
    weight has what comes back.

    Raises:
        ValueError: if ``share`` is not in [0, 1], or ``network`` was not cut from ``whole``.
    """
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"the share of what comes back is 0 to 1, but it is {share}")
    ours, theirs = network.shape, whole.shape
    if replace(ours, heads=theirs.heads, inner=theirs.inner) != theirs:
        raise ValueError(f"{ours} was not cut from {theirs}: more differs than heads and inner")
    wider = copy.deepcopy(whole)
    own = network.state_dict()
    kept = {name: value for name, value in own.items() if ".layers." not in name}
    wider.load_state_dict({**wider.state_dict(), **kept})
    for narrow, layer in zip(network.encoder.layers, wider.encoder.layers, strict=True):
        _widen_layer(cast(Layer, layer), cast(Layer, narrow), share)
    return wider


@torch.no_grad()
def _widen_layer(layer: Layer, narrow: Layer, share: float) -> None:
    """Put what ``narrow`` learnt in its places in ``layer``, which it was cut from."""
    size = layer.head
    heads = _places(_by_head(narrow), _by_head(layer), "heads")
    slots = (heads[:, None] * size + torch.arange(size)).flatten()
    wide, cut = layer.heads * size, narrow.heads * size
    for part in range(3):  # queries, keys and values stand one after the other
        layer.qkv.weight[slots + part * wide] = narrow.qkv.weight[part * cut : (part + 1) * cut]
        layer.qkv.bias[slots + part * wide] = narrow.qkv.bias[part * cut : (part + 1) * cut]
    _put_columns(layer.attended, narrow.attended, slots, share)
    neurons = _places(narrow.inner.weight, layer.inner.weight, "inner neurons")
    layer.inner.weight[neurons] = narrow.inner.weight
    layer.inner.bias[neurons] = narrow.inner.bias
    _put_columns(layer.outer, narrow.outer, neurons, share)
    layer.attended_norm.load_state_dict(narrow.attended_norm.state_dict())
    layer.outer_norm.load_state_dict(narrow.outer_norm.state_dict())


def _by_head(layer: Layer) -> Tensor:
    """What makes queries, keys and values of each head, one row a head."""
    parts = layer.qkv.weight.view(3, layer.heads, -1)
    return parts.transpose(0, 1).reshape(layer.heads, -1)


def _places(cut: Tensor, whole: Tensor, of_what: str) -> Tensor:
    """For each row of ``cut`` the row of ``whole`` that is nearest to it in direction."""
    alike = functional.normalize(cut, dim=1) @ functional.normalize(whole, dim=1).T
    likeness, places = alike.max(dim=1)
    different = len(set(places.tolist()))
    if different < len(places) or float(likeness.min()) < _ALIKE:
        raise ValueError(
            f"{len(places)} {of_what} are nearest to {different} of the {len(whole)}, the least "
            f"alike by a cosine of {float(likeness.min()):.2f}: the reader was cut from another"
        )
    return places


def _put_columns(wide: nn.Linear, narrow: nn.Linear, places: Tensor, share: float) -> None:
    """The inputs ``places`` as ``narrow`` has them, of the others ``share``."""
    wide.weight.mul_(share)
    wide.weight[:, places] = narrow.weight
    wide.bias.copy_(narrow.bias)
