from __future__ import annotations

import numpy as np
import pytest

from index.hashing import HashingEmbedder


def test_vectors_have_unit_length_and_repeat_exactly() -> None:
    texts = ["Rain in the north.", "", "Sun", "!?"]

    vectors = HashingEmbedder(dim=32).encode_passages(texts)

    assert vectors.shape == (4, 32)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0)
    assert np.array_equal(vectors, HashingEmbedder(dim=32).encode_passages(texts))


def test_texts_that_share_words_are_closer_than_texts_that_share_none() -> None:
    embedder = HashingEmbedder(dim=512)
    rain, same, other = embedder.encode_passages(["heavy rain", "RAIN, heavy", "quiet harbour"])

    assert rain @ same == pytest.approx(1.0)
    assert rain @ other < 0.5


def test_a_query_is_encoded_as_a_passage_is() -> None:
    embedder = HashingEmbedder(dim=16)

    assert np.array_equal(embedder.encode_query("rain"), embedder.encode_passages(["rain"])[0])


def test_no_texts_give_an_empty_array_of_the_right_width() -> None:
    assert HashingEmbedder(dim=16).encode_passages([]).shape == (0, 16)


def test_embedders_of_different_widths_have_different_fingerprints() -> None:
    assert HashingEmbedder(dim=16).fingerprint != HashingEmbedder(dim=17).fingerprint


def test_no_dimensions_are_refused() -> None:
    with pytest.raises(ValueError, match="dim is 0"):
        HashingEmbedder(dim=0)
