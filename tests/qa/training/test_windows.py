"""Windows of sentences, and the filter on what may hold an answer."""

from __future__ import annotations

import random

import pytest

from qa.training.examples import draw_window
from qa.training.ranking import rank_windows
from qa.training.windows import Piece, cut_sentences, sentences_touching, window_of
from qa.training.words import holds_answer

TEXT = "Ann built it in 1990. Mr. Bo sold it. U.S. buyers came! Did he pay? Yes."


def _cut(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in cut_sentences(text)]


def test_a_title_or_initials_end_no_sentence() -> None:
    assert _cut(TEXT) == [
        "Ann built it in 1990.",
        "Mr. Bo sold it.",
        "U.S. buyers came!",
        "Did he pay?",
        "Yes.",
    ]


def test_a_quotation_mark_after_the_stop_belongs_to_its_sentence() -> None:
    assert _cut('He said "no." Then he left.') == ['He said "no."', "Then he left."]


def test_an_empty_text_has_no_sentences() -> None:
    assert cut_sentences("  ") == ()


def test_a_window_is_verbatim_and_ends_with_the_paragraph() -> None:
    pieces = cut_sentences(TEXT)
    window = window_of(TEXT, pieces, 3, 4)
    assert window.text == "Did he pay? Yes."
    assert TEXT[window.start : window.end] == window.text


def test_sentences_touching_finds_all_that_share_a_code_point() -> None:
    pieces = (Piece(0, 10), Piece(11, 20), Piece(21, 30))
    assert sentences_touching(pieces, 5, 12) == range(2)
    assert sentences_touching(pieces, 10, 11) == range(0)
    assert sentences_touching(pieces, 21, 22) == range(2, 3)


def test_a_drawn_window_always_holds_the_answer_and_at_most_four_sentences() -> None:
    pieces = cut_sentences(TEXT)
    start = TEXT.index("sold")
    seen = set()
    for seed in range(200):
        window = draw_window(TEXT, pieces, start, start + 4, random.Random(seed))
        assert window.contains(start, start + 4)
        assert len(cut_sentences(window.text)) <= 4
        seen.add(window.text)
    # Sizes 1, 2, 3, 4 at every place that holds sentence 1 of 0..4: 1 + 2 + 2 + 2
    assert len(seen) == 7


@pytest.mark.parametrize(
    ("passage", "answers", "holds"),
    [
        ("The treaty was signed in Rome.", ("Rome",), True),
        ("The treaty was signed in Paris.", ("Rome",), False),
        ("It had a great old bridge.", ("great stone bridge",), True),  # 2 of 3 words
        ("It had a wall.", ("great stone bridge",), False),
        ("It sold 1,500 copies.", ("1500 records in all the stores",), True),  # its number
        ("Anything.", ("?",), True),  # an answer without words can never be ruled out
    ],
)
def test_a_passage_may_hold_an_answer_by_half_its_words_or_any_number(
    passage: str, answers: tuple[str, ...], holds: bool
) -> None:
    assert holds_answer(passage, answers) is holds


def test_rare_shared_words_rank_a_window_first_and_ties_keep_their_order() -> None:
    windows = ["the river is long", "the bridge is old", "the river bridge fell", "a hill"]
    ranked = rank_windows(["When did the river bridge fall?", "who"], windows, depth=3)
    assert ranked[0, 0] == 2
    assert ranked[1].tolist() == [0, 1, 2]
