"""The bases that a reader can be trained from, by the names that a recipe gives them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from qa.training.baselines import base_folder, teacher_folder
from qa.training.distil import Teacher
from qa.training.network import ReaderNetwork, keep_layers, load_base
from qa.training.recipe import Recipe
from qa.training.recovered_base import load_recovered_base
from qa.training.shipped_base import load_shipped_base


def load_network(recipe: Recipe, *, dropout: float) -> ReaderNetwork:
    """A network of the kept layers of the recipe's base, its new heads at random.

    Raises:
        ValueError: if the recipe names a base that there is not, or layers that it has not.
    """
    base = load_base_network(recipe, dropout=dropout)
    return keep_layers(base, recipe.kept_layers) if recipe.kept_layers else base


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
    return Path(str(resources.files("qa") / "models" / "reader.int8.onnx"))
