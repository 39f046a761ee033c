from __future__ import annotations

from collections.abc import Callable

from corpus.passages import Passage
from index.text import framed_text

MakePassages = Callable[..., list[Passage]]


def test_title_and_heading_stand_above_the_words(make_passages: MakePassages) -> None:
    [passage] = make_passages("It rained.", heading="In the north")

    assert framed_text(passage, title="Weather") == "Weather\nIn the north\nIt rained."
    assert passage.text == "It rained."


def test_a_passage_without_title_and_heading_is_its_words(make_passages: MakePassages) -> None:
    [passage] = make_passages("It rained.")

    assert framed_text(passage) == "It rained."


def test_the_heading_is_that_of_the_first_sentence(make_passages: MakePassages) -> None:
    first, second = (make_passages("It rained.", heading=name)[0] for name in ("North", "South"))
    both = Passage("p", "a", first.span, "It rained.", first.sentences + second.sentences)

    assert framed_text(both) == "North\nIt rained."
