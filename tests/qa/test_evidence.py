"""Whether a sentence holds words of the kind that is asked for."""

from __future__ import annotations

import time

import pytest

from qa.evidence import fits_form
from qa.understanding import Form


@pytest.mark.parametrize(
    ("text", "form", "fits"),
    [
        ("It opened in May.", Form.DAY, True),
        ("It was confirmed in March.", Form.DATE, True),
        ("They met last March.", Form.DAY, True),
        ("It opened on May 5.", Form.DAY, True),
        ("It opened on Jan. 5.", Form.DAY, True),
        ("It opened in september.", Form.DATE, True),
        ("It opened on Monday.", Form.DAY, True),
        ("It may open.", Form.DATE, False),
        ("The troops march on.", Form.DATE, False),
        ("An august body met.", Form.DATE, False),
        ("Jan Obi spoke.", Form.DATE, False),
        ("It opened in 2019.", Form.DATE, True),
        ("It opened in 2019.", Form.DAY, False),
        ("It rained.", Form.OPEN, True),
    ],
)
def test_a_date_is_what_names_a_time(text: str, form: Form, fits: bool) -> None:
    assert fits_form(text, form) is fits


NUMBERED = [
    ("It lasts for eleven days.", Form.DAY, True),
    ("It closes within twenty-five years.", Form.DATE, True),
    ("It closes in two hundred days.", Form.DAY, True),
    ("It closes within eighteen months.", Form.DAY, True),
    ("Twenty-six were saved.", Form.NUMBER, True),
    ("Dozens were saved.", Form.NUMBER, True),
    ("Scientists advised zero.", Form.NUMBER, True),
    ("The ones who left were saved.", Form.NUMBER, False),
    ("They were saved.", Form.NUMBER, False),
]


@pytest.mark.parametrize(("text", "form", "fits"), NUMBERED)
def test_numbers_in_words_count_as_far_as_they_go(text: str, form: Form, fits: bool) -> None:
    assert fits_form(text, form) is fits


@pytest.mark.parametrize("word", ["May ", "5 may ", "in two ", "within two ", "twenty-", "1"])
@pytest.mark.parametrize("form", [Form.DAY, Form.DATE, Form.NUMBER])
def test_hostile_words_take_no_time(word: str, form: Form) -> None:
    text = word * (10_000 // len(word))
    started = time.perf_counter()

    fits_form(text, form)

    assert time.perf_counter() - started < 1.0
