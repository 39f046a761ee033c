from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpus.spans import Span
from qa.answers import Answer, Citation
from qa.evaluation.judging import judge

TEXT = "The bridge opened on Monday. It cost a million. It is safe."
OPENED, COST, SAFE = Span(0, 28), Span(29, 47), Span(48, 59)
TEXTS = {"a": TEXT, "b": TEXT}

Make = Callable[..., Any]


def test_an_answer_is_right_where_it_cites_a_gold_span(
    gold: Make, answer: Make, silence: Make
) -> None:
    outcome = judge(gold(OPENED, COST, needed=2), answer(OPENED, SAFE), TEXTS)

    assert outcome.right
    assert (outcome.supported, outcome.citations) == (1, 2)
    assert outcome.found == 1 / 2
    assert not judge(gold(OPENED), answer(SAFE), TEXTS).right
    assert not judge(gold(OPENED), answer(OPENED, article_id="b"), TEXTS).right
    assert not judge(gold(OPENED), silence(), TEXTS).right


def test_silence_is_right_where_there_is_no_answer(
    gold: Make, answer: Make, silence: Make
) -> None:
    assert judge(gold(), silence(), TEXTS).right
    assert not judge(gold(), answer(OPENED), TEXTS).right


def test_nothing_is_right_about_an_article_that_the_library_lacks(
    gold: Make, answer: Make, silence: Make
) -> None:
    elsewhere = {"b": TEXT}

    assert not judge(gold(article_id="a"), silence(), elsewhere).right
    assert not judge(gold(OPENED), answer(OPENED, article_id="b"), elsewhere).right
    assert judge(gold(article_id=None), silence(), elsewhere).right


def test_silence_is_also_judged_by_what_it_held_back(gold: Make, silence: Make) -> None:
    assert judge(gold(OPENED), silence(nearest=(OPENED, SAFE)), TEXTS).would_be_right
    # The surest sentence is the answer that would have been given, not the second.
    assert not judge(gold(OPENED), silence(nearest=(SAFE, OPENED)), TEXTS).would_be_right
    assert not judge(gold(), silence(nearest=(OPENED,)), TEXTS).would_be_right


def test_outlets_are_compared_only_for_what_is_right_and_labelled(
    gold: Make, answer: Make
) -> None:
    asked = gold(OPENED, outlets=("Reuters",))

    assert judge(asked, answer(OPENED, outlets=("Reuters",)), TEXTS).outlets_right is True
    assert judge(asked, answer(OPENED, outlets=("AFP", "Reuters")), TEXTS).outlets_right is False
    assert judge(asked, answer(SAFE, outlets=("Reuters",)), TEXTS).outlets_right is None
    unlabelled = gold(OPENED, outlets=None)
    assert judge(unlabelled, answer(OPENED, outlets=("AFP",)), TEXTS).outlets_right is None


def test_a_quote_that_is_not_the_text_is_found_out(gold: Make, answer: Make) -> None:
    false = Citation(1, "b", "T", SAFE, "It is unsafe.", None, 1.0)

    assert judge(gold(OPENED), answer(OPENED), TEXTS).verbatim
    assert not judge(gold(OPENED), Answer("q", "q", "…", None, (false,), 0.9), TEXTS).verbatim


def test_the_short_answer_is_compared_where_the_gold_has_one(gold: Make, answer: Make) -> None:
    outcome = judge(gold(OPENED, answers=("Monday",)), answer(OPENED, short="on Monday"), TEXTS)

    assert outcome.exact == 0.0
    assert outcome.overlap == 2 * 1 / (2 + 1)
    assert judge(gold(OPENED), answer(OPENED, short="x"), TEXTS).exact is None
