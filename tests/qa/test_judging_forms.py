"""What somebody is said to have judged is read as a claim, and what is done to things is not."""

from __future__ import annotations

import pytest

from qa.judging_forms import judged_claim
from qa.source_questions import asks_which_source, wants_speaker


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Who described the deal as symbolic?", "the deal is symbolic"),
        ("Who sees the treaties as a threat?", "the treaties are a threat"),
        ("Which ministry put the cost at 3 million?", "the cost is 3 million"),
        ("Who estimates the losses at about half?", "the losses are about half"),
        ("Who calls the plan a gamble?", "the plan is a gamble"),
        ("Who is calling the sale a mistake?", "the sale is a mistake"),
        ("Who calls the permits the hard part?", "the permits are the hard part"),
        ("Who called the plan the end of an era?", "the plan is the end of an era"),
    ],
)  # fmt: skip
def test_a_judgement_is_a_claim_of_whoever_made_it(question: str, claim: str) -> None:
    assert judged_claim(question) == claim
    assert asks_which_source(question)
    assert wants_speaker(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who described the ship as it left the harbour?",
        "Who views the results as they come in?",
        "Who saw the bridge as well?",
        "Who put the painting at risk?",
        "Who put the guards at the gate?",
        "Who called off the talks at the last minute?",
        "Who called the airline the next day?",
        "Who called the coastguard an hour later?",
        "Who called the chairman of the board?",
        "Who called for a strike?",
        "Who called a meeting of the owners?",
        "Who calls the meeting to order?",
        "Who was described as a hero?",
    ],
)
def test_what_is_done_to_somebody_is_no_judgement(question: str) -> None:
    assert judged_claim(question) is None
    assert not asks_which_source(question)


def test_of_an_outlet_the_judgement_is_its_report() -> None:
    question = "Which newspaper described the deal as symbolic?"
    assert asks_which_source(question)
    assert not wants_speaker(question)
    assert judged_claim(question) == "the deal is symbolic"
