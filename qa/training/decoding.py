"""The exported reader, run by onnxruntime: from (question, passage) to a span and two logits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from index.onnx_session import OnnxSession
from qa.span_reader import model_inputs

Floats = NDArray[np.float32]

_LONGEST_ANSWER = 30  # tokens
_SHARED = 4  # two windows of a long passage share a fourth of their tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader says of one pair; logits, so any real number.

    ``start`` and ``end`` are half-open code points of the best span of the
    passage. ``margin`` is how far its start and end logits together exceed
    those of "no answer".
    """

    start: int
    end: int
    margin: float
    answerable: float
    relevance: float


class OnnxReader:
    """A reader file and its tokenizer."""

    def __init__(self, model: Path, tokenizer: Path, *, max_tokens: int, threads: int = 2) -> None:
        self._session = OnnxSession(model, threads=threads)
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(
            max_tokens, stride=max_tokens // _SHARED, strategy="only_second"
        )

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """A reading for every (question, passage); of a long passage, its best window's."""
        windows: list[tuple[int, Encoding]] = []
        for number, encoding in enumerate(self._tokenizer.encode_batch(list(pairs))):
            windows.append((number, encoding))
            windows.extend((number, rest) for rest in encoding.overflowing)
        outputs = self._session.run_each([model_inputs(encoding) for _, encoding in windows])
        best: dict[int, Reading] = {}
        for (number, encoding), logits in zip(windows, outputs, strict=True):
            reading = _reading(encoding, logits)
            if number not in best or reading.answerable > best[number].answerable:
                best[number] = reading
        return [best[number] for number in range(len(pairs))]


def _reading(encoding: Encoding, logits: Sequence[Floats]) -> Reading:
    start, end, answerable, relevance = (output[0] for output in logits)
    first, last, score = best_span(start, end, encoding.sequence_ids)
    return Reading(
        start=encoding.offsets[first][0],
        end=encoding.offsets[last][1],
        margin=score - float(start[0] + end[0]),
        answerable=float(answerable),
        relevance=float(relevance),
    )


def best_span(
    start: Floats, end: Floats, sequence_ids: Sequence[int | None]
) -> tuple[int, int, float]:
    """The first and last position of the best span in the passage, and its summed logits.

    ``sequence_ids`` is 1 for tokens of the passage; padding beyond it is not looked at.
    """
    places = np.array([i for i, sequence in enumerate(sequence_ids) if sequence == 1])
    table = start[places][:, None] + end[places][None, :]  # (n, n): start by end
    distance = places[None, :] - places[:, None]
    table = np.where((distance >= 0) & (distance < _LONGEST_ANSWER), table, -np.inf)
    first, last = np.unravel_index(int(table.argmax()), table.shape)
    return int(places[first]), int(places[last]), float(table[first, last])
