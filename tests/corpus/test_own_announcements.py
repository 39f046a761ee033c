"""What a publisher announces of itself makes it a speaker, and no source."""

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
        ("ESPN announced that it had bought the weir.", "", "ESPN"),
        ("The BBC denied that it had paid him.", "", "The BBC"),
        ("The Guardian admitted it had erred.", "", "The Guardian"),
        ("The BBC admitted breaking the law.", "", "The BBC"),
        ("Der Spiegel denied the allegations.", "", "Der Spiegel"),
        ("The BBC promised an inquiry, Reuters reported.", "Reuters", "The BBC"),
    ],
)  # fmt: skip
def test_a_publisher_speaks_of_itself(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Le Monde announced that the port would sell.", "Le Monde", None),
        ("Reuters confirmed it was filmed in Bar.", "Reuters", None),
        ("TASS confirmed that the ship had sunk.", "TASS", None),
        ("Reuters said that it was raining in Bar.", "Reuters", None),
    ],
)  # fmt: skip
def test_of_others_it_reports(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
