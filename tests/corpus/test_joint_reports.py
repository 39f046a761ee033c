"""Several outlets that report the same, and several that do something else."""

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
        ("Several outlets, including Reuters and AFP, reported that the weir was shut.",
         "Reuters | AFP", None),
        ("Multiple outlets including CNN and Fox News reported that the mayor would go.",
         "CNN | Fox News", None),
        ("Local media, among them Reuters, AFP and the BBC, reported shelling near the weir.",
         "Reuters | AFP | BBC", None),
        ("Several American networks, including CNN and NBC News, reported the sale.",
         "CNN | NBC News", None),
        ("Both Reuters and AFP describe long queues at the weir.", "Reuters | AFP", None),
        ("The mayor said in an interview with Reuters and CNN that the weir would go.",
         "Reuters | CNN", "The mayor"),
        ("Obi told the BBC and Sky News that she would stay.", "BBC | Sky News", "Obi"),
        ("A poll for Der Spiegel and Die Zeit last week put the mayor ahead.",
         "Der Spiegel | Die Zeit", None),
        ("A survey by Der Spiegel and Die Zeit put the mayor ahead.",
         "Der Spiegel | Die Zeit", None),
    ],
)  # fmt: skip
def test_each_of_the_outlets_is_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Several outlets, including Reuters and AFP, were barred from the weir.", "", None),
        ("Several newspapers, including The Times and The Guardian, have closed their offices.",
         "", None),
        ("Both the BBC and Al Jazeera have offices at the weir.", "", None),
        ("Both Reuters and Bloomberg reported falling profits.", "", None),
    ],
)  # fmt: skip
def test_outlets_that_do_not_report_are_not_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
