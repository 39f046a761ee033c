"""Whole invented briefings, and the examples that are made of what is asked of them."""

from __future__ import annotations

import json
import random

import pytest

from qa.training.examples import UNKNOWN
from qa.training.other_briefings import names_beyond
from qa.training.written_briefings import (
    WrittenBriefing,
    article_of_briefing,
    briefing_examples,
    held_briefings,
    read_briefing,
)

FORT = "Ann Ryder built the fort in 1850. It cost nine crowns. Nobody has lived there since."
FAIR = "The fair drew 300 people. It rained on both days. The mayor, Bo Lund, left early."


def write(*questions: list[object]) -> str:
    paragraphs = [[None, FORT], ["At the fair", FAIR]]
    return json.dumps({"title": "Town", "paragraphs": paragraphs, "questions": questions})


def briefing() -> WrittenBriefing:
    return read_briefing(
        write(
            [0, "Who put up the fort?", "Ann Ryder", 0],
            [0, "Who sold the fort?"],
            [1, "How many came to the fair?", "300", 14],
        )
    )


def test_a_question_keeps_its_paragraph_and_where_its_answer_starts() -> None:
    answered, silent, _ = briefing().questions
    assert (answered.paragraph, answered.answer, answered.start) == (0, "Ann Ryder", 0)
    assert (silent.paragraph, silent.answer, silent.start) == (0, None, None)


def test_an_answer_that_does_not_stand_where_it_should_is_refused() -> None:
    with pytest.raises(ValueError, match="'300' of 'How many came' is not at 13 of its paragraph"):
        read_briefing(write([1, "How many came", "300", 13]))


def test_a_later_part_may_ask_more_of_an_earlier_briefing() -> None:
    line = json.dumps({"title": "Town", "questions": [[1, "Who left early?", "Bo Lund", 61]]})
    more = read_briefing(line, {"Town": briefing()})
    assert more.paragraphs == briefing().paragraphs
    assert [question.answer for question in more.questions] == ["Bo Lund"]
    with pytest.raises(ValueError, match="questions on 'Town', but no part before has its text"):
        read_briefing(line)


def test_each_question_is_shown_with_its_own_paragraph_and_with_another() -> None:
    for seed in range(20):
        examples = list(briefing_examples([briefing()], random.Random(seed), copies=1))
        assert [example.origin for example in examples] == [
            "written_yes", "written_beside",
            "written_no", "written_beside",
            "written_yes", "written_beside",
        ]  # fmt: skip
        for example in examples[::2]:
            told = "fair" if "fair" in example.question else "fort"
            assert any(text in (FORT if told == "fort" else FAIR) for text in _bare(example))
        for example in examples[1::2]:
            other = FORT if "fair" in example.question else FAIR
            assert any(text in other for text in _bare(example))
            assert (example.answerable, example.relevant, example.start) == (0, 0, None)


def test_an_answer_is_pointed_at_with_and_without_a_heading() -> None:
    headed = set()
    for seed in range(40):
        examples = briefing_examples([briefing()], random.Random(seed), copies=1)
        _, _, silent, _, answered, _ = examples
        assert answered.passage[answered.start : answered.end] == "300"
        assert (silent.answerable, silent.relevant) == (0, UNKNOWN)
        headed.add(answered.passage.startswith("At the fair. "))
    assert headed == {True, False}


def test_a_passage_that_may_hold_the_answer_is_not_shown_as_one_that_does_not() -> None:
    line = json.dumps(
        {
            "title": "Town",
            "paragraphs": [[None, FORT], [None, "Ann Ryder spoke."], [None, FAIR]],
            "questions": [[0, "Who put up the fort where Ann spoke?", "Ann Ryder", 0]],
        }
    )
    for seed in range(20):
        _, beside = briefing_examples([read_briefing(line)], random.Random(seed), copies=1)
        assert beside.passage in FAIR


def test_the_passage_beside_may_be_of_another_briefing_on_the_words_of_the_question() -> None:
    named = json.loads(
        write(
            [0, "Who put up the fort of Exton?", "Ann Ryder", 0],
            [0, "Who put up the fort?", "Ann Ryder", 0],
        )
    )
    mill = "The mill stood empty. In the fort of Roke lives an owl."
    other = {"title": "Roke", "paragraphs": [["Owls", mill]], "questions": []}
    briefings = [read_briefing(json.dumps(one)) for one in (named, other)]
    for seed in range(20):
        examples = briefing_examples(briefings, random.Random(seed), copies=1, strangers=1.0)
        _, elsewhere, _, beside = examples
        # What names Exton is not answered in Roke; without a name it might be.
        assert (elsewhere.origin, elsewhere.answerable, elsewhere.start) == (
            "written_elsewhere", 0, None,
        )  # fmt: skip
        assert "In the fort of Roke lives an owl." in elsewhere.passage
        assert elsewhere.passage.removeprefix("Owls. ") in mill
        assert beside.origin == "written_beside"


def test_a_passage_may_start_with_the_title_of_its_own_briefing() -> None:
    named = write([0, "Who put up the fort of Exton?", "Ann Ryder", 0])
    other = {"title": "Roke", "paragraphs": [[None, "A fort of Roke stands."]], "questions": []}
    briefings = [read_briefing(named), read_briefing(json.dumps(other))]
    for seed in range(20):
        first, elsewhere = briefing_examples(
            briefings, random.Random(seed), copies=1, strangers=1.0, titled=1.0
        )
        assert first.passage.startswith("Town. ")
        assert first.start is not None
        assert first.passage[first.start : first.end] == "Ann Ryder"
        assert elsewhere.passage == "Roke. A fort of Roke stands."


def test_a_title_that_holds_the_answer_is_not_put_before_what_does_not() -> None:
    record = json.loads(write([0, "Who put up the fort?", "Ann Ryder", 0]))
    briefing = read_briefing(json.dumps({**record, "title": "Ann Ryder, builder"}))
    for seed in range(20):
        first, beside = briefing_examples([briefing], random.Random(seed), copies=1, titled=1.0)
        assert first.passage.startswith("Ann Ryder, builder. ")
        assert beside.origin == "written_beside"
        assert "builder" not in beside.passage


@pytest.mark.parametrize(
    ("question", "beyond"),
    [
        ("Who put up the fort of Exton?", True),
        ("Who lives in Roke's fort?", False),
        ("Exton's fort is how old?", False),  # the first word has its capital from its place
        ("who lives in exton?", False),
        ("Who am I?", False),
    ],
)
def test_a_question_goes_beyond_a_text_by_the_names_that_it_lacks(
    question: str, beyond: bool
) -> None:
    assert names_beyond(question, "In the fort of Roke lives an owl.") is beyond


def test_the_length_of_a_passage_does_not_tell_whether_it_answers() -> None:
    """30 % of the passages are a whole paragraph, here of 9 sentences; the others have
    1 to 4 (22, 30, 28 and 20 %): on average 0.3 * 9 + 0.7 * 2.46 = 4.42."""
    names = ("fort", "fair", "mill")
    paragraphs = [
        [None, " ".join(f"The {name} has tower {i}." for i in range(9))] for name in names
    ]
    answer = [0, "What has the fort?", "tower 4", paragraphs[0][1].index("tower 4")]
    questions = [answer, [1, "Who sold the fair?"]]
    record = {"title": "Town", "paragraphs": paragraphs, "questions": questions}
    line, sizes = json.dumps(record), {}
    for seed in range(800):
        for example in briefing_examples([read_briefing(line)], random.Random(seed), copies=1):
            sizes.setdefault(example.origin, []).append(example.passage.count("."))
    assert sizes.keys() == {"written_yes", "written_no", "written_beside"}
    for counts in sizes.values():
        assert sum(counts) / len(counts) == pytest.approx(4.42, abs=0.3)
        assert counts.count(9) / len(counts) == pytest.approx(0.3, abs=0.05)


def test_an_article_holds_each_paragraph_where_it_says() -> None:
    article, starts = article_of_briefing("town", briefing())
    assert article.text == f"Town\n\n{FORT}\n\nAt the fair\n\n{FAIR}\n"
    assert [article.text.startswith(t, s) for t, s in zip((FORT, FAIR), starts, strict=True)] == [
        True, True,
    ]  # fmt: skip


def test_no_kept_briefing_is_trained_on() -> None:
    from qa.training.written_briefings import written_briefings

    trained = written_briefings(parts=10)
    held = held_briefings()
    assert len(held) == 71
    assert len(trained) == 382 + 131 + 350 + 195 + 171 + 270  # 350 and 270 ask more of others
    for told in (lambda one: {one.title}, lambda one: {each.text for each in one.paragraphs}):
        assert not set().union(*map(told, trained)) & set().union(*map(told, held))


def _bare(example: object) -> tuple[str, str]:
    passage = example.passage  # type: ignore[attr-defined]
    return passage, passage.removeprefix("At the fair. ")
