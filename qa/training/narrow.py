"""A network with fewer attention heads and inner neurons: those that it would miss least go.

What a head or a neuron is worth is the Fisher information of a gate on it (Kwon et
al. 2022, "A Fast Post-Training Pruning Framework for Transformers"): the mean square
of what the likelihood of the network's own answers would lose with it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from qa.training.encoding import Batch
from qa.training.network import Layer, Logits, ReaderNetwork, Shape

_DRAWS = 2  # answers drawn for each input


def narrow(
    network: ReaderNetwork, batches: Iterable[Batch], *, heads: int, inner: int, seed: int
) -> ReaderNetwork:
    """A network of its own with the best ``heads`` and ``inner`` neurons of every layer.

    What they are worth is estimated on ``batches``; their labels are not looked at.

    Raises:
        ValueError: if a layer has not so many.
    """
    shape = narrow_shape(network.shape, heads=heads, inner=inner)
    of_heads, of_neurons = _worth(network, batches, seed)
    narrowed = copy.deepcopy(network)
    narrowed.shape = shape
    for layer, by_head, by_neuron in zip(_layers(narrowed), of_heads, of_neurons, strict=True):
        kept = by_neuron.topk(inner).indices.sort().values
        layer.inner = _rows(layer.inner, kept)
        layer.outer = _columns(layer.outer, kept)
        whole = torch.arange(network.shape.heads * shape.head).view(-1, shape.head)
        slots = whole[by_head.topk(heads).indices.sort().values].flatten()
        layer.attended = _columns(layer.attended, slots)
        # Queries, keys and values stand one after the other in one matrix.
        layer.qkv = _rows(layer.qkv, torch.cat([slots + whole.numel() * i for i in range(3)]))
        layer.heads = heads
    return narrowed


def narrow_shape(shape: Shape, *, heads: int, inner: int) -> Shape:
    """``shape`` with so many heads and inner neurons in each layer.

    Raises:
        ValueError: if a layer has not so many.
    """
    if not (0 < heads <= shape.heads and 0 < inner <= shape.inner):
        raise ValueError(
            f"{heads} heads and {inner} inner neurons were to be kept of "
            f"{shape.heads} and {shape.inner}; name no more than there are"
        )
    return replace(shape, heads=heads, inner=inner)


def _worth(
    network: ReaderNetwork, batches: Iterable[Batch], seed: int
) -> tuple[list[Tensor], list[Tensor]]:
    """What each head and each inner neuron is worth, a tensor for each layer."""
    layers = _layers(network)
    shape = network.shape
    heads = [torch.zeros(shape.heads) for _ in layers]
    neurons = [torch.zeros(shape.inner) for _ in layers]
    network.eval()
    chance = torch.Generator().manual_seed(seed)
    for batch in batches:
        size = len(batch.answerable)
        on_heads = [torch.ones(size, shape.heads, requires_grad=True) for _ in layers]
        on_neurons = [torch.ones(size, shape.inner, requires_grad=True) for _ in layers]
        hooks = []
        for layer, by_head, by_neuron in zip(layers, on_heads, on_neurons, strict=True):
            spread = by_head.repeat_interleave(shape.head, dim=1)
            hooks.append(layer.attended.register_forward_pre_hook(_gate(spread)))
            hooks.append(layer.outer.register_forward_pre_hook(_gate(by_neuron)))
        try:
            said = network(
                torch.from_numpy(batch.input_ids),
                torch.from_numpy(batch.attention_mask),
                torch.from_numpy(batch.token_type_ids),
            )
        finally:
            for hook in hooks:
                hook.remove()
        for _ in range(_DRAWS):
            gradients = torch.autograd.grad(
                _likelihood_of_a_draw(said, chance), [*on_heads, *on_neurons], retain_graph=True
            )
            for total, gradient in zip([*heads, *neurons], gradients, strict=True):
                total += gradient.square().sum(dim=0)
    return heads, neurons


def _layers(network: ReaderNetwork) -> list[Layer]:
    return cast(list[Layer], list(network.encoder.layers))


def _gate(gate: Tensor) -> Callable[[nn.Module, tuple[Tensor]], tuple[Tensor]]:
    def hook(_: nn.Module, inputs: tuple[Tensor]) -> tuple[Tensor]:
        return (inputs[0] * gate[:, None, :],)

    return hook


def _likelihood_of_a_draw(said: Logits, chance: torch.Generator) -> Tensor:
    """The log-likelihood, summed over inputs, of an answer drawn from what is said."""
    total = torch.zeros(())
    for places in (said.start, said.end):
        likely = functional.log_softmax(places, dim=1)
        drawn = torch.multinomial(likely.detach().exp(), 1, generator=chance)
        total = total + likely.gather(1, drawn).sum()
    for judged in (said.answerable, said.relevance):
        drawn = torch.bernoulli(torch.sigmoid(judged.detach()), generator=chance)
        total = total - functional.binary_cross_entropy_with_logits(judged, drawn, reduction="sum")
    return total


def _rows(linear: nn.Linear, kept: Tensor) -> nn.Linear:
    """The outputs ``kept`` of ``linear``."""
    smaller = nn.Linear(linear.in_features, len(kept))
    with torch.no_grad():
        smaller.weight.copy_(linear.weight[kept])
        smaller.bias.copy_(linear.bias[kept])
    return smaller


def _columns(linear: nn.Linear, kept: Tensor) -> nn.Linear:
    """``linear`` with the inputs ``kept`` alone."""
    smaller = nn.Linear(len(kept), linear.out_features)
    with torch.no_grad():
        smaller.weight.copy_(linear.weight[:, kept])
        smaller.bias.copy_(linear.bias)
    return smaller
