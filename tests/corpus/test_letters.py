"""What a capital letter is, in one place for every pattern."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.letters import CAPITAL, SMALL, small_letters

ROOT = Path(__file__).parents[2]
# Latin with all its accents, Greek, Cyrillic, Armenian, Georgian.
WITH_CASE = [chr(code) for code in range(0x2C00)]
# Keys of files are ASCII, and training is to find again what it found.
OWN_LETTERS = ("corpus/formats/", "qa/training/")


def test_a_capital_is_a_letter_that_is_not_small() -> None:
    found = [char for char in WITH_CASE if re.fullmatch(CAPITAL, char)]

    assert found == [char for char in WITH_CASE if char.isalpha() and not char.islower()]


def test_a_small_letter_is_what_python_takes_for_one() -> None:
    assert re.findall(SMALL, "".join(WITH_CASE)) == [char for char in WITH_CASE if char.islower()]


@pytest.mark.parametrize("char", "AÉÖØŁŚİÇÅŽĐẾΩЖҚԱ人اאあ")
def test_capitals_and_letters_of_scripts_without_them_open_names(char: str) -> None:
    assert re.fullmatch(CAPITAL, char)
    assert not re.fullmatch(SMALL, char)


@pytest.mark.parametrize("char", "aéöøłśıçåžđếωжқաª")
def test_small_letters_open_none(char: str) -> None:
    assert re.fullmatch(SMALL, char)
    assert not re.fullmatch(CAPITAL, char)


@pytest.mark.parametrize("char", "7²½⁵٣_-’ .&")
def test_numbers_and_signs_are_no_letters(char: str) -> None:
    assert not re.fullmatch(f"{CAPITAL}|{SMALL}", char)


def test_no_other_module_says_what_a_capital_is() -> None:
    spelt = re.compile(r"A-Z|\[\^\\W[^\]]*a-z")
    modules = [path for room in ("corpus", "qa") for path in sorted((ROOT / room).rglob("*.py"))]
    own = {
        name
        for path in modules
        if spelt.search(path.read_text(encoding="utf-8"))
        and not (name := path.relative_to(ROOT).as_posix()).startswith(OWN_LETTERS)
    }

    assert own == set()


@pytest.mark.parametrize(("text", "small"), [("AFP Says", "afp says"), ("İzmir ÉTÉ", "İzmir été")])
def test_small_letters_stand_where_the_letters_stood(text: str, small: str) -> None:
    assert small_letters(text) == small
