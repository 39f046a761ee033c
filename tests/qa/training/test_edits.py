"""Edits that make a question unanswerable, and what they refuse."""

from __future__ import annotations

import random

import pytest

from qa.training.edits import (
    OPPOSITES,
    exchange_entity,
    may_be_one,
    negate,
    oppose,
    stand_together,
)
from qa.training.entities import Entity


def _entity(text: str, inside: str, kind: str) -> Entity:
    start = inside.index(text)
    return Entity(start, start + len(text), text, kind)


def test_opposites_go_both_ways() -> None:
    assert OPPOSITES["largest"] == "smallest"
    assert OPPOSITES["smallest"] == "largest"
    assert all(word != opposite for word, opposite in OPPOSITES.items())


def test_one_word_is_turned_into_its_opposite() -> None:
    changed = oppose("What is the largest city?", "Almaty is the largest city.", random.Random(0))
    assert changed == "What is the smallest city?"


def test_an_opposite_that_the_passage_holds_is_refused() -> None:
    passage = "Almaty is the largest city, Baikonur the smallest."
    assert oppose("What is the largest city?", passage, random.Random(0)) is None


def test_a_name_has_no_opposite() -> None:
    assert oppose("Who rules the West Bank?", "It has a council.", random.Random(0)) is None


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("Who did Ann meet?", "Who didn't Ann meet?"),
        ("What is sold there?", "What isn't sold there?"),
        ("Who sold it?", None),
        ("Who was not there?", None),
    ],
)
def test_the_first_auxiliary_is_denied(question: str, denied: str | None) -> None:
    assert negate(question) == denied


PASSAGE = "Ann Lee ran the mill. Years later Bo Chan bought a ship from Cy Roe and Di Poe."


def _exchange(question: str, old: str, new: str, kind: str, answers: tuple[str, ...]) -> str | None:
    return exchange_entity(
        question,
        [_entity(old, question, kind)],
        [_entity(new, PASSAGE, kind)],
        PASSAGE,
        answers,
        random.Random(0),
    )


def test_an_entity_is_exchanged_for_another_of_its_kind() -> None:
    changed = _exchange("What did Ann Lee run?", "Ann Lee", "Bo Chan", "person", ("the mill",))
    assert changed == "What did Bo Chan run?"


def test_the_genitive_stays_where_it_was() -> None:
    changed = _exchange("What was Ann Lee's mill?", "Ann Lee's", "Bo Chan", "person", ("it",))
    assert changed == "What was Bo Chan's mill?"


def test_what_is_part_of_the_answer_is_not_asked_about() -> None:
    assert _exchange("Who met Ann Lee?", "Ann Lee", "Bo Chan", "person", ("Bo Chan",)) is None


def test_two_that_are_listed_side_by_side_are_not_exchanged() -> None:
    question = "Who dealt with Cy Roe?"
    assert _exchange(question, "Cy Roe", "Di Poe", "person", ("Bo Chan",)) is None


def test_one_that_the_passage_does_not_speak_of_is_left_alone() -> None:
    assert _exchange("What did Flo Gray run?", "Flo Gray", "Bo Chan", "person", ("x",)) is None


def test_peoples_are_not_exchanged() -> None:
    assert _exchange("What did Ann Lee run?", "Ann Lee", "Bo Chan", "group", ("x",)) is None


def test_two_parts_of_one_name_are_not_exchanged() -> None:
    question, passage = "What did Ann run?", "Ann had a mill. Later Lee sold it."
    whole = Entity(0, 7, "Ann Lee", "person")  # as another paragraph has it
    offered = [_entity("Lee", passage, "person")]

    def changed(offered: list[Entity]) -> str | None:
        inside = [_entity("Ann", question, "person")]
        return exchange_entity(question, inside, offered, passage, ("x",), random.Random(0))

    assert changed(offered) == "What did Lee run?"
    assert changed([*offered, whole]) is None


def test_another_kind_is_not_offered() -> None:
    question = "What did Ann Lee run?"
    changed = exchange_entity(
        question,
        [_entity("Ann Lee", question, "person")],
        [_entity("Bo Chan", PASSAGE, "place")],
        PASSAGE,
        ("the mill",),
        random.Random(0),
    )
    assert changed is None


def test_a_question_that_names_three_things_is_left_alone() -> None:
    question = "What did Ann Lee and Cy Roe and Di Poe run?"
    inside = [_entity(name, question, "person") for name in ("Ann Lee", "Cy Roe", "Di Poe")]
    offered = [_entity("Bo Chan", PASSAGE, "person")]
    assert exchange_entity(question, inside, offered, PASSAGE, (), random.Random(0)) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Obama", "Barack Obama", True),
        ("US", "United States", True),
        ("1994", "1990s", True),  # one decade
        ("1994", "1990", True),
        ("1994", "1871", False),
        ("12", "128", False),
        ("Paris", "Rome", False),
    ],
)
def test_two_names_may_be_one_thing(one: str, other: str, same: bool) -> None:
    assert may_be_one(one, other) is same


def test_places_in_one_sentence_stand_together_and_people_do_not() -> None:
    text = "Lyon grew while France shrank. Rome fell."
    lyon, france, rome = (Entity(0, 0, name, "place") for name in ("Lyon", "France", "Rome"))
    assert stand_together(lyon, france, text)
    assert not stand_together(lyon, rome, text)
    people = [Entity(0, 0, name, "person") for name in ("Lyon", "France")]
    assert not stand_together(people[0], people[1], text)
