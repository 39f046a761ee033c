from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.values import Amount, Day, agree, conflict, value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("214", Amount(214)),
        ("1,250 tonnes", Amount(1250, "tonne")),
        ("Twenty-six passengers", Amount(26)),
        ("About 40 tonnes", Amount(40, "tonne", rough=True)),
        ("$1.5 billion", Amount(1.5e9, "$")),
        ("$5m", Amount(5e6, "$")),
        ("5 million euros", Amount(5e6, "€")),
        ("5 m", Amount(5, "m")),
        ("3.1 miles", Amount(3.1, "mile")),
        ("three hundred", Amount(300)),
        ("two dozen", Amount(24)),
        ("a trillion dollars", Amount(1e12, "$")),
        ("12 percent", Amount(12, "%")),
        ("12%", Amount(12, "%")),
        ("9 February", Day(month=2, day=9)),
        ("February 9, 2026", Day(2026, 2, 9)),
        ("on Monday", Day(weekday="monday")),
        ("in 2020", Day(2020)),
        ("2000 soldiers", Amount(2000)),
        ("the spring of 1998", Day(1998)),
        ("3rd March", Day(month=3, day=3)),
        ("March 21st, 2024", Day(2024, 3, 21)),
        ("in May", Day(month=5)),
        ("in january", Day(month=1)),
        ("Jan. 5", Day(month=1, day=5)),
        ("Jan Obi", None),
        ("Seo Jun-ha, 51", Amount(51)),
        ("may reach 40", Amount(40)),
        ("the march of 12 miles", Amount(12, "mile")),
        ("between 10 and 20", None),
        ("the harbour office", None),
        ("from May to June", None),
    ],
)
def test_words_hold_one_value_or_none(words: str, value: Amount | Day | None) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("one", "other", "at_odds", "alike"),
    [
        ("19", "26", True, False),
        ("19", "nineteen", False, True),
        ("about 40", "42", False, True),  # 2 of 42 is less than a tenth
        ("about 40", "60", True, False),
        ("12 percent", "12", False, False),  # not of one kind
        ("5 km", "3.1 miles", False, False),
        ("$5 million", "€5 million", False, False),
        ("$5 million", "$6 million", True, False),
        ("may reach 40", "may reach 90", True, False),
        ("2000 soldiers", "3000 soldiers", True, False),
        ("9 February", "12 February", True, False),
        ("9 February", "February 2026", False, True),
        ("Monday", "9 February", False, False),  # nothing in common to compare
        ("2018", "2020", True, False),
    ],
)
def test_values_are_at_odds_or_alike(one: str, other: str, at_odds: bool, alike: bool) -> None:
    a, b = value_of(one), value_of(other)
    assert a is not None
    assert b is not None
    assert (conflict(a, b), agree(a, b)) == (at_odds, alike)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_words_upset_it_and_nothing_both_agrees_and_conflicts(one: str, other: str) -> None:
    a, b = value_of(one), value_of(other)
    if a is not None and b is not None:
        assert not (conflict(a, b) and agree(a, b))
        assert conflict(a, b) == conflict(b, a)
