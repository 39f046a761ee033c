"""A question for the sources may want outlets of one sort alone."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.publishers import OutletKind
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.packaged_reader import open_packaged_reader
from qa.source_kinds import kinds_asked


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Which think tanks are cited?", {OutletKind.THINK_TANK}),
        ("Which news agencies are quoted?", {OutletKind.AGENCY}),
        ("Which wire services does the article use?", {OutletKind.AGENCY}),
        ("Which newspapers and magazines?", {OutletKind.NEWSPAPER, OutletKind.MAGAZINE}),
        ("Which TV stations are named?", {OutletKind.BROADCASTER}),
        ("Which sources are cited?", set()),
        ("Which outlets and think tanks are cited?", set()),
        ("Who is quoted?", set()),
        ("Which rating agencies are cited?", set()),
        ("Which scientific papers are cited?", set()),
        ("Which agencies are cited?", {OutletKind.AGENCY}),
        ("", set()),
    ],
)
def test_the_sort_of_outlet_is_read_off_the_question(
    question: str, kinds: set[OutletKind]
) -> None:
    assert kinds_asked(question) == kinds


def test_of_the_sources_those_of_the_sort_are_listed_or_none() -> None:
    library = Assistant(
        [
            Article(
                "ferry",
                "No ferry",
                "The ferry stopped, Reuters reported.\nIt is old, the Guardian said.\n"
                "It may be sold, the Brannoch Clarion reported.\n",
            )
        ],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )

    agencies = library.ask("Which news agencies are cited?")
    assert isinstance(agencies, Answer)
    assert (agencies.text, agencies.short) == ("The briefing credits Reuters. [1]", "Reuters")
    magazines = library.ask("Which magazines are cited?")
    assert isinstance(magazines, Abstention)
    # Of what sort the Clarion is, nobody knows.
    assert [one.outlets for one in magazines.nearest] == [("Brannoch Clarion",)]
