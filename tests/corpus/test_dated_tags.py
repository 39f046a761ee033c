"""Brackets that name a source and its date, and abbreviations that others show to be sources."""

from __future__ import annotations

import pytest
from tagged_article import TAGS, last_two

from corpus.articles import Article
from corpus.dated_tags import is_abbreviated_source
from corpus.parsing import parse_article

PROSE = "Some 200 boats lie idle in the sound"


@pytest.mark.parametrize(
    ("tag", "outlets"),
    [
        ("(Reuters, 5 May)", ("Reuters",)),
        ("(The Guardian, March 2, 2020).", ("The Guardian",)),
        ("[AFP/Reuters, May 2020]", ("AFP", "Reuters")),
        ("(UNHCR, 12–14 March).", ("UNHCR",)),
        ("(FAO, 16 February; WFP, 12 Feb. 2024).", ("FAO", "WFP")),
        ("(SIPRI Yearbook 2025).", ("SIPRI",)),
        ("(World Bank Outlook, 2024)", ("World Bank",)),
    ],
)
def test_a_source_with_a_date_credits_its_sentence(tag: str, outlets: tuple[str, ...]) -> None:
    assert last_two(f"It rained.\n\n{PROSE} {tag}") == [
        ("sentence", PROSE, outlets),
        ("credit", tag, outlets),
    ]


@pytest.mark.parametrize(
    "bracket",
    [
        "(Tresk, 5 May).",
        "(Ada Obi, May 2020).",
        "(USA, May 2020).",
        "(NATO, 4 April 1949).",
        "(FAO, five of them).",
        "(FAO, may 5).",
        "(Ostvik, 1998).",
        "(Ostvik Yearbook 2025).",
        "(SIPRI Institute 2025).",
        "(Reuters, 5 May; Tresk).",
    ],
)
def test_places_people_and_years_are_none(bracket: str) -> None:
    sentence = f"{PROSE} {bracket}"
    assert last_two(f"It rained.\n\n{sentence}")[-1][:2] == ("sentence", sentence)


def test_a_date_beside_what_the_words_before_abbreviate_is_none() -> None:
    sentence = "They signed the Herring Arms Limitation Treaty (HALT, 26 May 1972)."
    assert last_two(f"It rained.\n\n{sentence}")[-1] == ("sentence", sentence, ())


@pytest.mark.parametrize("style", [TAGS, f"{PROSE} (FAO, 16 February).\n\n"])
@pytest.mark.parametrize("tag", ["(HERR NET).", "(WFP)"])
def test_an_abbreviation_is_a_source_of_figures_where_others_are(style: str, tag: str) -> None:
    name = tag.strip("().")
    assert last_two(f"{style}Salt grew dear by 4 per cent since May {tag}") == [
        ("sentence", "Salt grew dear by 4 per cent since May", (name,)),
        ("credit", tag, (name,)),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It broke a law on privacy (SDPR).",
        "It was 4 per cent of gross salt output (GSO).",
        "It paid Ada Obi 4 crowns (USA).",
        "The 4 boats went to Orve (HERR).",
        "It broke 4 laws (SDPR). The SDPR is old.",
    ],
)
def test_other_abbreviations_are_none(sentence: str) -> None:
    pieces = parse_article(Article("a", "A", f"{TAGS}{sentence}"))
    assert {name for piece in pieces[4:] for name in piece.outlets} == set()


def test_without_other_tags_an_abbreviation_is_none() -> None:
    sentence = "Salt grew dear by 4 per cent since May (WFP)."
    assert last_two(f"It rained. {sentence}")[-1] == ("sentence", sentence, ())


@pytest.mark.parametrize(
    ("name", "source"),
    [("WFP", True), ("HERR NET", True), ("USA", False), ("Wfp", False), ("UN", False)],
)
def test_which_abbreviations_may_be_sources(name: str, source: bool) -> None:
    assert is_abbreviated_source(name) is source
