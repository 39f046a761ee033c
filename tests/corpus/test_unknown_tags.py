"""Brackets of unknown sources, which the article's other brackets show to be sources."""

from __future__ import annotations

import pytest
from tagged_article import TAGS, last_two


@pytest.mark.parametrize(
    ("tag", "outlets"),
    [
        ("(UN Port Development).", ("UN Port Development",)),
        ("[Salt and Fish Board]", ("Salt and Fish Board",)),
        ("(Baltic Herring Council)", ("Baltic Herring Council",)),
        ("(Salt Council and Fish Board).", ("Salt Council", "Fish Board")),
        ("(KLM/Orve Global).", ("KLM", "Orve Global")),
    ],
)
def test_a_tag_like_the_others_credits_its_sentence(tag: str, outlets: tuple[str, ...]) -> None:
    assert last_two(f"{TAGS}Salt grew dear last year {tag}") == [
        ("sentence", "Salt grew dear last year", outlets),
        ("credit", tag, outlets),
    ]


@pytest.mark.parametrize("tag", ["(UN Port Development).", "(KLM/Orve Global)."])
def test_without_other_tags_it_is_none(tag: str) -> None:
    sentence = f"Salt grew dear last year {tag}"
    assert last_two(f"It froze. {sentence}")[-1] == ("sentence", sentence, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Salt grew dear in its year (Ada Obi).",
        "Salt grew dear in the capital (Tresk).",
        "It went to a new fund (Green Harbour Fund).",
        "It went to the GHF (Green Harbour Fund).",
        "It went to Ada Obi (Harbour Council).",
        "Two cities will pay (Tresk/Ostvik).",
        "Half of it was paid for (see Harbour Council, 2020).",
        "It was paid for in part (the Harbour Council said no).",
        "(Harbour Council) paid.",
    ],
)
def test_a_bracket_that_explains_or_adds_something_is_none(sentence: str) -> None:
    assert last_two(f"{TAGS}{sentence}")[-1] == ("sentence", sentence, ())


@pytest.mark.parametrize("tag", ["(Reuters +1).", "(Reuters)."])
def test_a_tag_repeats_the_outlet_that_the_sentence_names(tag: str) -> None:
    assert last_two(f"Salt grew dear, according to Reuters {tag}") == [
        ("sentence", "Salt grew dear, according to Reuters", ("Reuters",)),
        ("credit", tag, ("Reuters",)),
    ]


def test_an_abbreviation_behind_a_name_is_no_tag() -> None:
    sentence = "The strike shut Agence France-Presse (AFP)."
    assert last_two(f"It froze. {sentence}")[-1] == ("sentence", sentence, ())
