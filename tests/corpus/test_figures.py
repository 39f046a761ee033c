"""Figures speak for whoever made them; deals, years and countries make none."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The lake fell, data from the state water office showed.", "the state water office"),
        ("The lake fell, first figures by the Harbour and Lake Board show.",
         "the Harbour and Lake Board"),
        ("Figures released by the harbour council show that it fell.", "the harbour council"),
        ("Rates fell, Bergen Freight Exchange data show, but nobody sold.",
         "Bergen Freight Exchange"),
        ("The finance ministry figures showed that it fell.", "The finance ministry"),
        ("It fell by 3%, according to data from Kpler.", "Kpler"),
        ("It fell by 3%, according to official figures from the port authority.",
         "the port authority"),
        ("Rival tracker Ondata puts the drop at 700 barrels.", "Rival tracker Ondata"),
        ("The harbour council puts the damage at more than €30m.", "The harbour council"),
    ],
)
def test_whoever_made_the_figures_is_the_speaker(sentence: str, speaker: str) -> None:
    assert reported(sentence) == ("", speaker)


def test_an_outlets_figures_are_the_outlets() -> None:
    assert reported("Bloomberg data show that it fell.") == ("Bloomberg", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Data from 2019 show that it fell.",
        "Recent data show that it fell.",
        "Norwegian data show that it fell.",
        "Parish records show a loss of nine cows.",
        "The deal puts the value of the firm at $2 billion.",
        "The flood put the damage at the top of the list.",
        "The council put the loss of the pier at the end of its list.",
        "The data from the harbour office were lost.",
    ],
)
def test_figures_that_nobody_made_are_nobodys(sentence: str) -> None:
    assert reported(sentence) == ("", None)
