"""An overview takes a sentence of each section, and none that says nothing alone."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.sentences import Sentence
from corpus.spans import Span
from qa.overview import choose_overview, openings


def _sentences(*sections: tuple[str, list[str]]) -> list[Sentence]:
    texts = [(heading, text) for heading, own in sections for text in own]
    return [
        Sentence("a", Span(100 * row, 100 * row + len(text)), text, heading, None)
        for row, (heading, text) in enumerate(texts)
    ]


def _vectors(rows: list[list[float]]) -> NDArray[np.float32]:
    vectors = np.asarray(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _articles(*lengths: int) -> list[Sentence]:
    return [
        Sentence(f"a{number}", Span(100 * row, 100 * row + 4), f"a{number}-{row}", None, None)
        for number, length in enumerate(lengths)
        for row in range(length)
    ]


@pytest.mark.parametrize(
    ("lengths", "most", "expected"),
    [
        ((2, 1), 5, ["a0-0", "a0-1", "a1-0"]),  # all of them
        ((4,), 3, ["a0-0", "a0-1", "a0-2"]),
        ((9, 1, 5), 6, ["a0-0", "a0-1", "a1-0", "a2-0", "a2-1"]),  # 6 // 3 = 2 of each
        ((2, 2, 2, 2, 2), 3, ["a0-0", "a2-0", "a4-0"]),  # ceil(5 / 3) = 2: every second
    ],
)
def test_an_overview_of_many_articles_looks_at_how_each_opens(
    lengths: tuple[int, ...], most: int, expected: list[str]
) -> None:
    assert [item.text for item in openings(_articles(*lengths), most=most)] == expected


_LONG = "The company put six new trams into service today"


def test_every_section_gives_one_sentence_before_any_gives_two() -> None:
    sentences = _sentences(("A", [_LONG, _LONG]), ("B", [_LONG, _LONG]), ("C", [_LONG]))
    vectors = _vectors([[1, 0, 0], [1, 0.1, 0], [0, 1, 0], [0.1, 1, 0], [0, 0, 1]])
    chosen = choose_overview(sentences, vectors, limit=3)
    assert len({sentences[row].heading for row in chosen}) == 3
    assert list(chosen) == sorted(chosen)


@pytest.mark.parametrize(
    "poor",
    [
        "Too short.",
        "Several points should be kept in mind here:",
        "“Somebody has to go first, it is usually us.”",
    ],
)
def test_a_fragment_an_announcement_and_bare_speech_stand_for_no_section(poor: str) -> None:
    sentences = _sentences(("A", [poor, _LONG]))
    # The poor one lies at the very centre: cosine 1 against 0.98.
    chosen = choose_overview(sentences, _vectors([[1, 0.1], [1, 0.3]]), limit=1)
    assert chosen == (1,)


def test_nothing_gives_nothing() -> None:
    assert choose_overview([], np.zeros((0, 4), dtype=np.float32), limit=3) == ()


def test_no_more_than_the_limit_is_chosen() -> None:
    sentences = _sentences(*[(str(n), [_LONG]) for n in range(9)])
    assert len(choose_overview(sentences, _vectors(np.eye(9).tolist()), limit=5)) == 5
