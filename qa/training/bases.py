"""The bases that a reader can be trained from, by the names that a recipe gives them."""

from __future__ import annotations

from qa.training.baselines import base_folder, teacher_folder
from qa.training.network import ReaderNetwork, load_base
from qa.training.recipe import Recipe
from qa.training.recovered_base import load_recovered_base


def load_network(recipe: Recipe, *, dropout: float) -> ReaderNetwork:
    """A network on the recipe's base, its new heads at random.

    Raises:
        ValueError: if the recipe names a base that there is not.
    """
    if recipe.base == "minilm":
        return load_base(base_folder(), dropout=dropout)
    if recipe.base == "recovered":
        return load_recovered_base(teacher_folder() / "model.onnx", dropout=dropout)
    raise ValueError(f"there is no base {recipe.base!r}; name minilm or recovered")
