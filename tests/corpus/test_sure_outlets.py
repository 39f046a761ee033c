from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.sentences import PieceKind
from corpus.sure_outlets import surely_named


def credited_last(text: str) -> tuple[tuple[str, ...], str | None]:
    """The outlets and the speaker of the last sentence."""
    pieces = parse_article(Article("a", "A", text))
    last = next(piece for piece in reversed(pieces) if piece.kind is PieceKind.SENTENCE)
    return tuple(last.outlets), last.speaker


@pytest.mark.parametrize(
    "evidence",
    [
        "The harbour master told Danas in an interview that rents rose.",
        "Rents rose, according to the Belgrade daily Danas.",
        "Rents rose in May, Danas reported.",
        "Writing in Danas, Ada Obi argues that rents rose.",
        "Danas reports on its front page that rents rose.",
        "The ferry is late. (Danas)",
    ],
)
def test_an_ambiguous_name_counts_where_the_article_shows_whose_it_is(evidence: str) -> None:
    text = f"{evidence}\n\nDanas hopes that the toll will fall."

    assert credited_last(text) == (("Danas",), None)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is late.\n\nDanas hopes that the toll will fall.",
        "Rents rose, Nature reported.\n\nNature demands the same of every gardener.",
        "Rents rose, Dawn reported.\n\nDawn hopes that it will rain.",
        "Lena Stern told Stern in an interview that it rained.\n\nStern hopes that it ends.",
        "Rents rose, Wired reported.\n\nWired doors open at night.",
        "Rents rose, Dawn reported.\n\nDawn broke over a variety of boats.",
        "It was fun, Mint reported.\n\nMint welcomes the bees of the village.",
    ],
)
def test_a_person_or_a_word_of_that_name_is_no_outlet(text: str) -> None:
    assert credited_last(text)[0] == ()


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        ("The album costs twice as much as it did, Billboard has learned.", ("Billboard",)),
        ("Paper is dearer than ever, The Bookseller writes.", ("The Bookseller",)),
        ("Kurier quotes a skipper, Ada Obi, as saying: “It rained.”", ("Kurier",)),
        ("Her brother had left, Dawn has learned.", ()),
        ("Her brother had left, Dawn learned.", ()),
        ("Forbes quotes the old sailor as saying that it rained.", ()),
        ("Variety quotes nobody.", ()),
        ("The envoy wrote in Ghana’s Daily Graphic newspaper that it rained.", ("Daily Graphic",)),
        ("Wired engineers said that the lamp broke.", ()),
        ("A variety of sailors said that it rained.", ()),
    ],
)
def test_what_only_a_publisher_does_shows_an_outlet(
    sentence: str, outlets: tuple[str, ...]
) -> None:
    assert credited_last(sentence)[0] == outlets


@pytest.mark.parametrize(
    ("sentence", "credit"),
    [
        (
            "Profil’s commentator Ada Obi finds the toll “a nuisance”.",
            (("Profil",), "Profil’s commentator Ada Obi"),
        ),
        (
            "Le Monde’s critic Ada Obi praises the new bridge.",
            (("Le Monde",), "Le Monde’s critic Ada Obi"),
        ),
        ("Profil’s owner Ada Obi finds the toll “a nuisance”.", ((), None)),
        ("The town’s critic Ada Obi praises the new bridge.", ((), None)),
    ],
)
def test_what_a_papers_writer_thinks_is_the_papers(
    sentence: str, credit: tuple[tuple[str, ...], str | None]
) -> None:
    assert credited_last(sentence) == credit


def test_only_ambiguous_names_are_looked_for() -> None:
    text = "Rents rose, Danas reported. Boats sank, Reuters reported. It rained, Obi reported."

    assert surely_named(text, load_outlets()) == {"Danas"}
