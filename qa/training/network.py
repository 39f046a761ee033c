"""The reader's network: a BERT encoder with a span head and two heads that judge the pair."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

_MASKED = -1e4  # low enough that softmax gives zero, high enough for half precision


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder."""

    vocabulary: int
    positions: int
    width: int
    inner: int
    layers: int
    heads: int
    head: int  # the width of one


class Logits(NamedTuple):
    """What the reader says, before softmax or sigmoid."""

    start: Tensor  # (batch, seq); position 0 stands for "no answer"
    end: Tensor  # (batch, seq)
    answerable: Tensor  # (batch,)
    relevance: Tensor  # (batch,)


class Layer(nn.Module):
    """Attention and a feed-forward part, each added to what comes in and normalised."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.head = shape.head
        self.scale = shape.head**-0.5
        self.qkv = nn.Linear(shape.width, 3 * shape.heads * shape.head)
        self.attended = nn.Linear(shape.heads * shape.head, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.outer_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        batch, seq, _ = hidden.shape
        query, key, value = (
            self.qkv(hidden)
            .view(batch, seq, 3, self.heads, self.head)
            .permute(2, 0, 3, 1, 4)  # (3, batch, heads, seq, head)
            .unbind(0)
        )
        # Written out: on CPUs the backward pass of the fused kernel is several times slower.
        scores = torch.matmul(query * self.scale, key.transpose(2, 3)) + bias.to(query.dtype)
        mixed = torch.matmul(functional.softmax(scores, dim=-1, dtype=scores.dtype), value)
        mixed = mixed.transpose(1, 2).reshape(batch, seq, self.heads * self.head)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(mixed)))
        fed = self.outer(functional.gelu(self.inner(hidden)))
        normed: Tensor = self.outer_norm(hidden + self.dropout(fed))
        return normed


class Encoder(nn.Module):
    """BERT: token, position and type embeddings, then layers of attention."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.types = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        hidden = self.embed(input_ids, token_type_ids)
        return self.states_above(hidden, attention_mask, 0)[-1]

    def embed(self, input_ids: Tensor, token_type_ids: Tensor) -> Tensor:
        """What goes into the first layer: (batch, seq, width)."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        hidden = self.words(input_ids) + self.positions(places) + self.types(token_type_ids)
        embedded: Tensor = self.dropout(self.norm(hidden))
        return embedded

    def states_above(self, hidden: Tensor, attention_mask: Tensor, first: int) -> list[Tensor]:
        """``hidden``, which goes into layer ``first``, and what each layer from there gives."""
        bias = (1.0 - attention_mask[:, None, None, :].to(torch.float32)) * _MASKED
        states = [hidden]
        for layer in self.layers[first:]:
            states.append(layer(states[-1], bias))
        return states


class _Judge(nn.Module):
    """One number about the pair."""

    def __init__(self, wide: int, width: int, dropout: float) -> None:
        super().__init__()
        self.dense = nn.Linear(wide, width)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(width, 1)

    def forward(self, features: Tensor) -> Tensor:
        judged: Tensor = self.out(self.dropout(torch.tanh(self.dense(features))))
        return judged.squeeze(-1)


class ReaderNetwork(nn.Module):
    """Question and passage in one sequence; spans, answerability and relevance out."""

    def __init__(self, shape: Shape, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape, dropout)
        self.span = nn.Linear(shape.width, 2)
        # Whether there is an answer is judged at [CLS] and where the best answer would stand.
        self.answerable = _Judge(3 * shape.width, shape.width, dropout)
        self.relevance = _Judge(shape.width, shape.width, dropout)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Logits:
        hidden = self.encoder(input_ids, attention_mask, token_type_ids)
        return self.judge(hidden, attention_mask, token_type_ids)

    def judge(self, hidden: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Logits:
        """What the heads say of ``hidden``, the last layer's (batch, seq, width)."""
        summary = hidden[:, 0]
        raw = self.span(hidden).to(torch.float32)  # (batch, seq, 2)
        outside = 1.0 - (token_type_ids * attention_mask).to(torch.float32)  # (batch, seq)
        within = raw + outside[:, :, None] * _MASKED
        places = functional.softmax(within, dim=1).to(hidden.dtype)  # (batch, seq, 2)
        pointed = torch.matmul(places.transpose(1, 2), hidden)  # (batch, 2, width)
        features = torch.cat([summary, pointed.flatten(1)], dim=1)
        none = raw[:, :1]  # [CLS] stays open: it says "no answer"
        logits = torch.cat([none, within[:, 1:]], dim=1)
        return Logits(
            start=logits[:, :, 0],
            end=logits[:, :, 1],
            answerable=self.answerable(features).to(torch.float32),
            relevance=self.relevance(summary).to(torch.float32),
        )


def keep_layers(network: ReaderNetwork, kept: Sequence[int]) -> ReaderNetwork:
    """A network of its own with the layers numbered ``kept`` (from 0, rising) of ``network``.

    Raises:
        ValueError: if a number is no layer of ``network`` or they do not rise.
    """
    layers = network.shape.layers
    if not kept or list(kept) != sorted(set(kept)) or kept[0] < 0 or kept[-1] >= layers:
        raise ValueError(
            f"layers to keep are {list(kept)}; name rising numbers from 0 to {layers - 1}"
        )
    smaller = copy.deepcopy(network)
    smaller.encoder.layers = nn.ModuleList(smaller.encoder.layers[number] for number in kept)
    smaller.shape = replace(network.shape, layers=len(kept))
    return smaller


def read_shape(folder: Path) -> Shape:
    """The sizes of the BERT model in ``folder``, from its config.json."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return Shape(
        vocabulary=config["vocab_size"],
        positions=config["max_position_embeddings"],
        width=config["hidden_size"],
        inner=config["intermediate_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        head=config["hidden_size"] // config["num_attention_heads"],
    )


def load_base(folder: Path, *, dropout: float) -> ReaderNetwork:
    """A network whose encoder is the BERT model in ``folder`` and whose heads are new."""
    shape = read_shape(folder)
    network = ReaderNetwork(shape, dropout=dropout)
    given = load_file(folder / "model.safetensors")
    state = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "types.weight": given["embeddings.token_type_embeddings.weight"],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for number in range(shape.layers):
        theirs = f"encoder.layer.{number}"
        ours = f"layers.{number}"
        for part in ("weight", "bias"):
            state[f"{ours}.qkv.{part}"] = torch.cat(
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
                state[f"{ours}.{mine}.{part}"] = given[f"{theirs}.{name}.{part}"]
    network.encoder.load_state_dict(state)
    return network
