"""Names of outlets that are also what sections are called: headings, sources, neither."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.section_labels import is_section_label

PARAGRAPH = "The ferry was sold in May. Two villages lost their only link."
BELOW = "More boats will be sold in the autumn."


def pieces_of(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(p.kind.value, p.text, p.outlets) for p in parse_article(Article("a", "A", text))]


def outlets_of(text: str) -> set[str]:
    return {name for _, _, outlets in pieces_of(text) for name in outlets}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Science", True),
        ("FOCUS", True),
        ("Foreign Policy", True),
        ("Defense News", True),
        ("The Hill", True),
        ("World Bank", True),
        ("OPEC", True),
        ("**Outlook**", True),
        ("Reuters", False),
        ("AP", False),
        ("The Times", False),
        ("El Mundo", False),
        ("Business Times", False),
        ("Atlantic Council", False),
        ("Fisheries", False),
    ],
)
def test_what_a_section_may_be_called(words: str, label: bool) -> None:
    assert is_section_label(words, load_outlets()) is label


@pytest.mark.parametrize("name", ["Outlook", "Foreign Policy", "The Hill", "World Bank", "Nature"])
def test_a_label_above_text_heads_it_though_other_lines_are_sources(name: str) -> None:
    text = f"Trade\n{PARAGRAPH}\nReuters/AFP\n\n{name}\n{BELOW} It will take years.\n"
    assert pieces_of(text)[4:] == [
        ("heading", name, ()),
        ("sentence", BELOW, ()),
        ("sentence", "It will take years.", ()),
    ]


def test_a_name_that_is_nothing_else_heads_the_text_right_below_it() -> None:
    text = f"{PARAGRAPH}\n\nLe Monde\n{BELOW}\n\nDie Zeit\n{BELOW}"
    assert [kind for kind, _, _ in pieces_of(text)] == [
        "sentence", "sentence", "heading", "sentence", "heading", "sentence"
    ]  # fmt: skip
    assert outlets_of(text) == set()


@pytest.mark.parametrize("name", ["Reuters", "(Science)", "Source: Nature", "– The Hill"])
def test_a_source_below_its_paragraph_is_none(name: str) -> None:
    text = f"{PARAGRAPH}\n{name}\n\n{BELOW}"
    assert pieces_of(text)[0][2] == pieces_of(text)[2][2] != ()


def test_a_label_among_empty_lines_is_what_the_other_lines_there_are() -> None:
    headed = f"{PARAGRAPH}\n\nFisheries\n\n{BELOW}\n\nScience\n\n{BELOW}\n\nReuters"
    assert ("heading", "Science", ()) in pieces_of(headed)
    sourced = f"{PARAGRAPH}\n\nReuters\n\n{BELOW}\n\nScience\n\n{BELOW}"
    assert ("credit", "Science", ("Science",)) in pieces_of(sourced)


def test_sources_below_their_paragraphs_do_not_speak_for_a_label_among_empty_lines() -> None:
    text = f"{PARAGRAPH}\nReuters\n\n{BELOW}\n\nScience\n\n{BELOW}"
    assert outlets_of(text) == {"Reuters"}


def test_a_by_line_makes_no_source_of_a_label() -> None:
    assert outlets_of(f"By Ada Obi\n\n{PARAGRAPH}\n\nScience\n\n{BELOW}") == set()


@pytest.mark.parametrize("label", ["**Outlook**", "Outlook:"])
def test_a_label_in_bold_or_with_a_colon_stays_a_label(label: str) -> None:
    assert outlets_of(f"{PARAGRAPH}\n\n{label}\n{BELOW}") == set()


@pytest.mark.parametrize(
    "label", ["Science:", "Outlook –", "**OPEC.**", "World Bank.", "The Hill:"]
)
def test_a_label_in_front_of_a_paragraph_credits_nobody(label: str) -> None:
    assert outlets_of(f"{PARAGRAPH}\n\n{label} {BELOW} It will take years.") == set()


def test_a_label_in_front_is_an_outlet_where_paragraphs_open_with_outlets() -> None:
    text = f"Le Monde: {BELOW}\nNature: {BELOW}"
    assert [outlets for kind, _, outlets in pieces_of(text) if kind == "sentence"] == [
        ("Le Monde",),
        ("Nature",),
    ]


@pytest.mark.parametrize("name", ["{}", "**{}**"])
def test_names_that_head_what_each_outlet_writes_are_no_sources_of_what_stands_above(
    name: str,
) -> None:
    names = [name.format(outlet) for outlet in ("Die Welt", "Le Monde", "El País")]
    text = "Press review\n\n" + "\n\n".join(f"{each}\n\n{BELOW}" for each in names)
    assert outlets_of(text) == set()
    assert [words for kind, words, _ in pieces_of(text) if kind == "heading"][1:] == names


def test_names_behind_each_paragraph_are_its_sources() -> None:
    text = "\n\n".join(f"{BELOW}\n\n{each}" for each in ("Die Welt", "Le Monde"))
    assert [outlets for kind, _, outlets in pieces_of(text) if kind == "sentence"] == [
        ("Die Welt",),
        ("Le Monde",),
    ]


def test_one_outlet_below_the_headline_published_it_all() -> None:
    assert pieces_of(f"Ferry sold\n\nReuters\n\n{BELOW}\n\n{BELOW}")[1] == (
        "credit",
        "Reuters",
        ("Reuters",),
    )
