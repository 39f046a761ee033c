"""The list of sources at an article's end, and lists that speak for what stands above them."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article

OPENING = "The canal froze (Reuters). Two barges sank (AFP). Salt grew dear (Kyodo).\n\n"
LISTED = "Sources: Reuters, AFP, Kyodo, Yle"


def last_sentence(text: str) -> tuple[str, ...]:
    pieces = parse_article(Article("a", "A", text))
    return [p.outlets for p in pieces if p.kind.value == "sentence"][-1]


def test_a_closing_list_of_what_is_credited_elsewhere_speaks_for_nothing() -> None:
    assert last_sentence(f"{OPENING}The port is shut.\n\n{LISTED}") == ()


def test_it_is_a_credit_all_the_same() -> None:
    piece = parse_article(Article("a", "A", f"{OPENING}The port is shut.\n\n{LISTED}"))[-1]
    assert (piece.kind.value, piece.outlets) == ("credit", ("Reuters", "AFP", "Kyodo", "Yle"))


def test_a_closing_list_below_a_list_is_not_its_last_item_s() -> None:
    assert last_sentence("- The port is shut\n- The salt is gone\n\nSources: Reuters, AFP") == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENING}The port is shut.\n{LISTED}",  # right below its paragraph
        f"{OPENING}The port is shut.\n\nSources: Reuters, Yle, ANSA, EFE",  # new names
        f"{OPENING}The port is shut.\n\nSources: Reuters, AFP",  # few names
        "- The port is shut\n- The salt is gone\nSources: Reuters, AFP",
        f"It froze.\n\nSources: AFP, Yle\n\n{OPENING}The port is shut.\n\n{LISTED}",
    ],
)
def test_a_list_that_belongs_to_its_paragraph_speaks_for_it(text: str) -> None:
    assert last_sentence(text) != ()


def test_a_photo_credit_may_stand_behind_it() -> None:
    assert last_sentence(f"{OPENING}The port is shut.\n\n{LISTED}\n\nPhoto: EFE") == ()


@pytest.mark.parametrize("text", ["Sources: Reuters, AFP", "\n\nSources: Reuters, AFP, Yle\n"])
def test_a_list_alone_is_a_credit(text: str) -> None:
    (piece,) = parse_article(Article("a", "A", text))
    assert piece.kind.value == "credit"


def test_what_a_list_of_sources_names_is_an_outlet_in_its_sentences_too() -> None:
    text = "Salt grew dear, Tide & Anchor said. “It is scarce,” Ada Obi told Yle.\n\n"
    pieces = parse_article(Article("a", "A", f"{text}It froze.\n\nSources: Tide & Anchor, Yle"))
    assert (pieces[0].outlets, pieces[0].speaker) == (("Tide & Anchor",), None)
    assert (pieces[1].outlets, pieces[1].speaker) == (("Yle",), "Ada Obi")


@pytest.mark.parametrize(
    "sources", ["Sources: Tide & Anchor", "Sources: Salt Lines, Tide & Anchor", "Photo: Salt, AFP"]
)
def test_a_list_without_a_known_outlet_makes_none_of_a_speaker(sources: str) -> None:
    text = f"Salt grew dear, Tide & Anchor said.\n\nIt froze.\n\n{sources}"
    assert parse_article(Article("a", "A", text))[0].speaker == "Tide & Anchor"


def test_an_institution_in_a_list_speaks_for_itself() -> None:
    text = "Salt grew dear, Herring Council said.\n\nIt froze.\n\nSources: Herring Council, AFP"
    assert parse_article(Article("a", "A", text))[0].speaker == "Herring Council"


@pytest.mark.parametrize(
    "note", ["(With inputs from PTI)", "With agency inputs from AFP", "*Inputs from PTI*"]
)
@pytest.mark.parametrize("gap", ["\n\n", "\n", " "])
def test_a_closing_note_on_inputs_speaks_for_nothing(note: str, gap: str) -> None:
    pieces = parse_article(Article("a", "A", f"It froze.\n\nTwo barges sank in May.{gap}{note}"))
    assert [(p.kind.value, p.outlets) for p in pieces[:2]] == [("sentence", ())] * 2
    assert len(pieces[2].outlets) == 1


def test_notes_on_inputs_below_several_paragraphs_speak_for_each() -> None:
    text = "The canal froze.\n(With inputs from PTI)\n\nSalt grew dear.\n(With inputs from AFP)"
    pieces = parse_article(Article("a", "A", text))
    assert [p.outlets for p in pieces[::2]] == [("PTI",), ("AFP",)]


def test_a_note_on_inputs_above_prose_speaks_for_its_paragraph() -> None:
    text = "The canal froze.\n(With inputs from PTI)\n\nSalt grew dear in May."
    assert parse_article(Article("a", "A", text))[0].outlets == ("PTI",)
