from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import reciprocal_rank_fusion, weight_of_dense, weighted_z_sum

_scores = st.floats(min_value=-100, max_value=100, allow_nan=False).map(lambda x: round(x, 3))
_both = st.lists(st.tuples(_scores, _scores), min_size=1, max_size=30)
_rankings = st.lists(st.lists(st.integers(0, 20), unique=True), max_size=4)


def test_a_passage_found_by_both_beats_one_found_first_by_either() -> None:
    fused = reciprocal_rank_fusion([["p", "both"], ["q", "both"]], k0=60)

    assert fused["both"] == pytest.approx(1 / (60 + 2) + 1 / (60 + 2))
    assert fused["p"] == fused["q"] == pytest.approx(1 / (60 + 1))
    assert max(fused, key=fused.__getitem__) == "both"


def test_ranks_of_one_ranking_keep_their_order() -> None:
    fused = reciprocal_rank_fusion([["a", "b", "c"]], k0=1)

    assert fused == {"a": 1 / 2, "b": 1 / 3, "c": 1 / 4}


def test_no_ranking_gives_no_scores() -> None:
    assert reciprocal_rank_fusion([]) == {}
    assert weighted_z_sum({}, {}, dense_weight=0.5) == {}


def test_a_ranking_that_names_a_passage_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        reciprocal_rank_fusion([["a", "b", "a"]])


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
    ranks = reciprocal_rank_fusion([["near", "far"], ["far", "near"]])
    assert ranks["far"] == ranks["near"]


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


@given(_rankings)
def test_every_ranked_key_is_scored_within_its_bounds(rankings: list[list[int]]) -> None:
    fused = reciprocal_rank_fusion(rankings, k0=60)

    assert fused.keys() == {key for ranking in rankings for key in ranking}
    assert all(0 < score <= len(rankings) / (60 + 1) for score in fused.values())


@given(_rankings)
def test_the_order_of_the_rankings_does_not_matter(rankings: list[list[int]]) -> None:
    forwards = reciprocal_rank_fusion(rankings)

    assert reciprocal_rank_fusion(rankings[::-1]) == pytest.approx(forwards)
