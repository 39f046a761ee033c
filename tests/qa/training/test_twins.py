"""Pairs of questions of which a text answers one, and what is trained on of them."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.outlets import load_outlets
from qa.training import twins
from qa.training.examples import UNKNOWN
from qa.training.twins import (
    Twins,
    TwinText,
    held_twins,
    read_twins,
    twin_examples,
    twin_texts,
    twins_as_read,
)

TEXT = "The port is shut. Oslo has promised 4 million. The strike began on Monday, the BBC says."
PAID = Twins("status", "What has Oslo promised?", "4 million", 36, "What has Oslo paid?")
OPEN = Twins("status", "Is the port shut?", "The port is shut.", 0, "Is the port sold?", False)


def _line(answer: str, start: int) -> str:
    pair = ["status", PAID.answered, answer, start, PAID.unanswered, True]
    return json.dumps({"text": TEXT, "pairs": [pair]})


def test_a_line_is_a_text_with_its_pairs() -> None:
    assert read_twins(_line("4 million", 36)) == TwinText(TEXT, (PAID,))


def test_an_answer_that_stands_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'4 million' of 'What has Oslo promised\?' is not at 35"):
        read_twins(_line("4 million", 35))


def test_both_questions_are_shown_one_passage_and_differ_in_what_is_taught() -> None:
    for seed in range(20):
        yes, no = twin_examples([TwinText(TEXT, (PAID,))], random.Random(seed), copies=1)
        assert yes.passage == no.passage
        assert (yes.question, yes.answerable, yes.relevant) == (PAID.answered, 1, 1)
        assert yes.passage[yes.start : yes.end] == "4 million"
        assert (no.question, no.answerable, no.relevant) == (PAID.unanswered, 0, UNKNOWN)
        assert (no.start, no.end) == (None, None)


def test_of_a_yes_or_no_no_words_are_taught_and_what_is_left_open_is_not_relevant() -> None:
    yes, no = twin_examples([TwinText(TEXT, (OPEN,))], random.Random(1), copies=1)
    assert (yes.start, yes.end, yes.answerable, yes.relevant) == (None, None, 1, 1)
    assert (no.answerable, no.relevant) == (0, 0)


def test_pairs_are_shown_as_often_as_asked_for() -> None:
    shown = list(twin_examples([TwinText(TEXT, (PAID, OPEN))], random.Random(1), copies=3))
    assert len(shown) == 12  # 3 copies of 2 pairs of 2 questions


def test_a_pair_that_asks_for_a_source_is_left_out() -> None:
    source = Twins(
        "source", "Which outlet says the strike began on Monday?", "BBC", TEXT.index("BBC"),
        "Which outlet says the strike began on Tuesday?",
    )  # fmt: skip
    (read,) = twins_as_read([TwinText(TEXT, (source, PAID))], load_outlets())
    assert read == TwinText(TEXT, (PAID,))


def test_of_what_is_asked_as_a_yes_or_no_no_words_are_taught() -> None:
    marked = replace(OPEN, points=True)
    (read,) = twins_as_read([TwinText(TEXT, (marked,))], load_outlets())
    assert not read.pairs[0].points


def test_a_recipe_takes_the_parts_that_there_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "written").mkdir()
    for part in (2, 4):
        line = json.dumps({"text": f"Part {part}.", "pairs": []})
        (tmp_path / "written" / f"twins-{part}.jsonl").write_text(line + "\n", encoding="utf-8")
    monkeypatch.setattr(twins.resources, "files", lambda name: tmp_path)
    assert [one.text for one in twin_texts(parts=3)] == ["Part 2."]
    assert [one.text for one in twin_texts(parts=4)] == ["Part 2.", "Part 4."]


def test_kept_texts_are_none_that_are_trained_on() -> None:
    kept, trained = held_twins(), twin_texts(parts=99)
    assert kept
    assert not {one.text for one in kept} & {one.text for one in trained}
