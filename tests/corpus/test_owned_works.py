"""What a publisher's own analysis, count or model shows."""

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
        ("Reuters' own analysis of ship data found that twelve weirs had gone.", "Reuters", None),
        ("The BBC’s own investigation found that the weir was locked.", "BBC", None),
        ("The Guardian’s recent investigation into the weir found that it leaks.",
         "The Guardian", None),
        ("Bloomberg's reporting indicates that the weir was sold early.", "Bloomberg", None),
        ("The Economist's forecasting model gives the left a majority in 60 of 100 runs.",
         "The Economist", None),
        ("FiveThirtyEight’s model gives the mayor a 31% chance.", "FiveThirtyEight", None),
        ("Forty divers have died since May, by Reuters' count.", "Reuters", None),
        ("By AFP's tally, 300 weirs have gone.", "AFP", None),
        ("The loss is the largest since 2008, on Financial Times calculations.",
         "Financial Times", None),
        ("According to reporting by Reuters, the weir was sold.", "Reuters", None),
        ("Forty divers have died, according to a count by NPR.", "NPR", None),
        ("Reuters’ most recent poll puts the mayor at 30 per cent.", "Reuters", None),
        ("Per Bloomberg, the weir was sold.", "Bloomberg", None),
    ],
)  # fmt: skip
def test_the_owner_of_the_work_is_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The BBC's business model gives the viewer little choice.", "", None),
        ("The BBC's own review of its pay was late.", "", None),
        ("Bloomberg's own reconstruction of its loss showed a leak.", "", None),
        ("She worked on Guardian data.", "", None),
        ("By Obi's count, there were 40 weirs.", "", None),
        ("The port handles 40 boats per day.", "", None),
    ],
)  # fmt: skip
def test_what_a_publisher_has_or_looks_at_of_its_own_credits_nobody(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
