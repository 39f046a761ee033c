from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ir_measures
import pytest

from corpus.spans import Span
from qa.errors import OutputFolderError
from qa.evaluation.figures import is_better_lower
from qa.evaluation.judging import Outcome, judge
from qa.evaluation.results import make_folder, write_results
from qa.evaluation.retrieval import Retrieved
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.tables import format_scorecard

TEXT = "The bridge opened on Monday. It cost a million. It is safe."
OPENED, COST, SAFE = Span(0, 28), Span(29, 47), Span(48, 59)
TEXTS = {"a": TEXT}

Make = Callable[..., Any]


@pytest.fixture
def outcomes(gold: Make, answer: Make, silence: Make) -> tuple[Outcome, ...]:
    def asked(number: int, split: str) -> Any:
        return gold(
            OPENED,
            query_id=f"q {number}",  # an id that a TREC file could not hold as it is
            outlets=("Reuters",),
            answers=("Monday",),
            split=split,
        )

    credited = ("Reuters",)
    return (
        judge(asked(1, "dev"), answer(OPENED, outlets=credited, short="on Monday"), TEXTS),
        judge(asked(2, "test"), answer(OPENED, SAFE, outlets=credited, short="Monday"), TEXTS),
        judge(asked(3, "test"), silence(0.4, nearest=(OPENED,)), TEXTS),
        judge(gold(query_id="q 4", split="dev"), silence(0.1), TEXTS),
        judge(gold(query_id="q 5"), answer(COST, confidence=0.6), TEXTS),
    )


@pytest.fixture
def retrieved() -> tuple[Retrieved, ...]:
    return (
        Retrieved("q 1", "When?", {"a:0-28": 1}, {"fused": ("a:0-28", "a:29-47")}),
        Retrieved("q 2", "When?", {"a:0-28": 1}, {"fused": ("a:29-47", "a:0-28")}),
        Retrieved("q 3", "When?", {"a:0-28": 1}, {}),
        Retrieved("q 4", "Who?", {}, {"fused": ("a:0-28",)}),
    )


@pytest.fixture
def card(outcomes: tuple[Outcome, ...], retrieved: tuple[Retrieved, ...]) -> Scorecard:
    return Scorecard("five", questions=5, outcomes=outcomes, retrieved=retrieved, texts=TEXTS)


def test_the_figures_of_five_questions(card: Scorecard) -> None:
    values = {name: figure.value for name, figure in card.figures.items()}
    # Exact confidence: two at 0.9 are both right in 0.81 of the draws (off by 0.1), one in
    # 0.18 (by 0.4), none in 0.01 (by 0.9); the one at 0.6 is off by 0.4 or by 0.6.
    assert values.pop("calibration.ece_by_chance") == pytest.approx(
        2 / 3 * (0.81 * 0.1 + 0.18 * 0.4 + 0.01 * 0.9) + 1 / 3 * (0.6 * 0.4 + 0.4 * 0.6), abs=0.02
    )
    assert values == pytest.approx(
        {
            # Found first, second and not at all; the fourth has nothing to find.
            "fused.R@1": 1 / 3,
            "fused.R@5": 2 / 3,
            "fused.R@10": 2 / 3,
            "fused.RR@10": (1 + 1 / 2 + 0) / 3,
            "fused.nDCG@10": (1 + 0.6309297535714575 + 0) / 3,  # 1 / log2(3)
            "answer.EM": (0 + 1 + 0 + 1 + 0) / 5,
            "answer.F1": (2 / 3 + 1 + 0 + 1 + 0) / 5,
            "answer.F1_has_answer": (2 / 3 + 1 + 0) / 3,
            "answer.no_answer": 1 / 2,
            "citation.precision": (1 + 1 + 0) / (1 + 2 + 1),
            "citation.recall": (1 + 1 + 0) / 3,
            "outlet.precision": 1.0,
            "outlet.recall": 1.0,
            "silence.precision": 1 / 2,
            "silence.recall": 1 / 2,
            "crag": (1 + 1 + 0 + 1 - 1) / 5,
            # Six pairs: 0.9 > 0.1, 0.9 > 0.6 (twice each), 0.4 > 0.1 but 0.4 < 0.6.
            "silence.auc": 5 / 6,
            # Answered together at 0.9: two, none wrong; at 0.6 one of three is; at 0.4 the
            # silence would have been right; at 0.1 two of five are wrong.
            "risk_coverage.area": (2 * 0 + 1 / 3 + 1 / 4 + 2 / 5) / 5,
            "calibration.ece": 2 / 3 * abs(0.9 - 1.0) + 1 / 3 * abs(0.6 - 0.0),
            "latency_ms.p50": 10.0,
            "latency_ms.p95": 30.0,
        }
    )
    for name, figure in card.figures.items():
        assert figure.low <= figure.value <= figure.high, name


def test_what_cannot_be_measured_is_absent(card: Scorecard) -> None:
    silent = Scorecard("one", questions=1, outcomes=card.outcomes[3:4])

    assert set(silent.figures) == {
        "answer.EM", "answer.F1", "answer.no_answer", "silence.precision", "silence.recall",
        "crag", "risk_coverage.area", "latency_ms.p50", "latency_ms.p95",
    }  # fmt: skip
    assert Scorecard("none", questions=0).figures == {}


def test_less_is_better_of_risk_error_and_time_alone(card: Scorecard) -> None:
    assert [name for name in card.figures if is_better_lower(name)] == [
        "risk_coverage.area", "calibration.ece", "calibration.ece_by_chance", "latency_ms.p50",
        "latency_ms.p95",
    ]  # fmt: skip


def test_a_run_parts_by_split(card: Scorecard) -> None:
    assert {name: part.asked for name, part in card.splits.items()} == {"dev": 2, "test": 3}
    assert card.splits["dev"].figures["fused.R@1"].n == 1
    assert card.splits["test"].figures["fused.R@1"].value == 0.0
    one = Scorecard("dev", questions=2, outcomes=card.splits["dev"].outcomes)
    assert one.splits == {"dev": one}


def test_the_table_has_a_row_for_each_kind_and_figure(card: Scorecard) -> None:
    lines = format_scorecard(card).split("\n")

    assert lines[0] == "five, dev; fused: R@1 of that stage"
    assert lines[1].split() == [
        "kind", "n", "fused", "right", "full", "precise", "outlets", "EM", "F1",
    ]  # fmt: skip
    assert lines[2].split() == ["fact", "1", *["1.000"] * 5, "0.000", "0.667"]
    assert lines[3].split() == ["fact", "(silent)", "1", "-", "1.000", *["-"] * 5]
    assert lines.count("quotes verbatim: 1.000") == 2
    row = next(line for line in lines if line.startswith("crag"))
    # dev: both right; test: one right, one wrongly silent, one wrong.
    assert row.split()[1:4] == ["1.000", "[1.000,", "1.000]"]
    assert row.split()[5] == f"{(1 + 0 - 1) / 3:.3f}"


def test_a_stopped_run_says_so(card: Scorecard) -> None:
    stopped = Scorecard("five", questions=9, outcomes=card.outcomes)

    assert stopped.is_partial
    assert format_scorecard(stopped).startswith(
        "PARTIAL: 5 of 9 questions were asked; the figures are of those alone\n"
    )


def test_the_folder_holds_the_run_in_the_formats_of_others(
    card: Scorecard, tmp_path: Path
) -> None:
    write_results(card, tmp_path, None)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "metrics-dev.json", "metrics-test.json", "metrics.json", "predictions.jsonl",
        "qrels.trec", "report.html", "run.fused.trec",
    ]  # fmt: skip
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert {name: figure["value"] for name, figure in metrics.items()} == pytest.approx(
        {name: figure.value for name, figure in card.figures.items()}, abs=1e-6
    )
    # Whoever measures the run with the standard tools finds what we found.
    run = list(ir_measures.read_trec_run(str(tmp_path / "run.fused.trec")))
    qrels = list(ir_measures.read_trec_qrels(str(tmp_path / "qrels.trec")))
    theirs = ir_measures.calc_aggregate([ir_measures.RR @ 10], qrels, run)
    assert theirs[ir_measures.RR @ 10] == pytest.approx(metrics["fused.RR@10"]["value"], abs=1e-6)
    lines = (tmp_path / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    first = json.loads(lines[0])
    assert (first["id"], first["right"], first["scores"]["answer.F1"]) == (
        "q 1",
        True,
        pytest.approx(2 / 3),
    )
    assert first["found"] == {"fused": ["a:0-28", "a:29-47"]}
    assert len(lines) == 5


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(OutputFolderError) as caught:
        make_folder(tmp_path / "file" / "below")

    assert str(caught.value) == (
        f"the results cannot be written to '{tmp_path / 'file' / 'below'}' (Not a directory); "
        "name another folder"
    )
