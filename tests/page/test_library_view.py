"""The list of articles: what can be done with each, where anything can be changed at all."""

from __future__ import annotations

from corpus.articles import Article
from qa.page.library_view import render_library

ARTICLES = (Article("own", "My own", "One."), Article("bundled", "Bundled", "Two."))


def test_an_article_can_be_removed_where_it_may_be() -> None:
    html = render_library(ARTICLES, lambda article_id: article_id == "own")
    assert 'aria-label="Remove My own"' in html
    assert 'aria-label="Remove Bundled"' not in html


def test_every_article_is_listed_and_none_removed_where_nothing_is_changed() -> None:
    html = render_library(ARTICLES, None)
    assert html.count('class="open-article"') == 2
    assert "Remove" not in html


def test_an_empty_list_asks_for_files_where_they_are_taken() -> None:
    assert "There is no article yet; drop a file above." in render_library((), lambda one: True)
    assert "There is no article yet." in render_library((), None)
