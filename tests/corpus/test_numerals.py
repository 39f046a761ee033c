"""Numbers in English words."""

from __future__ import annotations

import re

import pytest

from corpus.numerals import IN_WORDS, SCALES, TENS, UNITS


def test_every_number_up_to_the_twenties_has_a_word() -> None:
    assert sorted(UNITS.values()) == list(range(20))
    assert sorted(TENS.values()) == list(range(20, 100, 10))
    assert sorted(SCALES.values()) == [12, 100, 10**3, 10**6, 10**9, 10**12]


@pytest.mark.parametrize("word", ["zero", "six", "sixteen", "sixty", "twenty-six", "dozen"])
def test_a_word_for_a_number_is_one(word: str) -> None:
    assert re.fullmatch(IN_WORDS, word)


@pytest.mark.parametrize("word", ["", "-", "ones", "six-", "often", "weekly", "six-pack", "7"])
def test_other_words_are_none(word: str) -> None:
    assert not re.fullmatch(IN_WORDS, word)
