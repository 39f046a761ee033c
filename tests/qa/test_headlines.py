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

NAMES = frozenset({"Brandt", "Varn"})


@pytest.mark.parametrize(
    "heading",
    [
        "Storm toll rises to 14 as three remain missing",
        "Varn recalls 310,000 kettles",
        "**Court clears the way for Ostrel's merger.**",
        "MUSEUM TO REOPEN ON 6 JUNE",
        "Host city vote to be rerun in September",
        "Brandt accepts the new terms",  # a name, for it stands in mid-sentence, too
    ],
)
def test_a_heading_with_a_verb_and_a_name_or_a_number_tells(heading: str) -> None:
    assert tells(heading, NAMES)


@pytest.mark.parametrize(
    "heading",
    [
        "What comes next in Varn",
        "A shot a year? What the trial shows",
        "Can Varn win the Cup",
        "21 May 2026",
        "Published 12 January 2026 at 10:15 am",
        "14:02 Rossi leads with 52% of votes",
        "Doubts and questions remain",
        "Cost overruns",
        "Varn and its neighbours",
        "Three points about Varn are worth noting:",
        # What is labelled, quoted, hedged, denied or said to be so may not be so.
        "Fact check: Senator Bell took bribes of $2m",
        "Myth: Bell owns 3 yachts",
        "Brandt takes “9 million” from the fund",
        "If Bell wins, taxes rise to 40 percent",
        "Ostrel denies cutting 2,000 jobs",
        "Ostrel ready to buy Varn for $3bn",
        "Orbit to launch 12 satellites in June, chief says",
        "Ostrel considers buying Varn for $3bn",
        "Varn closes its border to tourists or does it",
        # Nor does what asks something of its reader.
        "Click Here to Read the Full Story",
        "Subscribe to the Varn Letter for $5",
        "[Varn closes Border in May](https://example.com/x)",
        "Copyright 2025 Reuters All rights reserved",
    ],
)
def test_a_question_a_date_a_topic_and_whatever_may_not_be_so_tell_nothing(heading: str) -> None:
    assert not tells(heading, NAMES)


STORM = """# Storm toll rises to 14 as three remain missing

Volunteers cleared the streets of Varn on Tuesday. The governor thanked them.

## Why the dyke broke

Nobody had looked at it for years, Reuters reports.

## Union aid reaches 6 million

Most of what comes is expected in May.
"""


def headlines_of(text: str, title: str = "Storm") -> tuple[Briefing, Headlines]:
    briefing = Briefing.read([Article("a", title, text)], passage_sentences=3)
    return briefing, Headlines(briefing)


def test_over_a_passage_stand_the_headline_and_the_heading_of_its_section_once_each() -> None:
    briefing, headlines = headlines_of(STORM)
    over = headlines.above(briefing.passages)
    assert [heading.text for heading, _ in over] == [
        "Storm toll rises to 14 as three remain missing",
        "Union aid reaches 6 million",
    ]
    # The headline is over the first passage, the other over that of its own section alone.
    assert [passage.text[:10] for _, passage in over] == ["Volunteers", "Most of wh"]
    assert [heading.text for heading, _ in headlines.above(briefing.passages[1:2])] == [
        "Storm toll rises to 14 as three remain missing"
    ]


def test_what_a_sentence_tells_again_is_left_to_the_sentence() -> None:
    told = "The toll of the storm rose to 14, three missing. Volunteers"
    briefing, headlines = headlines_of(STORM.replace("Volunteers", told))
    assert [heading.text for heading, _ in headlines.above(briefing.passages)] == [
        "Union aid reaches 6 million"
    ]


@pytest.mark.parametrize(
    "below",
    [
        "The toll of the storm was not known.",
        "Later the toll of the storm was corrected.",
        "But the storm took no toll.",
    ],
)
def test_what_a_sentence_may_take_back_is_not_told(below: str) -> None:
    briefing, headlines = headlines_of(STORM.replace("Volunteers", f"{below} Volunteers"))
    assert [heading.text for heading, _ in headlines.above(briefing.passages)] == [
        "Union aid reaches 6 million"
    ]


def test_of_many_headings_at_the_head_two_are_read() -> None:
    stacked = "\n\n".join(f"# Varn recalls {1000 + n} kettles" for n in range(50))
    briefing, headlines = headlines_of(f"{stacked}\n\nIt rained in Oslo.")
    assert len(headlines.above(briefing.passages)) == 3  # and the last, of the section


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
    assert reply.text == "A heading says: Storm toll rises to 14 as three remain missing. [1]"
    (cited,) = reply.citations
    assert cited.quote == "Storm toll rises to 14 as three remain missing"
    assert STORM[cited.span.start : cited.span.end] == cited.quote
    assert cited.attribution is None


def test_where_a_sentence_answers_with_another_number_it_is_cited_and_no_heading() -> None:
    text = "# Falk beats Roe by 12 points\n\nThe margin of Falk over Roe was 11 points, AP says.\n"
    reply = assistant(text).ask("By how many points did Falk beat Roe?")
    assert isinstance(reply, Answer)
    assert [cited.outlets for cited in reply.citations] == [("AP",)]
    assert reply.short == "11"


def test_no_heading_is_cited_for_the_words_of_somebody_who_stands_in_it_alone() -> None:
    headline = "Tim Brandt eats his words over kettles"
    text = f"# {headline}\n\nOstrel said that the price is 99 dollars.\n"
    reply = assistant(text).ask("What did Tim Brandt say?")
    shown = reply.citations if isinstance(reply, Answer) else reply.nearest
    assert headline not in [cited.quote for cited in shown]


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
