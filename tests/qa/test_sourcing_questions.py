"""Editors ask what rests on nobody, on one outlet, on several, on people without names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.packaged_reader import open_packaged_reader
from qa.sourcing_questions import Sourced, sourcing_asked
from qa.understanding import Sourcing
from qa.unnamed_speakers import is_unnamed

ALL = Sourced(Sourcing.NOBODY)


@pytest.mark.parametrize(
    "question",
    [
        "Which claims have no source?",
        "What is not attributed to anyone?",
        "Which statements are unattributed?",
        "Which sentences are credited to nobody?",
        "What does the article say without naming a source?",
        "What does the article assert in its own voice?",
        "What does the piece say on its own authority?",
        "Are there any unattributed claims?",
        "Is anything unsourced?",
        "Is there anything in the article that is not attributed to a source?",
        "List the unsourced claims",
        "Please show me all unattributed statements in the article.",
        "For which claims does the article give no source?",
        "What does the article give no source for?",
        "Which claims in the text lack a source?",
        "What is stated without a source?",
        "Which facts aren't attributed?",
        "Could you list the claims that have no named source?",
        "Are all claims attributed?",
        "Does the article contain any unsourced claims?",
        "What does it say without attribution?",
        "What does the article itself claim?",
    ],
)
def test_a_question_for_what_nobody_is_credited_for_is_understood(question: str) -> None:
    assert sourcing_asked(question) == ALL


@pytest.mark.parametrize(
    "question", ["Which claims are credited to no outlet?", "What is said without any newspaper?"]
)
def test_without_an_outlet_somebody_may_have_said_it(question: str) -> None:
    assert sourcing_asked(question) == Sourced(Sourcing.NO_OUTLET)


@pytest.mark.parametrize(
    ("question", "sourcing"),
    [
        ("Which claims rest on a single source?", Sourcing.ONE),
        ("Is anything single-sourced?", Sourcing.ONE),
        ("Which statements are credited to only one outlet?", Sourcing.ONE),
        ("Which claims rest on more than one source?", Sourcing.SEVERAL),
        ("What is reported by several outlets?", Sourcing.SEVERAL),
        ("Who are the anonymous sources?", Sourcing.UNNAMED),
        ("Which claims rest on anonymous sources?", Sourcing.UNNAMED),
        ("Does the article quote any unnamed officials?", Sourcing.UNNAMED),
        ("What do unnamed officials say?", Sourcing.UNNAMED),
        ("Who is quoted anonymously?", Sourcing.UNNAMED),
        ("Which sources are anonymous?", Sourcing.UNNAMED),
        ("Who spoke on condition of anonymity?", Sourcing.UNNAMED),
        ("Which claims rest on one source only?", Sourcing.ONE),
    ],
)
def test_questions_for_one_source_several_or_nameless_ones_are_understood(
    question: str, sourcing: Sourcing
) -> None:
    assert sourcing_asked(question) == Sourced(sourcing)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Which claims about the strike have no source?", {"strike"}),
        ("What is said about the strike without attribution?", {"strike"}),
        ("Which statements are unattributed regarding the strike?", {"strike"}),
    ],
)
def test_its_matter_is_kept(question: str, topic: set[str]) -> None:
    assert sourcing_asked(question) == Sourced(Sourcing.NOBODY, frozenset(topic))


@pytest.mark.parametrize(
    "question",
    [
        "Which claims does Reuters make?",
        "Who has no source of income?",
        "Which villages have no source of water?",
        "What is without precedent?",
        "What does the report say without hesitation?",
        "Which source says that the ferry stopped?",
        "What did the minister say without naming a source?",
        "Is anything credited to Reuters?",
        "Who is not named?",
        "Which town has one source of water?",
        "What do several outlets want?",
        "Who are the two sources of the river?",
        "What do officials say?",
        "What has no source?",
        "Which parts come from a single source?",
        "What is made by one publisher?",
        "Who are the unidentified people?",
        "Which parts are not traced?",
        "What is without credit?",
        "",
    ],
)
def test_any_other_question_is_left_alone(question: str) -> None:
    assert sourcing_asked(question) is None


@given(st.text(max_size=120))
def test_any_text_is_read_without_harm(text: str) -> None:
    sourcing_asked(text)


def test_long_questions_take_no_time() -> None:
    began = time.process_time()
    for unit in ("which claims are ", "list all the unsourced ", "what is said about no source "):
        sourcing_asked(unit * 2000)

    assert time.process_time() - began < 2  # backtracking would take minutes


@pytest.mark.parametrize(
    "speaker",
    [
        "a senior official",
        "officials",
        "two people with knowledge of the talks",
        "a health official in N'Djamena, who asked not to be named",
        "United States and Israeli officials",
        "Officials",
        "one of the workers",
        "a survivor",
    ],
)
def test_people_who_are_called_by_what_they_are_have_no_name(speaker: str) -> None:
    assert is_unnamed(speaker)


@pytest.mark.parametrize(
    "speaker",
    [
        "Ada Obi",
        "the engineer Ada Obi",
        "Ada Obi, an engineer",
        "Finance Minister Ana Kovac",
        "the ministry",
        "the mayor",
        "Kovac's deputy",
        "the chief executive of Shell",
        "the teachers union",
        "a shopkeeper named Ali",
        "Officials’ union",
        "a spokesman for the bank",
        "the World Health Organization",
        "",
    ],
)
def test_whoever_is_known_by_name_body_or_office_has_one(speaker: str) -> None:
    assert not is_unnamed(speaker)


OWN = ["The ferry is old.", "The harbour is deep."]
SPOKEN = "The shaft had cracked, the engineer Ada Obi said."
TEXT = f"{OWN[0]} It stopped on Monday, Reuters reported.\n{OWN[1]}\n{SPOKEN}\n"


def open_library(*texts: str) -> Assistant:
    return Assistant(
        [Article(f"a{number}", "No ferry", text) for number, text in enumerate(texts)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )


def quotes(reply: Answer | Abstention) -> list[str]:
    assert isinstance(reply, Answer), reply
    return [citation.quote for citation in reply.citations]


def test_what_is_credited_to_nobody_is_cited_and_nothing_else() -> None:
    library = open_library(TEXT)

    assert quotes(library.ask("Which claims have no source?")) == OWN
    assert quotes(library.ask("Which claims are credited to no outlet?")) == [*OWN, SPOKEN]
    assert quotes(library.ask("Which claims about the harbour have no source?")) == [OWN[1]]


def test_what_rests_on_one_on_several_or_on_somebody_without_a_name_is_cited() -> None:
    joint = "It will sail in May, AFP and Reuters reported."
    nameless = "It may be sold, a senior official said."
    alone = "It stopped on Monday, Reuters reported."
    library = open_library("\n".join((OWN[0], alone, joint, nameless)))

    assert quotes(library.ask("Which claims rest on a single source?")) == [alone, nameless]
    assert quotes(library.ask("Which claims rest on more than one source?")) == [joint]
    assert quotes(library.ask("Who are the anonymous sources?")) == [nameless]


def test_where_everything_is_credited_there_is_nothing_to_cite() -> None:
    reply = open_library("It stopped on Monday, Reuters reported.").ask("Is anything unsourced?")

    assert isinstance(reply, Abstention)


def test_of_more_than_can_be_shown_it_is_said_how_many_more() -> None:
    text = " ".join(f"Ferry {word} is old." for word in "abcdefghijklmnop".upper())
    reply = open_library(text).ask("Which claims have no source?")

    assert isinstance(reply, Answer)
    assert len(reply.citations) == 13  # twelve, and one of the other four
    assert reply.text.endswith(
        "Ferry L is old. [12] The briefing credits nobody for 4 more sentences, such as this. [13]"
    )


def test_of_what_an_outlet_is_credited_for_it_is_said_how_much_more_there_is() -> None:
    text = "\n".join(f"Ferry {word} stopped, Reuters reported." for word in "ABCDEFGH")
    reply = open_library(text).ask("What does Reuters report?")

    assert isinstance(reply, Answer)
    assert len(reply.citations) == 6  # five, and one of the other three
    assert reply.text.endswith("credits Reuters for 3 more sentences, such as this. [6]")


def test_one_more_than_can_be_shown_is_shown() -> None:
    text = "\n".join(f"Ferry {word} stopped, Reuters reported." for word in "ABCDEF")

    assert len(quotes(open_library(text).ask("What does Reuters report?"))) == 6
