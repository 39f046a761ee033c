"""Where the phrase of a speaker begins and ends."""

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
        # Behind a date, though no comma parts them.
        ("In August 2013 Vice Admiral Dan Obi said no.", "Vice Admiral Dan Obi"),
        ("Later on in August 2013 the harbour council said no.", "the harbour council"),
        ("On 30 July 2013 the council declared that it was late.", "the council"),
        ("Later Roman historians said no.", "Later Roman historians"),
        ("The harbour court in July 2005 found that it was late.", "The harbour court"),
        ("The historian Ada Obi in 1992 said no.", "The historian Ada Obi"),
        ("Asked about the pier, she tells the crew that “it is gone”.", "she"),
        # Up to what for, and never within a name.
        ("The crew was criticised by divers for letting it sink.", "divers"),
        ("The crew was praised by the Harbour Board for its haste.", "the Harbour Board"),
        (
            "According to the mayor and the deputy head of research for the Bar Lake and Pier "
            "Organization, it sank.",
            "the mayor and the deputy head of research for the Bar Lake and Pier Organization",
        ),
        ("The pier is considered by many to be lost.", "many"),
        ("The pier is regarded by most traders as lost.", "most traders"),
        ("The pump was described by Taqi al-Din as old.", "Taqi al-Din"),
    ],
)
def test_a_speaker_is_named_whole_and_alone(sentence: str, speaker: str) -> None:
    assert reported(sentence) == ("", speaker)


def test_an_adverb_of_time_is_no_part_of_an_outlets_name() -> None:
    assert reported("Earlier Reuters, citing two aides, reported that it sank.") == (
        "Reuters",
        "two aides",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The law of waves was confirmed by observation.",
        "The flow is described by an equation of the third order.",
        "The plan will be considered by the Harbour Committee.",
        "His appointment was confirmed by the Senate.",
        "According to 2009 estimates that year was dry.",
        "The speed is reported by the camera.",
        "The ships are described by their size.",
    ],
)
def test_things_and_chambers_vouch_for_nothing(sentence: str) -> None:
    assert reported(sentence) == ("", None)
