"""Four outlets on one event, in four articles of our own: what a desk asks across them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from corpus.library import Library
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.errors import UnknownArticleError, UnknownOutletError
from qa.ingest import Ingest
from qa.ingest_report import Outcome

ARTICLES = Path(__file__).parent / "event"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    library = Library.open(tmp_path_factory.mktemp("event"))
    ingest = Ingest(lambda: library, open_embedder)
    lines = list(ingest.add(ingest.files_of([str(ARTICLES)])))
    assert [line.outcome for line in lines] == [Outcome.ADDED] * 4
    return Assistant.open(library.folder)


def answer(assistant: Assistant, question: str, **filters: object) -> Answer:
    reply = assistant.ask(question, **filters)  # type: ignore[arg-type]
    assert isinstance(reply, Answer), reply.nearest
    texts = {article.article_id: article.text for article in assistant.articles}
    for cited in reply.citations:
        assert cited.span.of(texts[cited.article_id]) == cited.quote
    assert {int(n) for n in re.findall(r"\[(\d+)\]", reply.text)} == {
        cited.marker for cited in reply.citations
    }
    return reply


@pytest.mark.parametrize(
    ("question", "values", "articles"),
    [
        ("How many passengers were taken to hospital?", ("Nineteen", "Twenty-six"),
         {"northern-post", "coast-herald"}),
        ("When will the wreck be towed?", ("9 February", "12 February"),
         {"northern-post", "daily-mercury"}),
        ("Did the ferry pass its last inspection?", ("had passed", "had not passed"),
         {"northern-post", "daily-mercury"}),
    ],
)  # fmt: skip
def test_where_outlets_disagree_both_are_shown_and_none_is_picked(
    assistant: Assistant, question: str, values: tuple[str, ...], articles: set[str]
) -> None:
    reply = answer(assistant, question)

    assert all(value in reply.text for value in values)
    assert {cited.article_id for cited in reply.citations} == articles
    assert reply.short is None
    assert reply.standing is not None
    assert reply.standing.against == (2,)


def test_says_who_names_nobody_who_says_otherwise(assistant: Assistant) -> None:
    question = "How many passengers were taken to hospital?"
    first = answer(assistant, question)
    assert first.standing is not None
    assert first.standing.against == (2,)
    source = answer(assistant, "Says who?", history=[question])
    assert [one.quote for one in source.citations] == [first.citations[0].quote]
    assert source.short == ", ".join(first.citations[0].outlets)


def test_an_outlet_that_is_left_out_is_not_cited(assistant: Assistant) -> None:
    reply = answer(assistant, "Apart from Reuters, how many passengers were taken to hospital?")
    assert [one.outlets for one in reply.citations] == [("AFP",)]
    assert "Twenty-six" in reply.text


def test_an_outlet_is_not_named_for_what_it_denies(assistant: Assistant) -> None:
    reply = assistant.ask("Which outlet says that the ferry had passed its last inspection?")
    named = reply.short if isinstance(reply, Answer) else None
    assert named != "Bloomberg"


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ("Who has opened an inquiry?", {"DPA", "AP"}),
        ("How much fuel has leaked?", {"BBC"}),
        ("What did the captain report?", {"The Northern Post", "Coast Herald"}),
    ],
)
def test_independent_outlets_are_counted_and_a_single_one_is_said(
    assistant: Assistant, question: str, outlets: set[str]
) -> None:
    standing = answer(assistant, question).standing

    assert standing is not None
    assert set(standing.outlets) == outlets
    assert standing.single_source == (len(outlets) == 1)
    assert standing.against == ()


def test_the_same_sentence_in_two_articles_is_cited_once_with_both_places(
    assistant: Assistant,
) -> None:
    reply = answer(assistant, "Where did the ferry run aground?")

    assert reply.text.count("ran aground off the port of Sandvik") == 1
    assert "[1][2]" in reply.text
    assert {cited.article_id for cited in reply.citations} == {"northern-post", "daily-mercury"}
    assert len({cited.quote for cited in reply.citations}) == 1
    # A copy is no second source: one of the two publishers, not both.
    assert reply.standing is not None
    assert len(reply.standing.outlets) == 1


def test_of_two_things_asked_the_one_without_an_answer_is_named(assistant: Assistant) -> None:
    for question in (
        "How much fuel has leaked and who designed the ferry?",
        "Who designed the ferry and how much fuel has leaked?",
    ):
        reply = answer(assistant, question)
        assert "40 tonnes" in reply.text
        assert reply.query == "How much fuel has leaked?"
        assert reply.unanswered == ("Who designed the ferry?",)
        assert reply.left_open == "The briefing does not say: Who designed the ferry?"


def test_two_things_without_an_answer_are_met_with_silence(assistant: Assistant) -> None:
    reply = assistant.ask("Who designed the ferry and which school did the captain attend?")
    assert isinstance(reply, Abstention)


def test_a_question_that_needs_two_articles_gets_sentences_of_both(assistant: Assistant) -> None:
    reply = answer(assistant, "How much fuel has leaked and who has opened an inquiry?")

    assert "40 tonnes" in reply.text
    assert "Prosecutors" in reply.text
    assert "island-times" in {cited.article_id for cited in reply.citations}


def test_of_what_is_as_sure_the_newer_article_comes_first(assistant: Assistant) -> None:
    reply = answer(assistant, "Who has opened an inquiry?")

    assert reply.citations[0].article_id == "daily-mercury"  # 6 February; the other is of the 5th
    assert reply.citations[0].published == "2026-02-06"


@pytest.mark.parametrize(
    ("filters", "article"),
    [
        ({"articles": ["northern-post"]}, "northern-post"),
        ({"outlets": ["AFP"]}, "coast-herald"),
        ({"until": date(2026, 2, 3)}, "northern-post"),
        ({"since": date(2026, 2, 4), "until": date(2026, 2, 4)}, "coast-herald"),
    ],
)
def test_filters_by_article_outlet_and_day(
    assistant: Assistant, filters: dict[str, object], article: str
) -> None:
    reply = answer(assistant, "How many passengers were taken to hospital?", **filters)

    assert {cited.article_id for cited in reply.citations} == {article}


def test_a_publisher_counts_for_what_stands_uncredited_in_its_article(
    assistant: Assistant,
) -> None:
    reply = answer(assistant, "When will the wreck be towed?", outlets=["The Northern Post"])

    assert "9 February" in reply.text
    assert reply.citations[0].outlets == ()  # published by it is not credited to it


def test_a_filter_that_leaves_nothing_is_silence(assistant: Assistant) -> None:
    reply = assistant.ask("How much fuel has leaked?", articles=["northern-post"])

    assert isinstance(reply, Abstention)


def test_what_a_filter_names_has_to_be_there(assistant: Assistant) -> None:
    with pytest.raises(UnknownArticleError, match="there is no article 'x'; there are coast-"):
        assistant.ask("Who?", articles=["x"])
    with pytest.raises(UnknownOutletError, match="no article credits 'Le Monde'; the outlets"):
        assistant.ask("Who?", outlets=["Le Monde"])


def test_what_the_event_does_not_say_is_silence(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("How much will the insurance pay?"), Abstention)
