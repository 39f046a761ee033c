"""Whose names are people's: those who speak, have a title or an age, or are a "who"."""

from __future__ import annotations

from corpus.articles import Article
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.sentences import sentences_of
from qa.people import people_in


def _people(text: str) -> frozenset[str]:
    outlets = load_outlets()
    article = Article("quay", "The quay", text)
    return people_in(sentences_of(article, parse_article(article, outlets)), outlets)


def test_a_speaker_is_a_person_by_the_full_name_and_by_the_last() -> None:
    found = _people("The quay is closed, said Mara Oduya.")
    assert found == {"mara oduya", "oduya"}


def test_a_title_an_age_or_a_who_makes_a_person() -> None:
    assert "tomas hale" in _people("The plan of Minister Tomas Hale has failed.")
    assert "tomas hale" in _people("Tomas Hale, 54, has left the quay.")
    assert "tomas hale" in _people("Tomas Hale, who built the quay, has left.")


def test_neither_a_body_nor_an_outlet_that_speaks_is_a_person() -> None:
    assert _people("The quay is closed, said the Harbour Commission.") == frozenset()
    assert _people("Deutsche Welle said the quay is closed.") == frozenset()


def test_a_place_is_no_person() -> None:
    assert _people("The quay in Castle Rock is closed. New York is far.") == frozenset()
