"""Whether and where a text mentions something is told by its words, and not by a reader."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.sentences import sentences_of
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.mentions import mention_asked, sentences_with
from qa.packaged_reader import open_packaged_reader


@pytest.mark.parametrize(
    ("question", "stems", "every"),
    [
        ("Does the article mention Brannoch?", {"brannoch"}, False),
        ("Do any of the articles mention Brannoch?", {"brannoch"}, False),
        ("Is the White House mentioned anywhere?", {"white", "hous"}, False),
        ("Are there any mentions of sanctions?", {"sanction"}, False),
        ("Does the briefing use the word “shaft”?", {"shaft"}, False),
        ("Please tell me, does the text say anything about tolls?", {"toll"}, False),
        ("Where does the article mention Brannoch?", {"brannoch"}, True),
        ("How often is Brannoch mentioned?", {"brannoch"}, True),
        ("Which sentence mentions the shaft?", {"shaft"}, True),
        ("Quote the sentence about Brannoch.", {"brannoch"}, True),
        ("Show me every passage that mentions the ferry", {"ferri"}, True),
        ("mentions of Brannoch", {"brannoch"}, True),
    ],
)
def test_what_may_be_mentioned_is_understood(question: str, stems: set[str], every: bool) -> None:
    mention = mention_asked(question)
    assert mention is not None
    assert (mention.stems, mention.every) == (frozenset(stems), every)


@pytest.mark.parametrize(
    ("asked", "text", "held"),
    [
        ("the Bank of England", "The Bank of England met.", True),
        ("the Bank of England", "A savings bank closed nine branches across England.", False),
        ("Mars", "Heavy seas marred the regatta.", False),
        ("the Abraham Accord", "The Abraham Accords began.", True),
        ("US tariffs", "Brussels lifted its tariffs.", False),
        ("Muslims", "A Muslim-majority state.", True),
        ("Cybersecurity", "It covers cybersecurity.", True),
        ("savings banks", "The bank holds savings.", True),
        ("Gaza and Syria", "Syria and Gaza", True),
    ],
)
def test_a_name_is_mentioned_where_its_words_stand_together(
    asked: str, text: str, held: bool
) -> None:
    mention = mention_asked(f"Does the article mention {asked}?")
    assert mention is not None
    (sentence,) = sentences_of(Article("a", "A", text), parse_article(Article("a", "A", text)))
    assert bool(sentences_with(mention, [sentence])) is held


@pytest.mark.parametrize(
    "question",
    [
        "Does the article mention whether they agreed?",
        "Does the article mention why it matters?",
        "Does the article mention anything else?",
        "Is a price mentioned?",  # asks for one
        "Does the article name the price?",
        "Does the treaty mention fishing?",
        "Is the bridge named after a king?",
        "What does the article mention about trade?",
        "Which parts are about to close?",
        "Which lines are on strike?",
        "Who is mentioned?",
        "Which parts contain asbestos?",
        "Where was safety discussed?",
        "Was Kovac named?",
        "Are any suspects mentioned?",
        "Does the report use satellite images?",
        "Which places use the euro?",
        "Does the report name the ship that sank near the coast last week?",
        "",
    ],
)
def test_any_other_question_asks_for_no_mention(question: str) -> None:
    assert mention_asked(question) is None


@given(st.text(max_size=120))
def test_any_text_is_read_without_harm(text: str) -> None:
    mention_asked(text)


def test_long_questions_take_no_time() -> None:
    began = time.process_time()
    for unit in ("does the article mention ", "quote the sentence about ", "where is the word "):
        mention_asked(unit * 2000)

    assert time.process_time() - began < 2  # backtracking would take minutes


FIRST = "The ferry to Brannoch stopped on Monday."
SECOND = "A shaft had cracked, Reuters reported."
THIRD = "Brannoch’s council hopes for another ferry."
FERRY = Article("ferry", "No ferry", f"{FIRST} {SECOND}\n\n{THIRD}\n")


def open_library(*articles: Article) -> Assistant:
    return Assistant(
        articles, embedder=open_embedder(), reader=open_packaged_reader(), index_folder=None
    )


def quotes(reply: Answer | Abstention) -> list[str]:
    assert isinstance(reply, Answer), reply
    return [citation.quote for citation in reply.citations]


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("Does the article mention Brannoch?", [FIRST, THIRD]),
        ("Where is the shaft mentioned?", [SECOND]),
        ("Quote the sentences about the ferry to Brannoch", [FIRST, THIRD]),
        ("How often is a ferry mentioned?", [FIRST, THIRD]),
        ("Does it mention Brannoch?", [FIRST, THIRD]),
    ],
)
def test_every_sentence_that_holds_the_words_is_cited(question: str, cited: list[str]) -> None:
    assert quotes(open_library(FERRY).ask(question)) == cited


@pytest.mark.parametrize("name", ["Erdoğan", "İstanbul", "Łódź", "U.S. envoys"])
def test_a_name_is_found_with_its_accents_and_stops(name: str) -> None:
    sentence = f"They spoke of {name} on Monday."

    assert quotes(
        open_library(Article("a", "Talks", f"It rained.\n\n{sentence}\n")).ask(
            f"Which sentences mention {name}?"
        )
    ) == [sentence]


def test_of_what_stands_nowhere_nothing_is_said() -> None:
    reply = open_library(FERRY).ask("Does the article mention Norway?")

    assert isinstance(reply, Abstention)


@pytest.mark.parametrize(
    "question",
    ["Is Reuters mentioned?", "Which articles mention Reuters?", "Which story cites Reuters?"],
)
def test_an_outlet_is_mentioned_where_it_is_credited(question: str) -> None:
    assert quotes(open_library(FERRY).ask(question)) == [SECOND]


def test_the_articles_that_mention_something_are_those_of_the_sentences_that_do() -> None:
    other = Article("salt", "A duty on salt", "Salt will cost more in May.\n")
    reply = open_library(FERRY, other).ask("Which article is about salt?")

    assert isinstance(reply, Answer)
    assert [one.article_id for one in reply.citations] == ["salt"]


def test_of_many_mentions_it_is_said_how_many_more_there_are() -> None:
    text = " ".join(f"Ferry {letter} is old." for letter in "ABCDEFGH")
    reply = open_library(Article("many", "Ferries", text)).ask("Does the article mention ferries?")

    assert isinstance(reply, Answer)
    assert reply.text.endswith("The briefing names this in 3 more sentences, such as this. [6]")
