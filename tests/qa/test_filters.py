"""Which sentences a question is limited to, where two articles spell one name in two ways."""

from __future__ import annotations

from corpus.articles import Article
from corpus.outlets import load_outlets
from corpus.sentences import Sentence
from corpus.spans import Span
from qa.filters import Filters, allow


def test_every_spelling_of_an_outlet_is_meant() -> None:
    articles = [
        Article("a", "A", "It rained.", "Coast Herald"),
        Article("b", "B", "It snowed.", "COAST HERALD"),
        Article("c", "C", "It froze.", "Other Post"),
    ]
    allowed = allow(Filters(outlets=("coast herald",)), articles, (), load_outlets())
    sentences = [Sentence(a.article_id, Span(0, 5), a.text[:5], None, None) for a in articles]
    assert [allowed(sentence) for sentence in sentences] == [True, True, False]
