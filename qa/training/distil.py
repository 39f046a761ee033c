"""What a network of fewer layers is taught by the whole one that it was cut from.

Its layers are asked to hand on what the whole network's would have (Jiao et al. 2020,
TinyBERT) and its heads to say what the whole network's say (Hinton et al. 2015).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from qa.training.encoding import Batch
from qa.training.network import Logits, ReaderNetwork
from qa.training.recipe import Recipe


class Teacher:
    """The whole network beside the student's layers, ``kept`` of its own.

    The lowest ``frozen`` layers of the student are taken to be the teacher's own,
    and are run once for both.

    Raises:
        ValueError: if they are not: a layer below the last frozen one was left out.
    """

    def __init__(self, network: ReaderNetwork, kept: Sequence[int], frozen: int) -> None:
        if list(kept[:frozen]) != list(range(frozen)):
            raise ValueError(
                f"the lowest {frozen} layers cannot be frozen where {list(kept)} are kept; "
                "freeze no layer above one that is left out"
            )
        self._network = network.eval().requires_grad_(False)
        self._frozen = frozen
        # What a layer of the student gives is what the next one that is kept takes in.
        self._wanted = [*kept[frozen + 1 :], network.shape.layers]

    def teach(self, student: ReaderNetwork, batch: Batch) -> tuple[Logits, Logits, Tensor]:
        """What the student says, what the teacher says, and how far apart their states are.

        The last is the mean square difference over tokens and layers, in parts of
        the variance of the teacher's states.
        """
        ids, mask, types = (
            torch.from_numpy(array)
            for array in (batch.input_ids, batch.attention_mask, batch.token_type_ids)
        )
        with torch.no_grad():
            embedded = self._network.encoder.embed(ids, types)
            theirs = self._network.encoder.states_above(embedded, mask, 0)
            said = self._network.judge(theirs[-1], mask, types)
        if self._frozen:
            ours = student.encoder.states_above(theirs[self._frozen], mask, self._frozen)
        else:
            ours = student.encoder.states_above(student.encoder.embed(ids, types), mask, 0)
        apart = torch.stack(
            [_apart(own, theirs[at], mask) for own, at in zip(ours[1:], self._wanted, strict=True)]
        )
        return student.judge(ours[-1], mask, types), said, apart.mean()


def _apart(own: Tensor, wanted: Tensor, mask: Tensor) -> Tensor:
    real = mask.bool()
    own, wanted = own[real], wanted[real]  # (tokens, width)
    return functional.mse_loss(own, wanted) / wanted.var()


def imitation(said: Logits, wanted: Logits, recipe: Recipe) -> Tensor:
    """How far ``said`` is from the teacher's ``wanted``, each part weighted as its own loss is.

    The divergence of the spans' distributions, and the cross entropy of the two
    judgements with the teacher's for labels, less the teacher's own entropy: 0
    where both say the same.
    """
    span = 0.5 * (_divergence(said.start, wanted.start) + _divergence(said.end, wanted.end))
    return (
        recipe.span_weight * span
        + recipe.answerable_weight * _surprise(said.answerable, wanted.answerable)
        + recipe.relevance_weight * _surprise(said.relevance, wanted.relevance)
    )


def _divergence(said: Tensor, wanted: Tensor) -> Tensor:
    return functional.kl_div(
        functional.log_softmax(said, dim=1),
        functional.log_softmax(wanted, dim=1),
        reduction="batchmean",
        log_target=True,
    )


def _surprise(said: Tensor, wanted: Tensor) -> Tensor:
    likely = torch.sigmoid(wanted)
    loss = nn.BCEWithLogitsLoss()
    surprise: Tensor = loss(said, likely) - loss(wanted, likely)
    return surprise
