"""What a paper gives its front page to, and an issue of a paper by its day."""

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
        ("Le Monde leads with the strike at the weir.", "Le Monde", None),
        ("The Guardian leads on the leak from the council.", "The Guardian", None),
        ("The Times splashes on the leaked memo.", "The Times", None),
        ("Libération splashes on the strike.", "Libération", None),
        ("Le Figaro devotes its front page to the weir.", "Le Figaro", None),
        ("In Monday's Le Monde, Ada Obi argues that the weir is doomed.", "Le Monde", "Ada Obi"),
        ("In Sunday’s Times, two ministers call for his head.", "The Times", None),
        ("In today's Guardian, ten mayors ask for more.", "The Guardian", None),
    ],
)  # fmt: skip
def test_the_paper_is_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The BBC leads with 31 per cent of viewers.", "", None),
        ("Le Monde leads with its own survey of readers.", "", None),
        ("The Guardian leads with a majority of its readers online.", "", None),
        ("Le Monde leads with a turnover of 20 million.", "", None),
        ("In Monday's Senate, the weir was lost.", "", None),
        ("In Monday's Guardian Cup final, Obi scored.", "", None),
    ],
)  # fmt: skip
def test_who_is_ahead_or_meets_on_a_day_is_not_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
