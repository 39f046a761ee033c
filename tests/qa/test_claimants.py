"""Who makes a claim is known where one sentence holds both the claim and its maker."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from corpus.sentences import Attribution, Sentence
from corpus.spans import Span
from qa.claimants import Claimant, find_claimant, holds_something, says_the_contrary
from qa.evidence import Evidence
from qa.finder import Found
from qa.understanding import Form, Intent, Understanding

WHO, WHETHER = "Who says that it is so?", "Is it true that it is so?"


def sentence(start: int, speaker: str | None = None) -> Sentence:
    span = Span(start, start + 9)
    credit = None if speaker is None else Attribution((), speaker, span)
    return Sentence("a", span, "So it is.", None, credit)


FIRST, SECOND, CREDITED = sentence(0), sentence(10), sentence(20, speaker="Ada Obi")
ASKS = Understanding(Intent.WHICH_SOURCE, Form.OPEN, frozenset(), False, read_as=WHO)
Hits = tuple[tuple[Sentence, float], ...]


@dataclass
class Reader:
    """Answers from a table: what is asked and of which sentence, None for all of them."""

    table: dict[tuple[str, Sentence | None], Hits]
    asked: list[Understanding] = field(default_factory=list)

    def __call__(self, asks: Understanding, only: Sentence | None) -> Found:
        self.asked.append(asks)
        return Found(tuple(Evidence(*hit) for hit in self.table[asks.read_as, only]), None)


def held(table: dict[tuple[str, Sentence | None], Hits]) -> Claimant:
    return find_claimant(ASKS, claim=WHETHER, read=Reader(table), threshold=0.4)


def test_the_weaker_of_the_two_answers_says_how_sure_it_is() -> None:
    read = Reader({(WHO, None): ((FIRST, 0.9),), (WHETHER, None): ((FIRST, 0.6),)})
    claimant = find_claimant(ASKS, claim=WHETHER, read=read, threshold=0.4)
    assert (claimant.made, claimant.confidence) == (True, 0.6)
    assert claimant.evidence[0].sentence == FIRST
    # Whether it is so is asked as a claim, and who says so in plain words.
    assert [one.form for one in read.asked] == [Form.OPEN, Form.YES_NO]


def test_who_makes_a_claim_is_asked_of_the_sentence_that_makes_it() -> None:
    claimant = held({
        (WHO, None): ((FIRST, 0.9),),
        (WHETHER, None): ((SECOND, 0.8), (FIRST, 0.1)),
        (WHO, SECOND): ((SECOND, 0.7),),
    })  # fmt: skip
    assert (claimant.made, claimant.confidence) == (True, 0.7)
    assert claimant.evidence[0].sentence == SECOND


def test_a_credited_sentence_that_makes_the_claim_needs_no_more_asking() -> None:
    claimant = held({
        (WHO, None): ((FIRST, 0.9),), (WHETHER, None): ((CREDITED, 0.8), (FIRST, 0.1)),
    })  # fmt: skip
    assert (claimant.made, claimant.confidence) == (True, 0.8)
    assert claimant.evidence[0].sentence == CREDITED


def test_of_two_sentences_that_make_the_claim_the_credited_one_that_names_someone_counts() -> None:
    # 0.75 is more than 0.9 of 0.8
    claimant = held({
        (WHO, None): ((CREDITED, 0.9),), (WHETHER, None): ((FIRST, 0.8), (CREDITED, 0.75)),
    })  # fmt: skip
    assert (claimant.made, claimant.confidence) == (True, 0.75)
    assert claimant.evidence[0].sentence == CREDITED


def test_where_the_same_credited_sentence_is_found_either_way_who_says_it_decides() -> None:
    # The claim is below the threshold of 0.4 everywhere; 0.26 is more than 0.8 of 0.3.
    claimant = held({
        (WHO, None): ((CREDITED, 0.7),), (WHETHER, None): ((FIRST, 0.3), (CREDITED, 0.26)),
    })  # fmt: skip
    assert (claimant.made, claimant.confidence) == (True, 0.7)
    assert claimant.evidence[0].sentence == CREDITED


@pytest.mark.parametrize(
    ("named", "so"),
    [
        (CREDITED, ((FIRST, 0.3), (CREDITED, 0.22))),  # 0.22 is less than 0.8 of 0.3
        (SECOND, ((SECOND, 0.3),)),  # nobody is credited
        (CREDITED, ((CREDITED, 0.07),)),  # 0.07 is less than a fifth of 0.4
    ],
)
def test_a_claim_that_is_sure_nowhere_is_else_nobodys(named: Sentence, so: Hits) -> None:
    assert not held({(WHO, None): ((named, 0.7),), (WHETHER, None): so}).made


@pytest.mark.parametrize(
    ("rest", "confidence"),
    [
        ({(WHETHER, None): ((SECOND, 0.3),)}, 0.3),  # nowhere is it so
        ({(WHETHER, None): ()}, 0.0),
        # so it is, but nobody says it
        ({(WHETHER, None): ((SECOND, 0.8),), (WHO, SECOND): ((SECOND, 0.2),)}, 0.2),
    ],
)
def test_a_claim_that_nobody_makes_is_nobodys(
    rest: dict[tuple[str, Sentence | None], Hits], confidence: float
) -> None:
    claimant = held({(WHO, None): ((FIRST, 0.9),), **rest})
    assert (claimant.made, claimant.confidence) == (False, confidence)


def test_a_question_that_names_no_claim_is_read_as_it_is() -> None:
    read = Reader({(WHO, None): ((FIRST, 0.5),)})
    claimant = find_claimant(ASKS, claim=None, read=read, threshold=0.4)
    assert (claimant.made, claimant.confidence) == (True, 0.5)


@pytest.mark.parametrize(
    ("claim", "text", "contrary"),
    [
        ("Is it true that the bank is for sale?", "Vries said the bank was not for sale.", True),
        ("Is it true that the bank is not for sale?", "Vries said the bank was for sale.", True),
        ("Who doubts that the dam holds?", "Obi says that the dam holds.", True),
        ("Who doubts that the dam holds?", "Obi doubts that the dam holds.", False),
        # Two denials agree, and what is denied elsewhere in the sentence is no matter.
        ("Is it true that the dam will not hold?", "Obi doubts that the dam will hold.", False),
        ("Is it true that fences are cheap?", "Obi rejected it and said that fences are cheap.",
         False),
        ("Is it true that the dam holds?", "Nobody came.", False),
    ],
)  # fmt: skip
def test_a_sentence_that_denies_a_claim_does_not_make_it(
    claim: str, text: str, contrary: bool
) -> None:
    assert says_the_contrary(claim, text) is contrary


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("The economist Aoi Mori of the bank holds that it fell.", "Aoi Mori", True),
        ("Fishermen fear that it will fall.", "Fishermen", True),
        ("Amadi is certain that it fell.", "Amadi", True),
        ("It was built in 1974 by Orlan & Sons.", "Orlan & Sons", False),
        ("Bank Corvin cut its profit forecast.", "Bank Corvin", False),
    ],
)
def test_whoever_holds_something_is_told_from_whoever_does_something(
    text: str, name: str, holds: bool
) -> None:
    assert holds_something(text, text.index(name) + len(name)) is holds
