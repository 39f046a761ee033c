from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.spans import Span
from qa.answers import Answer, Citation, Standing
from qa.compound import join_answers, split_compound


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "How many were on board and who owns the ship?",
            ("How many were on board?", "Who owns the ship?"),
        ),
        ("Who signed it? And when does it end?", ("Who signed it?", "When does it end?")),
        ("What did the minister say, and why did he resign?",
         ("What did the minister say?", "Why did he resign?")),
    ],
)  # fmt: skip
def test_two_questions_are_told_apart(question: str, parts: tuple[str, ...]) -> None:
    assert split_compound(question) == parts


@pytest.mark.parametrize(
    "question",
    ["Where and when did they meet?", "What do Norway and Sweden want?", "Why did it close?",
     "What does Chatham House say about why it failed and who is to blame?",
     "How many people died and who was blamed, according to Reuters?",
     "Does Reuters say who paid and how much was paid?",
     "Who said the plant would close and when it would reopen?",
     "trade and what it costs", "What happened and why?", ""],
)  # fmt: skip
def test_one_question_stays_whole(question: str) -> None:
    assert split_compound(question) == (question,)


def citation(marker: int, start: int) -> Citation:
    return Citation(marker, "a", "A", Span(start, start + 1), "x", None, 0.9)


def test_joined_answers_number_and_write_each_quote_once() -> None:
    one = Answer("q", "q1?", "X. [1] Y. [2]", "x", (citation(1, 0), citation(2, 5)), 0.9)
    two = Answer("q", "q2?", "Y. [1] Z. [2]", "z", (citation(1, 5), citation(2, 9)), 0.6)

    joined = join_answers([one, two])

    assert joined.text == "X. [1] Y. [2] Z. [3]"
    assert [c.span.start for c in joined.citations] == [0, 5, 9]
    assert [c.marker for c in joined.citations] == [1, 2, 3]
    assert (joined.short, joined.confidence, joined.query) == (None, 0.6, "q1? q2?")


def test_brackets_of_the_article_end_no_sentence_of_a_joined_answer() -> None:
    one = Answer("q", "q1?", "He [would] wait. [1][2]", "x", (citation(1, 0), citation(2, 5)), 0.9)
    two = Answer("q", "q2?", "He [would] go. [1]", "z", (citation(1, 9),), 0.6)
    assert join_answers([one, two]).text == "He [would] wait. [1][2] He [would] go. [3]"


def test_a_disagreement_over_a_part_is_one_of_the_whole() -> None:
    standing = Standing(("AP", "Reuters"), (), (2,))
    one = Answer("q", "q1?", "X. [1]", None, (citation(1, 0),), 0.9, standing=Standing(("AP",)))
    two = Answer(
        "q", "q2?", "Y. [1] Z. [2]", None, (citation(1, 5), citation(2, 9)), 0.6, standing=standing
    )

    # The second part's [1] and [2] are the whole's [2] and [3]; whoever carries both is left.
    assert join_answers([one, two]).standing == Standing(("AP",), (), (3,), contradicted=2)
    bare = replace(one, standing=None)
    assert join_answers([bare, bare]).standing is None
    both = Standing(("AP", "Reuters"), (), (3,), contradicted=2)
    assert join_answers([bare, two]).standing == both


def test_parts_of_different_outlets_are_no_single_source() -> None:
    one = Answer("q", "q1?", "X. [1]", None, (citation(1, 0),), 0.9, standing=Standing(("AP",)))
    two = Answer("q", "q2?", "Y. [1]", None, (citation(1, 5),), 0.9, standing=Standing(("BBC",)))
    assert join_answers([one, two]).standing is None
    nobody = replace(two, standing=Standing(()))
    assert join_answers([nobody, nobody]).standing == Standing(())
