"""Labels in front of prose that hold more than an outlet's name: a date, a page, "editorial"."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article


def read(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    pieces = parse_article(Article("a", "A", text))
    return [(piece.kind.value, piece.text, piece.outlets) for piece in pieces]


@pytest.mark.parametrize(
    ("label", "outlet"),
    [
        ("Al-Ahram:", "Al-Ahram"),
        ("Al-Ahram, editorial, 8 May:", "Al-Ahram"),
        ("Le Monde (8 May):", "Le Monde"),
        ("Le Monde, 8 mai:", "Le Monde"),
        ("Le Monde (editorial):", "Le Monde"),
        ("The Guardian, p. 14:", "The Guardian"),
        ("The Guardian, op-ed, Jan. 5:", "The Guardian"),
        ("8 May, Reuters:", "Reuters"),
        ("Reuters, 8 May –", "Reuters"),
        ("Tresk Gazette, 8 May:", "Tresk Gazette"),
        ("Novi Oglas, editorial, 8 May:", "Novi Oglas"),
        ("Novi Oglas, front page:", "Novi Oglas"),
    ],
)
@pytest.mark.parametrize("said", ["“The ferry is sunk.”", "The ferry is sunk."])
def test_a_label_credits_the_sentence_it_opens(label: str, outlet: str, said: str) -> None:
    assert read(f"{label} {said} It rains.") == [
        ("credit", label, (outlet,)),
        ("sentence", said, (outlet,)),
        ("sentence", "It rains.", ()),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Tresk, 8 May:",
        "Monday, 8 May:",
        "Ada Obi, commentary:",
        "Novi Oglas, 8 May:",
        "Le Monde (Paris):",
        "Reuters-Ipsos:",
        "The lake that we know, editorial:",
        "10.30 a.m.:",
    ],
)
def test_a_place_a_person_or_a_time_is_no_outlet(label: str) -> None:
    assert all(outlets == () for _, _, outlets in read(f"{label} The ferry is sunk. It rains."))


@pytest.mark.parametrize("dates", [("8 May", "9 May"), ("8 May, p. 3", "9 May, editorial")])
def test_a_dated_name_above_what_its_paper_writes_is_a_heading(dates: tuple[str, str]) -> None:
    first, second = dates
    text = f"Le Monde, {first}\n\nIt rains. It froze.\n\nLe Figaro, {second}\n\nIt thaws. Go on."
    assert [(kind, outlets) for kind, _, outlets in read(text)] == [
        ("heading", ()),
        ("sentence", ()),
        ("sentence", ()),
    ] * 2
