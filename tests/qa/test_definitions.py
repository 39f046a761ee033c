"""What a term is may be asked in many words; all of them ask "What is X?"."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.definitions import plain_definition


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Define the salt duty.", "What is salt duty?"),
        ("What is the meaning of force majeure?", "What is force majeure?"),
        ("what's the exact definition of \"swap line\" in this article?", "What is swap line?"),
        ("definition of tether", "What is tether?"),
        ("What is meant by “grey water” here?", "What is grey water?"),
        ("Could you explain the term 'interest rate corridor' to me?",
         "What is interest rate corridor?"),
        ("Can you explain the term \"Strait Talks\" to someone new to the desk?",
         "What are Strait Talks?"),
        ("What does \"attrition\" refer to in the text?", "What is attrition?"),
        ("What does the acronym TEU stand for?", "What is TEU?"),
        ("What does the term levy mean?", "What is levy?"),
        ("What is the term Dutch disease?", "What is Dutch disease?"),
        ('What is the "slow lane" that the report speaks of?', "What is slow lane?"),
        ("Explain the concept of net zero", "What is net zero?"),
        ("What is QRX, the outlet that comes up in the ferry story?", "What is QRX?"),
        ("Who is Ada Obi, the engineer quoted on the tunnels?", "Who is Ada Obi?"),
        ("who was Brandt, a name mentioned in the text", "Who was Brandt?"),
        ("Who is Obi, the minister named in the article?", "Who is Obi?"),
        ("What's the Salt Council, the body the article cites on the duty?",
         "What's the Salt Council?"),
    ],
)  # fmt: skip
def test_a_question_for_a_term_is_put_plainly(question: str, plain: str) -> None:
    assert plain_definition(question) == plain


@pytest.mark.parametrize(
    "question",
    [
        "What does the move mean?",  # for its consequences
        "What does joining mean for trade?",
        "What does the union mean to do?",
        "What is the salt duty?",  # plain already
        "Explain why the pass was closed.",
        "Explain the consequences of the duty.",
        "Describe the bridge.",
        "What is meant by that?",
        "What is the name of the mayor?",
        "What is the term of the loan?",
        "Who defined the term?",
        "Who is Ada Obi, the minister?",  # says what she is, which may be wrong
        "What is the duty, the one that Kovac announced, to change?",
        "What is the price, the highest in Europe?",
        "Who is the suspect, the man quoted by the police?",
        "Who is Kovac, the minister cited for contempt?",
        "What is the Ada, the ship named after the king?",
        "What does he refer to?",
        "Define",
        "",
    ],
)
def test_any_other_question_is_left_alone(question: str) -> None:
    assert plain_definition(question) is None


@given(st.text(max_size=80))
def test_any_text_is_read_without_harm(text: str) -> None:
    plain = plain_definition(text)

    assert plain is None or plain.startswith(("What", "Who"))


def test_long_questions_take_no_time() -> None:
    began = time.process_time()
    plain_definition("explain the term " + "a " * 1000 + "\" ' " * 200)
    plain_definition("what does the term " + "mean " * 400)
    plain_definition("what is a, the " + "cited in the text " * 400 + ",")

    assert time.process_time() - began < 2  # backtracking would take minutes
