"""Months and weekdays by their English names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.calendar import CALENDAR_WORDS, MONTH_NAMES, MONTHS, WEEKDAYS, names_month


def test_every_name_and_abbreviation_has_its_months_number() -> None:
    assert [MONTHS[name] for name in MONTH_NAMES] == list(range(1, 13))
    short = {name: number for name, number in MONTHS.items() if name not in MONTH_NAMES}
    assert all(MONTH_NAMES[number - 1].startswith(name) for name, number in short.items())
    assert len(CALENDAR_WORDS) == len(MONTH_NAMES) + len(WEEKDAYS) == 19


@pytest.mark.parametrize(
    "text",
    [
        "It opened in May.",
        "It opened on May 5.",
        "It opened on the 5th of May.",
        "It opened on 3rd March.",
        "They met last March, in Rome.",
        "May",
        "MARCH",
        "it opened in january",
        "It opened in JUNE.",
        "It opened on Jan. 5.",
        "It opened in Mar.",
        "It opened in August.",
        "It opened on Sept. 3.",
        "It opened on 3 dec.",
    ],
)
def test_a_month_is_named(text: str) -> None:
    assert names_month(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It may open.",
        "In 2024 may follow more.",
        "The troops march on.",
        "The march of 12 miles ended.",
        "Theresa May resigned.",
        "An august body met.",
        "Jan Obi spoke.",
        "She lives at Mar-a-Lago.",
        "The architect, Jun Obi, left.",
        "A decade passed.",
    ],
)
def test_verbs_people_and_places_are_no_months(text: str) -> None:
    assert not names_month(text)


@given(st.text(max_size=60))
def test_no_words_upset_it(text: str) -> None:
    names_month(text)
