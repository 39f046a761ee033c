from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.spans import Span
from qa.answers import Abstention, Answer, Citation
from qa.evaluation.comparison import Change, Comparison, Difference
from qa.evaluation.gold import GoldQuestion, GoldSpan
from qa.evaluation.judging import judge
from qa.evaluation.report import render_report
from qa.evaluation.report.charts import (
    Bar,
    draw_kinds,
    draw_latency,
    draw_ranks,
    draw_reliability,
    draw_risk_coverage,
)
from qa.evaluation.report.excerpts import cut_excerpts
from qa.evaluation.retrieval import Retrieved
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.selective import ReliabilityBin, risk_coverage

TEXT = "The bridge opened on Monday. It cost a million. It is safe."
OPENED, COST, SAFE = Span(0, 28), Span(29, 47), Span(48, 59)
EVIL = "<script>alert('x')</script> & \"quoted\" <img src=x onerror=alert(1)>"

Make = Callable[..., Any]


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def evil_card() -> Scorecard:
    """A run in which everything that comes from outside is an attempt at markup."""
    text = f"{EVIL}. It is safe."
    span = Span(0, len(EVIL) + 1)
    question = GoldQuestion(
        EVIL, EVIL, EVIL, EVIL, (EVIL,), True, (EVIL,),
        (GoldSpan(EVIL, span, frozenset({EVIL})),), 1, "dev",
    )  # fmt: skip
    cited = Citation(1, EVIL, EVIL, Span(len(EVIL) + 2, len(text)), "It is safe.", None, 1.0)
    wrong = Answer(EVIL, EVIL, EVIL, EVIL, (cited,), 0.9, {"total": 5.0})
    outcome = judge(question, wrong, {EVIL: text})
    found = Retrieved(EVIL, EVIL, {EVIL: 1}, {"fused": (EVIL,)})
    return Scorecard(
        EVIL, 1, (outcome,), (found,), texts={EVIL: text}, about={"reader": EVIL}
    )


def test_nothing_from_outside_becomes_markup() -> None:
    difference = Difference(EVIL, 1.0, 0.0, 0.01, 3)
    change = Change(EVIL, EVIL, 1.0, 0.0, EVIL, EVIL)

    page = render_report(evil_card(), Comparison(EVIL, (difference,), (change,), 1))

    tags = Tags(page).tags
    assert "script" not in {tag for tag, _ in tags}
    assert "img" not in {tag for tag, _ in tags}
    assert not [attrs for _, attrs in tags if any(name.startswith("on") for name in attrs)]
    assert page.count("&lt;script&gt;alert(") > 10


def test_the_page_loads_nothing(gold: Make, answer: Make) -> None:
    outcome = judge(gold(OPENED), answer(SAFE), {"a": TEXT})

    page = render_report(Scorecard("run", 1, (outcome,), texts={"a": TEXT}), None)

    tags = Tags(page).tags
    assert not {"link", "script", "iframe", "img", "object"} & {tag for tag, _ in tags}
    targets = [
        value or ""
        for _, attrs in tags
        for name, value in attrs.items()
        if name in ("src", "href", "xlink:href")
    ]
    assert all(target.startswith("#") for target in targets)
    assert not re.search(r"url\((?!#)|@import", page)


def test_the_ids_of_the_drawings_do_not_meet(gold: Make, answer: Make) -> None:
    outcome = judge(gold(OPENED), answer(OPENED), {"a": TEXT})

    page = render_report(Scorecard("run", 1, (outcome,), texts={"a": TEXT}), None)

    ids = [attrs["id"] for _, attrs in Tags(page).tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_a_miss_shows_what_was_wanted_and_what_was_cited(gold: Make, answer: Make) -> None:
    outcome = judge(gold(OPENED, answers=("Monday",)), answer(SAFE, confidence=0.87), {"a": TEXT})

    page = render_report(Scorecard("run", 1, (outcome,), texts={"a": TEXT}), None)

    assert '<mark class="gold">The bridge opened on Monday.</mark>' in page
    assert '<mark class="cited">It is safe.</mark>' in page
    assert "confidence 0.87" in page
    assert "Answered with words that do not answer" in page


def test_the_surest_wrong_answer_comes_first(gold: Make, answer: Make) -> None:
    outcomes = tuple(
        judge(
            gold(query_id=f"q{confidence}", question=f"Asked at {confidence}?"),
            answer(SAFE, confidence=confidence),
            {"a": TEXT},
        )
        for confidence in (0.3, 0.9, 0.6)
    )

    page = render_report(Scorecard("run", 3, outcomes, texts={"a": TEXT}), None)

    assert re.findall(r"Asked at ([\d.]+)\?", page) == ["0.9", "0.6", "0.3"]


def test_a_stopped_run_says_so_on_its_page(gold: Make, answer: Make) -> None:
    outcome = judge(gold(OPENED), answer(OPENED), {"a": TEXT})

    page = render_report(Scorecard("run", 7, (outcome,), texts={"a": TEXT}), None)

    assert "Partial: 1 of\n  7 questions were asked" in page
    whole = render_report(Scorecard("run", 1, (outcome,), texts={"a": TEXT}), None)
    assert "Partial" not in whole


def test_a_run_without_answers_shows_what_was_found_instead() -> None:
    asked = Retrieved("q", "safe bridges", {"d1": 1}, {"fused": ("d2", "d1")})
    card = Scorecard("beir", 1, retrieved=(asked,), any_right_is_enough=False,
                     texts={"d1": "Bridges are safe.", "d2": "It rained."})  # fmt: skip

    words = Tags(render_report(card, None)).words

    assert "rank 2 Bridges are safe." in words
    assert "found 1 It rained." in words
    assert "share of the right documents among the first 5" in words


@pytest.mark.parametrize("reply", ["answer", "silence"])
def test_one_question_is_enough_for_a_page(
    reply: str, gold: Make, answer: Make, silence: Make
) -> None:
    given_reply: Answer | Abstention = answer(OPENED) if reply == "answer" else silence()
    outcome = judge(gold(OPENED), given_reply, {"a": TEXT})

    page = render_report(Scorecard("run", 1, (outcome,), texts={"a": TEXT}), None)

    assert page.count("<svg") == (4 if reply == "answer" else 3)  # no reliability without answers


def test_charts_take_the_colours_of_the_page() -> None:
    curve = risk_coverage(np.array([0.5]), np.array([True]))
    drawings = [
        draw_risk_coverage({"dev": curve}, {}),
        draw_reliability({"dev": [ReliabilityBin(1, 0.5, 1.0)]}),
        draw_kinds([Bar("fact", 1, 0.0, 0.0, 0.0, silent=False)]),
        draw_ranks({"fused": [0] * 8}),
        draw_latency({"total": [0.0]}),
    ]

    for drawing in drawings:
        assert drawing.startswith("<svg")
        assert "var(--" in drawing
        assert not re.search(r"#0[1-9]0[1-9]0[1-9]\b", drawing)  # no placeholder is left


@given(
    text=st.text(max_size=400),
    gold=st.lists(st.tuples(st.integers(0, 450), st.integers(0, 60)), max_size=4),
    cited=st.lists(st.tuples(st.integers(0, 450), st.integers(0, 60)), max_size=4),
    around=st.integers(0, 80),
)
def test_excerpts_are_the_text_and_mark_exactly_the_spans(
    text: str, gold: list[tuple[int, int]], cited: list[tuple[int, int]], around: int
) -> None:
    wanted = [Span(start, start + length) for start, length in gold]
    ours = [Span(start, start + length) for start, length in cited]

    excerpts = cut_excerpts(text, wanted, ours, around=around)

    shown: dict[int, tuple[bool, bool]] = {}
    for excerpt in excerpts:
        assert "".join(segment.text for segment in excerpt.segments) == excerpt.span.of(text)
        at = excerpt.span.start
        for segment in excerpt.segments:
            for offset in range(at, at + len(segment.text)):
                assert offset not in shown
                shown[offset] = (segment.gold, segment.cited)
            at += len(segment.text)
        assert excerpt.cut_before == (excerpt.span.start > 0)
        assert excerpt.cut_after == (excerpt.span.end < len(text))
    for offset in range(len(text)):
        marks = (
            any(span.start <= offset < span.end for span in wanted),
            any(span.start <= offset < span.end for span in ours),
        )
        # What is marked is always shown, and nothing else is marked.
        assert shown.get(offset, (False, False)) == marks


def test_an_excerpt_does_not_cut_words() -> None:
    text = "Alpha beta gamma delta epsilon."
    target = Span(text.index("gamma"), text.index("gamma") + 5)

    (excerpt,) = cut_excerpts(text, [target], [], around=4)

    # Four code points reach into "beta" and "delta", which are left out.
    assert excerpt.span.of(text).strip() in ("gamma", "beta gamma")
    assert not excerpt.span.of(text).strip().startswith("eta")
