"""Which sentences a question is limited to, where two articles spell one name in two ways."""

from __future__ import annotations

from datetime import date

from corpus.articles import Article
from corpus.outlets import load_outlets
from qa.briefing import Briefing
from qa.credit_register import CreditRegister
from qa.filters import Filters
from qa.selecting import select


def test_what_counts_alone_is_told_in_words() -> None:
    titles = {"a": "The quay"}
    assert Filters().described(titles) == ""
    limits = Filters(("AP", "DPA"), ("a", "b"), date(2026, 3, 1), date(2026, 3, 31))
    assert limits.described(titles) == (
        "only AP or DPA; only “The quay” or b; published from 2026-03-01 to 2026-03-31"
    )
    assert Filters(until=date(2026, 3, 31)).described(titles) == "published to 2026-03-31"


def test_every_spelling_of_an_outlet_is_meant() -> None:
    articles = [
        Article("a", "A", "It rained.", "Coast Herald"),
        Article("b", "B", "It snowed.", "COAST HERALD"),
        Article("c", "C", "It froze.", "Other Post"),
    ]
    register = CreditRegister(Briefing.read(articles, passage_sentences=3))
    herald = Filters(outlets=("coast herald",))
    mask = select(herald, articles, register, (), load_outlets())
    assert mask is not None
    assert mask.tolist() == [True, True, False]
