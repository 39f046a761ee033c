from __future__ import annotations

import math

import numpy as np
import pytest

from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation
from qa.evaluation.figures import (
    area_under_curve,
    calibration_error,
    measure,
    risk_coverage_area,
)
from qa.evaluation.gold import GoldQuestion, GoldSpan
from qa.evaluation.gold_run import format_table
from qa.evaluation.judging import Outcome, judge, normalise, token_f1

TEXT = "The bridge opened on Monday. It cost a million. It is safe."
OPENED, COST, SAFE = Span(0, 28), Span(29, 47), Span(48, 59)
TEXTS = {"a": TEXT, "b": TEXT}


def gold(*spans: Span, outlets: tuple[str, ...] = (), answers: tuple[str, ...] = (),
         needed: int = 1) -> GoldQuestion:  # fmt: skip
    held = tuple(GoldSpan(span, frozenset(outlets)) for span in spans)
    return GoldQuestion(
        "q", "a", "fact", "When?", (), bool(spans), answers, held, needed, "test"
    )


def answer(
    *spans: Span, outlets: tuple[str, ...] = (), short: str | None = None,
    confidence: float = 0.9, article_id: str = "a",
) -> Answer:  # fmt: skip
    credited = Attribution(outlets, None, Span(0, 1)) if outlets else None
    cited = tuple(
        Citation(marker, article_id, "T", span, span.of(TEXT), credited, 1.0)
        for marker, span in enumerate(spans, start=1)
    )
    return Answer("q", "q", "…", short, cited, confidence, {"total": 10.0})


def silence(confidence: float = 0.1) -> Abstention:
    return Abstention(
        "q", "q", AbstainReason.NOT_IN_BRIEFING, (), confidence, {"total": 30.0}
    )


def test_an_answer_is_right_where_it_cites_a_gold_span() -> None:
    outcome = judge(gold(OPENED, COST, needed=2), answer(OPENED, SAFE), TEXTS)

    assert outcome.right
    assert (outcome.supported, outcome.citations) == (1, 2)
    assert outcome.found == 1 / 2
    assert not judge(gold(OPENED), answer(SAFE), TEXTS).right
    assert not judge(gold(OPENED), answer(OPENED, article_id="b"), TEXTS).right
    assert not judge(gold(OPENED), silence(), TEXTS).right


def test_silence_is_right_where_there_is_no_answer() -> None:
    assert judge(gold(), silence(), TEXTS).right
    assert not judge(gold(), answer(OPENED), TEXTS).right


def test_outlets_are_compared_only_for_what_is_right() -> None:
    asked = gold(OPENED, outlets=("Reuters",))

    assert judge(asked, answer(OPENED, outlets=("Reuters",)), TEXTS).outlets_right is True
    assert judge(asked, answer(OPENED, outlets=("AFP", "Reuters")), TEXTS).outlets_right is False
    assert judge(asked, answer(SAFE, outlets=("Reuters",)), TEXTS).outlets_right is None


def test_a_quote_that_is_not_the_text_is_found_out() -> None:
    false = Citation(1, "b", "T", SAFE, "It is unsafe.", None, 1.0)

    assert judge(gold(OPENED), answer(OPENED), TEXTS).verbatim
    assert not judge(gold(OPENED), Answer("q", "q", "…", None, (false,), 0.9), TEXTS).verbatim


@pytest.mark.parametrize(
    ("ours", "theirs", "f1"),
    [
        ("The Bridge!", "bridge", 1.0),
        ("on Monday morning", "Monday", 2 * 1 / (3 + 1)),
        ("Tuesday", "Monday", 0.0),
        ("", "Monday", 0.0),
    ],
)
def test_words_in_common(ours: str, theirs: str, f1: float) -> None:
    assert token_f1(ours, theirs) == f1


def test_normalising_drops_case_articles_and_marks() -> None:
    assert normalise("  The “U.S.”\n an  Act, ") == "us act"


def test_the_area_under_the_curve_counts_pairs_in_order() -> None:
    scores = np.array([0.9, 0.4, 0.4, 0.1])
    positive = np.array([True, True, False, False])

    # Of the four pairs three are in order and one is a tie.
    assert area_under_curve(scores, positive) == (3 + 0.5) / 4
    assert math.isnan(area_under_curve(scores, np.array([True] * 4)))


def test_risk_is_averaged_over_coverage() -> None:
    confidence, right = np.array([0.2, 0.9, 0.5]), np.array([0.0, 1.0, 0.0])

    # The surest one is right, then one of two is wrong, then two of three.
    assert risk_coverage_area(confidence, right) == pytest.approx((0 + 1 / 2 + 2 / 3) / 3)


def test_calibration_error_weighs_each_bin_by_its_answers() -> None:
    confidence, right = np.array([0.95, 0.91, 1.0, 0.25]), np.array([1.0, 0.0, 1.0, 0.0])

    sure = abs((0.95 + 0.91 + 1.0) / 3 - 2 / 3)
    assert calibration_error(confidence, right) == pytest.approx(3 / 4 * sure + 1 / 4 * 0.25)


@pytest.fixture
def outcomes() -> list[Outcome]:
    asked = gold(OPENED, outlets=("Reuters",), answers=("Monday",))
    credited = ("Reuters",)
    return [
        judge(asked, answer(OPENED, outlets=credited, short="on Monday"), TEXTS),
        judge(asked, answer(OPENED, SAFE, outlets=credited, short="Monday"), TEXTS),
        judge(asked, silence(0.4), TEXTS),
        judge(gold(), silence(0.1), TEXTS),
        judge(gold(), answer(COST, confidence=0.6), TEXTS),
    ]


def test_the_figures_of_five_questions(outcomes: list[Outcome]) -> None:
    figures = measure(outcomes)

    assert {name: figure.value for name, figure in figures.items()} == pytest.approx(
        {
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
            "risk_coverage.area": (0 + 0 + 1 / 3) / 3,
            "calibration.ece": 2 / 3 * abs(0.9 - 1.0) + 1 / 3 * abs(0.6 - 0.0),
            "latency_ms.p50": 10.0,
            "latency_ms.p95": 30.0,
        }
    )
    assert {figure.n for figure in figures.values()} == {2, 3, 5}
    for name, figure in figures.items():
        assert figure.low <= figure.value <= figure.high, name


def test_a_figure_repeats_exactly(outcomes: list[Outcome]) -> None:
    assert measure(outcomes) == measure(outcomes)


def test_what_cannot_be_measured_is_absent(outcomes: list[Outcome]) -> None:
    assert set(measure(outcomes[3:4])) == {
        "answer.EM", "answer.F1", "answer.no_answer", "silence.precision", "silence.recall",
        "crag", "latency_ms.p50", "latency_ms.p95",
    }  # fmt: skip
    assert measure([]) == {}


def test_the_table_has_a_row_for_each_kind(outcomes: list[Outcome]) -> None:
    assert format_table(outcomes) == (
        "kind                          n   right    full  precise  outlets   short\n"
        "fact                          3   0.667   0.667    0.750    1.000   0.333\n"
        "fact (silent)                 2   0.500       -        -        -       -\n"
        "\n"
        "all answerable                3   0.667   0.667    0.750    1.000   0.333\n"
        "all unanswerable (silent)     2   0.500       -        -        -       -\n"
        "quotes verbatim: 1.000"
    )
