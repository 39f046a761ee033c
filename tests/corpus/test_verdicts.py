"""Verbs of saying of classes of their own: denying, blaming, describing, assuring, quoting."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The council denied having sold the pier.", "", "The council"),
        ("The council denies selling the pier.", "", "The council"),
        ("The council denied any knowledge of the sale.", "", "The council"),
        ("In an interview with Le Monde, Obi blamed “a crane that nobody ordered”.",
         "Le Monde", "Obi"),
        ("Divers described a crew in which “nobody dared to ask for air”.", "", "Divers"),
        ("“It will hold,” he assured.", "", "he"),
        ("The mayor assured the traders that the pier would hold.", "", "The mayor"),
        ("Reuters quoted a trader as calling the pier “a toy for two towns”.",
         "Reuters", "a trader"),
        # The whole name, though it ends like an adverb.
        ("In an interview with Le Monde, Conor Reilly said it would.", "Le Monde", "Conor Reilly"),
        # The day is no part of it.
        ("Foreign Minister Ada Obi today said no.", "", "Foreign Minister Ada Obi"),
        ("The harbour board yesterday said no.", "", "The harbour board"),
    ],
)
def test_whoever_says_so_in_other_words_is_a_speaker(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "The town denied housing to newcomers.",
        "The court denied any request for bail.",
        "The court denied Ada Obi a visa.",
        "The frost is blamed for the loss.",
        "Darwin described the “missing link” in a book.",
        "The film depicts a town in which “nobody has a name at all”.",
        "Rest assured that it is late.",
        "The town, assured of water, grew.",
        "He is assured of a seat.",
    ],
)
def test_the_same_words_used_otherwise_credit_nobody(sentence: str) -> None:
    assert reported(sentence) == ("", None)
