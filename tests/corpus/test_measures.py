"""What something goes by is no source; whoever is cited is somebody."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def speaker_of(sentence: str) -> str | None:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return found.speaker if found else None


@pytest.mark.parametrize(
    "words",
    [
        "their inherent difficulty",
        "district size",
        "market demand",
        "the type of vessel",
        "ability and taste",
        "the requirements of the trade in salt",
        "the principles of the old school",
        "climatic criteria",
        "the local tradition",
        "Article 12 of the Harbour Act",
        "the Treaty of Bar",
        "the Constitution of the State of Ohio",
        "section 9 of the law",
        "the upper verse 4",
        "the agreement with Oslo",
        "the 2010 census",
        "a survey published in May",
        "a draft seen by two aides",
        "official statistics",
        "costs",
    ],
)
def test_what_something_goes_by_is_no_speaker(words: str) -> None:
    assert speaker_of(f"The lots were shared out according to {words}.") is None


@pytest.mark.parametrize(
    "words",
    [
        "a harbour official",
        "Jude Law",
        "Bill",
        "the Rule of Law Foundation",
        "the Office for National Statistics",
        "Nielsen Media Research",
        "a report released by the harbour council",
        "historians",
        "the traders of Bar",
        "him",
        "them",
    ],
)
def test_whoever_says_so_is_a_speaker(words: str) -> None:
    assert speaker_of(f"According to {words}, the lots were shared out.") == words


@pytest.mark.parametrize(
    "words",
    [
        "two people briefed on the talks",
        "an aide to the mayor",
        "the Harbour Ministry",
        "three contractors",
        "unnamed sources",
        "Ada Obi",
        "a person familiar with the matter",
    ],
)
def test_people_and_bodies_are_cited(words: str) -> None:
    assert speaker_of(f"Reuters, citing {words}, said the mine would close.") == words


@pytest.mark.parametrize(
    "words",
    [
        "a lack of buyers for the old fleet",
        "irreconcilable differences",
        "the same problems",
        "his disillusionment with the trade",
        "safety and other factors",
        "an internal memo",
        "Article 7 of the treaty",
        "a law that bars it",
    ],
)
def test_reasons_and_papers_do_not_speak(words: str) -> None:
    assert speaker_of(f"The mine was closed in May, citing {words}.") is None
