"""WHO, US and IT are names where they stand in capitals, and words in a text of capitals."""

from __future__ import annotations

import pytest

from corpus.acronyms import fold_words, is_acronym
from corpus.boundaries import split_sentences
from corpus.headings import is_announcement, split_glued_heading
from corpus.run_in_labels import is_run_in_heading
from corpus.spans import Span


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("The board and WHO agree", ["the", "board", "and", "WHO", "agree"]),
        ("A WHO and US plan", ["a", "WHO", "and", "US", "plan"]),
        ("WHO PAYS FOR IT", ["who", "pays", "for", "it"]),
        ("Who pays", ["who", "pays"]),
    ],
)
def test_acronyms_keep_their_capitals(words: str, folded: list[str]) -> None:
    assert fold_words(words.split()) == folded


def test_other_words_are_none() -> None:
    assert [is_acronym(word) for word in ("WHO", "Who", "THE", "")] == [True, False, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board and WHO have opened two depots.",
        "The Port of Tresk and US have signed a deal.",
        "The Salt Council and IT have agreed.",
    ],
)
def test_an_acronym_opens_no_sentence_within_a_sentence(text: str) -> None:
    assert split_glued_heading(text, Span(0, len(text)), frozenset()) is None


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("What Next for IT The plan is old.", "What Next for IT"),
        ("WHAT COMES NEXT It will take a year.", "WHAT COMES NEXT"),
    ],
)
def test_headings_glued_to_a_sentence_are_cut_as_ever(text: str, heading: str) -> None:
    split = split_glued_heading(text, Span(0, len(text)), frozenset())
    assert split is not None
    assert split[0].of(text) == heading


@pytest.mark.parametrize("label", ["US tariffs.", "WHO funding.", "IT failures."])
def test_an_acronym_may_open_a_label(label: str) -> None:
    assert is_run_in_heading(label)


def test_an_acronym_may_open_an_announcement() -> None:
    assert is_announcement("US tariffs loom.")
    assert not is_announcement("They loom.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It was the U.S. IT sector that shrank.", 1),
        ("At 6 a.m. WHO staff arrived.", 1),
        ("It left the U.S. It was sold.", 2),
        ("It closed at 6 a.m. It was sold.", 2),
    ],
)
def test_an_acronym_behind_an_abbreviation_ends_no_sentence(text: str, count: int) -> None:
    assert len(split_sentences(text, Span(0, len(text)))) == count
