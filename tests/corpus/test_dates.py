from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import read_date


@pytest.mark.parametrize(
    "written",
    ["2026-03-04", "2026-03-04T10:00:00Z", "4 March 2026", "March 4th, 2026", "Wed, 4 Mar 2026",
     "Wed, 04 Mar 2026 23:59:00 +0000", "2026/03/04", "20260304", "2026.3.4", "2026.03.04.",
     "March 4,2026", "4. March 2026", "MARCH 4 2026"],
)  # fmt: skip
def test_days_are_read_in_the_usual_forms(written: str) -> None:
    assert read_date(written) == date(2026, 3, 4)


def test_september_is_cut_short_in_two_ways() -> None:
    assert read_date("Sept. 5, 2024") == read_date("5 Sep 2024") == date(2024, 9, 5)


@pytest.mark.parametrize(
    "written",
    ["03/04/2026", "last week", "2026-13-40", "", "4 Foo 2026", "4.3.2026", "12.1.2026", "2026115",
     "2026.03/04", "31 February 2026", "0000/01/01"],
)  # fmt: skip
def test_what_is_ambiguous_or_no_day_is_none(written: str) -> None:
    assert read_date(written) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_iso_comes_back(day: date) -> None:
    assert read_date(day.isoformat()) == day


@given(st.text(max_size=40))
def test_no_words_upset_it(words: str) -> None:
    read_date(words)


_ELSEWHERE = """
import locale
locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
from corpus.dates import read_date
print(read_date("4 March 2026"), read_date("Dezember 4, 2026"))
"""


@pytest.mark.skipif(shutil.which("localedef") is None, reason="no locale can be made here")
def test_months_are_english_in_a_process_that_speaks_german(tmp_path: Path) -> None:
    made = subprocess.run(
        ["localedef", "-i", "de_DE", "-f", "UTF-8", tmp_path / "de_DE.UTF-8"],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("this machine has no sources of locales")
    done = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE],
        env={**os.environ, "LOCPATH": str(tmp_path)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["2026-03-04", "None"]


def test_no_module_reads_names_of_months_in_the_words_of_the_locale() -> None:
    modules = (Path(__file__).parents[2] / "corpus").rglob("*.py")

    assert [path.name for path in modules if "strptime" in path.read_text(encoding="utf-8")] == []
