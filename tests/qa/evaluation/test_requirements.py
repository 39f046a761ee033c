from __future__ import annotations

import json
from pathlib import Path

import pytest

from qa.errors import BatchError, UsageError
from qa.evaluation.intervals import Figure
from qa.evaluation.requirements import Requirement, gate_failures, read_figures


def figure(value: float, low: float | None = None, high: float | None = None) -> Figure:
    return Figure(value, value if low is None else low, value if high is None else high, 10)


@pytest.mark.parametrize(
    ("text", "failure"),
    [
        ("fused.nDCG@10>=0.70", None),
        ("fused.nDCG@10 >= .8", "fused.nDCG@10 is 0.7431, required >= 0.8"),
        ("nDCG@10>0.75", None),  # that of the last stage, after reading
        ("nDCG@10<0.75", "read.nDCG@10 is 0.8000, required < 0.75"),
        ("calibration.ece<=0.08", "calibration.ece is 0.1000, required <= 0.08"),
        ("crag>-0.5", None),
        ("outlet.recall>=0", "outlet.recall was not measured, required >= 0"),
    ],
)
def test_a_requirement_says_how_it_is_missed(text: str, failure: str | None) -> None:
    figures = {
        "fused.nDCG@10": figure(0.7431),
        "read.nDCG@10": figure(0.8),
        "calibration.ece": figure(0.1),
        "crag": figure(-0.25),
    }

    assert Requirement.parse(text).failure(figures) == failure


@pytest.mark.parametrize("text", ["", "nDCG@10", "nDCG@10=0.7", "nDCG@10>=high", ">=0.7", "a b>1"])
def test_what_is_no_requirement_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        Requirement.parse(text)

    assert str(caught.value) == (
        f"{text!r} is no requirement; write one as 'fused.nDCG@10>=0.70'"
    )


def test_a_figure_that_there_is_not_is_refused_before_anything_is_asked() -> None:
    with pytest.raises(UsageError, match=r"^there is no figure 'fused.nDGC@10'; the figures are "):
        Requirement.parse("fused.nDGC@10>=0.5")


def test_the_gate_closes_where_a_figure_leaves_the_interval_on_the_worse_side() -> None:
    baseline = {
        "answer.F1": figure(0.80, 0.75, 0.85),
        "citation.recall": figure(0.80, 0.75, 0.85),
        "calibration.ece": figure(0.10, 0.05, 0.15),
        "risk_coverage.area": figure(0.10, 0.05, 0.15),
        "crag": figure(0.5, 0.4, 0.6),
        "latency_ms.p50": figure(10, 9, 11),
    }
    now = {
        "answer.F1": figure(0.749),
        "citation.recall": figure(0.99),  # better than the interval
        "calibration.ece": figure(0.151),
        "risk_coverage.area": figure(0.01),  # less is better
        "latency_ms.p50": figure(500),  # machines are noisy
    }

    assert gate_failures(now, baseline) == [
        "answer.F1 is 0.7490, below 0.7500, where the interval of the baseline's 0.8000 ends",
        "calibration.ece is 0.1510, above 0.1500, where the interval of the baseline's 0.1000 ends",
        "crag was not measured, the baseline has 0.5000",
    ]
    assert gate_failures(baseline, baseline) == []


def test_a_baseline_is_a_folder_of_a_run_or_its_file(tmp_path: Path) -> None:
    written = {"crag": {"value": 0.5, "low": 0.4, "high": 0.6, "n": 10}}
    path = tmp_path / "metrics.json"
    path.write_text(json.dumps(written), encoding="utf-8")

    assert read_figures(tmp_path) == read_figures(path) == {"crag": Figure(0.5, 0.4, 0.6, 10)}


@pytest.mark.parametrize("content", ["", "[]", '{"crag": 1}', '{"crag": {"value": 1}}'])
def test_a_baseline_that_is_none_is_said(content: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content)

    with pytest.raises(BatchError, match=r"^there are no figures to read in .* \(.+\); name the"):
        read_figures(path)
