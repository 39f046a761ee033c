"""Short answers are compared as SQuAD's official script does it."""

from __future__ import annotations

import pytest

from qa.evaluation.answer_text import best_f1, exact_match, normalise, token_f1


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("  The U.S.\n an  Act, ", "us act"),
        ("A-list", "alist"),
        ("theatre", "theatre"),  # an article inside a word is no article
        ("“bridge”", "“bridge”"),  # the script drops ASCII punctuation alone
    ],
)
def test_normalising_drops_case_articles_and_ascii_marks(written: str, compared: str) -> None:
    assert normalise(written) == compared


@pytest.mark.parametrize(
    ("ours", "theirs", "f1"),
    [
        ("The Bridge!", "bridge", 1.0),
        ("on Monday morning", "Monday", 2 * 1 / (3 + 1)),
        ("stone bridge", "an old stone bridge", 2 * 2 / (2 + 3)),
        ("no no", "no", 2 * 1 / (2 + 1)),  # a word counts as often as both have it
        ("Tuesday", "Monday", 0.0),
        ("", "Monday", 0.0),
        ("the", "", 1.0),  # neither has a word that counts
    ],
)
def test_f1_is_of_the_words_in_common(ours: str, theirs: str, f1: float) -> None:
    assert token_f1(ours, theirs) == pytest.approx(f1)


def test_the_best_of_several_golds_counts() -> None:
    assert exact_match("in May", ["June", "In may."]) == 1.0
    assert best_f1("in May 2020", ["May", "May 2020"]) == pytest.approx(2 * 2 / (3 + 2))


def test_without_golds_only_silence_is_right() -> None:
    assert (exact_match("", []), best_f1("", [])) == (1.0, 1.0)
    assert (exact_match("May", []), best_f1("May", [])) == (0.0, 0.0)
    assert (exact_match("", ["May"]), best_f1("", ["May"])) == (0.0, 0.0)
