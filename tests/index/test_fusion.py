from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import weight_of_dense, weighted_z_sum

_scores = st.floats(min_value=-100, max_value=100, allow_nan=False).map(lambda x: round(x, 3))
_both = st.lists(st.tuples(_scores, _scores), min_size=1, max_size=30)


def test_no_candidates_have_no_scores() -> None:
    assert weighted_z_sum({}, {}, dense_weight=0.5) == {}


def test_z_scores_are_summed_by_their_weights() -> None:
    # Of 1, 2, 3 the mean is 2 and the deviation sqrt(2/3), so z is -1.2247, 0, 1.2247;
    # of 0, 0, 3 the mean is 1 and the deviation sqrt(2), so z is -0.7071, -0.7071, 1.4142.
    fused = weighted_z_sum(
        {"a": 3.0, "b": 2.0, "c": 1.0}, {"a": 0.0, "b": 0.0, "c": 3.0}, dense_weight=0.25
    )

    assert fused["a"] == pytest.approx(0.25 * 1.5**0.5 + 0.75 * -(0.5**0.5))
    assert fused["b"] == pytest.approx(0.75 * -(0.5**0.5))
    assert fused["c"] == pytest.approx(0.25 * -(1.5**0.5) + 0.75 * 2**0.5)


def test_a_lead_in_score_outweighs_a_better_rank() -> None:
    # Ranks see a tie: each is first once and second once. Scores see that "far"
    # is far ahead in one and close behind in the other.
    dense = {"far": 0.50, "near": 0.51, "x": 0.1, "y": 0.1}
    lexical = {"far": 30.0, "near": 9.0, "x": 8.0, "y": 7.0}

    fused = weighted_z_sum(dense, lexical, dense_weight=0.5)

    assert fused["far"] > fused["near"]


def test_a_side_whose_scores_are_all_equal_has_no_say() -> None:
    fused = weighted_z_sum({"a": 0.9, "b": 0.1}, {"a": 0.3, "b": 0.3}, dense_weight=0.5)

    assert fused == {"a": pytest.approx(0.5), "b": pytest.approx(-0.5)}


def test_a_candidate_that_one_side_does_not_score_is_refused() -> None:
    with pytest.raises(ValueError, match="1 are scored by one alone"):
        weighted_z_sum({"a": 1.0, "b": 2.0}, {"a": 1.0}, dense_weight=0.5)


@pytest.mark.parametrize("weight", [-0.1, 1.1, float("nan")])
def test_a_weight_outside_the_unit_interval_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="dense_weight"):
        weighted_z_sum({"a": 1.0}, {"a": 1.0}, dense_weight=weight)


def test_the_fewer_words_of_the_query_are_found_the_more_the_dense_side_weighs() -> None:
    # 1 - 0.9 * 0.5 = 0.55
    assert [weight_of_dense(share) for share in (0.0, 0.5, 1.0)] == pytest.approx([1.0, 0.55, 0.1])


@pytest.mark.parametrize("coverage", [-0.1, 1.1, float("nan")])
def test_a_coverage_outside_the_unit_interval_is_refused(coverage: float) -> None:
    with pytest.raises(ValueError, match="coverage"):
        weight_of_dense(coverage)


@given(_both, st.floats(0, 1))
def test_neither_scale_nor_offset_of_a_side_changes_the_sum(
    pairs: list[tuple[float, float]], weight: float
) -> None:
    dense = {row: pair[0] for row, pair in enumerate(pairs)}
    lexical = {row: pair[1] for row, pair in enumerate(pairs)}
    moved = {row: 8 * score + 16 for row, score in lexical.items()}

    fused = weighted_z_sum(dense, lexical, dense_weight=weight)

    assert fused == pytest.approx(weighted_z_sum(dense, moved, dense_weight=weight), abs=1e-6)


@given(_both)
def test_a_full_weight_keeps_the_order_of_that_side(pairs: list[tuple[float, float]]) -> None:
    dense = {row: pair[0] for row, pair in enumerate(pairs)}
    lexical = {row: pair[1] for row, pair in enumerate(pairs)}

    alone = weighted_z_sum(dense, lexical, dense_weight=1.0)

    for one in dense:
        for other in dense:
            if dense[one] > dense[other]:
                assert alone[one] >= alone[other]


@given(_both, st.floats(0.01, 0.99))
def test_better_on_both_sides_is_better_fused(
    pairs: list[tuple[float, float]], weight: float
) -> None:
    dense = {row: pair[0] for row, pair in enumerate(pairs)}
    lexical = {row: pair[1] for row, pair in enumerate(pairs)}

    fused = weighted_z_sum(dense, lexical, dense_weight=weight)

    for one in dense:
        for other in dense:
            if dense[one] > dense[other] and lexical[one] > lexical[other]:
                assert fused[one] > fused[other]
