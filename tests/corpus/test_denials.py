"""What is denied or owned up to, and what is only refused or let in."""

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
        ("The police denied this.", "", "The police"),
        ("Iran denies this.", "", "Iran"),
        ("The mayor denies it, and has sued.", "", "The mayor"),
        ("The firm denied the allegations.", "", "The firm"),
        ("Both men deny the charges.", "", "Both men"),
        ("The authorities in Bar deny holding medical staff.", "", "The authorities in Bar"),
        ("Two guards admitted beating the boy.", "", "Two guards"),
        ("Mr Obi admits having met the trader.", "", "Mr Obi"),
    ],
)  # fmt: skip
def test_whoever_denies_or_owns_up_is_a_speaker(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The court denied this on Monday.", "", None),
        ("The judge denied the appeal.", "", None),
        ("The ministry denied him a visa.", "", None),
        ("The embassy denied entry to three men.", "", None),
        ("The club denied fishing rights to the village.", "", None),
        ("The council denied planning permission.", "", None),
        ("They were denied boarding.", "", None),
        ("The ward admitted nursing mothers.", "", None),
        ("The club admitted paying guests.", "", None),
    ],
)  # fmt: skip
def test_what_is_refused_or_let_in_is_no_statement(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The harbour commission promised an inquiry, RFI said.", "RFI", "The harbour commission"),
        ("The ministry pledged more grain, AFP reported.", "AFP", "The ministry"),
        ("The ministry promised an inquiry.", "", None),
    ],
)  # fmt: skip
def test_a_promise_that_somebody_tells_of_is_its_makers(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
