from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.spans import Span
from qa.errors import BatchError
from qa.evaluation.comparison import compare_runs, read_run
from qa.evaluation.judging import judge
from qa.evaluation.results import write_results
from qa.evaluation.retrieval import Retrieved
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.tables import format_comparison

TEXT = "The bridge opened on Monday. It cost a million. It is safe."
OPENED, SAFE = Span(0, 28), Span(48, 59)
TEXTS = {"a": TEXT}

Make = Callable[..., Any]


@pytest.fixture
def run(gold: Make, answer: Make, silence: Make) -> Callable[[str], Scorecard]:
    """A run of as many questions as there are signs: + right, - wrong, o silent."""
    replies = {"+": answer(OPENED), "-": answer(SAFE, text="It is safe. [1]"), "o": silence()}

    def make(signs: str) -> Scorecard:
        outcomes = tuple(
            judge(gold(OPENED, query_id=f"q{number}", question=f"{number}?"), replies[sign], TEXTS)
            for number, sign in enumerate(signs)
        )
        return Scorecard("run", questions=len(signs), outcomes=outcomes, texts=TEXTS)

    return make


def test_a_run_is_compared_question_by_question(
    run: Callable[[str], Scorecard], tmp_path: Path
) -> None:
    write_results(run("+-o+"), tmp_path, None)

    comparison = compare_runs(run("++--"), read_run(tmp_path))

    by_name = {item.name: item for item in comparison.differences}
    assert (by_name["right"].before, by_name["right"].now) == (2 / 4, 2 / 4)
    # Before 1, -1, 0, 1; now 1, 1, -1, -1.
    assert (by_name["crag"].before, by_name["crag"].now) == (1 / 4, 0.0)
    assert by_name["crag"].n == 4
    # Worse ones come first; the third was and is not right, so it did not change.
    assert [(item.query_id, item.before, item.now) for item in comparison.changes] == [
        ("q3", 1.0, 0.0),
        ("q1", 0.0, 1.0),
    ]
    assert comparison.changes[0].text_now == "It is safe. [1]"
    shown = format_comparison(comparison).split("\n")
    assert shown[0] == f"against {tmp_path.name} (p: paired randomisation test)"
    assert "worse: 1 questions" in shown
    assert "  q3: 3?" in shown


def test_a_question_that_a_run_left_out_counts_as_wrong_there(
    run: Callable[[str], Scorecard], tmp_path: Path
) -> None:
    write_results(run("+"), tmp_path, None)

    comparison = compare_runs(run("++"), read_run(tmp_path))

    by_name = {item.name: item for item in comparison.differences}
    assert comparison.left_out == 1
    assert by_name["right"].before == (1 + 0) / 2
    assert by_name["crag"].before == (1 - 1) / 2


def test_a_run_without_answers_is_compared_by_what_it_found(tmp_path: Path) -> None:
    def found(*ranking: str) -> Scorecard:
        asked = Retrieved("q", "safe bridges", {"a": 1}, {"fused": ranking})
        return Scorecard("beir", questions=1, retrieved=(asked,), any_right_is_enough=False)

    write_results(found("b", "a"), tmp_path, None)

    (change,) = compare_runs(found("a", "b"), read_run(tmp_path)).changes
    assert (change.question, change.now) == ("safe bridges", 1.0)
    assert change.before == pytest.approx(0.6309297535714575)  # 1 / log2(3)


@pytest.mark.parametrize("content", [None, "{", "[]", '{"id": "q"}', '{"id": "q", "scores": 1}'])
def test_what_is_no_run_is_said_in_one_sentence(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "predictions.jsonl").write_text(content)

    with pytest.raises(BatchError, match=r"^there is no run to compare with in .*; name the --out"):
        read_run(tmp_path)
