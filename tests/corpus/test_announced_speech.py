"""Speakers announced by a colon, an interview, a clause about them, or behind the verb."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.reporting import read_reporting
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("One Oslo-based envoy was less polite: “They slept.”", "", "One Oslo-based envoy"),
        ("The mayor was even blunter: “No.”", "", "The mayor"),
        ("Ada Obi was more hopeful: “It will.”", "", "Ada Obi"),
        ("Here is the reply from the harbour office: “We sleep.", "", "the harbour office"),
        ("Here is the forecast from the BBC’s storm centre: “Rain.”", "BBC", None),
        ("Readers saw an interview with Mayor Ada Obi, who says it will close.",
         "", "Mayor Ada Obi"),
        # A clause about a person or a body.
        ("The company that runs the old pier says it is safe.", "",
         "The company that runs the old pier"),
        ("The minister who owns the pier said it was safe.", "", "The minister who owns the pier"),
        ("The four divers who found the wreck said it was old.", "",
         "The four divers who found the wreck"),
        # Behind the verb.
        ("She wrestled with the baker, a tall man, said Ada Obi.", "", "Ada Obi"),
        ("The pier was sold to a bank, Salt Lending, said Ada Obi, a clerk.", "", "Ada Obi"),
        ("The mayor, Ada Obi, said Tuesday.", "", "The mayor, Ada Obi"),
    ],
)
def test_whoever_is_announced_is_the_speaker(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "The choice was clearer: “stay or go.”",
        "The letter was blunter: “Pay.”",
        "Monday was worse: “Rain”, and again rain.",
        "He gave an interview with a view of the lake, who would have thought.",
        "The message from the sea: “salt”.",
    ],
)
def test_things_announce_nobody(sentence: str) -> None:
    assert reported(sentence) == ("", None)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The pier that analysts at Salt say is old has gone.", "analysts at Salt"),
        ("The fact that divers say so is odd.", "divers"),
    ],
)
def test_a_clause_about_a_thing_keeps_its_own_subject(sentence: str, speaker: str) -> None:
    assert reported(sentence) == ("", speaker)


def test_a_quotation_announced_by_its_tone_keeps_the_speaker() -> None:
    text = "One envoy was less polite: “They slept. Nobody woke them.” The lake is full."
    pieces = parse_article(Article("a", "A", text))
    assert [piece.speaker for piece in pieces] == ["One envoy", "One envoy", None]
