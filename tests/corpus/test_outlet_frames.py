"""Constructions that credit a publisher, and their likes that credit nobody."""

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
        ("The gel heals burns, surgeons report in Nature Surgery.", "Nature Surgery", "surgeons"),
        ("Owls nap by day, a study in Applied Zoology shows.", "Applied Zoology", None),
        ("A preprint, posted on psyRxiv in May, suggests that owls nap.", "psyRxiv", None),
        ("Owls nap, according to a paper published in Ecology Letters.", "Ecology Letters", None),
        ("A team in Oslo reported last year in the Journal of Owl Physiology that they nap.",
         "Journal of Owl Physiology", "A team in Oslo"),
        ("A trial published on Monday in the Annals of Burn Surgery found that it heals.",
         "Annals of Burn Surgery", None),
        ("A study in the Proceedings of the Royal Society found that owls nap.",
         "Proceedings of the Royal Society", None),
        ("The results, published in Nature, suggest that owls nap.", "Nature", None),
        ("The results, published in The Lancet, suggest so.", "The Lancet", None),
        ("Owls nap, a group reported in Science.", "Science", "a group"),
        ("Owls nap, according to a paper in the journal Strix.", "Strix", None),
    ],
)  # fmt: skip
def test_a_journal_is_credited_by_its_frame_and_its_shape(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "A study in Costa Rica found that owls nap.",
        "A study published in New Zealand found that owls nap.",
        "Doctors in Utrecht report in June that it heals.",
        "A study in Oslo University Department of Zoology found that owls nap.",
        "The study was published in Nature in May.",
        "A survey in Marks & Spencer stores found that few agree.",
        "The author of a study in Denmark said no.",
        "The work in North Macedonia will be over by May.",
    ],
)
def test_a_place_or_a_house_behind_a_study_is_no_journal(sentence: str) -> None:
    assert reported(sentence)[0] == ""


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The weir will close, Interfax reported with reference to the navy.",
         "Interfax", "the navy"),
        ("The weir will close, TASS reported citing Admiral Ivo Lind.",
         "TASS", "Admiral Ivo Lind"),
        ("Reuters reported citing two brokers that the weir will close.", "Reuters", "two brokers"),
        ("TASS reports referring to the navy that the weir will close.", "TASS", "the navy"),
        ("Earlier Reuters, citing a broker, said the weir would close.", "Reuters", "a broker"),
        ("Previously TASS reported that the weir would close.", "TASS", None),
        ("Yesterday the BBC reported that the weir would close.", "BBC", None),
        ("Earlier this week AFP reported that the weir would close.", "AFP", None),
        ("Later on in May 2013 Ada Obi said that it was.", "", "Ada Obi"),
        ("Today the Baptist Church states that it is.", "", "the Baptist Church"),
        ("Today Show host Ann Lee said that it was.", "", "Today Show host Ann Lee"),
        ("Interfax informs that the weir will close.", "Interfax", None),
        ("The weir will close, the Volga Today news agency informs.", "Volga Today", None),
        ("TASS specified that it meant the lower weir.", "TASS", None),
        ("The BBC clarified that only the lower weir will close.", "BBC", None),
        ("The ministry clarified that only the lower weir will close.", "", "The ministry"),
        ("The contract specified that the weir will close.", "", None),
        ("The bank reported a loss with reference to the euro.", "", None),
        ("The usher informs the court that it is late.", "", None),
    ],
)  # fmt: skip
def test_an_agency_cites_dates_and_words_its_reports_in_its_own_ways(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
