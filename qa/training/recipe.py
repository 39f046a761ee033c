"""The settings of a training run, all in one place; a JSON file may change any of them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is built, how it is trained and how long.

    Counts are examples, times are seconds of training without pauses. The
    learning rate falls to zero when the budget is spent: ``budget_steps`` where
    it is set, else ``budget_seconds``.
    """

    seed: int = 7
    # Or "recovered": the 12 layers of the packaged cross-encoder; or "shipped": those of the
    # reader that ships, to go on from what it knows.
    base: str = "minilm"
    # Of the base, the layers that are kept (from 0); all where none is named. With a share of
    # what is learnt from the whole base, its teacher, this is distillation.
    kept_layers: tuple[int, ...] = ()
    teacher_share: float = 0.0
    # And of every layer, as many heads and inner neurons; all where none is named.
    kept_heads: int | None = None
    kept_inner: int | None = None
    # Or those that were cut come back, so that there are so many in all: ``--whole`` names the
    # reader that had them, and with this share of their weight they are heard at first.
    widened_heads: int | None = None
    widened_inner: int | None = None
    widened_share: float = 0.25
    states_weight: float = 1.0  # of what the layers should hand on, beside what is said
    # What an input holds.
    max_tokens: int = 192
    heading_share: float = 0.35  # inputs that start with the article's heading
    # How many examples of each origin are asked for; fewer where the data has fewer.
    squad_positive: int = 36_000
    nearest: int = 12_000  # best window of the article that does not hold the answer
    cut_out: int = 6_000  # the sentences around the answering one, without it
    exchanged: int = 9_000  # an entity of the question exchanged
    opposed: int = 2_500  # a word of the question turned into its opposite
    negated: int = 1_000
    transplanted: int = 7_000  # a question of another article, asked about this one's entity
    elsewhere: int = 1_500  # a window of another article
    squad2_copies: int = 3  # how often each adversarial question is shown, in other windows
    written_copies: int = 0  # the same of each question that was written for this project
    written_parts: int = 1  # of these, the first parts; more were written as time went on
    written_from: int = 1  # and the first of them that is shown
    last_part_again: int = 0  # how often more those of the last part's briefings are shown
    twin_copies: int = 0  # how often each pair of twin questions is shown
    articles_from: int = 0  # the same of news and paragraphs alone; 0 is as written_from
    as_read: bool = False  # briefings are asked in the words that reach the reader
    strangers: float = 0.0  # of the passages beside: those of another briefing on like words
    titled: float = 0.0  # of the passages of briefings: those shown under their title
    hotpot: int = 3_000
    entity_share: float = 0.25  # paragraphs in which entities are looked for
    # How it is trained.
    batch_size: int = 32
    encoder_rate: float = 1.5e-4
    head_rate: float = 5e-4
    weight_decay: float = 0.01
    warmup: float = 0.06  # of the budget
    frozen_layers: int = 0  # the lowest layers, which stay as they are: a step is that much quicker
    dropout: float = 0.0  # the data is seen about once: nothing to memorise
    span_weight: float = 0.5
    answerable_weight: float = 1.0
    relevance_weight: float = 0.3
    label_smoothing: float = 0.03  # some made negatives are in truth answerable
    clip_norm: float = 1.0
    average_decay: float = 0.998  # of the running mean of the weights, which is what ships
    bf16: bool = True
    threads: int = 2
    budget_seconds: float = 3_600.0
    budget_steps: int | None = None
    checkpoint_seconds: float = 120.0

    @classmethod
    def read(cls, path: Path | None) -> Recipe:
        """The defaults, changed by what the JSON object in ``path`` names.

        Raises:
            ValueError: if it names a setting that does not exist.
        """
        if path is None:
            return cls()
        changes = json.loads(path.read_text(encoding="utf-8"))
        unknown = sorted(changes.keys() - {field.name for field in fields(cls)})
        if unknown:
            raise ValueError(f"{path.name} names unknown settings {unknown}; see recipe.py")
        recipe = cls(**changes)
        if (recipe.widened_heads is None) != (recipe.widened_inner is None):
            raise ValueError(
                f"{path.name} sets widened_heads to {recipe.widened_heads} and widened_inner to "
                f"{recipe.widened_inner}; set both or neither"
            )
        if recipe.widened_heads is not None and (recipe.kept_heads or recipe.kept_inner):
            raise ValueError(f"{path.name} cuts heads or neurons and puts some back; do one")
        return replace(recipe, kept_layers=tuple(recipe.kept_layers))

    def as_json(self) -> dict[str, object]:
        """The settings as a plain object."""
        return asdict(self)
