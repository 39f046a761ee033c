"""The training loop: bounded, resumable, and the same whether interrupted or not."""

from __future__ import annotations

import csv
import os
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from qa.evaluation.selective import area_under_roc
from qa.training.distil import Teacher, imitation
from qa.training.encoding import IGNORED, Batch, EncodedExamples, batch_of, batches_of_epoch
from qa.training.examples import UNKNOWN
from qa.training.network import Logits, ReaderNetwork
from qa.training.recipe import Recipe

_LOG_EVERY = 25  # steps
_COLUMNS = (
    "step",
    "seconds",
    "examples",
    "rate",
    "loss",
    "span_loss",
    "answerable_loss",
    "relevance_loss",
    "imitation",
    "states_apart",
    "auc_all",
    "auc_adversarial",
    "examples_per_second",
)


def losses(logits: Logits, batch: Batch, recipe: Recipe) -> tuple[Tensor, list[float]]:
    """The weighted loss and its three parts (span, answerable, relevance) as numbers."""
    starts, ends = torch.from_numpy(batch.starts), torch.from_numpy(batch.ends)
    if bool((starts != IGNORED).any()):
        span = 0.5 * (
            functional.cross_entropy(logits.start, starts, ignore_index=IGNORED)
            + functional.cross_entropy(logits.end, ends, ignore_index=IGNORED)
        )
    else:
        span = logits.start.sum() * 0.0
    answerable = _judgement_loss(logits.answerable, batch.answerable, recipe.label_smoothing)
    relevance = _judgement_loss(logits.relevance, batch.relevant, recipe.label_smoothing)
    total = (
        recipe.span_weight * span
        + recipe.answerable_weight * answerable
        + recipe.relevance_weight * relevance
    )
    return total, [float(span.detach()), float(answerable.detach()), float(relevance.detach())]


def _judgement_loss(logits: Tensor, labels: np.ndarray, smoothing: float) -> Tensor:
    known = torch.from_numpy(labels != UNKNOWN)
    if not bool(known.any()):
        return logits.sum() * 0.0
    wanted = torch.from_numpy(labels.astype(np.float32)) * (1 - 2 * smoothing) + smoothing
    return functional.binary_cross_entropy_with_logits(logits[known], wanted[known])


def learning_share(progress: float, warmup: float) -> float:
    """The part of the peak rate at ``progress`` in [0, 1]: linear up, then linear down to 0."""
    if progress < warmup:
        return progress / warmup
    return max(0.0, (1.0 - progress) / (1.0 - warmup))


def _parameter_groups(network: ReaderNetwork, recipe: Recipe) -> list[dict[str, Any]]:
    # The token embeddings stay as they are: the data is too small to move rare words well.
    network.encoder.words.weight.requires_grad_(False)
    if recipe.frozen_layers:
        encoder = network.encoder
        below = [encoder.positions, encoder.types, encoder.norm]
        for module in (*below, *encoder.layers[: recipe.frozen_layers]):
            module.requires_grad_(False)
    groups = []
    for in_encoder, rate in ((True, recipe.encoder_rate), (False, recipe.head_rate)):
        for decays in (True, False):
            members = [
                parameter
                for name, parameter in network.named_parameters()
                if parameter.requires_grad
                and name.startswith("encoder.") == in_encoder
                and (parameter.ndim > 1) == decays
            ]
            groups.append(
                {
                    "params": members,
                    "lr": rate,
                    "peak": rate,
                    "weight_decay": recipe.weight_decay if decays else 0.0,
                }
            )
    return groups


class Training:
    """A run: network, optimiser, running mean of the weights and how far it has come.

    With a ``teacher`` the network learns from it as well, in the recipe's shares.
    """

    def __init__(
        self, network: ReaderNetwork, recipe: Recipe, teacher: Teacher | None = None
    ) -> None:
        self.network = network
        self.teacher = teacher
        self.recipe = recipe
        self.optimiser = torch.optim.AdamW(_parameter_groups(network, recipe), fused=True)
        self.average = {
            name: parameter.detach().clone()
            for name, parameter in network.named_parameters()
            if parameter.requires_grad
        }
        self.step = 0
        self.seconds = 0.0

    @property
    def progress(self) -> float:
        """The spent part of the budget, in [0, 1]."""
        if self.recipe.budget_steps is not None:
            return min(1.0, self.step / self.recipe.budget_steps)
        return min(1.0, self.seconds / self.recipe.budget_seconds)

    def advance(self, batch: Batch) -> tuple[Logits, list[float]]:
        """One step; its random numbers depend on the seed and the step alone."""
        torch.manual_seed(self.recipe.seed * 1_000_003 + self.step)
        share = learning_share(self.progress, self.recipe.warmup)
        if self.step == 0 and share == 0.0:
            share = 1e-3  # the very first step of a warm-up would else do nothing
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * share
        self.network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.recipe.bf16):
            logits, loss, parts = self._weigh(batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip_norm)
        self.optimiser.step()
        self.step += 1
        self._update_average()
        return logits, [float(loss.detach()), *parts]

    def _weigh(self, batch: Batch) -> tuple[Logits, Tensor, list[float]]:
        """What the network says, how wrong that is, and the parts of it that are logged."""
        if self.teacher is None:
            logits: Logits = self.network(
                torch.from_numpy(batch.input_ids),
                torch.from_numpy(batch.attention_mask),
                torch.from_numpy(batch.token_type_ids),
            )
            loss, parts = losses(logits, batch, self.recipe)
            return logits, loss, [*parts, 0.0, 0.0]
        logits, wanted, apart = self.teacher.teach(self.network, batch)
        own, parts = losses(logits, batch, self.recipe)
        unlike = imitation(logits, wanted, self.recipe)
        share = self.recipe.teacher_share
        loss = (1 - share) * own + share * unlike + self.recipe.states_weight * apart
        return logits, loss, [*parts, float(unlike.detach()), float(apart.detach())]

    @torch.no_grad()
    def _update_average(self) -> None:
        decay = min(self.recipe.average_decay, (1 + self.step) / (10 + self.step))
        for name, parameter in self.network.named_parameters():
            if name in self.average:
                self.average[name].lerp_(parameter, 1 - decay)

    def state(self) -> dict[str, Any]:
        """Everything needed to go on."""
        return {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
            "step": self.step,
            "seconds": self.seconds,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what ``state`` gave."""
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        for group in self.optimiser.param_groups:
            group["peak"] = float(group["peak"])
        self.average = {name: value.clone() for name, value in state["average"].items()}
        self.step = int(state["step"])
        self.seconds = float(state["seconds"])


def save_checkpoint(training: Training, path: Path) -> None:
    """Write the run to ``path``; a run that dies while writing leaves the older one whole."""
    partial = path.with_suffix(".partial")
    torch.save(training.state(), partial)
    os.replace(partial, path)


def load_checkpoint(training: Training, path: Path) -> None:
    """Bring ``training`` to where ``path`` left off; tensors only, nothing is unpickled."""
    training.restore(torch.load(path, weights_only=True))


def train(
    training: Training,
    encoded: EncodedExamples,
    work: Path,
    *,
    pause_while: Path | None = None,
    stop_after: int | None = None,
    report: Callable[[str], None] = print,
) -> None:
    """Train until the budget is spent, or for ``stop_after`` more steps.

    Continues from ``work/checkpoint.pt`` where it exists and appends its curves to
    ``work/curves.csv``. Sleeps while the file ``pause_while`` exists.
    """
    recipe = training.recipe
    checkpoint = work / "checkpoint.pt"
    if checkpoint.exists():
        load_checkpoint(training, checkpoint)
        report(f"resumed at step {training.step}, after {training.seconds:.0f} s")
    curves = work / "curves.csv"
    recent: deque[tuple[int, int, float]] = deque(maxlen=4000)  # origin, label, logit
    window: list[list[float]] = []
    last_save = last_log = time.monotonic()
    logged_step = training.step
    target = None if stop_after is None else training.step + stop_after
    per_epoch = -(-len(encoded) // recipe.batch_size)
    epoch, batches = -1, []
    while training.progress < 1.0 and (target is None or training.step < target):
        if pause_while is not None and pause_while.exists():
            save_checkpoint(training, checkpoint)
            report("paused")
            while pause_while.exists():
                time.sleep(2)
            last_log = time.monotonic()
        began = time.monotonic()
        if training.step // per_epoch != epoch:
            epoch = training.step // per_epoch
            batches = batches_of_epoch(
                encoded, epoch=epoch, seed=recipe.seed, batch_size=recipe.batch_size
            )
        batch = batch_of(encoded, batches[training.step % per_epoch])
        logits, parts = training.advance(batch)
        training.seconds += time.monotonic() - began
        window.append(parts)
        scores = logits.answerable.detach().tolist()
        recent.extend(zip(batch.origins.tolist(), batch.answerable.tolist(), scores, strict=True))
        if training.step % _LOG_EVERY == 0:
            now = time.monotonic()
            speed = (training.step - logged_step) * recipe.batch_size / (now - last_log)
            last_log, logged_step = now, training.step
            row = _curve_row(training, window, recent, encoded.origin_names, speed)
            _append(curves, row)
            report(" ".join(f"{name}={value}" for name, value in zip(_COLUMNS, row, strict=True)))
            window = []
        if time.monotonic() - last_save > recipe.checkpoint_seconds:
            save_checkpoint(training, checkpoint)
            last_save = time.monotonic()
    save_checkpoint(training, checkpoint)


def _curve_row(
    training: Training,
    window: list[list[float]],
    recent: deque[tuple[int, int, float]],
    names: tuple[str, ...],
    speed: float,
) -> list[str]:
    means = np.mean(np.array(window), axis=0)
    adversarial = {i for i, name in enumerate(names) if name.startswith(("squad2_", "written_"))}
    everything = [(label, score) for _, label, score in recent]
    hard = [(label, score) for origin, label, score in recent if origin in adversarial]
    return [
        str(training.step),
        f"{training.seconds:.1f}",
        str(training.step * training.recipe.batch_size),
        f"{training.optimiser.param_groups[0]['lr']:.3e}",
        *(f"{value:.4f}" for value in means),
        *(
            f"{area_under_roc([s for _, s in pairs], [bool(n) for n, _ in pairs]):.4f}"
            for pairs in (everything, hard)
        ),
        f"{speed:.1f}",
    ]


def _append(path: Path, row: list[str]) -> None:
    fresh = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        if fresh:
            writer.writerow(_COLUMNS)
        writer.writerow(row)
