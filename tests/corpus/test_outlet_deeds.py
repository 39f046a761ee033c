"""Outlets by what they do: publish leaks, report a toll, take up a story, hear a denial."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.reporting import read_reporting
from corpus.sentences import PieceKind
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" | ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("It began when The Guardian published bank records last May that named them.",
         "The Guardian"),
        ("Le Monde published leaked plans in June that show a second quay.", "Le Monde"),
        ("CNBC confirmed the sale.", "CNBC"),
        ("Reuters reports a drop of 4 percent.", "Reuters"),
        ("Reuters reports a toll of at least forty.", "Reuters"),
        ("The article was picked up by NRC, which added that it leaks.", "NRC"),
        ("She was speaking at a news conference in Lund that was broadcast by NOS.", "NOS"),
    ],
)  # fmt: skip
def test_an_outlet_is_credited_by_what_it_does_to_news(sentence: str, outlet: str) -> None:
    assert reported(sentence) == (outlet, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Times published its annual report in May.",
        "The BBC published plans to cut 40 jobs.",
        "Nature published a paper by Obi.",
        "The harbour published bank records in May.",
        # A publisher is a firm, too.
        "Reuters reports a profit of 40 million dollars.",
        "Le Monde reports a drop of 4 percent in subscribers.",
        "The harbour reports a drop of 4 percent.",
        "The singer was picked up by NRC Records, a label.",
        "The match was broadcast by NOS.",
    ],
)
def test_its_trade_and_its_own_affairs_are_no_news(sentence: str) -> None:
    assert reported(sentence) == ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("One of them, First Harbour, confirmed this to Bloomberg.", "Bloomberg",
         "One of them, First Harbour"),
        ("The mine denied this to Reuters.", "Reuters", "The mine"),
        ("The clerk told the broadcaster RTL Nieuws that it leaks.", "RTL Nieuws", "The clerk"),
        ("The clerk told the newspaper Der Standard that it leaks.", "Der Standard", "The clerk"),
        # Who may have bought, or was kept out.
        ("A clerk confirmed the sale to Bloomberg.", "", "A clerk"),
        ("The mine denied access to Reuters.", "", None),
    ],
)  # fmt: skip
def test_whom_something_was_told_is_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("paragraph", "outlets"),
    [
        ("Civil.ge: Ada Obi promised to open the books.", ("Civil.ge",)),
        ("Orbit.example: Ada Obi promised to open the books.", ()),
    ],
)  # fmt: skip
def test_a_known_site_labels_a_paragraph_by_its_address(
    paragraph: str, outlets: tuple[str, ...]
) -> None:
    pieces = parse_article(Article("a", "A", f"{paragraph}\n\nThe lake is full."))
    sentences = [piece for piece in pieces if piece.kind is PieceKind.SENTENCE]
    assert sentences[0].outlets == outlets
    assert sentences[0].text.endswith("Ada Obi promised to open the books.")
