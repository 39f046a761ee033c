from __future__ import annotations

import pytest

from corpus.spans import Span, trim


def test_a_span_counts_code_points_half_open() -> None:
    span = Span(2, 5)
    assert len(span) == 5 - 2
    assert span.of("ab🙂déf") == "🙂dé"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_ends_before_it_starts_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(start, end)


@pytest.mark.parametrize(
    ("other", "shared", "contained"),
    [(Span(2, 5), 3, True), (Span(0, 3), 1, False), (Span(5, 9), 0, False), (Span(3, 3), 0, True)],
)
def test_overlap_and_containment(other: Span, shared: int, contained: bool) -> None:
    assert Span(2, 5).overlap(other) == shared
    assert Span(2, 5).contains(other) is contained


@pytest.mark.parametrize(
    ("text", "span"), [("  a b \n", Span(2, 5)), (" \t", Span(2, 2)), ("", Span(0, 0))]
)
def test_trimming_takes_white_space_off_both_sides(text: str, span: Span) -> None:
    assert trim(text, 0, len(text)) == span
