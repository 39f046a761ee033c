"""The original of a model, in sentence-transformers and PyTorch, and its export to ONNX.

The one home of both: importing them takes seconds, so nothing imports this
module but the step that compiles a model.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.compiled_model import CompiledModel
from index.errors import EmbedderError, ModelCompileError
from index.model_folders import ModelFolder, stay_offline

if TYPE_CHECKING:
    from index.embedding import Embedder

# What the two forms of a model are compared on: nothing, a word, capitals,
# accents, figures, other scripts, and more than any model of 512 tokens takes.
_PROBES = (
    "",
    "Rain",
    "WHO SIGNED THE TREATY, AND WHEN?",
    "The committee met on Tuesday and put off its decision until the autumn.",
    "Prices rose by 3.5% in 2019, to $1,240 a tonne, before falling again.",
    "Señor Núñez's café in São Paulo, he said, \u201cwasn\u2019t open\u201d that day.",
    "Переговоры продолжаются. 会谈仍在继续。 المحادثات مستمرة",
    "A river\nruns past\tthe old mill   and under three bridges.",
    "The harbour was closed for a day because of the storm, officials said. " * 8,
    "Farmers in the valley have asked for an earlier harvest this year. " * 60,
)


# 1 - cosine between the two forms of one text. Rounding in 32 bits gives 1e-6,
# a wrong pooling or a lost mask 1e-2 and more.
MAX_DEVIATION = 1e-4
# The same for 8-bit weights: 0.01 on a processor that multiplies 8 bits exactly; beyond three
# times that, rankings begin to differ.
MAX_ROUNDING = 0.03


class OriginalEmbedder:
    """A sentence-transformers model as it is. Slow to open, and right by definition."""

    def __init__(self, folder: ModelFolder, *, threads: int) -> None:
        """Open the model.

        Raises:
            ModelMissingError: if its files are not there.
            EmbedderError: if sentence-transformers cannot open it.
        """
        path = folder.path
        stay_offline()
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        quieten: Any = transformers_logging.disable_progress_bar  # which has no types
        quieten()
        torch.set_num_threads(threads)
        try:
            model = SentenceTransformer(str(path), device="cpu", trust_remote_code=False)
        except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
            raise EmbedderError(
                f"sentence-transformers cannot open the model in {path}: {error}"
            ) from error
        # Half-precision weights are slow on a processor, and round otherwise than the export.
        self.model: Any = model.float().eval()
        self.folder = folder

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def dim(self) -> int:
        return int(self.model.get_embedding_dimension() or 0)

    @property
    def fingerprint(self) -> str:
        return self.folder.fingerprint

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, float32 of shape (len(texts), dim)."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        whole = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        vectors: NDArray[np.float32] = self.model.encode_document(
            whole, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a query, float32 of shape (dim,)."""
        whole = [text.encode("utf-8", "replace").decode("utf-8")]
        vectors: NDArray[np.float32] = self.model.encode_query(
            whole, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        vector: NDArray[np.float32] = vectors[0]
        return vector


def export_onnx(original: OriginalEmbedder) -> CompiledModel:
    """Compile a transformer with mean or CLS pooling.

    Raises:
        ModelCompileError: if the model is made otherwise, or the export fails.
    """
    transformer, pooling = _parts(original)
    tokenizer = _tokenizer_json(original)
    return CompiledModel(
        name=original.name,
        fingerprint=original.fingerprint,
        dim=original.dim,
        max_tokens=int(original.model.max_seq_length),
        query_prompt=_prompt(original, "query"),
        passage_prompt=_prompt(original, "document", "passage", "corpus"),
        graph=_trace(transformer, pooling=pooling),
        tokenizer_json=tokenizer,
    )


def check_compiled(original: Embedder, compiled: Embedder) -> None:
    """Return if the two embedders give the same vectors, within MAX_DEVIATION.

    Raises:
        ModelCompileError: if they do not.
    """
    _check(original, compiled, most=MAX_DEVIATION, what="compiled")


def check_rounded(original: Embedder, rounded: Embedder) -> None:
    """Return if 8-bit weights give about the same vectors, within MAX_ROUNDING.

    Raises:
        ModelCompileError: if they do not.
    """
    _check(original, rounded, most=MAX_ROUNDING, what="8-bit")


def _check(original: Embedder, other: Embedder, *, most: float, what: str) -> None:
    deviation = largest_deviation(original, other)
    if not deviation <= most:  # so that nan is refused too
        raise ModelCompileError(
            f"the {what} form of {other.name} deviates from the original by {deviation:.2g}, "
            f"and {most:.2g} is allowed"
        )


def largest_deviation(original: Embedder, compiled: Embedder) -> float:
    """The largest 1 - cosine between the two embedders' vectors of one text; 0 where equal.

    The texts go through as passages and as queries.
    """
    wanted = original.encode_passages(_PROBES)
    got = compiled.encode_passages(_PROBES)  # (texts, dim)
    queries = [(original.encode_query(text), compiled.encode_query(text)) for text in _PROBES]
    cosines = [
        *np.sum(wanted * got, axis=1),
        *(np.dot(one, other) for one, other in queries),
    ]
    # max() would pass over a nan, np.max keeps it.
    return float(np.max(1.0 - np.asarray(cosines, dtype=np.float64)))


def _parts(original: OriginalEmbedder) -> tuple[Any, str]:
    modules = list(original.model)
    kinds = [type(module).__name__ for module in modules]
    if kinds[:2] != ["Transformer", "Pooling"] or kinds[2:] not in ([], ["Normalize"]):
        raise ModelCompileError(
            f"{original.name} is made of {', '.join(kinds)}, and only a transformer "
            "with pooling can be compiled"
        )
    mode = modules[1].pooling_mode
    if mode not in ("mean", "cls") or not modules[1].include_prompt:
        raise ModelCompileError(
            f"{original.name} pools by {mode!r}, and only 'mean' and 'cls' over all tokens "
            "can be compiled"
        )
    return modules[0].auto_model, mode


def _tokenizer_json(original: OriginalEmbedder) -> str:
    from tokenizers import Tokenizer

    outer = original.model.tokenizer
    if not getattr(outer, "is_fast", False):
        raise ModelCompileError(f"{original.name} has no tokenizer that tokenizers can run")
    tokenizer = Tokenizer.from_str(outer.backend_tokenizer.to_str())
    tokenizer.enable_truncation(int(original.model.max_seq_length))
    tokenizer.no_padding()
    text: str = tokenizer.to_str()
    return text


def _prompt(original: OriginalEmbedder, *names: str) -> str:
    # As encode_query and encode_document choose: the first that is named, even if empty.
    prompts = original.model.prompts
    return next((str(prompts[name]) for name in names if name in prompts), "")


def _trace(transformer: Any, *, pooling: str) -> bytes:
    import torch

    class Encoder(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            states = self.transformer(
                input_ids=input_ids, attention_mask=attention_mask
            ).last_hidden_state  # (batch, tokens, dim)
            if pooling == "cls":
                pooled = states[:, 0]
            else:
                weights = attention_mask.unsqueeze(-1).to(states.dtype)  # (batch, tokens, 1)
                pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(pooled, dim=1)  # (batch, dim)

    # Two texts of unequal length, so that the trace goes through the mask.
    ids = torch.ones(2, 7, dtype=torch.long)
    mask = torch.tensor([[1] * 7, [1] * 4 + [0] * 3])
    axes = {0: "batch", 1: "tokens"}
    # Attention written out is a tenth quicker in onnxruntime than what the fused one is
    # exported to, which guards against masks that leave nothing.
    if hasattr(transformer, "set_attn_implementation"):
        transformer.set_attn_implementation("eager")
    graph: Any = io.BytesIO()  # the tracing export takes a file, which its types leave out
    try:
        with torch.no_grad(), warnings.catch_warnings():
            # The tracing export is announced as old, yet it takes 1.5 s where the
            # new one takes 9, needs one package less, and its result is checked.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                Encoder().eval(),
                (ids, mask),
                graph,
                input_names=["input_ids", "attention_mask"],
                output_names=["vectors"],
                dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "batch"}},
                opset_version=17,
                dynamo=False,
            )
    except Exception as error:  # the exporter lets through whatever an operator raises
        raise ModelCompileError(f"PyTorch cannot export the model to ONNX: {error}") from error
    onnx: bytes = graph.getvalue()
    return onnx
