"""A text that is stored already: whose it is, and what of it a file may change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.articles import Article
from corpus.library import Library
from corpus.origins import Origin, origin_of
from corpus.storing import Added, Prepared, Unchanged

FERRY = Article("ferry", "Ferry sinks", "The ferry sank off Sandvik.\n", "Reuters", "2026-02-03")
HERE = Origin("ferry.md", path_sha256="here")
THERE = Origin("ferry.md", path_sha256="there")
DROPPED = Origin("ferry.md")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True)


def add(library: Library, article: Article, origin: Origin) -> Added | Unchanged:
    return library.add_all([Prepared(article, origin)])[0]


@pytest.mark.parametrize("second", [THERE, DROPPED, Origin("other.md", path_sha256="other")])
def test_another_outlets_article_of_the_same_words_is_one_of_its_own(
    library: Library, second: Origin
) -> None:
    other = replace(FERRY, title="Ferry goes down", publisher="AP")
    add(library, FERRY, HERE)

    stored = replace(other, article_id="ferry-2")
    assert add(library, other, second) == Added(stored, ("ferry", 1.0))
    assert library.articles() == (FERRY, stored)

    revision = library.revision()
    assert add(library, FERRY, HERE) == Unchanged(FERRY, same_file=True)
    assert add(library, other, second) == Unchanged(stored, same_file=True)
    assert library.revision() == revision


@pytest.mark.parametrize("publisher", [None, "reuters", "The Reuters"])
def test_the_same_outlet_however_it_is_written_or_none_is_no_other(
    library: Library, publisher: str | None
) -> None:
    add(library, FERRY, HERE)
    again = replace(FERRY, title="Other", publisher=publisher)
    assert add(library, again, THERE) == Unchanged(FERRY)
    assert library.articles() == (FERRY,)


def test_the_same_file_may_change_all_that_it_tells_its_publisher_too(library: Library) -> None:
    add(library, FERRY, HERE)
    now = replace(FERRY, title="Ferry goes down", publisher="AP", published=None)
    assert add(library, now, HERE) == Unchanged(now, same_file=True, updated=True)
    assert library.articles() == (now,)


def test_where_no_path_is_known_the_name_does(library: Library) -> None:
    add(library, FERRY, DROPPED)
    later = replace(FERRY, published="2026-02-04")
    assert add(library, later, DROPPED) == Unchanged(later, same_file=True, updated=True)
    again = replace(FERRY, published="2026-02-05")
    assert add(library, again, HERE) == Unchanged(again, same_file=True, updated=True)
    # From here on it is known where that file lies.
    assert add(library, FERRY, THERE) == Unchanged(again)
    assert library.articles() == (again,)


def test_a_file_that_was_moved_and_tells_the_same_is_unchanged(library: Library) -> None:
    add(library, FERRY, HERE)
    assert add(library, FERRY, THERE) == Unchanged(FERRY, same_file=True)
    assert add(library, FERRY, Origin("copy.md", path_sha256="c")) == Unchanged(FERRY)


def test_an_article_without_a_file_is_known_by_its_id_and_keeps_what_it_tells(
    library: Library,
) -> None:
    library.add(FERRY)
    poorer = replace(FERRY, title="Ferry", publisher=None)
    assert add(library, poorer, HERE) == Unchanged(FERRY, same_file=True)
    assert add(library, replace(poorer, article_id="wreck"), HERE) == Unchanged(FERRY)
    assert library.articles() == (FERRY,)


def test_documents_of_one_file_with_one_text_keep_apart(library: Library) -> None:
    first = replace(FERRY, article_id="first", title="First")
    second = replace(FERRY, article_id="second", title="Second")

    def add_both() -> list[Added | Unchanged]:
        return library.add_all([Prepared(first, HERE), Prepared(second, replace(HERE, repeat=1))])

    assert add_both() == [Added(first), Unchanged(first)]
    revision = library.revision()
    assert add_both() == [Unchanged(first, same_file=True), Unchanged(first)]
    assert library.revision() == revision


def test_a_document_whose_forerunner_is_gone_is_still_itself(library: Library) -> None:
    other = replace(FERRY, article_id="other", publisher="AP")
    library.add_all([Prepared(FERRY, HERE), Prepared(other, replace(HERE, repeat=1))])
    assert add(library, other, HERE) == Unchanged(other, same_file=True)
    assert library.articles() == (FERRY, other)


def test_pages_alone_are_nothing_new(library: Library) -> None:
    add(library, FERRY, HERE)
    revision = library.revision()
    assert add(library, replace(FERRY, pages=((0, "1"),)), HERE) == Unchanged(FERRY, same_file=True)
    assert library.revision() == revision


def test_an_origin_is_the_file_itself_whichever_way_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / "ferry.md"
    file.write_text("x")
    (tmp_path / "link.md").symlink_to(file)
    origin = origin_of(file, file_sha256="f")
    assert (origin.file_name, origin.file_sha256, origin.repeat) == ("ferry.md", "f", 0)
    ways = (tmp_path / "a" / ".." / "a" / "ferry.md", tmp_path / "link.md")
    assert {origin_of(way, file_sha256="f").path_sha256 for way in ways} == {origin.path_sha256}
    assert origin_of(tmp_path / "ferry.md", file_sha256="f").path_sha256 != origin.path_sha256
    assert origin_of(file, file_sha256="f", uploaded=True) == Origin("ferry.md", "f")
