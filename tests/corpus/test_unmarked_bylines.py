"""By-lines without "By": a name and a role below the headline."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.unmarked_bylines import (
    are_people_in_places,
    is_person,
    is_person_with_role,
    is_role,
)

PROSE = "The ferry was sold in May."


def kinds_of(text: str) -> list[str]:
    return [piece.kind.value for piece in parse_article(Article("a", "A", text))]


@pytest.mark.parametrize("line", ["Ada Obi", "Ada M. Obi and Bo Ek", "Jo van den Berg"])
def test_a_line_of_names_may_be_people(line: str) -> None:
    assert is_person(line)


@pytest.mark.parametrize("line", ["Ada", "ada obi", "Ferry sold", "Ada Obi said", "", "1 May 2020"])
def test_other_lines_are_no_people(line: str) -> None:
    assert not is_person(line)


@pytest.mark.parametrize(
    "line",
    ["Health correspondent", "Critic and columnist", "Reporter in Tresk", "Africa Editor"],
)
def test_what_reporters_are(line: str) -> None:
    assert is_role(line)


@pytest.mark.parametrize("line", ["Editor resigns", "Editor in trouble", "Health", "a" * 500, ""])
def test_what_they_are_not(line: str) -> None:
    assert not is_role(line)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Ada Obi, Health correspondent", True),
        ("Ada Obi Health correspondent", True),
        ("Ada Obi, baker", False),
        ("Harbour Board Loses Its Editor", False),
        ("Ada Obi", False),
    ],
)
def test_a_name_and_a_role_on_one_line(line: str, byline: bool) -> None:
    assert is_person_with_role(line) is byline


@pytest.mark.parametrize(
    "byline", ["Ada Obi\nHealth correspondent", "Ada Obi, Health correspondent"]
)
def test_what_stands_below_a_by_line_stands_under_the_headline(byline: str) -> None:
    pieces = parse_article(Article("a", "A", f"Ferry sold\n\n{byline}\n\n{PROSE}"))
    assert [(p.kind.value, p.heading) for p in pieces[1:]] == [
        *[("credit", "Ferry sold")] * (1 + byline.count("\n")),
        ("sentence", "Ferry sold"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry sold\n\nSalt Lanes\n\n{PROSE}",  # nobody's role below it
        f"Ferry sold\n\n{PROSE}\n\nAda Obi\nHealth correspondent\n{PROSE}",  # behind prose
        f"Ada Obi\n\nHealth correspondent\n\n{PROSE}",  # the headline itself
    ],
)
def test_elsewhere_such_lines_are_headings(text: str) -> None:
    assert "credit" not in kinds_of(text)


@pytest.mark.parametrize(
    ("line", "headline", "byline"),
    [
        ("Ada Obi in Tresk and Bo Ek in New Orve", "Ferry Sold in May", True),
        ("Ada Obi in Tresk, Bo van den Berg in Orve and Jo Ek in Kyiv", "Ferry Sold", True),
        ("Ada Obi in Tresk", "Ferry sold in May", True),
        ("Hard Choices in Tresk", "Ferry Sold in May", False),
        ("Key Risks in Tresk", "Ferry sold in May", False),
        ("Ferry sold in Tresk", "Salt grew dear in May", False),
        ("Ada Obi in trouble", "Ferry sold in May", False),
        ("Ada Obi in Tresk and what she saw", "Ferry sold in May", False),
        ("Ada Obi and Bo Ek", "Ferry sold in May", False),
        ("", "Ferry sold in May", False),
    ],
)
def test_names_and_where_they_wrote(line: str, headline: str, byline: bool) -> None:
    assert are_people_in_places(line, headline) is byline


def test_reporters_in_places_below_the_headline_are_a_by_line() -> None:
    line = "Ada Obi in Tresk and Bo Ek in New Orve"
    assert kinds_of(f"Ferry sold\n\n{line}\n\n{PROSE}") == ["heading", "credit", "sentence"]
    assert kinds_of(f"Ferry sold\n\n{PROSE}\n\n{line}\n\n{PROSE}")[2] == "heading"
    assert kinds_of(f"Ferry sold\n\n{line}\n\nSalt dues\n\n{PROSE}")[1] == "heading"


STANDFIRST = (
    "Dues for the ferry would fall by a third but the harbour of New Tresk has yet to say yes"
)


@pytest.mark.parametrize(
    "byline",
    [
        "Ada Obi in Tresk and Bo Ek in New Orve",
        "By Ada Obi",
        "By Ada Obi on May 5, 2025 at 2:41 pm",
    ],
)
def test_what_stands_between_headline_and_by_line_heads_the_article(byline: str) -> None:
    text = f"Ferry sold\n{STANDFIRST}\n\n{byline}\n\n{PROSE}"
    assert kinds_of(text) == ["heading", "heading", "credit", "sentence"]


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry sold\n\n{STANDFIRST}.\n\nBy Ada Obi\n\n{PROSE}",  # prose above a by-line
        f"Ferry sold\n\nIt is gone. {STANDFIRST}\n\nBy Ada Obi\n\n{PROSE}",
        f"Ferry sold\n\n{STANDFIRST}\n\n{PROSE}\n\nBy Ada Obi",
        f"{PROSE}\n\n{STANDFIRST}\n\nBy Ada Obi\n\n{PROSE}",
    ],
)
def test_elsewhere_an_unstopped_line_is_prose(text: str) -> None:
    assert ("heading", STANDFIRST) not in [
        (piece.kind.value, piece.text) for piece in parse_article(Article("a", "A", text))
    ]
