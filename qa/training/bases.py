"""The bases that a reader can be trained from, by the names that a recipe gives them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from qa.training.baselines import base_folder, teacher_folder
from qa.training.network import ReaderNetwork, load_base
from qa.training.recipe import Recipe
from qa.training.recovered_base import load_recovered_base
from qa.training.shipped_base import load_shipped_base


def load_network(recipe: Recipe, *, dropout: float) -> ReaderNetwork:
    """A network on the recipe's base, its new heads at random.

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


def shipped_weights() -> Path:
    """The int8 file of the reader that ships."""
    return Path(str(resources.files("qa") / "models" / "reader.int8.onnx"))
