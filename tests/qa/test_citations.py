from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.sentences import Attribution, Sentence, sentences_of
from corpus.spans import Span
from qa.citations import (
    cite,
    credit_in_words,
    in_mid_sentence,
    is_pronoun,
    join_names,
    named_speaker,
)
from qa.evidence import Evidence


def sentences(text: str) -> tuple[Sentence, ...]:
    article = Article("a", "A title", text)
    return sentences_of(article, parse_article(article))


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The bridge opened on Monday.", ""),
        ("The bridge opened on Monday. (Reuters)", "according to Reuters"),
        ("The bridge opened. (Reuters, AFP and BBC)", "according to Reuters, AFP and BBC"),
        ("Reuters reported that the bridge opened on Monday.", ""),
        ("Reuters reported that the bridge opened on Monday. (Reuters)", ""),
        ("The Associated Press reported that the bridge opened on Monday.", ""),
        ("The bridge opened on Monday, according to AFP.", ""),
        ("The bridge is safe, the mayor said.", ""),
        ("The bridge is safe, the mayor said. (Reuters)", "according to Reuters"),
        (
            "The bridge is safe, according to the mayor. (Reuters)",
            "as reported by Reuters",
        ),
        ("“It is safe,” he said.", ""),
    ],
)
def test_whom_the_sentence_names_itself_is_not_named_again(text: str, credit: str) -> None:
    assert credit_in_words(sentences(text)[0]) == credit


def test_a_speaker_from_a_lead_in_is_named() -> None:
    lead_in, said = sentences("One engineer noted:\n\nThe bridge will hold for a century.")

    assert credit_in_words(lead_in) == ""
    assert credit_in_words(said) == "according to one engineer"


def test_a_speaker_is_named_with_the_outlet_that_has_his_words() -> None:
    credited = Attribution(("Reuters",), "Officials in Astana", Span(20, 27))
    said = Sentence("a", Span(0, 12), "It is stable", None, credited)

    assert credit_in_words(said) == "according to officials in Astana, as reported by Reuters"


@pytest.mark.parametrize("speaker", ["he", "She", "they", "It"])
def test_a_pronoun_names_nobody(speaker: str) -> None:
    credited = Attribution((), speaker, Span(20, 22))
    said = Sentence("a", Span(0, 12), "It is stable", None, credited)

    assert named_speaker(said) is None
    assert credit_in_words(said) == ""


@pytest.mark.parametrize(
    ("speaker", "written"),
    [
        ("One expert", "one expert"),
        ("The ministry", "the ministry"),
        ("Officials in Astana", "officials in Astana"),
        ("Experts", "experts"),
        ("U.S. officials", "U.S. officials"),
        ("Finance Minister Ana Kovac", "Finance Minister Ana Kovac"),
        ("Luc Perrin", "Luc Perrin"),
    ],
)
def test_only_words_that_are_no_names_lose_their_capital(speaker: str, written: str) -> None:
    assert in_mid_sentence(speaker) == written


@pytest.mark.parametrize(
    ("names", "joined"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_joined_as_in_prose(names: list[str], joined: str) -> None:
    assert join_names(names) == joined


def test_citations_are_numbered_verbatim_and_within_bounds() -> None:
    text = "The bridge\n opened. It is  safe. (Reuters)"
    first, second = sentences(text)

    articles = {"a": Article("a", "A title", text)}

    cited = cite([Evidence(second, 1.5), Evidence(first, -0.5)], articles)

    assert [(item.marker, item.quote) for item in cited] == [
        (1, "It is  safe."),
        (2, "The bridge\n opened."),
    ]
    assert [item.span.of(text) for item in cited] == [item.quote for item in cited]
    assert [item.support for item in cited] == [1.0, 0.0]
    assert [item.outlets for item in cited] == [("Reuters",), ()]
    assert {item.title for item in cited} == {"A title"}


@pytest.mark.parametrize(
    ("words", "pronoun"),
    [("He", True), ("them", True), ("US", False), ("one", False), ("Hess", False)],
)
def test_a_pronoun_alone_is_told_from_what_is_written_like_one(words: str, pronoun: bool) -> None:
    assert is_pronoun(words) is pronoun
