"""By-lines with a date, and notes on who makes a newsletter: credits that name no outlet."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article

PROSE = "The ferry was sold in May. It is old."


def read(line: str) -> tuple[str, tuple[str, ...]]:
    """The kind and the outlets of a line below a headline."""
    piece = parse_article(Article("a", "A", f"Ferry sold\n\n{line}\n\n{PROSE}"))[1]
    return piece.kind.value, piece.outlets


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Obi on March 18, 2026 at 2:41 pm",
        "By Ada Obi and Bo Ek | 18 March 2026",
        "By Ada Obi, 18.3.2026",
        "By Ada Obi | Updated March 18, 2026, 10:30 GMT",
        "By Ada Obi – Published on 18 March 2026",
        "By ADA OBI, 2026-03-18",
    ],
)
def test_a_by_line_may_have_a_date(line: str) -> None:
    assert read(line) == ("credit", ())


@pytest.mark.parametrize("line", ["Story: Ada Obi, Tresk", "Words: Ada Obi", "TEXT: Bo Ek, Orve"])
def test_a_label_may_stand_for_by(line: str) -> None:
    assert read(line) == ("credit", ())


@pytest.mark.parametrize("line", ["Story: The Sea Wall", "Text: dues in full", "Story: salt grows"])
def test_what_a_story_is_called_is_no_by_line(line: str) -> None:
    assert read(line)[0] != "credit"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("BY THE NUMBERS", "heading"),
        ("By the Book", "heading"),
        ("By a Whisker", "heading"),
        ("By The Associated Press", "credit"),
        ("By the Editorial Board", "credit"),
        ("By Our Staff Writer", "credit"),
        ("By The Tresk Gazette", "credit"),
    ],
)
def test_an_article_behind_by_needs_a_publisher_or_its_staff(line: str, kind: str) -> None:
    assert read(line)[0] == kind


def test_names_in_a_by_line_may_be_linked_or_stressed() -> None:
    assert read("**By [Ada Obi](https://example.org/a?b=c) and Bo Ek**") == ("credit", ())
    assert read("By [Ada Obi](https://example.org/a) for [Yle](https://example.org)")[0] == "credit"


@pytest.mark.parametrize(
    "line", ["By Tuesday the ferry was gone", "By March 18 the ferry was gone", "By 2:41 pm"]
)
def test_a_time_is_no_by_line(line: str) -> None:
    assert read(line)[0] != "credit"


@pytest.mark.parametrize(
    "line",
    [
        "*Salt Lanes is written by Ada Obi and edited by Bo Ek.*",
        "_Salt Lanes is produced by Ada Obi, edited by Bo Ek and Jo Lind_",
        "(Salt Lanes is compiled and edited by Ada Obi.)",
        "This newsletter was written by Ada Obi and Bo Ek.",
        "Today’s briefing was compiled by Ada Obi, with help from Bo Ek.",
        "The Salt Lanes newsletter is edited by Ada Obi.",
    ],
)
def test_a_note_on_who_writes_a_newsletter_is_a_credit(line: str) -> None:
    assert read(line) == ("credit", ())


@pytest.mark.parametrize(
    "line",
    [
        "Salt Lanes was written by Ada Obi and edited by Bo Ek.",
        "The report was written by Ada Obi.",
        "*The play was written by a man from Tresk.*",
        "*Salt Lanes is written by Ada Obi, who lives in Tresk.*",
        "*Salt Lanes was written by Ada Obi.*",
        "The briefing was prepared by the Ministry.",
        "This newsletter was written by hand.",
        "This issue was raised by Ada Obi.",
    ],
)
def test_what_a_work_is_said_to_be_is_prose(line: str) -> None:
    assert read(line)[0] == "sentence"


def test_such_a_note_needs_a_line_of_its_own() -> None:
    note = "This newsletter was written by Ada Obi."
    pieces = parse_article(Article("a", "A", f"Ferry sold\n\n{PROSE} {note}"))
    assert pieces[-1].kind.value == "sentence"
