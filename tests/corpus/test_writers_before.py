"""Sentences that go on from an interview, an editorial or a column of the sentence before."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article


def last_of(text: str) -> tuple[str, str | None]:
    piece = parse_article(Article("a", "A", text))[-1]
    return " ".join(piece.outlets), piece.speaker


@pytest.mark.parametrize(
    ("text", "outlet", "speaker"),
    [
        ("Writing in Le Monde, columnist Ada Obi argues that it is dear. “It leaks,” she writes.",
         "Le Monde", "she"),
        ("Writing in Le Monde, Ada Obi argues that it is dear. “It leaks,” she writes. She "
         "concludes that it will close.", "Le Monde", "She"),
        ("Writing in Le Monde, Ada Obi says that it fails. She adds that it is slow. She also "
         "points out that it is dear.", "Le Monde", "She"),
        ("Le Monde’s commentator Ada Obi finds the plan “a folly”. He concludes that it will go.",
         "Le Monde", "He"),
        ("Le Monde is less kind. In an editorial it calls the delay “a fine” and asks why.",
         "Le Monde", None),
        ("“It leaks,” Ada Obi tells Le Monde in an interview. In the same interview he rules out "
         "a sale.", "Le Monde", None),
        ("The ferry is late, Le Monde reports.\n\nThe firm is sorry.\n\n“It is old,” Ada Obi told "
         "the paper.", "Le Monde", "Ada Obi"),
        ("Ada Obi told the Lunde News Agency (LNA) that it was late. The LNA further reported "
         "that it rained.", "Lunde News Agency", None),
    ],
)  # fmt: skip
def test_what_goes_on_is_credited_to_the_outlet_of_the_sentence_before(
    text: str, outlet: str, speaker: str | None
) -> None:
    assert last_of(text) == (outlet, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Who spoke to a paper writes elsewhere.
        ("“It leaks,” the mayor told Le Monde. She writes that it is dear.", "She"),
        ("Ada Obi, a former columnist, told Le Monde that it leaks. She writes that it is dear.",
         "She"),
        ("Writing in Le Monde, Ada Obi argues that it is dear.\n\nShe writes that it leaks.",
         "She"),
        ("Writing in Le Monde, Ada Obi says that it fails. The mayor told Le Monde that it is "
         "slow. She notes that it is dear.", "She"),
        # Whose editorial it is, is open.
        ("The ministry met Le Monde. In an editorial it calls the delay “a fine”.", None),
        ("Le Monde’s owner is less kind. In an editorial it calls the delay “a fine”.", None),
        ("Le Monde and Die Zeit are less kind. In an editorial it calls the delay “a fine”.",
         None),
        ("Ada Obi gave an interview to an aide. In the same interview he rules out a sale.", None),
        ("The ferry is late, Le Monde reports. In the same interview he rules out a sale.", None),
        # Another paper, and research, stand between.
        ("The ferry is late, Le Monde reports.\n\nA study looked at it.\n\n“It is old,” Ada Obi "
         "told the paper.", "Ada Obi"),
        ("The ferry is late, Le Monde reports.\n\nIt is old.\n\nIt is dear.\n\n“It is old,” Ada "
         "Obi told the paper.", "Ada Obi"),
        ("The Lunde Naval Authority told Reuters that it was late. The LNA said that it rained.",
         "The LNA"),
    ],
)  # fmt: skip
def test_what_may_go_on_from_something_else_credits_no_outlet(
    text: str, speaker: str | None
) -> None:
    assert last_of(text) == ("", speaker)
