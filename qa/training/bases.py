"""The bases that a reader can be trained from, by the names that a recipe gives them."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

from qa.training.baselines import base_folder, teacher_folder
from qa.training.distil import Teacher
from qa.training.encoding import EncodedExamples, batch_of, batches_of_epoch
from qa.training.narrow import narrow, narrow_shape
from qa.training.network import ReaderNetwork, keep_layers, load_base
from qa.training.recipe import Recipe
from qa.training.recovered_base import load_recovered_base
from qa.training.shipped_base import load_shipped_base
from qa.training.widen import widen

READER = "reader.int8.onnx"
_WORTH_OF = 40  # batches on which it is estimated what a head or a neuron is worth


def load_network(
    recipe: Recipe, encoded: EncodedExamples, *, dropout: float, whole: Path | None = None
) -> ReaderNetwork:
    """A network of what the recipe keeps of its base, its new heads at random.

    Which heads and neurons are kept is found on a part of ``encoded``. ``whole`` is
    the folder of the reader from which come those that a recipe puts back.

    Raises:
        ValueError: if the recipe names a base that there is not, or more than it has.
    """
    network = widened(_load_layers(recipe, dropout=dropout), recipe, whole, dropout=dropout)
    if recipe.kept_heads is None and recipe.kept_inner is None:
        return network
    batches = batches_of_epoch(encoded, epoch=0, seed=recipe.seed, batch_size=recipe.batch_size)
    return narrow(
        network,
        (batch_of(encoded, batch) for batch in batches[:_WORTH_OF]),
        **_kept(recipe, network),
        seed=recipe.seed,
    )


def load_blank_network(recipe: Recipe, *, dropout: float) -> ReaderNetwork:
    """A network of the shape that the recipe trains, for weights that a checkpoint holds.

    Raises:
        ValueError: if the recipe names a base that there is not, or more than it has.
    """
    network = _load_layers(recipe, dropout=dropout)
    shape = narrow_shape(network.shape, **_kept(recipe, network))
    wider = {"heads": recipe.widened_heads, "inner": recipe.widened_inner}
    put_back = {name: size for name, size in wider.items() if size is not None}
    return ReaderNetwork(replace(shape, **put_back), dropout=dropout)


def widened(
    network: ReaderNetwork, recipe: Recipe, whole: Path | None, *, dropout: float
) -> ReaderNetwork:
    """``network`` with the heads and neurons that the recipe puts back; itself where it does not.

    Raises:
        ValueError: if the reader in ``whole`` has another number of them, if none is named
            though the recipe puts back some, or one is named though it does not.
    """
    wanted = (recipe.widened_heads, recipe.widened_inner)
    if wanted == (None, None):
        if whole is not None:
            raise ValueError(
                f"--whole names {whole}, but the recipe puts back nothing; leave it out, or set "
                "widened_heads and widened_inner"
            )
        return network
    if whole is None:
        raise ValueError(
            f"the recipe puts back heads and inner neurons, {wanted[0]} and {wanted[1]} in all; "
            "name with --whole the folder of the reader that had them"
        )
    had = load_shipped_base(whole / READER, dropout=dropout)
    if wanted != (had.shape.heads, had.shape.inner):
        raise ValueError(
            f"the recipe puts back {wanted[0]} heads and {wanted[1]} inner neurons, and the reader "
            f"in {whole} has {had.shape.heads} and {had.shape.inner}"
        )
    return widen(network, had, share=recipe.widened_share)


def _load_layers(recipe: Recipe, *, dropout: float) -> ReaderNetwork:
    base = load_base_network(recipe, dropout=dropout)
    return keep_layers(base, recipe.kept_layers) if recipe.kept_layers else base


def _kept(recipe: Recipe, network: ReaderNetwork) -> dict[str, int]:
    heads, inner = recipe.kept_heads, recipe.kept_inner
    return {
        "heads": network.shape.heads if heads is None else heads,
        "inner": network.shape.inner if inner is None else inner,
    }


def load_base_network(recipe: Recipe, *, dropout: float) -> ReaderNetwork:
    """The recipe's base with all its layers, which a smaller network may learn from.

    Raises:
        ValueError: if the recipe names a base that there is not.
    """
    if recipe.base == "minilm":
        return load_base(base_folder(), dropout=dropout)
    if recipe.base == "recovered":
        return load_recovered_base(teacher_folder() / "model.onnx", dropout=dropout)
    if recipe.base == "shipped":
        return load_shipped_base(shipped_weights(), dropout=dropout)
    raise ValueError(f"there is no base {recipe.base!r}; name minilm, recovered or shipped")


def load_teacher(recipe: Recipe) -> Teacher | None:
    """The whole base as a teacher, where the recipe gives it a share.

    Raises:
        ValueError: if layers are to be frozen that are not the teacher's own.
    """
    if not recipe.teacher_share:
        return None
    base = load_base_network(recipe, dropout=0.0)
    kept = recipe.kept_layers or tuple(range(base.shape.layers))
    return Teacher(base, kept, recipe.frozen_layers)


def shipped_weights() -> Path:
    """The int8 file of the reader that ships."""
    return Path(str(resources.files("qa") / "models" / READER))
