"""Which sentences a question is limited to, where two articles spell one name in two ways."""

from __future__ import annotations

from corpus.articles import Article
from corpus.outlets import load_outlets
from qa.briefing import Briefing
from qa.credit_register import CreditRegister
from qa.filters import Filters, select


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
