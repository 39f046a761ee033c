"""Speakers by rank and by apposition."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" | ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("“It works,” lead investigator Ada Obi of the institute told STAT.", "STAT",
         "lead investigator Ada Obi of the institute"),
        ("“It works,” lead negotiator Ada Obi said.", "", "lead negotiator Ada Obi"),
        ("Lead author Ada Obi said that it works.", "", "Lead author Ada Obi"),
        ("Reuters quoted a deputy speaker of parliament, Ada Obi, as saying that it leaks.",
         "Reuters", "a deputy speaker of parliament, Ada Obi"),
        ("Reuters quoted Ada Obi, the mayor, as saying that it leaks.", "Reuters", "Ada Obi"),
        ("Reuters quoted one of them, Ada Obi, as saying that it leaks.", "Reuters", "Ada Obi"),
        ("His deputy, Ada Obi, disagreed: “It leaks.”", "", "His deputy, Ada Obi"),
        ("The union countered: “It leaks.”", "", "The union"),
    ],
)  # fmt: skip
def test_who_is_presented_so_is_the_speaker(
    sentence: str, outlets: str, speaker: str
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        # "Lead" is a verb here.
        ("The teams lead investigators to say that it works.", None),
        # What is hard for somebody, and what a place has been through, is nobody's opinion.
        ("For Ada Obi, a teacher in Lund, the book is “War and Peace”.", None),
        ("In Lund, Ada Obi, disagreed: “It leaks.”", None),
        ("For Ada Obi, a nurse in Lund, the strike was hard.", None),
        ("For Ada Obi, a nurse in Lund, it was a man called “Bud”.", None),
        ("For Ada Obi, the strike was “a long time coming”.", None),
        ("For Old Harlow, a port in the north, the strike was “a relief”, the mayor said.",
         "the mayor"),
        ("The terms were agreed: “no sale” and “no fee”.", None),
    ],
)  # fmt: skip
def test_nobody_else_is(sentence: str, speaker: str | None) -> None:
    assert reported(sentence) == ("", speaker)
