"""Examples as token numbers, kept on disk as flat arrays."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from qa.training.examples import Example

IGNORED = -100  # a span that is not taught, as torch's cross entropy calls it
NO_SPAN = 0  # the position of [CLS], where a passage without an answer points

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class EncodedExamples:
    """Example ``i`` has the tokens ``ids[offsets[i]:offsets[i + 1]]``.

    ``boundaries`` say where its passage starts, ``starts`` and ``ends`` are the
    positions of the first and last token of the answer (both inclusive),
    ``NO_SPAN`` or ``IGNORED``; ``origins`` point into ``origin_names``.
    """

    ids: NDArray[np.int32]
    offsets: Ints
    boundaries: Ints
    starts: Ints
    ends: Ints
    answerable: Ints
    relevant: Ints
    origins: Ints
    origin_names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.boundaries)

    @property
    def lengths(self) -> Ints:
        return np.diff(self.offsets)

    def save(self, path: Path) -> None:
        """Write all arrays to ``path``; nothing is left behind when it fails half way."""
        partial = path.with_suffix(".partial.npz")
        np.savez(
            partial,
            ids=self.ids,
            offsets=self.offsets,
            boundaries=self.boundaries,
            starts=self.starts,
            ends=self.ends,
            answerable=self.answerable,
            relevant=self.relevant,
            origins=self.origins,
            origin_names=np.array(self.origin_names),
        )
        os.replace(partial, path)

    @classmethod
    def load(cls, path: Path) -> EncodedExamples:
        with np.load(path, allow_pickle=False) as arrays:
            held = {name: arrays[name] for name in arrays.files}
        names = tuple(str(name) for name in held.pop("origin_names"))
        return cls(**held, origin_names=names)


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded inputs and labels; every array but the labels is (batch, seq)."""

    input_ids: Ints
    attention_mask: Ints
    token_type_ids: Ints
    starts: Ints  # (batch,)
    ends: Ints
    answerable: Ints
    relevant: Ints
    origins: Ints


def load_tokenizer(path: Path, *, max_tokens: int) -> Tokenizer:
    """The WordPiece tokenizer in ``path``, cutting the passage (never the question) to fit."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens, strategy="only_second")
    return tokenizer


def span_tokens(encoding: Encoding, start: int, end: int) -> tuple[int, int] | None:
    """The first and last token of the passage's code points ``[start, end)``.

    None where the passage was cut before the answer's end.
    """
    inside = [
        position
        for position, (sequence, (left, right)) in enumerate(
            zip(encoding.sequence_ids, encoding.offsets, strict=True)
        )
        if sequence == 1 and left < end and start < right
    ]
    if not inside or encoding.offsets[inside[-1]][1] < end:
        return None
    return inside[0], inside[-1]


def encode_examples(examples: Sequence[Example], tokenizer: Tokenizer) -> EncodedExamples:
    """All examples that fit; one whose answer was cut off is left out."""
    names = tuple(sorted({example.origin for example in examples}))
    flat: list[NDArray[np.int32]] = []
    rows: list[tuple[int, int, int, int, int, int, int]] = []
    for chunk in _chunks(examples, 1024):
        encodings = tokenizer.encode_batch([(e.question, e.passage) for e in chunk])
        for example, encoding in zip(chunk, encodings, strict=True):
            start, end = NO_SPAN, NO_SPAN
            if example.start is not None and example.end is not None:
                span = span_tokens(encoding, example.start, example.end)
                if span is None:
                    continue
                start, end = span
            elif example.answerable != 0:
                start, end = IGNORED, IGNORED
            boundary = encoding.type_ids.index(1)
            flat.append(np.array(encoding.ids, dtype=np.int32))
            rows.append(
                (
                    boundary,
                    start,
                    end,
                    example.answerable,
                    example.relevant,
                    names.index(example.origin),
                    len(encoding.ids),
                )
            )
    table = np.array(rows, dtype=np.int64).reshape(-1, 7)
    return EncodedExamples(
        ids=np.concatenate(flat) if flat else np.zeros(0, dtype=np.int32),
        offsets=np.concatenate([[0], np.cumsum(table[:, 6])]).astype(np.int64),
        boundaries=table[:, 0],
        starts=table[:, 1],
        ends=table[:, 2],
        answerable=table[:, 3],
        relevant=table[:, 4],
        origins=table[:, 5],
        origin_names=names,
    )


def _chunks(examples: Sequence[Example], size: int) -> Iterator[Sequence[Example]]:
    for first in range(0, len(examples), size):
        yield examples[first : first + size]


def batch_of(encoded: EncodedExamples, numbers: Ints) -> Batch:
    """The examples numbered ``numbers``, padded to the longest of them."""
    lengths = encoded.lengths[numbers]
    width = int(lengths.max())
    input_ids = np.zeros((len(numbers), width), dtype=np.int64)
    types = np.zeros_like(input_ids)
    for row, number in enumerate(numbers):
        tokens = encoded.ids[encoded.offsets[number] : encoded.offsets[number + 1]]
        input_ids[row, : len(tokens)] = tokens
        types[row, encoded.boundaries[number] : len(tokens)] = 1
    return Batch(
        input_ids=input_ids,
        attention_mask=(np.arange(width) < lengths[:, None]).astype(np.int64),
        token_type_ids=types,
        starts=encoded.starts[numbers],
        ends=encoded.ends[numbers],
        answerable=encoded.answerable[numbers],
        relevant=encoded.relevant[numbers],
        origins=encoded.origins[numbers],
    )


def batches_of_epoch(
    encoded: EncodedExamples, *, epoch: int, seed: int, batch_size: int
) -> list[Ints]:
    """The numbers of every batch of an epoch, in order; a function of its arguments alone.

    Batches hold examples of like length (drawn from pools of fifty batches), so
    that little is spent on padding; their order is random.
    """
    rng = np.random.default_rng([seed, epoch])
    order = rng.permutation(len(encoded))
    lengths = encoded.lengths
    batches: list[Ints] = []
    pool_size = 50 * batch_size
    for first in range(0, len(order), pool_size):
        pool = order[first : first + pool_size]
        pool = pool[np.argsort(lengths[pool], kind="stable")]
        pool_batches = [pool[i : i + batch_size] for i in range(0, len(pool), batch_size)]
        batches.extend(pool_batches[i] for i in rng.permutation(len(pool_batches)))
    return batches
