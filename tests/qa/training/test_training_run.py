"""A run on a tiny network: resuming, exporting, and reading with what was exported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from qa.training.baselines import base_folder
from qa.training.decoding import OnnxReader, best_span
from qa.training.encoding import (
    IGNORED,
    NO_SPAN,
    EncodedExamples,
    batch_of,
    batches_of_epoch,
    encode_examples,
    load_tokenizer,
)
from qa.training.examples import UNKNOWN, Example
from qa.training.export import INPUTS, export_fp32, load_average, quantise
from qa.training.loop import Training, learning_share, train
from qa.training.network import ReaderNetwork, Shape
from qa.training.recipe import Recipe

SHAPE = Shape(vocabulary=30522, positions=64, width=32, inner=48, layers=2, heads=4, head=8)
RECIPE = replace(
    Recipe(), max_tokens=48, batch_size=4, budget_steps=12, bf16=False, dropout=0.1, threads=1
)
TOKENIZER = base_folder() / "tokenizer.json"


def _example(number: int) -> Example:
    passage = f"The {'very ' * (number % 5)}old mill burned down in {1800 + number}. It was wet."
    start = passage.index("18")
    if number % 2:
        return Example("Who sold the mill?", passage, None, None, 0, UNKNOWN, "exchanged")
    return Example("When did the mill burn?", passage, start, start + 4, 1, 1, "squad")


def _encoded() -> EncodedExamples:
    tokenizer = load_tokenizer(TOKENIZER, max_tokens=RECIPE.max_tokens)
    return encode_examples([_example(number) for number in range(22)], tokenizer)


def _network() -> ReaderNetwork:
    torch.manual_seed(0)
    return ReaderNetwork(SHAPE, dropout=RECIPE.dropout)


def _quiet(line: str) -> None:
    del line


def test_the_answers_tokens_are_the_answer() -> None:
    encoded = _encoded()
    tokenizer = load_tokenizer(TOKENIZER, max_tokens=RECIPE.max_tokens)
    for number in range(0, 22, 2):
        tokens = encoded.ids[encoded.offsets[number] : encoded.offsets[number + 1]]
        answer = tokens[encoded.starts[number] : encoded.ends[number] + 1]
        assert tokenizer.decode(answer.tolist()) == str(1800 + number)
        assert tokens[encoded.boundaries[number] - 1] == tokenizer.token_to_id("[SEP]")
    assert encoded.starts[1] == encoded.ends[1] == NO_SPAN


def test_an_answer_without_a_span_teaches_none_and_one_cut_off_is_left_out() -> None:
    closed = Example("Is it so?", "It is so.", None, None, 1, 1, "hotpot_closed")
    long = "It was wet. " * 40 + "It burned in 1871."
    start = long.index("1871")
    cut = Example("When did it burn?", long, start, start + 4, 1, 1, "squad")
    tokenizer = load_tokenizer(TOKENIZER, max_tokens=48)
    encoded = encode_examples([closed, cut], tokenizer)
    assert len(encoded) == 1
    assert encoded.starts.tolist() == [IGNORED]


def test_encoded_examples_come_back_from_disk_unchanged(tmp_path: Path) -> None:
    encoded = _encoded()
    encoded.save(tmp_path / "examples.npz")
    again = EncodedExamples.load(tmp_path / "examples.npz")
    for name in ("ids", "offsets", "boundaries", "starts", "ends", "answerable", "relevant"):
        assert np.array_equal(getattr(encoded, name), getattr(again, name))
    assert again.origin_names == ("exchanged", "squad")


def test_an_epoch_shows_every_example_once_and_each_epoch_another_order() -> None:
    encoded = _encoded()
    epochs = [
        batches_of_epoch(encoded, epoch=epoch, seed=1, batch_size=4) for epoch in (0, 0, 1)
    ]
    for batches in epochs:
        assert sorted(np.concatenate(batches).tolist()) == list(range(22))
    flat = [np.concatenate(batches).tolist() for batches in epochs]
    assert flat[0] == flat[1]
    assert flat[0] != flat[2]


def test_a_batch_is_padded_with_zeros_beyond_its_mask() -> None:
    batch = batch_of(_encoded(), np.array([0, 4]))
    short = int(batch.attention_mask[0].sum())
    assert batch.attention_mask[1].sum() == batch.input_ids.shape[1] == short + 4  # four "very"
    assert batch.input_ids[0, short:].tolist() == [0] * 4
    assert batch.token_type_ids[0, short:].tolist() == [0] * 4


def test_the_rate_rises_over_the_warm_up_and_falls_to_zero() -> None:
    assert learning_share(0.0, 0.1) == 0.0
    assert learning_share(0.05, 0.1) == pytest.approx(0.5)
    assert learning_share(0.1, 0.1) == 1.0
    assert learning_share(0.55, 0.1) == pytest.approx(0.5)
    assert learning_share(1.0, 0.1) == 0.0


def test_a_run_that_was_interrupted_ends_with_the_very_same_weights(tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    for folder in (whole, parts):
        folder.mkdir()
    torch.set_num_threads(1)
    uninterrupted = Training(_network(), RECIPE)
    train(uninterrupted, _encoded(), whole, report=_quiet)
    for _ in range(3):  # 5 + 5 + 2 steps, each in a new process's shoes
        resumed = Training(_network(), RECIPE)
        train(resumed, _encoded(), parts, stop_after=5, report=_quiet)
    assert resumed.step == uninterrupted.step == 12
    for name, weights in uninterrupted.network.state_dict().items():
        assert torch.equal(weights, resumed.network.state_dict()[name]), name
    for name, weights in uninterrupted.average.items():
        assert torch.equal(weights, resumed.average[name]), name


def test_training_lowers_the_loss_and_leaves_the_token_embeddings_alone(tmp_path: Path) -> None:
    recipe = replace(RECIPE, budget_steps=60, encoder_rate=3e-3, head_rate=3e-3, dropout=0.0)
    training = Training(_network(), recipe)
    before = training.network.encoder.words.weight.clone()
    train(training, _encoded(), tmp_path, report=_quiet)
    rows = (tmp_path / "curves.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0].startswith("step,seconds,examples,rate,loss")
    first, last = (float(row.split(",")[4]) for row in (rows[1], rows[-1]))
    assert len(rows) == 3  # a header, step 25 and step 50
    assert last < first
    assert torch.equal(before, training.network.encoder.words.weight)


def test_frozen_layers_stay_as_they_are_and_the_others_learn(tmp_path: Path) -> None:
    training = Training(_network(), replace(RECIPE, frozen_layers=1, head_rate=3e-3))
    before = {name: value.clone() for name, value in training.network.state_dict().items()}
    train(training, _encoded(), tmp_path, report=_quiet)
    after = training.network.state_dict()
    changed = {name for name, value in before.items() if not torch.equal(value, after[name])}
    assert not {name for name in changed if name.startswith(("encoder.layers.0", "encoder.norm"))}
    assert "encoder.layers.1.inner.weight" in changed
    assert "span.weight" in changed
    # What stays is in the checkpoint too, so that the export does not depend on the base.
    assert load_average(_network(), tmp_path / "checkpoint.pt") == 12


def test_what_is_exported_equals_the_network_and_int8_stays_near(tmp_path: Path) -> None:
    network = _network().eval()
    fp32, int8 = tmp_path / "fp32.onnx", tmp_path / "int8.onnx"
    export_fp32(network, fp32)
    quantise(fp32, int8)
    batch = batch_of(_encoded(), np.arange(6))
    inputs = {name: getattr(batch, name) for name in INPUTS}
    with torch.no_grad():
        wanted = network(*(torch.from_numpy(inputs[name]) for name in INPUTS))
    import onnxruntime

    exact, near = (
        onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(
            None, inputs
        )
        for path in (fp32, int8)
    )
    for mine, theirs, rounded in zip(wanted, exact, near, strict=True):
        assert mine.shape == theirs.shape
        # Logits of masked places are about -1e4, where float32 has steps of 1e-3.
        np.testing.assert_allclose(mine.numpy(), theirs, atol=1e-5, rtol=1e-6)
        assert np.abs(theirs - rounded).max() < 0.2
    assert int8.stat().st_size < 0.3 * fp32.stat().st_size


def test_what_is_read_together_changes_no_reading(tmp_path: Path) -> None:
    export_fp32(_network().eval(), tmp_path / "r.onnx")
    reader = OnnxReader(tmp_path / "r.onnx", TOKENIZER, max_tokens=48, threads=1)
    pairs = [("Who?", "Ann ran."), ("When did the mill burn?", "It burned in 1871. " * 3)]
    together = reader.read(pairs)
    alone = [reader.read([pair])[0] for pair in pairs]
    for one, other in zip(together, alone, strict=True):
        assert one == other


def test_a_span_read_in_a_long_passage_lies_inside_it(tmp_path: Path) -> None:
    export_fp32(_network().eval(), tmp_path / "r.onnx")
    reader = OnnxReader(tmp_path / "r.onnx", TOKENIZER, max_tokens=48, threads=1)
    passages = [f"{word} ran. " * 60 + "Bo sat." for word in ("Ann", "Cy")]
    readings = reader.read([("Who sat?", passage) for passage in passages])
    for passage, reading in zip(passages, readings, strict=True):
        assert 0 <= reading.start < reading.end <= len(passage)
        assert passage[reading.start : reading.end].strip() == passage[reading.start : reading.end]


def test_the_average_is_what_is_shipped(tmp_path: Path) -> None:
    training = Training(_network(), RECIPE)
    train(training, _encoded(), tmp_path, report=_quiet)
    network = _network()
    assert load_average(network, tmp_path / "checkpoint.pt") == 12
    for name, value in network.named_parameters():
        if name in training.average:
            assert torch.equal(value, training.average[name])


def test_the_best_span_is_in_the_passage_and_in_order() -> None:
    start = np.array([9.0, 8.0, 1.0, 0.0, 5.0, 0.0], dtype=np.float32)
    end = np.array([9.0, 8.0, 4.0, 2.0, 0.0, 9.0], dtype=np.float32)
    # Positions 2 to 4 are the passage. 4 starts best (5) but may only end at 4 (0): 5 in all.
    # 2 to 2 gives 1 + 4 = 5 as well, and comes first.
    assert best_span(start, end, [None, 0, 1, 1, 1, None]) == (2, 2, 5.0)


def test_a_setting_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text('{"batch_sise": 3}', encoding="utf-8")
    with pytest.raises(ValueError, match="batch_sise"):
        Recipe.read(path)
    path.write_text('{"batch_size": 3}', encoding="utf-8")
    assert Recipe.read(path) == replace(Recipe(), batch_size=3)
