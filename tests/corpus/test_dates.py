from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import read_date


@pytest.mark.parametrize(
    "written",
    ["2026-03-04", "2026-03-04T10:00:00Z", "4 March 2026", "March 4th, 2026", "Wed, 4 Mar 2026",
     "Wed, 04 Mar 2026 23:59:00 +0000", "2026/03/04", "20260304"],
)  # fmt: skip
def test_days_are_read_in_the_usual_forms(written: str) -> None:
    assert read_date(written) == date(2026, 3, 4)


@pytest.mark.parametrize("written", ["03/04/2026", "last week", "2026-13-40", "", "4 Foo 2026"])
def test_what_is_ambiguous_or_no_day_is_none(written: str) -> None:
    assert read_date(written) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_iso_comes_back(day: date) -> None:
    assert read_date(day.isoformat()) == day


@given(st.text(max_size=40))
def test_no_words_upset_it(words: str) -> None:
    read_date(words)
