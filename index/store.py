"""An index on disk: written whole or not at all, checked before it is believed.

    folder/
      manifest.json         what it was built from; names the generation in use
      gen-0123456789abcdef/ the files of one build, never changed once written
        dense.faiss         the vectors
        digests.npy         which text each vector is of
        lexical/            the word index: arrays and JSON

A build writes a new generation and then replaces the manifest, which the
system does in one step. So a crash at any moment leaves the old index or the
new one, and a reader that loses its generation to a writer reads the new
manifest and starts over. Nothing in the folder is a pickle.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.passages import Passage
from index.dense import DenseIndex
from index.durable import digest_file, sync_folder, sync_tree, write_whole
from index.embedding import Embedder
from index.errors import IndexAccessError, IndexDamagedError, IndexFolderError, IndexMissingError
from index.lexical import LexicalIndex
from index.manifest import (
    FORMAT,
    NAME,
    FileRecord,
    Manifest,
    check_built_from,
    read_manifest,
)
from index.passage_index import PassageIndex, corpus_digest, framed_texts, text_digest

T = TypeVar("T")

_DENSE, _DIGESTS, _LEXICAL = "dense.faiss", "digests.npy", "lexical"

# A generation that no manifest names may be one that is being written; this
# long after its last change, its writer is gone.
_STALE_SECONDS = 3600.0

# How often a reader starts over when writers replace the index under it.
_ATTEMPTS = 5


def save_index(
    index: PassageIndex, folder: Path, *, titles: Mapping[str, str] | None = None
) -> None:
    """Put ``index``, built with these ``titles``, into ``folder`` in place of what was there.

    Raises:
        IndexAccessError: if the system refuses; what was there is still there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        generation = folder / f"gen-{secrets.token_hex(8)}"
        try:
            _write_generation(index, generation, titles=titles)
            manifest = Manifest(
                format=FORMAT,
                created_by=_created_by(),
                embedder=index.embedder.name,
                dim=index.embedder.dim,
                model_sha256=index.embedder.fingerprint,
                passages=len(index.passages),
                corpus_sha256=corpus_digest(index.passages, titles=titles),
                generation=generation.name,
                files=_record_files(generation),
            )
            replaced = _generation_in_use(folder)
            sync_folder(folder)
            write_whole(folder / NAME, manifest.to_json())
        except BaseException:
            shutil.rmtree(generation, ignore_errors=True)
            raise
    except OSError as error:
        raise IndexAccessError(
            f"the index cannot be written to {folder}: {error.strerror or error}"
        ) from error
    _remove_generations(folder, replaced=replaced)


def load_index(
    folder: Path,
    passages: Sequence[Passage],
    embedder: Embedder,
    *,
    titles: Mapping[str, str] | None = None,
) -> PassageIndex:
    """The index of these passages by this embedder, if that is what ``folder`` holds.

    Raises:
        IndexMissingError, IndexAccessError, IndexFormatError,
        IndexMismatchError, IndexDamagedError: if it is not; each says why.
    """
    wanted = corpus_digest(passages, titles=titles)

    def load(manifest: Manifest, generation: Path) -> PassageIndex:
        check_built_from(
            manifest,
            embedder=embedder.name,
            dim=embedder.dim,
            model_sha256=embedder.fingerprint,
            passages=len(passages),
            corpus_sha256=wanted,
        )
        _check_files(manifest, generation)
        dense = DenseIndex.load(generation / _DENSE)
        if dense.dim != embedder.dim:
            raise ValueError(f"{_DENSE} holds {dense.dim} dimensions, not {embedder.dim}")
        lexical = LexicalIndex.load(generation / _LEXICAL, size=len(passages))
        return PassageIndex(tuple(passages), embedder, dense, lexical)

    return _read(folder, load)


def load_or_build(
    folder: Path,
    passages: Sequence[Passage],
    embedder: Embedder,
    on_rebuild: Callable[[str], None],
    *,
    titles: Mapping[str, str] | None = None,
    more_vectors: Callable[[], Mapping[str, NDArray[np.float32]]] = dict,
) -> PassageIndex:
    """The index in ``folder``, or a new one, saved there.

    ``on_rebuild`` is told in one sentence why a new one is built, and in
    another if the folder cannot be written, when the index lives in memory
    alone. Vectors of texts that an older index of this embedder holds are kept,
    and ``more_vectors`` is asked for others, by ``text_digest``.
    """
    try:
        return load_index(folder, passages, embedder, titles=titles)
    except IndexMissingError:
        on_rebuild(f"indexing {len(passages)} passages for the first time")
    except IndexFolderError as error:
        on_rebuild(f"indexing {len(passages)} passages anew: {error}")
    known = {**read_known_vectors(folder, embedder), **more_vectors()}
    index = PassageIndex.build(passages, embedder, titles=titles, known_vectors=known)
    try:
        save_index(index, folder, titles=titles)
    except IndexAccessError as error:
        on_rebuild(f"{error}; it is kept in memory for this run")
    return index


def read_known_vectors(folder: Path, embedder: Embedder) -> dict[str, NDArray[np.float32]]:
    """The vectors, by ``text_digest``, that a sound index in ``folder`` has of this embedder.

    Empty where there is none: to encode again is slower, and as right.
    """

    def load(manifest: Manifest, generation: Path) -> dict[str, NDArray[np.float32]]:
        if (manifest.model_sha256, manifest.dim) != (embedder.fingerprint, embedder.dim):
            return {}
        _check_files(manifest, generation, only={_DENSE, _DIGESTS})
        digests = np.load(generation / _DIGESTS, allow_pickle=False)
        dense = DenseIndex.load(generation / _DENSE)
        if len(digests) != len(dense) or dense.dim != embedder.dim:
            return {}
        vectors = dense.vectors(range(len(dense)))
        return {row.tobytes().hex(): vector for row, vector in zip(digests, vectors, strict=True)}

    try:
        return _read(folder, load)
    except IndexFolderError:
        return {}


def _read(folder: Path, load: Callable[[Manifest, Path], T]) -> T:
    manifest = read_manifest(folder)
    for _ in range(_ATTEMPTS):
        try:
            return load(manifest, folder / manifest.generation)
        except (OSError, ValueError, RuntimeError, KeyError, IndexDamagedError) as error:
            # A writer may have replaced the generation in the middle of this.
            again = read_manifest(folder)
            if again.generation != manifest.generation:
                manifest = again
                continue
            if isinstance(error, IndexDamagedError):
                raise
            raise IndexDamagedError(
                f"the index in {folder} cannot be read ({error}); build the index again"
            ) from error
    raise IndexDamagedError(f"the index in {folder} is replaced again and again; try once more")


def _write_generation(
    index: PassageIndex, generation: Path, *, titles: Mapping[str, str] | None
) -> None:
    generation.mkdir()
    index.dense.save(generation / _DENSE)
    digests = [bytes.fromhex(text_digest(text)) for text in framed_texts(
        index.passages, titles=titles)]  # fmt: skip
    table = np.frombuffer(b"".join(digests), dtype=np.uint8).reshape(-1, 32)  # (n, 32)
    np.save(generation / _DIGESTS, table, allow_pickle=False)
    (generation / _LEXICAL).mkdir()
    index.lexical.save(generation / _LEXICAL)
    sync_tree(generation)


def _record_files(generation: Path) -> dict[str, FileRecord]:
    return {
        path.relative_to(generation).as_posix(): FileRecord(
            bytes=path.stat().st_size, sha256=digest_file(path)
        )
        for path in sorted(generation.rglob("*"))
        if path.is_file()
    }


def _check_files(manifest: Manifest, generation: Path, *, only: set[str] | None = None) -> None:
    for needed in (_DENSE, _DIGESTS):
        if needed not in manifest.files:
            raise IndexDamagedError(f"the manifest names no {needed}; build the index again")
    for name, record in manifest.files.items():
        if only is not None and name not in only:
            continue
        path = generation / name
        if not path.is_file():
            raise IndexDamagedError(f"the index lacks {path}; build the index again")
        if (size := path.stat().st_size) != record.bytes:
            raise IndexDamagedError(
                f"{path} has {size} bytes, not {record.bytes}; build the index again"
            )
        if (digest := digest_file(path)) != record.sha256:
            raise IndexDamagedError(
                f"{path} has the sha256 {digest}, not {record.sha256}; build the index again"
            )


def _generation_in_use(folder: Path) -> str | None:
    try:
        return read_manifest(folder).generation
    except IndexFolderError:
        return None


def _remove_generations(folder: Path, *, replaced: str | None) -> None:
    # A folder that will not go costs space alone, so errors are let pass.
    if replaced is not None:
        shutil.rmtree(folder / replaced, ignore_errors=True)
    in_use = _generation_in_use(folder)
    for generation in folder.glob("gen-*"):
        try:
            idle = time.time() - generation.stat().st_mtime
        except OSError:
            continue
        if generation.name != in_use and idle > _STALE_SECONDS:
            shutil.rmtree(generation, ignore_errors=True)


def _created_by() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"briefing-qa {version('briefing-qa')}"
    except PackageNotFoundError:
        return "briefing-qa, not installed"
