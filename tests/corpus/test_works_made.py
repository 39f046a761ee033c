"""Polls and the like that are only there, and what was commissioned."""

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
        ("An exit poll from RTP shows the left ahead.", "RTP", None),
        ("A poll commissioned by Der Spiegel put the left ahead.", "Der Spiegel", None),
        ("A survey of 400 divers commissioned by Reuters found that half would go.",
         "Reuters", None),
        ("A report by Reuters appears to show that the weir leaks.", "Reuters", None),
    ],
)  # fmt: skip
def test_what_was_found_is_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Exit polls from RTP, SIC and TVI appear at that moment.", "", None),
        ("A poll by Reuters is due on Monday.", "", None),
        ("The statue was a sculpture commissioned by Sports Illustrated.", "", None),
        ("The opera was commissioned by the BBC in 1971.", "", None),
        ("A mural commissioned by the BBC covers the weir.", "", None),
    ],
)  # fmt: skip
def test_what_is_only_there_credits_nobody(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
