from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.near_copies import KEEP_EVERY, NEARLY_SAME, likeness, sketch

LONG = [f"word{number}" for number in range(1000)]


def test_of_a_long_text_a_sample_is_kept() -> None:
    kept = sketch(" ".join(LONG))
    assert all(value % KEEP_EVERY == 0 for value in kept)
    assert 996 / KEEP_EVERY / 2 < len(kept) < 996 / KEEP_EVERY * 2  # of 996 runs about an eighth


def test_an_updated_copy_is_like_the_first_and_another_text_is_not() -> None:
    first, other = sketch(" ".join(LONG)), sketch(" ".join(reversed(LONG)))
    updated = sketch(" ".join([*LONG[:900], *(f"new{number}" for number in range(100))]))
    assert likeness(first, updated) >= NEARLY_SAME
    assert likeness(first, other) == 0


def test_a_short_text_and_a_long_one_are_compared_by_the_same_sample() -> None:
    # 399 words have 395 runs, kept whole; 420 have 416, of which a sample is kept.
    short, long = sketch(" ".join(LONG[:399])), sketch(" ".join(LONG[:420]))
    assert likeness(short, long) >= NEARLY_SAME


@given(st.text(max_size=200))
def test_a_text_is_like_itself_whatever_its_case(text: str) -> None:
    assert likeness(sketch(text), sketch(text)) == 1.0
