"""What somebody also said was told to the outlet that heard the sentence before."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article


def last_of(text: str) -> tuple[str, str | None]:
    piece = parse_article(Article("a", "A", text))[-1]
    return " | ".join(piece.outlets), piece.speaker


@pytest.mark.parametrize(
    ("text", "outlet", "speaker"),
    [
        ("In a statement published by De Telegraaf, the mine said that it was late. It also said "
         "that it had paid.", "De Telegraaf", "It"),
        ("The mine told Le Monde that it had paid. It also said that it was late.", "Le Monde",
         "It"),
        ("“It leaks,” Ada Obi told AFP. She further warned that it was late.", "AFP", "She"),
    ],
)  # fmt: skip
def test_it_is_credited_to_that_outlet(text: str, outlet: str, speaker: str) -> None:
    assert last_of(text) == (outlet, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # On another occasion, or on any.
        ("Ada Obi told AFP that it leaks. She also said in parliament that it is late.", "She"),
        ("Ada Obi told AFP that it leaks. “It is late,” she said.", "she"),
        # Somebody else.
        ("Ada Obi told AFP that it leaks. The ministry also said that it is late.",
         "The ministry"),
        ("The mayor told AFP that it leaks. It also said that it is late.", "It"),
        ("The ministry told AFP that it leaks. He also said that it is late.", "He"),
        # What stands between, and a paragraph, part them.
        ("The mine told AFP that it leaks. The port is shut. It also said that it had paid.",
         "It"),
        ("The mine told AFP that it leaks.\n\nIt also said that it had paid.", "It"),
    ],
)  # fmt: skip
def test_another_occasion_or_speaker_is_not(text: str, speaker: str) -> None:
    assert last_of(text) == ("", speaker)
