"""Who is named only to say whose opponent is meant is not taken for the opponent."""

from __future__ import annotations

import pytest

from corpus.sentences import Attribution, Sentence
from corpus.spans import Span
from qa.asked_of_another import may_be_of_whom_is_named

PEOPLE = frozenset({"falk", "tom falk"})


def _said(text: str, speaker: str | None) -> Sentence:
    credit = Attribution((), speaker, Span(0, 1))
    return Sentence("a", Span(0, len(text)), text, None, credit)


@pytest.mark.parametrize("asked", ["his opponent", "Falk's opponent", "Tom Falk’s opponents"])
def test_he_may_be_whose_opponent_is_asked_for(asked: str) -> None:
    said, before = _said("He said it was cheap.", "He"), _said("Falk won.", None)
    assert may_be_of_whom_is_named(asked, said, before, lambda: PEOPLE)
    assert may_be_of_whom_is_named(asked, said, None, lambda: PEOPLE)


@pytest.mark.parametrize(
    ("asked", "text", "speaker", "before"),
    [
        ("his opponent", "He said it was cheap.", "He", "The opponent lost."),
        ("his opponent", "As an opponent he said so.", "he", "Falk won."),
        ("his opponent", "It was cheap, said Ann Marsh.", "Ann Marsh", "Falk won."),
        ("Falk", "He said it was cheap.", "He", "Falk won."),
        ("the harbour's head", "He said it was cheap.", "He", "Falk won."),
    ],
)
def test_somebody_else_is_heard(asked: str, text: str, speaker: str, before: str) -> None:
    said, earlier = _said(text, speaker), _said(before, None)
    assert not may_be_of_whom_is_named(asked, said, earlier, lambda: PEOPLE)
