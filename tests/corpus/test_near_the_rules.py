"""What stands near the rules for denied reports, clauses, labels and deeds, and is no such."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.reporting import read_reporting
from corpus.sentences import PieceKind
from corpus.short_clauses import does_something
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" | ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        # Whom the report rests on does not speak for who denies it.
        ("The ministry denied a report by Reuters, citing two aides, that it had sold the dam.",
         "", "The ministry"),
        ("The ministry denied a Reuters report, which cited two aides, that it had sold the dam.",
         "", "The ministry"),
        ("The firm denied the report by email to Reuters.", "Reuters", "The firm"),
        # Documents deny nothing, and who saw them is the source.
        ("Emails reviewed by Bloomberg contradict reports that the firm was solvent.",
         "Bloomberg", None),
        ("The bank denied to Bloomberg any discount.", "", None),
        # What is taken up may be a series, a child or a trail.
        ("The series was picked up by the BBC, which says it starts in May.", "", None),
        ("The director was picked up by CNN, which noted her skill.", "", None),
        ("The report was picked up by CNN, which added that the dam leaked.", "CNN", None),
    ],
)  # fmt: skip
def test_whom_a_sentence_near_the_rules_credits(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the BBC, the mayor said the dam was shut; the council said it was open.",
        "The police said 40 people had died; the hospital said 30 had, Reuters reported.",
        "The minister said that either the bank said yes; the fund said yes; or it was off.",
        "Ada Obi said she would go; Mrs Obi said she had packed.",
    ],
)
def test_clauses_that_one_outlet_or_one_person_may_stand_behind_stay_one_sentence(
    sentence: str,
) -> None:
    pieces = parse_article(Article("a", "A", sentence))
    assert [piece.text for piece in pieces if piece.kind is PieceKind.SENTENCE] == [sentence]


@pytest.mark.parametrize(
    "label",
    [
        "What the mayor owes the voters.",
        "How the bank works the numbers.",
        "The songs the city sings.",
        "The costs its backers hid.",
        "The town that eats its young.",
        "Small steps a giant fears.",
    ],
)
def test_a_label_with_a_clause_in_it_does_nothing(label: str) -> None:
    assert not does_something(label)
