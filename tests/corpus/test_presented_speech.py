"""Speakers whom a clause or a participle presents, without a verb of saying of their own."""

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
        ("Le Figaro runs an opinion piece by Ada Obi, who warns that the weir will go.",
         "Le Figaro", "Ada Obi"),
        ("El País publishes an article by the diver Ada Obi, who says the weir will go.",
         "El País", "the diver Ada Obi"),
        ("Die Welt carries an essay by Ada Obi, a diver, who argues that weirs go.",
         "Die Welt", "Ada Obi"),
        ("Le Monde publishes a column by a former mayor, who calls the weir “a fraud”.",
         "Le Monde", "a former mayor"),
        ("Reuters quoted two divers who said they had seen the weir.", "Reuters", "two divers"),
        ("Le Monde quotes one official who says the weir is gone.", "Le Monde", "one official"),
        ("She spoke to a guard who admitted opening the weir.", "", "a guard"),
        ("Ada Obi, a diver quoted by Le Monde, sees “an end to weirs”.", "Le Monde", "Ada Obi"),
        ("The weir was shut, with officials saying that it might fall.", "", "officials"),
        ("The port was furious, with Ada Obi calling the weir “an old and empty promise”.",
         "", "Ada Obi"),
        ("The firm will not bid, according to Reuters, which cited two people close to it.",
         "Reuters", "two people close to it"),
        ("Reuters quoted her as saying that it was late.", "Reuters", "her"),
        ("Ada Obi, of the harbour office, goes further: “No weir is safe.”", "", "Ada Obi"),
    ],
)  # fmt: skip
def test_whoever_is_presented_is_the_speaker(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("He wrote a letter to a man who said no.", "", None),
        ("The boat was stolen by a man who said he was hungry.", "", None),
        ("It ended with signs saying that the weir was shut.", "", None),
        ("The court threw out the case, which cited an old law.", "", None),
        ("A letter dated March 2019 said that the weir was sound.", "", None),
        ("The path goes further: “Weir, 2 km”.", "", None),
        ("The mayor cited costs that nobody who asked could explain.", "", None),
    ],
)  # fmt: skip
def test_others_of_whom_a_clause_tells_say_nothing(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
