"""Who makes a claim is known where one sentence holds both the claim and its maker."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from corpus.sentences import Sentence
from corpus.spans import Span
from qa.claimants import find_claimant
from qa.evidence import Evidence
from qa.finder import Found
from qa.intents import Form, Intent, Understanding

WHO, WHETHER = "Who says that it is so?", "Is it true that it is so?"


def sentence(start: int) -> Sentence:
    return Sentence("a", Span(start, start + 9), "So it is.", None, None)


FIRST, SECOND = sentence(0), sentence(10)


@dataclass
class Reader:
    """Answers from a table: what is asked and of which sentence, None for all of them."""

    table: dict[tuple[str, Sentence | None], tuple[Sentence, float] | None]
    asked: list[Understanding] = field(default_factory=list)

    def __call__(self, asks: Understanding, only: Sentence | None) -> Found:
        self.asked.append(asks)
        hit = self.table[asks.read_as, only]
        return Found((Evidence(*hit),) if hit else (), None)


ASKS = Understanding(Intent.WHICH_SOURCE, Form.OPEN, frozenset(), False, read_as=WHO)


def test_the_weaker_of_the_two_answers_says_how_sure_it_is() -> None:
    read = Reader({(WHO, None): (FIRST, 0.9), (WHETHER, FIRST): (FIRST, 0.6)})
    held = find_claimant(ASKS, claim=WHETHER, read=read, threshold=0.4)
    assert (held.made, held.confidence, held.evidence[0].sentence) == (True, 0.6, FIRST)
    # Whether it is so is asked as a claim, and who says so in plain words.
    assert [one.form for one in read.asked] == [Form.OPEN, Form.YES_NO]


def test_somebody_who_says_something_else_is_passed_over_for_who_says_it() -> None:
    read = Reader({
        (WHO, None): (FIRST, 0.9), (WHETHER, FIRST): (FIRST, 0.1),
        (WHETHER, None): (SECOND, 0.8), (WHO, SECOND): (SECOND, 0.7),
    })  # fmt: skip
    held = find_claimant(ASKS, claim=WHETHER, read=read, threshold=0.4)
    assert (held.made, held.confidence, held.evidence[0].sentence) == (True, 0.7, SECOND)


@pytest.mark.parametrize(
    "rest",
    [
        {(WHETHER, None): (SECOND, 0.3)},  # nowhere is it so
        {(WHETHER, None): (SECOND, 0.8), (WHO, SECOND): (SECOND, 0.2)},  # so, but nobody says it
        {(WHETHER, None): None},
    ],
)
def test_a_claim_that_nobody_makes_is_nobodys(
    rest: dict[tuple[str, Sentence | None], tuple[Sentence, float] | None],
) -> None:
    read = Reader({(WHO, None): (FIRST, 0.9), (WHETHER, FIRST): (FIRST, 0.1), **rest})
    held = find_claimant(ASKS, claim=WHETHER, read=read, threshold=0.4)
    assert (held.made, held.confidence) == (False, 0.1)


def test_a_question_that_names_no_claim_is_read_as_it_is() -> None:
    read = Reader({(WHO, None): (FIRST, 0.5)})
    held = find_claimant(ASKS, claim=None, read=read, threshold=0.4)
    assert (held.made, held.confidence) == (True, 0.5)
