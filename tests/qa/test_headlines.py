"""Headings that tell what no sentence does: which those are, and how they are cited."""

from __future__ import annotations

from functools import cache

import pytest

from corpus.articles import Article
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.briefing import Briefing
from qa.headlines import Headlines, tells
from qa.packaged_reader import open_packaged_reader

PROSE = ("The mill in Varn burned.", "It was, said the owner, Brandt, old.")


@pytest.mark.parametrize(
    "heading",
    [
        "Storm toll rises to 14; three still missing",
        "Varn recalls 310,000 kettles",
        "**Court clears the way for Ostrel's merger.**",
        "MUSEUM TO REOPEN ON 6 JUNE",
        "Host city vote to be rerun in September",
        "Aid: 40 million pledged, 6 million received",
        "Brandt accepts the new terms",  # a name, for it stands in mid-sentence, too
    ],
)
def test_a_heading_with_a_verb_and_a_name_or_a_number_tells(heading: str) -> None:
    assert tells(heading, PROSE)


@pytest.mark.parametrize(
    "heading",
    [
        "What comes next in Varn",
        "Explainer: What the Varn strike means for you",
        "A shot a year? What the trial shows",
        "Will any trains to Varn run?",
        "21 May 2026",
        "Published 12 January 2026 at 10:15 am",
        "The Varn Dispatch: Friday, 17 October 2025",
        "Doubts and questions remain",
        "Cost overruns",
        "Varn and its neighbours",
        "Three points about Varn are worth noting:",
    ],
)
def test_a_question_a_date_an_announcement_and_a_bare_topic_tell_nothing(heading: str) -> None:
    assert not tells(heading, PROSE)


STORM = """# Storm toll rises to 14; three still missing

Volunteers cleared the streets of Varn on Tuesday. The governor thanked them.

## Why the dyke broke

Nobody had looked at it for years, Reuters reports.

## Aid: 40 million pledged, 6 million received

The Union promised 25 million. Most of it is expected in May.
"""


def headlines_of(text: str, title: str = "Storm") -> tuple[Briefing, Headlines]:
    briefing = Briefing.read([Article("a", title, text)], passage_sentences=3)
    return briefing, Headlines(briefing)


def test_over_a_passage_stand_the_headline_and_the_heading_of_its_section_once_each() -> None:
    briefing, headlines = headlines_of(STORM)
    over = headlines.above(briefing.passages)
    assert [heading.text for heading, _ in over] == [
        "Storm toll rises to 14; three still missing",
        "Aid: 40 million pledged, 6 million received",
    ]
    # The headline is over the first passage, the other over that of its own section alone.
    assert [passage.text[:10] for _, passage in over] == ["Volunteers", "The Union "]
    assert [heading.text for heading, _ in headlines.above(briefing.passages[1:2])] == [
        "Storm toll rises to 14; three still missing"
    ]


def test_what_a_sentence_tells_again_is_left_to_the_sentence() -> None:
    told = "The toll of the storm rose to 14, three missing. Volunteers"
    _, headlines = headlines_of(STORM.replace("Volunteers", told))
    assert [heading.text for heading in headlines.of("a")] == [
        "Aid: 40 million pledged, 6 million received"
    ]


def test_an_article_without_headings_has_none_over_its_passages() -> None:
    briefing, headlines = headlines_of("The mill burned. It was old.")
    assert headlines.above(briefing.passages) == ()


@cache
def assistant(text: str = STORM) -> Assistant:
    return Assistant(
        [Article("a", "Storm", text)],
        embedder=open_embedder(),
        reader=open_packaged_reader(None),
        index_folder=None,
    )


def test_what_a_headline_alone_tells_is_answered_from_it_and_said_to_be_a_heading() -> None:
    reply = assistant().ask("How many people are still missing?")
    assert isinstance(reply, Answer)
    assert reply.short == "three"
    assert reply.text == "A heading says: Storm toll rises to 14; three still missing. [1]"
    (cited,) = reply.citations
    assert cited.quote == "Storm toll rises to 14; three still missing"
    assert STORM[cited.span.start : cited.span.end] == cited.quote
    assert cited.attribution is None


def test_the_heading_of_a_section_answers_where_its_sentences_tell_another_number() -> None:
    reply = assistant().ask("How much aid has been received?")
    assert isinstance(reply, Answer)
    assert reply.short == "6 million"


def test_a_heading_in_bold_is_cited_without_its_marks() -> None:
    text = "**Varn recalls 310,000 kettles.** Buyers may return them. The maker is sorry."
    reply = assistant(text).ask("How many kettles did Varn recall?")
    assert isinstance(reply, Answer)
    assert [cited.quote for cited in reply.citations] == ["Varn recalls 310,000 kettles."]
    assert reply.text == "A heading says: Varn recalls 310,000 kettles. [1]"


def test_nobody_is_credited_for_a_heading() -> None:
    assert isinstance(
        assistant().ask("Who says so?", history=["How many people are still missing?"]), Abstention
    )
    assert isinstance(
        assistant().ask("How many people are still missing?", outlets=["Reuters"]), Abstention
    )


def test_a_sentence_that_answers_as_well_is_cited_in_the_place_of_the_heading() -> None:
    headline = "# Varn to close its mill in 2031, at last"
    text = f"{headline}\n\nVarn will close the mill in 2031, AP says.\n"
    reply = assistant(text).ask("When will Varn close the mill?")
    assert isinstance(reply, Answer)
    assert [cited.outlets for cited in reply.citations] == [("AP",)]


def test_a_heading_settles_no_claim_that_is_made_in_other_words_than_its_own() -> None:
    reply = assistant().ask("Would the dead have been fewer if the army had come?")
    assert isinstance(reply, Abstention)
