"""Dates, times and counts among the names of a credit, which are nobody's names."""

from __future__ import annotations

import pytest
from tagged_article import TAGS, last_two

from corpus.credit_dates import is_date, without_dates
from corpus.credit_names import parse_names
from corpus.outlets import load_outlets

PROSE = "Some 200 boats lie idle in the sound."


@pytest.mark.parametrize(
    "date",
    [
        "12 Nov",
        "Nov. 12",
        "Nov 12, 2025",
        "Wed 12 Nov 2025",
        "Wednesday, 12 November",
        "12th of November",
        "12–13 November",
        "12/11/2025",
        "12.11.2025",
        "2025-11-12",
        "12 Nov, 10:30",
        "12 November 2025 at 2:41 pm",
        "12 nov. 2025, 10.30 GMT",
        "12 novembre",
        "12. Mai",
        "12 de mayo",
        "11:30 GMT",
        "10 a.m.",
        "Tuesday",
        "Tue",
        "early Tuesday",
        "Tuesday morning",
        "yesterday",
        "May 2025",
        "3h",
        "3 hours ago",
        "updated 12 Nov",
        "accessed on 12 Nov 2025",
    ],
)
@pytest.mark.parametrize("form", ["Reuters, {}", "{}, Reuters", "Reuters; {}; AFP", "{} – Reuters"])
def test_a_list_of_names_passes_over_its_dates(date: str, form: str) -> None:
    names = parse_names(form.format(date), load_outlets())
    assert names is not None
    assert names.outlets == (("Reuters", "AFP") if "AFP" in form else ("Reuters",))


@pytest.mark.parametrize("name", ["Reuters 12 Nov", "Nov. 12 Reuters", "Reuters | 12 Nov"])
def test_a_full_date_needs_no_comma(name: str) -> None:
    names = parse_names(name, load_outlets())
    assert names is not None
    assert names.outlets == ("Reuters",)


@pytest.mark.parametrize(
    "words",
    [
        "24 Heures",
        "20 Minutes",
        "60 Minutes",
        "Radio 4",
        "The Sunday Times",
        "9News",
        "Day.Az",
        "Sun",
    ],
)
def test_names_with_numbers_and_days_stay(words: str) -> None:
    assert without_dates(words) == words
    assert not is_date(words)


@pytest.mark.parametrize(
    "tag",
    [
        "[12 Nov]",
        "(Nov 12)",
        "[Updated 12 Nov]",
        "(Q3 2025)",
        "(Q3/Q4)",
        "(H1)",
        "(FY 2024)",
        "[11:30 GMT]",
        "(AM/PM)",
        "(Mon/Tue)",
        "(Week 19)",
        "(Day 2)",
        "(Part 2)",
        "(Phase II)",
        "(Spring 2025)",
        "(12 Novembre)",
        "— 12 Nov",
        "(Old Harbour, 5 May)",
        "(Reuters, Tresk, 5 May)",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_date_alone_or_with_a_place_credits_nobody(tag: str, gap: str) -> None:
    pieces = last_two(f"{TAGS}{PROSE}{gap}{tag}")
    assert [outlets for _, _, outlets in pieces] == [(), ()]


@pytest.mark.parametrize(
    ("tag", "outlets"),
    [
        ("[12 Nov, Reuters]", ("Reuters",)),
        ("[Reuters, 12 Nov]", ("Reuters",)),
        ("(Reuters, 12 Nov; Yle, 13 Nov)", ("Reuters", "Yle")),
        ("(Le Monde, 8 mai)", ("Le Monde",)),
        ("(Day 12, Reuters)", ("Reuters",)),
        ("– Reuters, 12 Nov", ("Reuters",)),
        ("Source: Reuters, 12 Nov", ("Reuters",)),
        ("(Tresk Gazette, 12 Nov)", ("Tresk Gazette",)),
    ],
)
def test_a_dated_tag_credits_its_outlets_alone(tag: str, outlets: tuple[str, ...]) -> None:
    assert last_two(f"It rained.\n\n{PROSE} {tag}") == [
        ("sentence", PROSE, outlets),
        ("credit", tag, outlets),
    ]


@pytest.mark.parametrize("part", ["According to Reuters, it is not.", "Reuters, they had been."])
def test_a_clause_is_no_list(part: str) -> None:
    assert parse_names(part, load_outlets()) is None


@pytest.mark.parametrize("tag", ["(Le Monde, in French)", "(Le Monde, paywall)"])
def test_a_language_is_no_outlet(tag: str) -> None:
    assert last_two(f"It rained.\n\n{PROSE} {tag}")[-1] == ("credit", tag, ("Le Monde",))
