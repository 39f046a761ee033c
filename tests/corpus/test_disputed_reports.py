"""A report that somebody denies is no source of the denial."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" | ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The ministry denied a report by Africa Confidential that it had asked.", "The ministry"),
        ("The mayor, Ida Lund, denied the report by The Oregonian.", "The mayor, Ida Lund"),
        ("The mine denied a Le Monde report that it had paid.", "The mine"),
        ("The mine denied a report in the weekly Die Zeit that it leaks.", "The mine"),
        ("Obi dismissed as false a Reuters report that she would go.", "Obi"),
        ("The mine rejected a Reuters story that it had paid.", "The mine"),
        ("A clerk denied the report, which was first published by Politico.", "A clerk"),
        ("Denying a report by Reuters, the mine said that it would stay.", "the mine"),
        ("The mine denied to Reuters a Bloomberg report that it will close.", "The mine"),
    ],
)  # fmt: skip
def test_who_denies_a_report_speaks_and_its_outlet_is_not_credited(
    sentence: str, speaker: str
) -> None:
    assert reported(sentence) == ("", speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        # The fact was the outlet's.
        ("The ministry confirmed a Reuters report that 40 had died.", "Reuters", "The ministry"),
        # Where the denial was heard, and by whom it was told.
        ("The mine denied the claims in an interview with Le Monde.", "Le Monde", None),
        ("A clerk told Reuters that the mine denied the report.", "Reuters", "A clerk"),
        ("The mine denies media reports that it leaks, AFP said.", "AFP", "The mine"),
        ("The mine, in a statement to AFP, denied a Reuters report that it leaks.", "AFP",
         "The mine"),
        # Nobody says anything who votes or judges.
        ("Parliament rejected the report.", "", None),
        ("The court rejected the claim by Salt.", "", None),
    ],
)  # fmt: skip
def test_other_sources_stay_where_a_report_is_denied_or_confirmed(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
