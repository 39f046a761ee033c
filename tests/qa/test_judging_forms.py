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
        ("Who called the costs of the plan a scandal?", "the costs of the plan are a scandal"),
        ("Who called the law the worst it has had?", "the law is the worst it has had"),
        ("Who put the number of closures at 12 schools?", "the number of closures is 12 schools"),
        ("Who put the cost of the Games at 9 billion?", "the cost of the Games is 9 billion"),
        ("Who called the ruling unfair?", "the ruling is unfair"),
        ("Who called the plan for the port a mistake?", "the plan for the port is a mistake"),
        ("Who called the deal with Iran a mistake?", "the deal with Iran is a mistake"),
        ("Who called the attack on two ships a crime?", "the attack on two ships is a crime"),
        ("Who called the plan by the ministry a sham?", "the plan by the ministry is a sham"),
        ("Who dismissed the report as nonsense?", "the report is nonsense"),
        ("Who hailed the treaty as a turning point?", "the treaty is a turning point"),
        ("Who sees the treaty as badly flawed?", "the treaty is badly flawed"),
        ("Who described the United States as an ally?", "the United States is an ally"),
        ("Who called the ruling “a disgrace”?", "the ruling is “a disgrace”"),
        ("Who described Paris as the capital of fashion?", "Paris is the capital of fashion"),
        ("Who described them as heroes?", "they are heroes"),
        ("Who called the deal a sham, and why?", "the deal is a sham"),
        ("Who described the deal last week as symbolic?", "the deal is symbolic"),
        ("Who was it that described the deal as symbolic?", "the deal is symbolic"),
        ("Who has since called the deal a mistake?", "the deal is a mistake"),
        ("Which court rejected the appeal as inadmissible?", "the appeal is inadmissible"),
        ("Which human rights group called the law a disgrace?", "the law is a disgrace"),
        ("Which of the parties called the vote a sham?", "the vote is a sham"),
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
        "Who praised the crew as the plane landed?",
        "Who dismissed the workers as of Monday?",
        "Who rejected the treaty as a whole?",
        "Who rejected the plan as prime minister?",
        "Who put the team ahead at 2-1?",
        "Who put up posters at 12 stations?",
        "Who assessed the patient at 3 am?",
        "Who called the police a day after the crash?",
        "Who called the vote a second time?",
        "Who called the meeting the bank held on Monday?",
        "Who called the election only to lose it?",
        "Who calls himself the king?",
        "Who rejected the offer as talks continued?",
        "Who dismissed the staff as part of the cuts?",
        "Who dismissed him as a member of the board?",
        "Who dismissed the minister as chief executive?",
        "Who sees the doctor as soon as possible?",
        "Who viewed the eclipse as well as the comet?",
        "Who rejected the plan as early as 2019?",
        "Who put the fire out at two farms?",
    ],
)
def test_what_is_done_to_somebody_is_no_judgement(question: str) -> None:
    assert judged_claim(question) is None
    assert not asks_which_source(question)


@pytest.mark.parametrize(
    "question",
    [
        "Where did the minister who called the deal a mistake speak?",
        "What did the bank that put growth at 3 per cent say?",
        "Why did the mayor call the plan a gamble?",
    ],
)
def test_a_judgement_that_is_not_asked_about_is_no_claim(question: str) -> None:
    assert judged_claim(question) is None


def test_of_an_outlet_the_judgement_is_its_report() -> None:
    question = "Which newspaper described the deal as symbolic?"
    assert asks_which_source(question)
    assert not wants_speaker(question)
    assert judged_claim(question) == "the deal is symbolic"


@pytest.mark.parametrize(
    "question",
    [
        "Which bank says growth will slow?",
        "Which study found that coffee is healthy?",
        "Which experts see a recession coming?",
        "Which ministry gave the figure?",
        "Which analyst calls it overblown?",
    ],
)
def test_a_body_that_says_a_clause_is_a_speaker(question: str) -> None:
    assert wants_speaker(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which company called off the merger?",
        "Which firm supports the club?",
        "Which bank gives loans to farmers?",
        "Who claimed responsibility for the attack?",
        "Who claims the title this year?",
    ],
)
def test_a_deed_is_no_word(question: str) -> None:
    assert not asks_which_source(question)
