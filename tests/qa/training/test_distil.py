"""A smaller network learns from the whole one that it was cut from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from qa.training.baselines import base_folder
from qa.training.bases import load_teacher
from qa.training.distil import Teacher, imitation
from qa.training.encoding import EncodedExamples, batch_of, encode_examples, load_tokenizer
from qa.training.examples import Example
from qa.training.loop import Training, train
from qa.training.network import ReaderNetwork, Shape, keep_layers
from qa.training.recipe import Recipe

SHAPE = Shape(vocabulary=30522, positions=64, width=32, inner=48, layers=4, heads=4, head=8)
RECIPE = replace(
    Recipe(),
    max_tokens=48,
    batch_size=4,
    budget_steps=12,
    encoder_rate=1e-3,
    head_rate=1e-3,
    frozen_layers=1,
    bf16=False,
    dropout=0.0,
    threads=1,
    teacher_share=0.7,
)
KEPT = (0, 2, 3)


def _whole() -> ReaderNetwork:
    torch.manual_seed(0)
    return ReaderNetwork(SHAPE, dropout=0.0).eval()


def _encoded() -> EncodedExamples:
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json", max_tokens=48)
    passages = [f"The old mill burned down in {1800 + number}." for number in range(12)]
    examples = [
        Example("When did the mill burn?", passage, start, start + 4, 1, 1, "squad")
        for passage in passages
        for start in [passage.index("18")]
    ]
    return encode_examples(examples, tokenizer)


def _quiet(line: str) -> None:
    del line


def test_the_layers_kept_are_the_whole_networks_own_and_free_of_it() -> None:
    whole = _whole()
    smaller = keep_layers(whole, KEPT)

    assert (smaller.shape.layers, len(smaller.encoder.layers)) == (3, 3)
    for place, number in enumerate(KEPT):
        theirs = whole.encoder.layers[number].state_dict()
        for name, value in smaller.encoder.layers[place].state_dict().items():
            assert torch.equal(value, theirs[name])
    with torch.no_grad():
        smaller.span.weight.add_(1.0)
    assert not torch.equal(smaller.span.weight, whole.span.weight)


@pytest.mark.parametrize("kept", [(), (1, 0), (0, 0), (-1, 0), (0, 4)])
def test_layers_that_there_are_not_or_that_do_not_rise_are_refused(kept: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="name rising numbers from 0 to 3"):
        keep_layers(_whole(), kept)


def test_a_network_that_kept_all_layers_differs_in_nothing_from_its_teacher() -> None:
    whole = _whole()
    everything = tuple(range(SHAPE.layers))
    student = keep_layers(whole, everything)
    batch = batch_of(_encoded(), np.arange(4))
    for frozen in (0, 2):
        said, wanted, apart = Teacher(_whole(), everything, frozen).teach(student, batch)
        assert float(apart.detach()) == pytest.approx(0.0, abs=1e-9)
        assert float(imitation(said, wanted, RECIPE).detach()) == pytest.approx(0.0, abs=1e-6)


def test_one_that_lacks_a_layer_differs_and_comes_nearer() -> None:
    whole = _whole()
    teacher = Teacher(_whole(), KEPT, RECIPE.frozen_layers)
    recipe = replace(RECIPE, teacher_share=1.0, budget_steps=40)
    training = Training(keep_layers(whole, KEPT), recipe, teacher)
    batch = batch_of(_encoded(), np.arange(4))
    unlike = [training.advance(batch)[1][-2:] for _ in range(40)]
    (first_said, first_apart), (last_said, last_apart) = unlike[0], unlike[-1]
    assert first_said > 0
    assert 0 < last_apart < first_apart
    assert last_said < first_said


def test_frozen_layers_are_the_teachers_own() -> None:
    with pytest.raises(ValueError, match=r"lowest 2 layers cannot be frozen where \[0, 2, 3\]"):
        Teacher(_whole(), KEPT, 2)


def test_a_run_with_a_teacher_that_was_stopped_ends_where_an_unbroken_one_does(
    tmp_path: Path,
) -> None:
    encoded = _encoded()

    def run() -> Training:
        return Training(keep_layers(_whole(), KEPT), RECIPE, Teacher(_whole(), KEPT, 1))

    for name in ("unbroken", "broken"):
        (tmp_path / name).mkdir()
    unbroken = run()
    train(unbroken, encoded, tmp_path / "unbroken", report=_quiet)
    train(run(), encoded, tmp_path / "broken", stop_after=5, report=_quiet)
    again = run()
    train(again, encoded, tmp_path / "broken", report=_quiet)

    assert again.step == unbroken.step == 12
    for name, value in unbroken.network.state_dict().items():
        assert torch.equal(value, again.network.state_dict()[name])


def test_a_recipe_without_a_share_for_one_has_no_teacher() -> None:
    assert load_teacher(replace(RECIPE, teacher_share=0.0)) is None


def test_kept_layers_are_read_from_a_recipes_file(tmp_path: Path) -> None:
    path = tmp_path / "recipe.json"
    path.write_text('{"kept_layers": [0, 2, 3], "teacher_share": 0.7}', encoding="utf-8")
    assert Recipe.read(path).kept_layers == KEPT
