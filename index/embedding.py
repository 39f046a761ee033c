"""Texts to vectors: what every embedder offers, and the compiled one that answers questions.

A model arrives as a sentence-transformers folder, which takes PyTorch and
seconds to open. So it is compiled once to ONNX, checked against the original,
and kept in a cache; from then on only onnxruntime, which has its home here,
and tokenizers are loaded.

The compiled form keeps 32-bit weights. An 8-bit form is 1.6 times as quick,
but its vectors lie at a cosine of 0.994 from the original's on average, 0.991
at worst, and how it rounds depends on the processor.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.compiled_model import CompiledModel, cache_root, load_compiled, save_compiled
from index.errors import ModelCompileError, ModelDamagedError
from index.model_folders import ModelFolder, find_model

_logger = logging.getLogger(__name__)

# Tokens in a batch, padding included: enough to fill two cores, little enough
# that a batch of long passages stays within some 100 MB.
_BATCH_TOKENS = 2048


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
        """The sha256 of the model's weights: vectors of equal fingerprints may be compared."""

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of passages, float32 of shape (len(texts), dim)."""

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a query, float32 of shape (dim,)."""


def open_embedder(
    model: str | None = None,
    *,
    cache_dir: Path | None = None,
    threads: int | None = None,
) -> Embedder:
    """The embedder of ``model``, compiled at its first use.

    Args:
        model: a sentence-transformers folder, or a name that an earlier
            download left on this machine; None for the packaged MiniLM.
        cache_dir: where compiled models are kept; None for the folder that
            BRIEFING_CACHE names, else for the user's cache folder.
        threads: processor threads to use; None for two, or one on a machine
            with a single processor.

    A cache that cannot be written, or a model that cannot be compiled, costs
    time and a warning, not the answer.

    Raises:
        ModelMissingError: if the model is not on this machine.
        ModelMismatchError: if the packaged weights are not the ones expected.
        ValueError: if ``threads`` is less than 1.
    """
    threads = _default_threads() if threads is None else threads
    if threads < 1:
        raise ValueError(f"an embedder needs at least one thread, but threads is {threads}")
    found = find_model(model)
    kept_at = cache_root(cache_dir) / found.cache_key
    try:
        if (compiled := load_compiled(kept_at, fingerprint=found.fingerprint)) is not None:
            return CompiledEmbedder(compiled, threads=threads)
    except (ModelDamagedError, ModelCompileError) as error:
        _logger.warning("%s; compiling it again", error)
    return _compile(found, kept_at=kept_at, threads=threads)


def _compile(found: ModelFolder, *, kept_at: Path, threads: int) -> Embedder:
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


def _default_threads() -> int:
    return min(2, os.cpu_count() or 1)


class CompiledEmbedder:
    """A compiled model in onnxruntime. Texts beyond its ``max_tokens`` are cut there."""

    def __init__(self, model: CompiledModel, *, threads: int) -> None:
        # The runtime would write a device's number and a log of events into the user's cache.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3  # errors alone
        # Without this, idle threads spin and take the processor from everyone else.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(
                model.graph, options, providers=["CPUExecutionProvider"]
            )
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
        return self._model.fingerprint

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, float32 of shape (len(texts), dim)."""
        return self._encode([self._model.passage_prompt + text for text in texts])

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a query, float32 of shape (dim,)."""
        vector: NDArray[np.float32] = self._encode([self._model.query_prompt + text])[0]
        return vector

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dim), dtype=np.float32)
        # Half a surrogate pair, as a shell can pass, has no UTF-8.
        whole = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        lengths = [len(text) for text in whole]
        by_length = sorted(range(len(texts)), key=lengths.__getitem__)
        start = 0
        while start < len(by_length):
            # Neighbours in length share a batch, so that little of it is padding.
            # A token has three characters or more in English; a wrong guess costs speed alone.
            end = start + 1
            while end < len(by_length):
                tokens = min(self._model.max_tokens, lengths[by_length[end]] // 3 + 2)
                if (end + 1 - start) * tokens > _BATCH_TOKENS:
                    break
                end += 1
            rows = by_length[start:end]
            vectors[rows] = self._run([whole[row] for row in rows])
            start = end
        return vectors

    def _run(self, texts: list[str]) -> NDArray[np.float32]:
        encodings = self._tokenizer.encode_batch(texts)
        feeds = {
            "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),  # (batch, tokens)
            "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
        }
        vectors: NDArray[np.float32] = self._session.run(["vectors"], feeds)[0]  # (batch, dim)
        return vectors
