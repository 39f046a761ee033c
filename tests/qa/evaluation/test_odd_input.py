"""Input that is not quite what was meant, and figures that would mislead."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.spans import Span
from qa.errors import BatchError
from qa.evaluation.answer_text import best_f1, exact_match
from qa.evaluation.beir_files import read_beir
from qa.evaluation.comparison import EarlierRun, compare_runs, read_run
from qa.evaluation.gold_files import read_gold
from qa.evaluation.intervals import Figure, bootstrap_figure
from qa.evaluation.judging import judge
from qa.evaluation.report import render_report
from qa.evaluation.requirements import gate_failures, read_figures
from qa.evaluation.results import predictions, write_results
from qa.evaluation.retrieval import Retrieved
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.selective import calibration_error
from qa.evaluation.squad_files import read_squad

TEXT = "The bridge opened on Monday. It cost a million. It is safe."
Make = Callable[..., Any]


def squad_entry(question_id: str = "1", context: str = "It is red.") -> dict[str, Any]:
    answer = {"text": "red", "answer_start": context.index("red")}
    question = {"id": question_id, "question": "Which colour?", "answers": [answer]}
    return {"title": "T", "paragraphs": [{"context": context, "qas": [question]}]}


def write_squad(folder: Path, *entries: dict[str, Any]) -> Path:
    path = folder / "squad.json"
    path.write_text(json.dumps({"data": entries}), encoding="utf-8")
    return path


def write_beir(folder: Path, corpus: str) -> Path:
    (folder / "qrels").mkdir()
    (folder / "corpus.jsonl").write_text(corpus, encoding="utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q", "text": "red"}\n', encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text("q\td\t1\n", encoding="utf-8")
    return folder


@pytest.fixture
def card(gold: Make, answer: Make) -> Scorecard:
    opened = gold_span()
    outcomes = tuple(
        judge(gold(opened, query_id=f"q{number}"), answer(opened), {"a": TEXT})
        for number in range(8)
    )
    return Scorecard("t", questions=8, outcomes=outcomes, texts={"a": TEXT})


def gold_span() -> Span:
    return Span(0, 28)


def test_a_gold_answer_without_words_is_passed_over_as_the_official_script_does() -> None:
    assert exact_match("", ["the", "cat"]) == 0.0
    assert best_f1("", ["the", "cat"]) == 0.0
    assert exact_match("", ["the"]) == 1.0  # none is left, so that silence is right


def test_a_damaged_archive_is_said_in_one_sentence(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(b'{"data": []}' * 40))
    content[12:30] = bytes(byte ^ 0xFF for byte in content[12:30])
    path = tmp_path / "squad.json.gz"
    path.write_bytes(content)
    with pytest.raises(BatchError, match="cannot be read"):
        read_squad(path)


def test_paragraphs_of_two_entries_with_one_title_are_articles_of_their_own(
    tmp_path: Path,
) -> None:
    path = write_squad(tmp_path, squad_entry("1"), squad_entry("2", "It is not red."))
    ids = [paragraph.article.article_id for paragraph in read_squad(path)]
    assert len(set(ids)) == 2


def test_a_question_id_that_was_given_before_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="1"):
        read_squad(write_squad(tmp_path, squad_entry("1"), squad_entry("1", "It is not red.")))


@pytest.mark.parametrize(
    "corpus",
    [
        "[" * 100_000,
        '{"_id": "d", "text": null}\n',
        '{"_id": "d", "text": "red"}\n{"_id": "d", "text": "blue"}\n',
        "",
    ],
    ids=["nested too deeply", "no text", "an id given twice", "no documents"],
)
def test_a_corpus_that_cannot_be_searched_is_said(corpus: str, tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=r"corpus\.jsonl"):
        read_beir(write_beir(tmp_path, corpus))


def test_a_header_that_is_no_csv_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gold.csv"
    path.write_text('question,"answers\nWhen?,Monday\n', encoding="utf-8")
    with pytest.raises(BatchError, match="is no CSV"):
        read_gold(path, {"a": TEXT})


@pytest.mark.parametrize("needed", [-3, 0, 2])
def test_more_support_than_there_is_or_less_than_one_cannot_be_needed(
    needed: int, tmp_path: Path
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(
        json.dumps({"question": "How much?", "quotes": ["a million"], "needed": needed}),
        encoding="utf-8",
    )
    with pytest.raises(BatchError, match="needed"):
        read_gold(path, {"a": TEXT})


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "[" * 100_000,
        '{"crag": {"value": null, "low": null, "high": null, "n": 1}}',
        '{"crag": {"value": "x", "low": 0, "high": 0, "n": 1}}',
    ],
    ids=["empty", "nested too deeply", "null", "text"],
)
def test_a_baseline_that_could_hold_nothing_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "metrics.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BatchError):
        read_figures(path)


def test_a_run_passes_the_gate_of_its_own_figures(tmp_path: Path) -> None:
    # The right document stands second: 1 / log2(3) = 0.63092975…, written as 0.63093.
    found = Retrieved("q", "x", {"d": 1}, {"fused": ("e", "d")})
    card = Scorecard("t", questions=1, retrieved=(found,))
    write_results(card, tmp_path, None)
    assert gate_failures(card.figures, read_figures(tmp_path)) == []


def test_the_interval_of_the_calibration_error_holds_its_value() -> None:
    # Ten bins of 20 answers, each right exactly as often as it says: an error of 0.
    middles = np.arange(10) / 10 + 0.05
    right = np.concatenate([np.arange(20) < round(20 * middle) for middle in middles])
    figure: Figure = bootstrap_figure(calibration_error, np.repeat(middles, 20), right)
    assert figure.low <= figure.value <= figure.high


def test_a_measure_that_the_earlier_run_did_not_take_is_not_compared(card: Scorecard) -> None:
    searched_only = EarlierRun("e", {f"q{n}": {"fused.nDCG@10": 1.0} for n in range(8)}, {})
    assert compare_runs(card, searched_only).differences == ()
    assert compare_runs(card, searched_only).changes == ()


def test_what_an_earlier_run_left_in_the_folder_does_not_pass_for_this_one(
    card: Scorecard, tmp_path: Path
) -> None:
    first, *others = card.outcomes
    parted = (replace(first, question=replace(first.question, split="dev")), *others)
    write_results(replace(card, outcomes=parted), tmp_path, None)
    assert (tmp_path / "metrics-dev.json").exists()
    write_results(card, tmp_path, None)
    assert not (tmp_path / "metrics-dev.json").exists()


def test_half_a_surrogate_pair_does_not_make_the_run_unreadable(
    card: Scorecard, tmp_path: Path
) -> None:
    first, *others = card.outcomes
    odd = replace(first, question=replace(first.question, answers=("x\ud800",)))
    write_results(replace(card, outcomes=(odd, *others)), tmp_path, None)
    assert "q0" in read_run(tmp_path).scores


def test_right_silence_is_a_full_reply(gold: Make, silence: Make) -> None:
    outcome = judge(gold(), silence(), {"a": TEXT})
    (line,) = predictions(Scorecard("t", questions=1, outcomes=(outcome,)))
    assert (line["right"], line["full"]) == (True, True)


@pytest.mark.parametrize("kind", [r"cost $\frac$ now", "日本"])
@pytest.mark.filterwarnings("error")
def test_a_kind_of_any_words_is_drawn(kind: str, gold: Make, answer: Make) -> None:
    outcome = judge(gold(gold_span(), kind=kind), answer(gold_span()), {"a": TEXT})
    card = Scorecard("t", questions=1, outcomes=(outcome,), texts={"a": TEXT})
    assert kind in render_report(card, None)
