"""What is trained on is asked in the words that reach the reader."""

from __future__ import annotations

from corpus.outlets import load_outlets
from qa.training.as_read import as_they_are_read
from qa.training.written_briefings import BriefingParagraph, BriefingQuestion, WrittenBriefing

_TEXT = "Pay will rise by a tenth, Reuters reported. The union is content."


def _asked(text: str, *, answer: str | None) -> str:
    start = None if answer is None else _TEXT.index(answer)
    briefing = WrittenBriefing(
        "The strike is over",
        (BriefingParagraph(None, _TEXT),),
        (BriefingQuestion(text, 0, answer, start),),
    )
    (read,) = as_they_are_read([briefing], load_outlets())
    assert read.title == briefing.title
    assert read.paragraphs == briefing.paragraphs
    assert (read.questions[0].answer, read.questions[0].start) == (answer, start)
    return read.questions[0].text


def test_what_an_outlet_says_about_a_matter_is_asked_by_the_matter() -> None:
    asked = _asked("What does Reuters report about wages?", answer="Pay will rise by a tenth")
    assert asked == "Wages?"


def test_a_plain_question_stays_as_it_is() -> None:
    question = "How much more will they be paid?"
    assert _asked(question, answer="a tenth") == question


def test_who_says_so_stays_for_its_answer_is_a_name() -> None:
    question = "Which outlet reports that pay will rise?"
    assert _asked(question, answer="Reuters") == question


def test_a_question_without_an_answer_stays() -> None:
    question = "What does Reuters report about holidays?"
    assert _asked(question, answer=None) == question
