"""The exported reader, run by onnxruntime: from (question, passage) to a span and two logits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from qa.span_reader import pad_encodings

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
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(
            max_tokens, stride=max_tokens // _SHARED, strategy="only_second"
        )

    def read(self, pairs: Sequence[tuple[str, str]], *, batch_size: int = 16) -> list[Reading]:
        """A reading for every (question, passage); of a long passage, its best window's."""
        windows: list[tuple[int, Encoding]] = []
        for number, encoding in enumerate(self._tokenizer.encode_batch(list(pairs))):
            windows.append((number, encoding))
            windows.extend((number, rest) for rest in encoding.overflowing)
        order = sorted(range(len(windows)), key=lambda i: len(windows[i][1].ids))
        best: dict[int, Reading] = {}
        for first in range(0, len(order), batch_size):
            chosen = [windows[i] for i in order[first : first + batch_size]]
            for (number, _), reading in zip(
                chosen, self._read_batch([encoding for _, encoding in chosen]), strict=True
            ):
                if number not in best or reading.answerable > best[number].answerable:
                    best[number] = reading
        return [best[number] for number in range(len(pairs))]

    def _read_batch(self, encodings: Sequence[Encoding]) -> Iterator[Reading]:
        start, end, answerable, relevance = self._session.run(None, pad_encodings(encodings))
        for row, encoding in enumerate(encodings):
            first, last, score = best_span(start[row], end[row], encoding.sequence_ids)
            yield Reading(
                start=encoding.offsets[first][0],
                end=encoding.offsets[last][1],
                margin=score - float(start[row, 0] + end[row, 0]),
                answerable=float(answerable[row]),
                relevance=float(relevance[row]),
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
