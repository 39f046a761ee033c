from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dense import DenseIndex

_EAST, _NORTH = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
_NORTH_EAST = np.array([0.6, 0.8], np.float32)


@pytest.fixture
def compass() -> DenseIndex:
    return DenseIndex.build(np.stack([_EAST, _NORTH, _NORTH_EAST]))


def test_the_closest_rows_come_first_with_their_cosines(compass: DenseIndex) -> None:
    # (1, 0) . (0.6, 0.8) = 0.6
    assert compass.search(_EAST, k=2) == [(0, 1.0), (2, pytest.approx(0.6))]


def test_more_than_there_is_gives_all_there_is(compass: DenseIndex) -> None:
    assert [row for row, _ in compass.search(_NORTH, k=50)] == [1, 2, 0]


def test_an_index_of_nothing_finds_nothing() -> None:
    empty = DenseIndex.build(np.zeros((0, 2), np.float32))

    assert len(empty) == 0
    assert empty.search(_EAST, k=3) == []
    assert empty.score(_EAST, []).shape == (0,)


def test_only_the_allowed_rows_are_found(compass: DenseIndex) -> None:
    assert [row for row, _ in compass.search(_EAST, k=3, rows=[1, 2])] == [2, 1]
    assert compass.search(_EAST, k=3, rows=[]) == []


def test_rows_are_scored_in_the_order_asked(compass: DenseIndex) -> None:
    assert compass.score(_EAST, [1, 2, 0]) == pytest.approx([0.0, 0.6, 1.0])


def test_a_saved_index_finds_the_same(compass: DenseIndex, tmp_path: Path) -> None:
    compass.save(tmp_path / "dense.faiss")

    again = DenseIndex.load(tmp_path / "dense.faiss")

    assert again.search(_NORTH_EAST, k=3) == compass.search(_NORTH_EAST, k=3)
    assert (len(again), again.dim) == (3, 2)


def test_an_empty_index_is_saved_too(tmp_path: Path) -> None:
    DenseIndex.build(np.zeros((0, 7), np.float32)).save(tmp_path / "dense.faiss")

    assert (len(DenseIndex.load(tmp_path / "dense.faiss")), 0) == (0, 0)


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dense.faiss").write_bytes(b"not an index")

    with pytest.raises(RuntimeError):
        DenseIndex.load(tmp_path / "dense.faiss")


@pytest.mark.parametrize("shape", [(3,), (3, 0), (1, 2, 3)])
def test_vectors_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"\(n, dim\)"):
        DenseIndex.build(np.zeros(shape, np.float32))


def test_a_query_of_another_width_is_refused(compass: DenseIndex) -> None:
    with pytest.raises(ValueError, match=r"\(2,\)"):
        compass.search(np.ones(3, np.float32), k=1)


def test_a_search_for_nothing_is_refused(compass: DenseIndex) -> None:
    with pytest.raises(ValueError, match="k is 0"):
        compass.search(_EAST, k=0)


@given(st.integers(0, 40), st.integers(1, 50), st.integers(0, 2**32 - 1))
def test_the_order_is_that_of_the_plain_product(n: int, k: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    vectors = random.normal(size=(n, 8)).astype(np.float32)
    query = random.normal(size=8).astype(np.float32)

    found = DenseIndex.build(vectors).search(query, k=k)

    products = vectors @ query
    assert len(found) == min(n, k)
    assert [score for _, score in found] == pytest.approx(
        sorted(products.tolist(), reverse=True)[:k], abs=1e-4
    )
    assert all(score == pytest.approx(products[row], abs=1e-4) for row, score in found)


def grouped(n: int, *, dim: int = 32, groups: int = 40) -> np.ndarray:
    """Unit vectors around ``groups`` centres, float32 of shape (n, dim)."""
    random = np.random.default_rng(0)
    centres = random.normal(size=(groups, dim))
    vectors = centres[random.integers(groups, size=n)] + 0.5 * random.normal(size=(n, dim))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def large() -> tuple[np.ndarray, DenseIndex]:
    vectors = grouped(3_000)
    return vectors, DenseIndex.build(vectors, exact_up_to=2_999)


def test_an_index_is_exact_up_to_the_size_that_was_set() -> None:
    vectors = grouped(2_000)
    assert DenseIndex.build(vectors, exact_up_to=2_000).is_exact
    assert not DenseIndex.build(vectors, exact_up_to=1_999).is_exact


def test_an_index_that_is_not_exact_finds_nearly_all_of_what_exact_search_finds(
    large: tuple[np.ndarray, DenseIndex],
) -> None:
    vectors, index = large
    queries = grouped(200)[::2]
    nearest = np.argsort(-(queries @ vectors.T), axis=1)[:, :10]
    found = [[row for row, _ in index.search(query, k=10)] for query in queries]
    share = np.mean([len(set(a) & set(b)) / 10 for a, b in zip(found, nearest, strict=True)])
    assert share >= 0.98


def test_its_cosines_are_those_of_the_vectors_to_within_a_thousandth(
    large: tuple[np.ndarray, DenseIndex],
) -> None:
    vectors, index = large
    for row, cosine in index.search(vectors[7], k=20):
        assert cosine == pytest.approx(float(vectors[row] @ vectors[7]), abs=0.001)
    assert index.score(vectors[7], [7, 8]) == pytest.approx(
        vectors[[7, 8]] @ vectors[7], abs=0.001
    )


@pytest.mark.parametrize("compared_all", [0, 5])  # by the groups, and one by one
def test_a_limited_search_finds_its_rows_wherever_they_lie(
    compared_all: int, large: tuple[np.ndarray, DenseIndex], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.dense._COMPARED_ALL", compared_all)
    vectors, index = large
    furthest = np.argsort(vectors @ vectors[0])[:5].tolist()  # in no list near the query
    found = index.search(vectors[0], k=5, rows=furthest)
    # From the least far to the furthest.
    assert [row for row, _ in found] == furthest[::-1]


def test_it_is_saved_with_how_far_it_looks(
    large: tuple[np.ndarray, DenseIndex], tmp_path: Path
) -> None:
    vectors, index = large
    index.save(tmp_path / "dense.faiss")
    again = DenseIndex.load(tmp_path / "dense.faiss")
    assert not again.is_exact
    assert again.search(vectors[5], k=50) == index.search(vectors[5], k=50)
    assert np.array_equal(again.vectors([1, 2]), index.vectors([1, 2]))


def test_an_index_of_another_make_is_refused(tmp_path: Path) -> None:
    faiss.write_index(faiss.index_factory(8, "HNSW8"), str(tmp_path / "dense.faiss"))
    with pytest.raises(ValueError, match="HNSW"):
        DenseIndex.load(tmp_path / "dense.faiss")
