"""A model compiled to ONNX, and the cache folder that keeps it between starts."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from index.durable import digest_file, sync_folder, sync_tree
from index.errors import ModelDamagedError

# Raise it when the compiled graph changes; what older programs kept is then compiled again.
_FORMAT = 3

# How often it is tried to put a model in a place that others write to as well, and how
# long, in seconds, one of them is given for his two steps.
_CHANCES = 20
_BETWEEN_CHANCES = 0.01
_CARD, _ONNX, _TOKENIZER = "compiled.json", "model.onnx", "tokenizer.json"


@dataclass(frozen=True, slots=True)
class CompiledModel:
    """All that encoding takes: a graph from token ids to unit vectors, and a tokenizer.

    ``graph`` is ONNX, or the path of a file of it, which loads quicker. It
    maps int64 ``input_ids`` and ``attention_mask`` of shape (batch, tokens) to
    float32 ``vectors`` of shape (batch, dim). ``tokenizer_json`` cuts at
    ``max_tokens`` and pads. A prompt is put before each text.
    """

    name: str
    fingerprint: str
    dim: int
    max_tokens: int
    query_prompt: str
    passage_prompt: str
    graph: bytes | Path
    tokenizer_json: str
    precision: str = "float32"

    @property
    def vector_fingerprint(self) -> str:
        """The sha256 that tells which vectors may be compared: weights, and how they are kept."""
        if self.precision == "float32":
            return self.fingerprint
        return hashlib.sha256(f"{self.fingerprint} {self.precision}".encode()).hexdigest()


def cache_root(cache_dir: Path | None = None) -> Path:
    """``cache_dir``, else the folder that BRIEFING_CACHE names, else the user's cache folder."""
    if cache_dir is not None:
        return cache_dir
    if named := os.environ.get("BRIEFING_CACHE"):
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_cache_path("briefing-qa")


def load_compiled(folder: Path, *, fingerprint: str) -> CompiledModel | None:
    """The compiled model in ``folder``; None where there is none that this program can use.

    Raises:
        ModelDamagedError: if a file is missing, cut short or changed.
    """
    try:
        card = json.loads((folder / _CARD).read_bytes())
        if card["format"] != _FORMAT or card["fingerprint"] != fingerprint:
            return None
        for name in (_ONNX, _TOKENIZER):
            if (digest := digest_file(folder / name)) != card["sha256"][name]:
                raise ModelDamagedError(
                    f"the compiled model's {folder / name} has the sha256 {digest}, "
                    f"not {card['sha256'][name]}"
                )
        return CompiledModel(
            name=card["name"],
            fingerprint=card["fingerprint"],
            dim=card["dim"],
            max_tokens=card["max_tokens"],
            query_prompt=card["query_prompt"],
            passage_prompt=card["passage_prompt"],
            graph=folder / _ONNX,
            tokenizer_json=(folder / _TOKENIZER).read_text(encoding="utf-8"),
            precision=card["precision"],
        )
    except (FileNotFoundError, NotADirectoryError) as error:
        if folder.is_dir():
            raise ModelDamagedError(f"the compiled model lacks {error.filename}") from error
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelDamagedError(f"the compiled model in {folder} cannot be read") from error


def save_compiled(model: CompiledModel, folder: Path) -> None:
    """Put the model into ``folder``, whole or not at all, in place of what was there.

    Raises:
        OSError: if the system refuses.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    graph = model.graph if isinstance(model.graph, bytes) else model.graph.read_bytes()
    contents = {_ONNX: graph, _TOKENIZER: model.tokenizer_json.encode()}
    card = {
        "format": _FORMAT,
        "name": model.name,
        "fingerprint": model.fingerprint,
        "dim": model.dim,
        "max_tokens": model.max_tokens,
        "query_prompt": model.query_prompt,
        "passage_prompt": model.passage_prompt,
        "precision": model.precision,
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()},
    }
    scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        written = scratch / "new"
        written.mkdir()
        for name, data in contents.items():
            (written / name).write_bytes(data)
        (written / _CARD).write_text(json.dumps(card, indent=2), encoding="utf-8")
        sync_tree(written)
        # A full folder cannot be replaced in one step. Between these two a reader
        # finds none, and compiles for itself; so may somebody else who replaces it.
        with contextlib.suppress(FileNotFoundError):
            os.replace(folder, scratch / "old")
        for chance in reversed(range(_CHANCES)):
            try:
                os.replace(written, folder)
            except OSError:
                # Somebody else may have compiled the same model meanwhile: theirs is as good.
                if (folder / _CARD).is_file():
                    break
                # Or a third is just putting his own in its place, between the two steps.
                if not chance:
                    raise
                time.sleep(_BETWEEN_CHANCES)
            else:
                break
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
