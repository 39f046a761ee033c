"""Sentences by place: of an article, credited to an outlet, said by somebody, in a passage."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.sentences import Sentence
from qa.briefing import Briefing
from qa.credit_register import CreditRegister

HARBOUR = (
    "The quay opened in May, according to Reuters. Trade doubled, said Ann Marsh. "
    "Ferries were late. The bridge is closed, the BBC reported."
)
MARKET = "Stalls were full. Prices fell by a tenth, according to the BBC."


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    articles = [Article("a", "Harbour", HARBOUR, None), Article("b", "Market", MARKET, None)]
    return Briefing.read(articles, passage_sentences=2)


@pytest.fixture
def register(briefing: Briefing) -> CreditRegister:
    return CreditRegister(briefing)


def _asked_one_by_one(briefing: Briefing, outlet: str) -> list[bool]:
    def credited(sentence: Sentence) -> bool:
        return sentence.attribution is not None and outlet in sentence.attribution.outlets

    return [credited(sentence) for sentence in briefing.sentences]


def test_every_sentence_has_a_place_in_the_librarys_order(
    briefing: Briefing, register: CreditRegister
) -> None:
    places = [register.place(sentence) for sentence in briefing.sentences]
    assert places == list(range(6))  # four of the harbour, two of the market


def test_before_the_first_sentence_of_an_article_stands_none(
    briefing: Briefing, register: CreditRegister
) -> None:
    first, second, *_, last, market, _ = briefing.sentences
    assert [register.before(one) for one in (first, second, market)] == [None, first, None]
    assert register.before(last) == briefing.sentences[2]


def test_a_mask_says_what_each_sentence_would_say(
    briefing: Briefing, register: CreditRegister
) -> None:
    assert register.credited_to(["BBC"]).tolist() == _asked_one_by_one(briefing, "BBC")
    assert register.credited_to(["BBC"]).tolist() == [False, False, False, True, False, True]
    assert register.credited_to([]).tolist() == [False] * 6
    assert register.credited_to(["Le Monde"]).tolist() == [False] * 6
    assert register.uncredited.tolist() == [False, True, True, False, True, False]
    assert register.of_articles(["b", "c"]).tolist() == [False] * 4 + [True] * 2
    assert register.said_by(lambda who: "Marsh" in who).tolist() == [False, True] + [False] * 4
    assert register.said_by_one_named(frozenset({"marsh"})).tolist() == [False, True] + [False] * 4
    assert register.said_by_one_named(frozenset({"marsh", "bo"})).tolist() == [False] * 6


def test_the_passages_with_a_sentence_of_a_mask_are_those_that_hold_one(
    briefing: Briefing, register: CreditRegister
) -> None:
    mask = register.credited_to(["BBC"])
    assert register.passages_with(mask) == [
        row
        for row, passage in enumerate(briefing.passages)
        if any(mask[register.place(sentence)] for sentence in passage.sentences)
    ]
    assert register.passages_with(register.credited_to([])) == []
    everything = register.credited_to([]) | ~register.credited_to([])
    assert register.passages_with(everything) == list(range(len(briefing.passages)))


def test_a_briefing_without_articles_has_no_places() -> None:
    register = CreditRegister(Briefing.read([], passage_sentences=2))
    assert register.credited_to(["BBC"]).tolist() == []
    assert register.passages_with(register.uncredited) == []


def test_whoever_goes_on_as_she_is_the_one_who_spoke_before() -> None:
    text = (
        "“Trade doubled,” said Ann Marsh. She warned that it may fall. She said dues will rise. "
        "The quay is old, said the mayor. He said it will hold. Ferries were late. She said so."
    )
    register = CreditRegister(Briefing.read([Article("a", "A", text)], passage_sentences=2))
    said = register.said_by_one_named(frozenset({"marsh"}))
    assert said.tolist() == [True, True, True, False, False, False, False]


def test_he_may_be_another_who_is_named_where_somebody_spoke() -> None:
    text = (
        "Anna Berg, the mayor, said Tom Falk had hidden the price. He said it was in print. "
        "“It was not,” said Anna Berg. They said the law was unclear."
    )
    register = CreditRegister(Briefing.read([Article("a", "A", text)], passage_sentences=2))
    said = register.said_by_one_named(frozenset({"berg"}))
    assert said.tolist() == [True, False, True, False]


def _speakers_behind(text: str) -> list[str | None]:
    briefing = Briefing.read([Article("a", "A", text)], passage_sentences=2)
    register = CreditRegister(briefing)
    return [register.speaker_behind(sentence) for sentence in briefing.sentences]


def test_who_she_is_is_told_by_the_sentence_before() -> None:
    text = (
        "“Trade doubled,” harbour master Ann Marsh told the Financial Times. "
        "She warned that it may fall. Dues will rise, she said. Ferries were late."
    )
    assert _speakers_behind(text) == [None, "harbour master Ann Marsh", "harbour master Ann Marsh",
                                      None]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        # named in the same sentence before the pronoun
        "Trade doubled, said Ann Marsh. Tom Falk is gloomy: the trade, he says, will fall.",
        "Anna Berg said Tom Falk had hidden the price. He said it was in print.",
        "Ferries were late. She said so.",
    ],
)
def test_who_she_is_stays_open_where_another_is_named_or_nobody(text: str) -> None:
    assert _speakers_behind(text) == [None, None]
