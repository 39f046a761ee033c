from __future__ import annotations

import pytest

from corpus.headings import (
    is_announcement,
    is_heading_line,
    split_glued_heading,
)
from corpus.run_in_labels import is_run_in_heading
from corpus.spans import Span


@pytest.mark.parametrize(
    "line",
    [
        "Background",
        "Sea wall ‘was never inspected’, inquiry told",
        "Why does it matter?",
        "Key points:",
        "**Bold label.**",
        "MEDIATORS ON THE WAY",
        "Qué se sabe de la reforma",
        "15:04 – ‘It came at night’",
        "9.15 am: “We heard a bang”",
        "23h10 – Who knew?",
    ],
)
def test_a_short_unpunctuated_line_is_a_heading(line: str) -> None:
    assert is_heading_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "***",
        "It rained.",
        "It rained,",
        "Follow the talks at https://example.org/talks",
        "“Was it old?”",
        "“Is it too old to stand, she asked?",
        "One expert said:",
        "The plan has several parts:",
        "15:04 – “It came at night,” she said.",
        "15:04 – “It came at night.”",
        "“It came at night”",
        "40:04 – ‘A score’",
        "These are the many things that everybody in the town wanted to know before it began",
        "a" * 20_000,
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert not is_heading_line(line)


@pytest.mark.parametrize(
    "segment",
    [
        "Cost overruns.",
        "Washington’s reach into Asia.",
        "Costs:",
        "Dear oil.",
        "Good news.",
        # What stands before "the" or "a" is no verb.
        "Trade with the neighbours.",
        "Costs of the war.",
        "Bank fines: a ranking.",
        "Peace talks a year on.",
        "Bank sanctions two years later.",
        "Fuel prices double the average.",
        "World politics the old way.",
        "Fuel riots the world over.",
        "**Ferry plan may sink.**",
        "**The army cuts 4,000 jobs.**",
        "__Who pays?__",
    ],
)
def test_a_verbless_fragment_or_one_in_bold_runs_in_before_a_paragraph(segment: str) -> None:
    assert is_run_in_heading(segment)


@pytest.mark.parametrize(
    "segment",
    [
        "Costs rose.", "No.", "“Costs.”", "In 2019.", "costs.", "Ada, Obi.", "She agreed.", "Costs",
        "Probably not.", "Misleading.", "Mostly false.", "**False.**", "Not yet.",
        "Harlow rejects the charge.", "Oslo tests a new boat.", "Officials dispute the count.",
        "The bank shelves its plan.", "Police arrest two men.", "The union accepts no cuts.",
        "Good morning.", "Hello.", "Welcome back.", "Dear readers.", "Happy Friday.",
        "**The ferry** may sink.",
        "**The ferry was sold to the highest bidder in May, as planned.**",
    ],
)
def test_a_clause_or_an_answer_does_not(segment: str) -> None:
    assert not is_run_in_heading(segment)


@pytest.mark.parametrize(
    ("segment", "announces"),
    [
        ("Caveats and questions arise.", True),
        ("Background on the talks", True),
        ("The talks ended in May.", False),
        ("Critics disagreed.", False),
        ("They agree.", False),
        ("What comes next?", False),
        ("His critics agree.", False),
    ],
)
def test_a_short_sentence_behind_a_credit_may_announce_what_follows(
    segment: str, announces: bool
) -> None:
    assert is_announcement(segment) is announces


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Why the Move Matters Kazakhstan’s joining is new.", "Why the Move Matters"),
        ("Next Steps The bill goes to the house.", "Next Steps"),
        ("Skills Shortage Only 310 licensed operators live here.", "Skills Shortage"),
        ("What Comes Next It will take a year.", "What Comes Next"),
        ("The Atlantic Council will host a debate.", None),
        ("Why, the minister asked, does it matter?", None),
        ("Reuters reported that the bill passed.", None),
        ("The", None),
        ("The The The The The The The The The The The The The The The The The The", None),
        ("", None),
    ],
)
def test_a_heading_glued_to_a_sentence_is_split_off(text: str, heading: str | None) -> None:
    split = split_glued_heading(text, Span(0, len(text)), frozenset({"Kazakhstan"}))
    if heading is None:
        assert split is None
    else:
        assert split is not None
        assert split[0].of(text) == heading
        assert split[1] == Span(len(heading) + 1, len(text))


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Situation Report No. 4 (as of 18 February)", True),
        ("Harbour dues (2019–2023)", True),
        ("The salt tax (Part 2 of 3)", True),
        ("Sales rose in the sound (see page 4)", False),
        ("Old Harbour (Tresk)", False),
        ("(4 May 2020)", False),
        ("Harbour dues) (", True),
    ],
)
def test_a_title_may_end_with_a_number_in_brackets(line: str, heading: bool) -> None:
    assert is_heading_line(line) is heading


@pytest.mark.parametrize(
    "segment", ["Obi intends to stay.", "The port refuses.", "Salt protects the hull."]
)
def test_a_verb_that_is_no_noun_makes_a_clause(segment: str) -> None:
    assert not is_run_in_heading(segment)
