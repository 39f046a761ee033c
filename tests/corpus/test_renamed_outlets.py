"""Nouns that stand for an outlet just named, and those that only seem to."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article

MEANT = [
    ("Le Monde writes that the mine will close. The paper adds that the owner is broke.",
     "Le Monde", None),
    ("The mine will close, The Guardian reported. Ada Obi told the newspaper she was glad.",
     "The Guardian", "Ada Obi"),
    ("The mine will close, The Guardian reported. Ada Obi told the paper Oslo had agreed.",
     "The Guardian", "Ada Obi"),
    ("The mine will close, The Guardian reported. Writing in the same newspaper, Ada Obi warns "
     "that it is late.", "The Guardian", "Ada Obi"),
    ("The mine will close, The Guardian reported. It is full, according to the newspaper.",
     "The Guardian", None),
    ("The mine will close, The Guardian reported. The list, seen by the newspaper, is long.",
     "The Guardian", None),
    ("The mine will close, The Guardian reported. It is full, the paper's Oslo correspondent "
     "says.", "The Guardian", None),
    ("The mine will close, The Guardian reported. The daily has seen a copy of the letter.",
     "The Guardian", None),
    # The name is not in every sentence, and not always in the same paragraph.
    ("Le Monde reports that it rained.\n\nThe mine is full. The paper adds that it will close.",
     "Le Monde", None),
    ("Le Monde reports that it rained. The paper notes that it is wet. The paper adds that it "
     "will close.", "Le Monde", None),
    # Of two outlets only one is of the sort.
    ("Le Monde and the BBC report that it rained. The paper adds that it will close.",
     "Le Monde", None),
    ("Le Monde and the BBC report that it rained. Ada Obi told the broadcaster that it will.",
     "BBC", "Ada Obi"),
    ("The BBC said that the agency was late, and the Economist reported that it rained. "
     "The magazine adds that it will.", "The Economist", None),
    # Unknown outlets that were read as such.
    ("The newspaper Salt reports that it rained. The newspaper adds that it will.", "Salt", None),
    ("The Lisbon daily Salt reports that it rained. Ada Obi told the daily that it will.",
     "Salt", "Ada Obi"),
    ("Salt, a Jakarta weekly, reports that it rained. The weekly adds that it will.",
     "Salt", None),
    ("Chatham House reports that it rained. The think tank warns that it will.",
     "Chatham House", None),
    # The last word of its name.
    ("The Boston Globe reports that it rained.\n\nIt was wet.\n\nAda Obi told the Globe that it "
     "will.", "The Boston Globe", "Ada Obi"),
    ("The Los Angeles Times reports that it rained. Ada Obi told the Times that it will.",
     "Los Angeles Times", "Ada Obi"),
    ("The Wall Street Journal reports that it rained. The Journal adds that it will.",
     "The Wall Street Journal", None),
    ("The Financial Times reports that it rained. The Times adds that it will.",
     "The Times", None),
    # An agency of the press.
    ("TASS reports that it rained. The news agency adds that it will.", "TASS", None),
    ("TASS reports that it rained. The minister told the agency that it will.",
     "TASS", "The minister"),
    ("TASS reports that it rained. As a rule, it is dry. It will, the agency's report says.",
     "TASS", None),
    ("TASS reports that it rained. The agency quoted a diplomat as saying that it will.",
     "TASS", "a diplomat"),
    ("Politico reports that it rained. Ada Obi told the site that it will.",
     "Politico", "Ada Obi"),
]
NOT_MEANT = [
    # Nobody, or more than one, was named.
    ("It rained. The paper adds that it will.", "The paper"),
    ("It rained. Ada Obi told the newspaper that it will.", "Ada Obi"),
    ("Le Monde reports that it rained, and Die Zeit that it was dry. The paper adds that it will.",
     "The paper"),
    ("Le Monde reports that it rained. Die Zeit reports that it was dry. Ada Obi told the paper "
     "that it will.", "Ada Obi"),
    ("The BBC reports that it rained. The paper adds that it will.", "The paper"),
    # Only mentioned, or out of reach.
    ("Ada Obi worked for Le Monde. The paper adds that it will.", "The paper"),
    ("Le Monde reports that it rained.\n\nIt was wet.\n\nThe paper adds that it will.",
     "The paper"),
    ("Le Monde reports that it rained.\n\nThe north\n\nThe paper adds that it will.", "The paper"),
    # Another paper was named since.
    ("The Guardian reports that a study was late. The paper finds that it will.", "The paper"),
    ("The Guardian reports that it rained. Researchers at Bar wrote it. The paper finds that it "
     "will.", "The paper"),
    ("The Guardian reports that it rained. The ministry has a white paper. The paper says that it "
     "will.", "The paper"),
    ("The Guardian reports that a local newspaper has closed. The newspaper says that it will.",
     "The newspaper"),
    ("The Guardian reports that the newspaper Salt has closed. The newspaper says that it will.",
     "The newspaper"),
    # Agencies of the state, and whoever may be one.
    ("TASS reports that it rained. The Environment Agency is late. The minister told the agency "
     "that it will.", "The minister"),
    ("TASS reports that the agency is late. The minister told the agency that it will.",
     "The minister"),
    ("TASS reports that NASA is late. The minister told the agency that it will.", "The minister"),
    ("Frontex told Reuters that it rained. The agency added that it will.", "The agency"),
    ("Reuters reports that it rained. The agency says that it will.", "The agency"),
    ("Politico reports that it rained. The site says that it will.", "The site"),
    ("Chatham House reports that it rained. The think tank says that it will.",
     "The think tank"),
    ("The New York Times and the Los Angeles Times report that it rained. Ada Obi told the Times "
     "that it will.", "Ada Obi"),
    ("The Washington Post reports that it rained. Ada Obi told the Post Office that it will.",
     "Ada Obi"),
    ("Ada Obi told the Globe that it will.", "Ada Obi"),
    # Something else.
    ("The Guardian reports that it rained. Ada Obi told the paper mill that it will.", "Ada Obi"),
    ("The Guardian reports that it rained. Ada Obi told the daily meeting that it will.",
     "Ada Obi"),
    ("The Guardian reports that it rained. The paper's owner says that it will.",
     "The paper's owner"),
]


def last_of(text: str) -> tuple[str, str | None]:
    piece = parse_article(Article("a", "A", text))[-1]
    return " ".join(piece.outlets), piece.speaker


@pytest.mark.parametrize(("text", "outlet", "speaker"), MEANT)
def test_a_noun_of_the_press_stands_for_the_one_outlet_of_its_sort(
    text: str, outlet: str, speaker: str | None
) -> None:
    assert last_of(text) == (outlet, speaker)


@pytest.mark.parametrize(("text", "speaker"), NOT_MEANT)
def test_a_noun_that_may_mean_another_credits_no_outlet(text: str, speaker: str) -> None:
    assert last_of(text) == ("", speaker)


def test_a_dateline_names_the_agency_that_a_noun_stands_for() -> None:
    text = "OSLO (AFP) — The mine will close. The minister told the news agency that it is full."
    assert last_of(text) == ("AFP", "The minister")


def test_a_credit_behind_an_item_is_not_what_the_next_one_refers_to() -> None:
    text = "The mine will close (Le Monde). The paper adds that it is full."
    assert last_of(text) == ("", "The paper")
