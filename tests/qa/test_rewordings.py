"""A question that found no answer is put anew in plainer words."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.outlets import load_outlets
from index.lexical import split_words
from qa.group_questions import GroupQuestion, group_question
from qa.matter_words import matter_stems, trim_to_matter
from qa.named_outlets import find_named_outlets
from qa.plain_questions import plain_question
from qa.rewordings import rewordings, without_intensifiers

TEXT = (
    "The harbour bridge opened in 1901. Norway, Iceland and the Faroe Islands founded the "
    "league of ports. The toll rose to four crowns. Reuters"
)
STEMS = frozenset(split_words(TEXT))


def holds(stem: str) -> bool:
    return stem in STEMS


def reworded(question: str) -> list[str]:
    named = find_named_outlets(question, load_outlets(), ())
    return list(rewordings(question, named, {"Reuters", "AFP"}.__contains__, holds))


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("The harbour bridge claim: attributed to which outlet?", "harbour bridge"),
        ("Need to footnote the toll of four crowns, what goes there?", "toll of four crowns"),
        ("I doubt that the bridge opened in 1901. Where's it from?",
         "bridge opened in 1901"),
        ("The article names a newspaper for the higher bridge toll; which one?",
         "higher bridge toll"),
        ("For my bibliography I am missing the publisher of the bit on the harbour toll",
         "harbour toll"),
        ("the harbour toll, is that from AFP or from Reuters", "harbour toll"),
        ("Harbour toll = Reuters, correct?", "Harbour toll"),
        ("Fill the gap: “The bridge opened in 1901, according to ____.”",
         "bridge opened in 1901"),
    ],
)  # fmt: skip
def test_the_source_is_asked_of_the_part_that_names_the_matter(question: str, matter: str) -> None:
    # Where an outlet is wanted, nobody else will do.
    whom = "outlet" if re.search("outlet|newspaper|publisher", question) else "source"
    assert reworded(question)[:2] == [
        f"Which {whom} is credited for {matter}?",
        f"Which {whom} is credited for the claim that {matter}?",
    ]


def test_what_one_outlet_is_cited_for_does_not_ask_whom_else_it_credits() -> None:
    asked = reworded("What is Reuters cited for on the harbour toll?")
    assert not any("is credited" in question for question in asked)


@pytest.mark.parametrize(
    "question",
    [
        "Quote me the Reuters bit.",
        "reuters sentence pls",
        "Of everything in the piece, what can be traced back to Reuters?",
        "Which claims hang on the word of Reuters?",
        "Reuters has it that... what?",
        "What do we learn thanks to Reuters?",
    ],
)
def test_an_outlet_without_a_matter_is_asked_for_all_that_it_reports(question: str) -> None:
    assert "What does Reuters report?" in reworded(question)


def test_an_outlet_with_a_matter_is_asked_about_it() -> None:
    asked = reworded("Tolls, crowns, that sort of thing – what does Reuters have on it?")
    assert asked[0] == "What does Reuters report about Tolls, crowns?"


@pytest.mark.parametrize(
    "question",
    [
        "When was Reuters founded?",
        "Who owns Reuters?",
        "How many people read Reuters?",
        "What does the Guardian have to say?",  # credited for nothing
    ],
)
def test_what_is_asked_about_an_outlet_is_not_taken_for_what_it_says(question: str) -> None:
    assert not any(one.startswith("What does") for one in reworded(question))


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("My nephew is doing a project and swears it was 1890 – what year did the bridge open?",
         "What year did the bridge open?"),
        ("Who founded the league, does it mention that at all?", "Who founded the league?"),
        ("For my dad, who can't read small print: which states founded the league?",
         "Which states founded the league?"),
        ("What I can't for the life of me recall is which year the bridge opened.",
         "Which year the bridge opened?"),
        ("If all goes well, how high will the toll be?", "How high will the toll be?"),
    ],
)  # fmt: skip
def test_clauses_that_name_nothing_of_the_articles_are_dropped(question: str, plain: str) -> None:
    assert plain_question(question, holds) == plain
    assert reworded(question)[-1] == plain


@pytest.mark.parametrize(
    "question",
    [
        "When did the bridge open?",
        # What asks stays, though it names nothing that is known.
        "How many people drowned when the bridge opened?",
        "Where did the bridge open, and on which day?",
        "How did the neighbours take it, all this about the toll?",
        "Who wrote it?",
        "",
    ],
)
def test_a_plain_question_is_left(question: str) -> None:
    assert plain_question(question, holds) is None


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Is Norway one of the founders of the league?", "Which are the founders of the league?"),
        ("Was Norway among the founders of the league?", "Which are the founders of the league?"),
        ("Is it true that Norway is a founding member?", "Which are the founding member?"),
        ("Norway = founding member?", "Who is founding member?"),
        ("Did Norway found the league?", "Who found the league?"),
        ("Is it true that Norway took part in it from its first day?",
         "Who took part in it from its first day?"),
    ],
)  # fmt: skip
def test_whether_one_is_of_a_group_is_asked_as_who_are(question: str, asked: str) -> None:
    assert group_question(question, holds) == GroupQuestion(asked, frozenset({"norway"}))


@pytest.mark.parametrize(
    "question",
    [
        "Is Peru one of the founders of the league?",  # the articles know of no Peru
        "Is it one of the founders?",
        "When did Norway found the league?",
        "Was Norway there at the opening?",
        "Did Norway and Iceland found the league?",  # of two nothing is asked in one
        "Did the toll rise?",  # no name
        "",
    ],
)
def test_nothing_else_is_asked_as_who_are(question: str) -> None:
    assert group_question(question, holds) is None


def test_a_quote_bears_out_whom_it_names_even_by_first_letters() -> None:
    quote = "Norway and the United Faroe Islands founded it."
    named = "Norway and the United Faroe Islands"
    for who, told in (("norway", True), ("ufi", True), ("peru", False)):
        assert GroupQuestion("Who?", frozenset({who})).is_borne_out_by(named, quote) is told


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("ireland", "Norway and Northern Ireland"),
        ("norway", "Norway"),  # whoever did it is one, and not one of several
        ("us", "Norway and Union Station"),  # two letters are a word as well
        ("norway", None),
    ],
)
def test_what_only_sounds_like_it_bears_out_nothing(who: str, named: str | None) -> None:
    group = GroupQuestion("Who?", frozenset({who}))
    assert not group.is_borne_out_by(named, f"They are {named}.")


def test_how_many_there_are_has_to_be_told_as_well() -> None:
    group = GroupQuestion("Which are the five?", frozenset({"norway"}), frozenset({"five"}))
    assert group.is_borne_out_by("Norway and Peru", "The five, with Norway and Peru, met.")
    assert not group.is_borne_out_by("Norway and Peru", "Norway and Peru met.")


def test_heat_is_taken_out() -> None:
    assert without_intensifiers("What on earth is the toll?") == "What is the toll?"


@example("00.:00")
@given(st.text(max_size=120))
def test_whatever_is_typed_is_reworded_to_questions_or_left(text: str) -> None:
    for question in reworded(text):
        assert question[-1] in "?."
    assert trim_to_matter(text).split() == trim_to_matter(trim_to_matter(text)).split()
    assert all(len(stem) > 1 for stem in matter_stems(text))
