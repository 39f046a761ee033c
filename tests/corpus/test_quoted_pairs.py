"""A quotation that goes on behind its speaker shares him, and the bracket that ends it."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.sentences import PieceKind


def credited(text: str) -> list[tuple[str, str | None]]:
    pieces = parse_article(Article("a", "A", text))
    sentences = (piece for piece in pieces if piece.kind is PieceKind.SENTENCE)
    return [(" | ".join(piece.outlets), piece.speaker) for piece in sentences]


@pytest.mark.parametrize(
    ("text", "outlet", "speaker", "sentences"),
    [
        ('"We wait," said Ada Obi, the mayor. "It is late." [Lusaka Times]', "Lusaka Times",
         "Ada Obi", 2),
        ('"We wait," the mayor, Ada Obi, said on Friday. "It is late." (Nyasa Times)',
         "Nyasa Times", "the mayor, Ada Obi", 2),
        ("“We wait,” said Ada Obi. “It is late. The lake is dry.” [Reuters]", "Reuters",
         "Ada Obi", 3),
        ("“We wait,” said Ada Obi. “It is late.” “The lake is dry.” [Reuters]", "Reuters",
         "Ada Obi", 3),
    ],
)  # fmt: skip
def test_both_sentences_have_the_speaker_and_the_outlet(
    text: str, outlet: str, speaker: str, sentences: int
) -> None:
    assert credited(f"{text}\n\nThe lake is full.")[:-1] == [(outlet, speaker)] * sentences


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # Another outlet may have heard another person.
        ('"We wait," Ada Obi told AFP. "It is late." [Reuters]', ("AFP", "Ada Obi"),
         ("Reuters", None)),
        # A word in marks is no speech that goes on.
        ('The mayor called it "mad". "A gem." [Reuters]', ("", "The mayor"),
         ("Reuters", None)),
        ('"We wait," said Ada Obi. [AFP] "It is late." [Reuters]', ("AFP", "Ada Obi"),
         ("Reuters", None)),
        ('"We wait," said Ada Obi. The lake is dry. [Reuters]', ("", "Ada Obi"),
         ("Reuters", None)),
        ('"We wait," said Ada Obi. "It is late," an aide said. [Reuters]', ("", "Ada Obi"),
         ("Reuters", "an aide")),
        ('The lake is dry, said Ada Obi. "It is late." [Reuters]', ("", "Ada Obi"),
         ("Reuters", None)),
        ('"We wait," said Ada Obi.\n\n"It is late." [Reuters]', ("", "Ada Obi"),
         ("Reuters", None)),
    ],
)  # fmt: skip
def test_a_bracket_reaches_no_further_where_no_quotation_goes_on(
    text: str, first: tuple[str, str | None], last: tuple[str, str | None]
) -> None:
    assert credited(f"{text}\n\nThe lake is full.")[:-1] == [first, last]
