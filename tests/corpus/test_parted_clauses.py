"""A semicolon between two clauses that each have a speaker parts two sentences."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.sentences import PieceKind


def credited(text: str) -> list[tuple[str, str, str | None]]:
    pieces = parse_article(Article("a", "A", f"{text}\n\nThe lake is full."))
    sentences = [piece for piece in pieces if piece.kind is PieceKind.SENTENCE]
    return [(piece.text, " | ".join(piece.outlets), piece.speaker) for piece in sentences][:-1]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The mayor told AFP it was shut; a guard told Reuters it was open.",
         ("The mayor told AFP it was shut;", "AFP", "The mayor"),
         ("a guard told Reuters it was open.", "Reuters", "a guard")),
        ("Its head, Ada Obi, told Devex it was “shut”; a guard told the same outlet that it was "
         "“open”.",
         ("Its head, Ada Obi, told Devex it was “shut”;", "Devex", "Its head, Ada Obi"),
         ("a guard told the same outlet that it was “open”.", "Devex", "a guard")),
        ("*Obi* told **AFP** it was shut; a *guard* told Reuters it was open.",
         ("*Obi* told **AFP** it was shut;", "AFP", "Obi"),
         ("a *guard* told Reuters it was open.", "Reuters", "a guard")),
        ("Ada Obi said it leaks; but Ben Lund said it does not; the ferry sails on.",
         ("Ada Obi said it leaks;", "", "Ada Obi"),
         ("but Ben Lund said it does not; the ferry sails on.", "", "Ben Lund")),
    ],
)  # fmt: skip
def test_each_clause_is_credited_to_its_own_speaker(
    text: str, first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    assert credited(text) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said it was shut; the road is narrow.",
        "The mayor said it was shut; he told Reuters it would open.",
        "“It is shut; the mayor said so,” a clerk told Reuters.",
        "The Times reported that it leaks; the owner did not comment.",
        "Guests were Ada Obi, who said it leaks; Ben Lund, who said it does not.",
        # What stands beside a sentence is of all of it.
        "The mayor said it was shut; a guard said it was open. [Reuters]",
        "Reuters: The mayor said it was shut; a guard said it was open.",
    ],
)
def test_other_sentences_stay_whole(text: str) -> None:
    assert len(credited(text)) == 1
