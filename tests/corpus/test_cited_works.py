"""Lists of sources by title and date: credits that speak for no sentence."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.cited_works import read_citation
from corpus.outlets import load_outlets
from corpus.parsing import parse_article


@pytest.mark.parametrize(
    ("line", "outlets"),
    [
        ("Reuters, “Court halts ferry deal”, 12 November", ("Reuters",)),
        ("Reuters, “Court halts ferry deal,” Nov. 12, 2025.", ("Reuters",)),
        ("Le Monde: « Le bac coule » (12 novembre 2025)", ("Le Monde",)),
        ("AP and Reuters, “Ferry sunk”, 12/11/2025", ("AP", "Reuters")),
        ("“Court halts ferry deal”, Reuters, 12 November 2025", ("Reuters",)),
        ("[3] Reuters, “Ferry sunk”, 12 Nov 2025, https://example.org/a", ("Reuters",)),
        ("Reuters, [Ferry sunk](https://example.org/a), 12 November", ("Reuters",)),
        ("*The Guardian*, “Ferry sunk”, 12 May", ("The Guardian",)),
        ("“Ferry sunk”, _The Guardian_, 12 May", ("The Guardian",)),
        ("Reuters, *Ferry sunk*, 12 November", ("Reuters",)),
        ("Ada Obi, “The ferry”, The Guardian, 12 May 2025", ("The Guardian",)),
        ("Tresk Gazette, “Ferry sunk”, 12 November", ("Tresk Gazette",)),
        ("Yle, ‘Ferry sunk’, 12 May 2025, accessed 3 June 2025", ("Yle",)),
    ],
)
def test_a_title_with_its_outlet_is_a_citation(line: str, outlets: tuple[str, ...]) -> None:
    assert read_citation(line, load_outlets()) == outlets


@pytest.mark.parametrize(
    "line",
    [
        "Reuters: “The ferry is sunk”",
        "Reuters, “We are ruined”",
        "Reuters, “the ferry is sunk”",
        "Reuters, “The ferry is sunk.”",
        "“The ferry is sunk,” Reuters reported.",
        "“The ferry is sunk” (Reuters)",
        "“The ferry is sunk” – Reuters",
        "According to Reuters, “Ferry sunk”, 12 November",
        "The Guardian, “A fine paper”, said no.",
        "Ada Obi, “The mayor”, 12 May",
        "Ada, “The mayor”, met Bo on 12 May.",
        "Reuters, *Ferry sunk*",
        "",
    ],
)
def test_speech_and_prose_are_none(line: str) -> None:
    assert read_citation(line, load_outlets()) is None


def test_a_closing_list_of_them_credits_nothing_above() -> None:
    text = (
        "The ferry is sunk. Nobody drowned.\n\n"
        "Reuters, “Ferry sunk”, 12 November\n\nYle, “Nobody drowned”, 13 November"
    )
    pieces = parse_article(Article("a", "A", text))
    assert [(piece.kind.value, piece.outlets) for piece in pieces] == [
        ("sentence", ()),
        ("sentence", ()),
        ("credit", ("Reuters",)),
        ("credit", ("Yle",)),
    ]
