"""The reader that ships with the project: where its files are, and that they are the right ones.

models/
  reader.json         sha256 of the other files, longest input, how it was made
  reader.int8.onnx    the weights
  tokenizer.json      WordPiece, uncased
  confidence.json     the confidence models that were fitted for these weights
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from qa.confidence import WAYS, ConfidenceModel, ConfidenceModels
from qa.errors import ReaderFolderError, ReaderMissingError
from qa.reader import Reader
from qa.span_reader import SpanReader

_WEIGHTS, _TOKENIZER = "reader.int8.onnx", "tokenizer.json"
_CARD, _CONFIDENCE = "reader.json", "confidence.json"
_AGAIN = "install briefing-qa again"


@dataclass(frozen=True, slots=True)
class PackagedReader:
    """A reader with the confidence models that were fitted for it.

    ``trained_on`` are the titles of benchmark articles that it was trained on,
    so that a benchmark can leave them out.
    """

    reader: Reader
    confidence: ConfidenceModels
    trained_on: frozenset[str] = frozenset()


def open_packaged_reader(
    folder: Path | None = None, *, threads: int | None = None
) -> PackagedReader:
    """The reader in ``folder``, the one that ships by default.

    Raises:
        ReaderMissingError: if a file of the one that ships is missing, damaged or another one
            than its card says.
        ReaderFolderError: if that is so of the one in ``folder``.
    """
    if folder is None:
        return _open(Path(str(resources.files("qa") / "models")), threads)
    try:
        return _open(folder, threads)
    except ReaderMissingError as error:
        said = str(error).removesuffix(f"; {_AGAIN}")
        raise ReaderFolderError(
            f"{said}; name a folder that a training run exported, {str(folder)!r} is none"
        ) from error


def _open(folder: Path, threads: int | None) -> PackagedReader:
    card = _read_json(folder / _CARD)
    confidence = _read_json(folder / _CONFIDENCE)
    try:
        for name in (_WEIGHTS, _TOKENIZER):
            _check(folder / name, card["sha256"][name])
        return PackagedReader(
            SpanReader(
                folder / _WEIGHTS,
                folder / _TOKENIZER,
                name=card["name"],
                max_tokens=card["max_tokens"],
                threads=threads,
            ),
            ConfidenceModels(
                **{way: ConfidenceModel.from_json(confidence[way]) for way in WAYS}
            ),
            frozenset(card.get("trained_on_titles", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ReaderMissingError(
            f"the reader's {_CARD} or {_CONFIDENCE} lacks what it should say ({error!r}); "
            f"{_AGAIN}"
        ) from error


def _read_json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReaderMissingError(
            f"the reader's {path.name} cannot be read ({error}); {_AGAIN}"
        ) from error
    if not isinstance(value, dict):
        raise ReaderMissingError(
            f"the reader's {path.name} holds no JSON object; {_AGAIN}"
        )
    return value


def _check(path: Path, expected: str) -> None:
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ReaderMissingError(
            f"the reader's {path.name} cannot be read ({error.strerror}); {_AGAIN}"
        ) from error
    if digest != expected:
        raise ReaderMissingError(
            f"the reader's {path.name} has sha256 {digest[:12]}…, its card says {expected[:12]}…; "
            f"{_AGAIN}"
        )
