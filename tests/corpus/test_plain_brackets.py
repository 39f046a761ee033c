"""Brackets that name nobody's publisher, though they hold names."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article


def outlets_in(text: str) -> list[str]:
    pieces = parse_article(Article("brackets", "Brackets", text))
    return [name for piece in pieces for name in piece.outlets]


@pytest.mark.parametrize(
    "text",
    [
        "It grew into the Alpine Avalanche Programme (AAP).",
        "The pumps need semitransparent attic tiles (STAT) by May.",
        "The coil gives off radio frequency interference (RFI), which a filter takes up.",
        "It is run by the Bureau of Nautical Studies (BNS).",
        "Rules came from the Organisation for Economic Co-operation and Development (OECD).",
        "The midwives lied to the king. (Exodus 1: 15-19)",
        "The harbour was lost in the war. (See Battle of Old Harbour)",
        "The cloth was shipped to the east. (Oslo, Bergen)",
        "The cloth was shipped to the east (via Oslo and Bergen).",
        "The stations are KVOA 4 (NBC), KGUN 9 (ABC) and WTVR-TV 6 (CBS).",
        "It owns two networks (NBC and Telemundo) and a park.",
        "The concert is one of many. The BBC Philharmonic and a choir sang.",
        "It was played. The New Yorker had it, and The Atlantic as well.",
        "The race for cooks called The Boil-Off aired on NBC in May.",
    ],
)
def test_what_explains_lists_or_refers_is_no_credit(text: str) -> None:
    assert outlets_in(text) == []


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("The mine will close in May (AAP).", ["AAP", "AAP"]),
        ("The catch fell by a third in Kenya (AFP).", ["AFP", "AFP"]),
        ("The catch fell by 3% (Reuters) while prices rose.", ["Reuters"]),
        ("The mine will close in May. (Harbour Global)", ["Harbour Global"] * 2),
        ("The mine will close in May (via Reuters).", ["Reuters"] * 2),
        ("He said so in an interview broadcast on NBC in May.", ["NBC News"]),
    ],
)
def test_a_bracket_that_names_who_published_is_a_credit(text: str, outlets: list[str]) -> None:
    assert outlets_in(text) == outlets
