"""How a publisher came by its news, and what else publishers are first in, get or print."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def outlets_of(sentence: str) -> str:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return " | ".join(found.outlets) if found else ""


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        ("Reuters was first to report that the weir would go.", "Reuters"),
        ("The Guardian was the first paper to reveal the sale of the weir.", "The Guardian"),
        ("Der Spiegel broke the story in May.", "Der Spiegel"),
        ("The story was first broken by Der Spiegel.", "Der Spiegel"),
        ("Reuters got hold of 90 letters in which the divers complain.", "Reuters"),
        ("The Guardian has gained access to the minutes of the meeting.", "The Guardian"),
        ("Der Spiegel laid its hands on a draft of the treaty.", "Der Spiegel"),
        ("CNN obtained a copy of the lease.", "CNN"),
        ("Reuters reviewed hundreds of court records and found no name.", "Reuters"),
        ("The BBC spoke to nine divers who had seen the weir.", "BBC"),
        ("Reuters reporters saw water over the weir.", "Reuters"),
        ("Le Monde headlined its front page “A weir too many”.", "Le Monde"),
        ("“A weir too many,” Le Monde headlined.", "Le Monde"),
        ("The Guardian ran a story saying the weir would go.", "The Guardian"),
        ("Bloomberg values the weir at $40m.", "Bloomberg"),
        ("Reuters and Der Spiegel have both reported delays to the weir.", "Reuters | Der Spiegel"),
        ("Reuters understands the weir will go in May.", "Reuters"),
        ("Le Monde puts the sum at $60 million.", "Le Monde"),
        ("The Guardian puts the figure at closer to an eighth.", "The Guardian"),
        ("Reuters has been told that the weir will go.", "Reuters"),
        ("The Guardian has been told the inquiry will report in May.", "The Guardian"),
        ("The bid was blocked in March, Reuters reported at the time, because it was low.",
         "Reuters"),
        ("Le Monde, quoting a diver, named one of them as Ada Obi.", "Le Monde"),
        ("An AFP correspondent at the scene said the weir had gone.", "AFP"),
        ("A Reuters reporter in the city heard two blasts.", "Reuters"),
        ("Reuters, citing the Wherry Union, put the total since June at 4,900.", "Reuters"),
    ],
)
def test_a_publisher_is_credited_with_the_news_it_got(sentence: str, outlets: str) -> None:
    assert outlets_of(sentence) == outlets


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry was first to report that the weir would go.",
        "CNN was the first to report from the moon.",
        "The BBC, citing budget cuts, cancelled the show.",
        "Reuters, citing legal advice, declined to comment.",
        "The Guardian has been told the truth.",
        "The Guardian has been told to pay the costs.",
        "An AFP photographer was hurt at the weir.",
        "A former BBC reporter in Bar said she would sue.",
        "The BBC was first to report a fall in its audience.",
        "The BBC was first in the queue to write to the minister.",
        "Reuters broke the lease in May.",
        "The window was broken by the BBC.",
        "The Guardian broke the news of its sale to its staff.",
        "Reuters got hold of a cheaper studio.",
        "The Guardian has gained access to its old archive.",
        "The police got hold of 90 letters.",
        "CNN obtained a licence in May.",
        "CNN obtained a copy of its own lease.",
        "The BBC reviewed the contracts of its presenters.",
        "The BBC spoke to its lawyers.",
        "The BBC spoke to the minister about the charter.",
        "Reuters reporters saw their pay fall.",
        "The Lunde Four headlined the festival.",
        "Le Monde headlined the festival of the press.",
        "The Guardian ran a marathon that nobody won.",
        "The BBC published a report that won a prize.",
        "Bloomberg values its workers.",
        "Bloomberg values its headquarters at $40m.",
        "Reuters understands the market.",
        "Reuters understands how the market works.",
        "Reuters and the BBC have both reported their delays to the court.",
    ],
)
def test_what_else_publishers_do_credits_nobody(sentence: str) -> None:
    assert outlets_of(sentence) == ""
