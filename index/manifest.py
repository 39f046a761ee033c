"""What an index folder says about itself: what it was built from, and which files hold it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.errors import (
    IndexAccessError,
    IndexDamagedError,
    IndexFormatError,
    IndexMismatchError,
    IndexMissingError,
)

# Raise it when a file, or how words are split and framed, changes.
FORMAT = 1

NAME = "manifest.json"

_GENERATION = re.compile(r"gen-[0-9a-f]{16}")
_FILE = re.compile(r"[a-z][a-z.]*(?:/[a-z][a-z.]*)?")


@dataclass(frozen=True, slots=True)
class FileRecord:
    """The length and the sha256 of a file."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``generation`` names the folder of the ``files``; their names use forward slashes."""

    format: int
    created_by: str
    embedder: str
    dim: int
    model_sha256: str
    passages: int
    corpus_sha256: str
    generation: str
    files: Mapping[str, FileRecord]

    def to_json(self) -> bytes:
        return (json.dumps(asdict(self), indent=2, sort_keys=True) + "\n").encode()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of ``folder``.

    Raises:
        IndexMissingError: if there is none.
        IndexAccessError: if the system refuses to read it.
        IndexFormatError: if another version wrote it.
        IndexDamagedError: if it is not a manifest.
    """
    path = folder / NAME
    try:
        held = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexMissingError(f"there is no index in {folder}; build it") from error
    except OSError as error:
        raise IndexAccessError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise IndexDamagedError(f"{path} is not JSON; build the index again") from error
    if not isinstance(held, dict) or "format" not in held:
        raise IndexDamagedError(f"{path} is no manifest of an index; build the index again")
    if held["format"] != FORMAT:
        raise IndexFormatError(
            f"{path} has the format {held['format']!r} and this program reads {FORMAT}; "
            "build the index again"
        )
    try:
        return _checked(held)
    except (KeyError, TypeError, ValueError) as error:
        raise IndexDamagedError(
            f"{path} lacks a field or has one of another kind ({error}); build the index again"
        ) from error


def check_built_from(
    manifest: Manifest,
    *,
    embedder: str,
    dim: int,
    model_sha256: str,
    passages: int,
    corpus_sha256: str,
) -> None:
    """Return if the index was built from this model and this corpus.

    Raises:
        IndexMismatchError: if not; the message names both values.
    """
    for what, built, wanted in (
        ("the sha256 of the model", manifest.model_sha256, model_sha256),
        ("the embedder", manifest.embedder, embedder),
        ("vectors of dimension", manifest.dim, dim),
        ("a number of passages", manifest.passages, passages),
        ("the sha256 of the corpus", manifest.corpus_sha256, corpus_sha256),
    ):
        if built != wanted:
            raise IndexMismatchError(
                f"the index was built with {what} {built!r}, asked for is {wanted!r}; "
                "build the index again"
            )


def _checked(held: dict[str, Any]) -> Manifest:
    # The names become paths, so none may lead out of the folder.
    if not _GENERATION.fullmatch(held["generation"]):
        raise ValueError(f"generation is {held['generation']!r}")
    if not isinstance(held["files"], dict):
        raise TypeError(f"files is {held['files']!r}")
    files = {}
    for name, record in held["files"].items():
        if not _FILE.fullmatch(name):
            raise ValueError(f"a file is named {name!r}")
        files[name] = FileRecord(bytes=_int(record["bytes"]), sha256=_str(record["sha256"]))
    return Manifest(
        format=FORMAT,
        created_by=_str(held["created_by"]),
        embedder=_str(held["embedder"]),
        dim=_int(held["dim"]),
        model_sha256=_str(held["model_sha256"]),
        passages=_int(held["passages"]),
        corpus_sha256=_str(held["corpus_sha256"]),
        generation=held["generation"],
        files=files,
    )


def _int(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{value!r} is not a whole number")
    return value


def _str(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a string")
    return value
