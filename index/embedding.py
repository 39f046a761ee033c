"""Texts to vectors: what every embedder offers, and the compiled one that answers questions.

A model arrives as a sentence-transformers folder, which takes PyTorch and
seconds to open. So it is compiled once to ONNX, checked against the original,
and kept in a cache; from then on only onnxruntime and tokenizers are loaded.

The compiled form keeps its weights in 8 bits, which is about twice as quick as
32. Its vectors lie at a cosine of 0.994 from the original's on average;
nDCG@10 on SciFact is within 0.005. How 8 bits round depends on the processor, so
the check runs on this one, and where they round too far, 32 bits are kept.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from index.compiled_model import CompiledModel, cache_root, load_compiled, save_compiled
from index.errors import ModelCompileError, ModelDamagedError
from index.model_folders import ModelFolder, find_model
from index.onnx_session import OnnxSession, default_threads

_logger = logging.getLogger(__name__)

Precision = Literal["int8", "float32"]

# Texts whose tokens are held at once.
_AT_ONCE = 512


class Embedder(Protocol):
    """Whatever turns texts into unit vectors. Calls from several threads at once are allowed."""

    @property
    def name(self) -> str:
        """What people call the model."""

    @property
    def dim(self) -> int:
        """The length of a vector."""

    @property
    def fingerprint(self) -> str:
        """A sha256 of what makes the vectors: those of equal fingerprints may be compared."""

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of passages, float32 of shape (len(texts), dim)."""

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a query, float32 of shape (dim,)."""


def open_embedder(
    model: str | None = None,
    *,
    cache_dir: Path | None = None,
    threads: int | None = None,
    precision: Precision = "int8",
) -> Embedder:
    """The embedder of ``model``, compiled at its first use.

    Args:
        model: a sentence-transformers folder, or a name that an earlier
            download left on this machine; None for the packaged MiniLM.
        cache_dir: where compiled models are kept; None for the folder that
            BRIEFING_CACHE names, else for the user's cache folder.
        threads: processor threads to use; None for two, or one on a machine
            with a single processor.
        precision: of the compiled weights; "float32" gives the original's
            vectors, at less than half the speed.

    A cache that cannot be written, or a model that cannot be compiled, costs
    time and a warning, not the answer.

    Raises:
        ModelMissingError: if the model is not on this machine.
        ModelMismatchError: if the packaged weights are not the ones expected.
        ValueError: if ``threads`` is less than 1.
    """
    threads = default_threads() if threads is None else threads
    if threads < 1:
        raise ValueError(f"an embedder needs at least one thread, but threads is {threads}")
    found = find_model(model)
    kept_at = cache_root(cache_dir) / f"{found.cache_key}-{precision}"
    try:
        if (compiled := load_compiled(kept_at, fingerprint=found.fingerprint)) is not None:
            return CompiledEmbedder(compiled, threads=threads)
    except (ModelDamagedError, ModelCompileError) as error:
        _logger.warning("%s; compiling it again", error)
    return _compile(found, kept_at=kept_at, threads=threads, precision=precision)


def _compile(
    found: ModelFolder, *, kept_at: Path, threads: int, precision: Precision
) -> Embedder:
    # Imported here, for it brings seconds of PyTorch that no later start pays.
    from index.original_model import OriginalEmbedder, check_compiled, export_onnx

    _logger.info("compiling the embedder %s, once; later starts are quick", found.name)
    original = OriginalEmbedder(found, threads=threads)
    try:
        compiled = export_onnx(original)
        embedder = CompiledEmbedder(compiled, threads=threads)
        check_compiled(original, embedder)
    except ModelCompileError as error:
        _logger.warning("%s; using sentence-transformers, which starts slowly", error)
        return original
    if precision == "int8":
        try:
            compiled, embedder = _round(original, compiled, threads=threads)
        except ModelCompileError as error:
            _logger.warning("%s; keeping its weights in 32 bits, which is slower", error)
    try:
        save_compiled(compiled, kept_at)
    except OSError as error:
        _logger.warning(
            "cannot keep the compiled model in %s (%s), so every start compiles it anew; "
            "set BRIEFING_CACHE to a folder that can be written",
            kept_at.parent,
            error.strerror or error,
        )
    return embedder


def _round(
    original: Embedder, compiled: CompiledModel, *, threads: int
) -> tuple[CompiledModel, CompiledEmbedder]:
    from index.eight_bits import round_weights
    from index.original_model import check_rounded

    assert isinstance(compiled.graph, bytes)  # it was compiled just now
    rounded = replace(compiled, graph=round_weights(compiled.graph), precision="int8")
    embedder = CompiledEmbedder(rounded, threads=threads)
    check_rounded(original, embedder)
    return rounded, embedder


class CompiledEmbedder:
    """A compiled model in onnxruntime. Texts beyond its ``max_tokens`` are cut there."""

    def __init__(self, model: CompiledModel, *, threads: int) -> None:
        from tokenizers import Tokenizer

        try:
            self._session = OnnxSession(model.graph, threads=threads)
            self._tokenizer = Tokenizer.from_str(model.tokenizer_json)
        except Exception as error:  # both libraries raise bare Exception subclasses of their own
            raise ModelCompileError(
                f"the compiled {model.name} cannot be opened: {error}"
            ) from error
        self._model = model

    @property
    def name(self) -> str:
        return self._model.name

    @property
    def dim(self) -> int:
        return self._model.dim

    @property
    def fingerprint(self) -> str:
        return self._model.vector_fingerprint

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, float32 of shape (len(texts), dim)."""
        return self._encode([self._model.passage_prompt + text for text in texts])

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a query, float32 of shape (dim,)."""
        vector: NDArray[np.float32] = self._encode([self._model.query_prompt + text])[0]
        return vector

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dim), dtype=np.float32)
        for first in range(0, len(texts), _AT_ONCE):
            # Half a surrogate pair, as a shell can pass, has no UTF-8.
            part = [
                text.encode("utf-8", "replace").decode("utf-8")
                for text in texts[first : first + _AT_ONCE]
            ]
            ids = [encoding.ids for encoding in self._tokenizer.encode_batch(part)]
            order = sorted(range(len(ids)), key=lambda row: -len(ids[row]))
            found = self._session.run_each([_inputs(ids[row]) for row in order])
            for row, (vector,) in zip(order, found, strict=True):
                vectors[first + row] = vector[0]
        return vectors


def _inputs(ids: Sequence[int]) -> dict[str, NDArray[np.int64]]:
    """One text without padding: every array has the shape (1, tokens)."""
    row = np.array([ids], dtype=np.int64)
    return {"input_ids": row, "attention_mask": np.ones_like(row)}
