"""Briefings in house styles that the rules were not made for are credited as well as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from credit_figures import measure_credits

STRANGERS = Path(__file__).parent / "strangers"


@pytest.mark.parametrize(
    ("folder", "articles", "sentences", "precision", "recall"),
    [("kept", 12, 306, 0.95, 0.81), ("looked-at", 48, 1078, 0.98, 0.98)],
)
def test_outlets_are_credited_no_worse_than_when_this_was_written(
    folder: str, articles: int, sentences: int, precision: float, recall: float
) -> None:
    found = measure_credits(sorted((STRANGERS / folder).glob("*.jsonl")))

    assert (found.articles, found.sentences) == (articles, sentences)
    assert found.outlets.precision >= precision
    assert found.outlets.recall >= recall


@pytest.mark.parametrize(
    ("folder", "precision", "recall"), [("kept", 0.92, 0.91), ("looked-at", 0.96, 0.94)]
)
def test_speakers_are_named_no_worse_than_when_this_was_written(
    folder: str, precision: float, recall: float
) -> None:
    found = measure_credits(sorted((STRANGERS / folder).glob("*.jsonl")))

    assert found.speakers.precision >= precision
    assert found.speakers.recall >= recall
