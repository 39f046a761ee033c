"""What stands around a verb of saying: who is cited within it, and what is background."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" | ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Reuters reported last week, citing two people familiar with the matter, that it leaks.",
         "Reuters", "two people familiar with the matter"),
        ("Bloomberg reported on Tuesday, citing a person with knowledge of tax, that it sank.",
         "Bloomberg", "a person with knowledge of tax"),
        ("Reuters reported, citing two people, that it leaks.", "Reuters", "two people"),
    ],
)  # fmt: skip
def test_an_outlet_is_credited_that_cites_somebody_behind_a_time(
    sentence: str, outlets: str, speaker: str
) -> None:
    assert reported(sentence) == (outlets, speaker)


def test_a_firm_that_cites_costs_for_its_loss_is_no_source() -> None:
    assert reported("The firm reported on Tuesday, citing costs, a loss of 40 million.") == (
        "", None
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The court ruled that the sale was void.", "The court"),
        ("The sale was void, the court ruled.", "the court"),
        ("The club is out, the league ruled on Friday, after a panel found that it had lied.",
         "the league"),
    ],
)  # fmt: skip
def test_who_rules_speaks(sentence: str, speaker: str) -> None:
    assert reported(sentence) == ("", speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "The party ruled the island for ten years.",
        "The mayor ruled out a sale.",
        "The isles that the duke ruled were flooded.",
        "The rider may race again after a tribunal ruled that she was clean.",
        # What stands before "following" is no subject of what follows.
        "The mill withdrew as a sponsor in May following protests by divers.",
    ],
)
def test_rule_exclusion_background_and_what_followed_are_no_statements(sentence: str) -> None:
    assert reported(sentence) == ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Asked about a Reuters report that it would close, the mine said it would not.",
         "Reuters", "the mine"),
        ("The Greens report that it will close.", "", "The Greens"),
    ],
)  # fmt: skip
def test_a_report_of_a_name_is_no_verb(sentence: str, outlets: str, speaker: str) -> None:
    assert reported(sentence) == (outlets, speaker)
