"""Who tells a whole sentence, named at its end, before whoever speaks in it."""

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
        ("Crews have complained about the weir since May, said Ada Obi, head of the union.",
         "", "Ada Obi"),
        ("Critics argue that the weir is old, said Boris Kell.", "", "Boris Kell"),
        ("The union has argued for this since May, Ada Obi said.", "", "Ada Obi"),
        ("Residents complained that the weir leaks, the mayor said on Monday.", "", "the mayor"),
    ],
)  # fmt: skip
def test_whoever_closes_the_sentence_tells_it(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The port said it would pay, but the union warned of strikes, said Ada Obi.",
         "", "The port"),
        ("Officials said the weir was safe, he said.", "", "Officials"),
        ("The mayor said that, as Kell noted, prices rose.", "", "The mayor"),
        ("Ada Obi said that the law, she said, was bad.", "", "Ada Obi"),
        ("The firm said it would pay, Reuters reported.", "Reuters", "The firm"),
        ("Residents said the weir leaks, according to Reuters.", "Reuters", "Residents"),
    ],
)  # fmt: skip
def test_others_keep_what_they_say(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
