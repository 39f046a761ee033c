from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from corpus.passages import Passage
from index.dense import DenseIndex
from index.embedding import Embedder
from index.fusion import weight_of_dense, weighted_z_sum
from index.hashing import HashingEmbedder
from index.lexical import LexicalIndex
from index.passage_index import PassageIndex, corpus_digest, text_digest

MakePassages = Callable[..., list[Passage]]

_NEWS = (
    "The harbour was closed because of the storm.",
    "Farmers asked for an earlier harvest.",
    "The minister resigned on Monday.",
    "The storm damaged two ships in the harbour.",
)


@dataclass(frozen=True)
class CountingEmbedder:
    """Hashes, and remembers which texts it was given."""

    inner: HashingEmbedder = field(default_factory=HashingEmbedder)
    seen: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def dim(self) -> int:
        return self.inner.dim

    @property
    def fingerprint(self) -> str:
        return self.inner.fingerprint

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen.extend(texts)
        return self.inner.encode_passages(texts)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        return self.inner.encode_query(text)


@pytest.fixture
def news(make_passages: MakePassages) -> PassageIndex:
    return PassageIndex.build(make_passages(*_NEWS), HashingEmbedder(dim=256))


def test_ranks_start_at_one_and_scores_do_not_rise(news: PassageIndex) -> None:
    found = news.search("storm in the harbour", k=4)

    for ranking in (found.dense, found.lexical, found.fused):
        assert [hit.rank for hit in ranking] == list(range(1, len(ranking) + 1))
        assert [hit.score for hit in ranking] == sorted(
            (hit.score for hit in ranking), reverse=True
        )


def test_the_word_ranking_leaves_out_what_shares_no_word(news: PassageIndex) -> None:
    found = news.search("storm in the harbour", k=4)

    assert {hit.passage.passage_id for hit in found.lexical} == {"a-0", "a-3"}
    assert len(found.dense) == len(found.fused) == 4


def test_a_candidate_of_one_side_is_fused_by_the_score_of_the_other_too(
    make_passages: MakePassages,
) -> None:
    passages = make_passages("Storm.", "Storm over sea.", "Storm over land and sea.", "A minister.")
    index = PassageIndex.build(passages, HashingEmbedder(dim=256))
    query = "storm storm minister"
    found = index.search(query, k=2, depth=2)

    assert [hit.passage.passage_id for hit in found.dense] == ["a-0", "a-1"]
    assert [hit.passage.passage_id for hit in found.lexical] == ["a-3", "a-0"]
    cosines = index.dense.score(index.embedder.encode_query(query), [0, 1, 3]).tolist()
    words = index.lexical.score_all(query)[[0, 1, 3]].tolist()
    names = ["a-0", "a-1", "a-3"]
    wanted = weighted_z_sum(
        dict(zip(names, cosines, strict=True)),
        dict(zip(names, words, strict=True)),
        dense_weight=weight_of_dense(max(words) / index.lexical.attainable(query)),
    )
    best = sorted(wanted, key=lambda name: -wanted[name])[:2]
    assert [hit.passage.passage_id for hit in found.fused] == best
    assert [hit.score for hit in found.fused] == pytest.approx([wanted[name] for name in best])


def test_only_passages_at_the_rows_given_are_found(news: PassageIndex) -> None:
    rows = [row for row, passage in enumerate(news.passages) if passage.passage_id != "a-0"]
    found = news.search("storm in the harbour", k=4, rows=rows)

    for ranking in (found.dense, found.lexical, found.fused):
        assert "a-0" not in {hit.passage.passage_id for hit in ranking}
    assert found.fused[0].passage.passage_id == "a-3"


def test_no_rows_find_nothing(news: PassageIndex) -> None:
    found = news.search("storm", rows=[])

    assert (found.dense, found.lexical, found.fused) == ((), (), ())


def test_an_index_of_nothing_finds_nothing() -> None:
    found = PassageIndex.build([], HashingEmbedder()).search("storm")

    assert found.fused == ()


def test_a_query_without_known_words_is_ranked_by_meaning(news: PassageIndex) -> None:
    found = news.search("volcano", k=4)

    assert found.lexical == ()
    assert [hit.passage for hit in found.fused] == [hit.passage for hit in found.dense]


def test_a_word_shared_by_chance_weighs_little_beside_the_meaning(
    make_passages: MakePassages, minilm: Embedder
) -> None:
    passages = make_passages(
        "The ferry stayed in port while the gale blew.",
        "Farmers asked for an earlier harvest.",
        "The minister resigned on Monday.",
        "Bread prices rose again in spring.",
        "The crossing of two breeds gave a hardier sheep.",
    )
    index = PassageIndex.build(passages, minilm)

    found = index.search("why did the boat put off its crossing in that weather")

    assert [hit.passage for hit in found.lexical] == [passages[-1]]
    assert found.fused[0].passage == passages[0]


def test_titles_and_headings_are_searched(make_passages: MakePassages) -> None:
    passages = [
        *make_passages("It goes on.", article_id="rain", heading="Floods"),
        *make_passages("It goes on.", article_id="talks"),
    ]
    index = PassageIndex.build(passages, HashingEmbedder(dim=256), titles={"talks": "Negotiations"})

    assert index.search("negotiations").fused[0].passage.article_id == "talks"
    assert index.search("floods").fused[0].passage.article_id == "rain"


def test_two_passages_of_one_id_are_refused(make_passages: MakePassages) -> None:
    with pytest.raises(ValueError, match="'a-0'"):
        PassageIndex.build(make_passages("One.") * 2, HashingEmbedder())


@pytest.mark.parametrize(("k", "depth"), [(0, 5), (5, 0)])
def test_a_search_for_nothing_is_refused(news: PassageIndex, k: int, depth: int) -> None:
    with pytest.raises(ValueError, match=f"not {k} and {depth}"):
        news.search("storm", k=k, depth=depth)


def test_parts_of_different_sizes_are_refused(make_passages: MakePassages) -> None:
    embedder = HashingEmbedder()
    with pytest.raises(ValueError, match=r"2 passages .* 2 and 1"):
        PassageIndex(
            tuple(make_passages("One.", "Two.")),
            embedder,
            DenseIndex.build(embedder.encode_passages(["One.", "Two."])),
            LexicalIndex.build(["One."]),
        )


def test_only_texts_without_a_known_vector_are_encoded(make_passages: MakePassages) -> None:
    embedder = CountingEmbedder()
    [known] = embedder.inner.encode_passages([_NEWS[1]])

    index = PassageIndex.build(
        make_passages(*_NEWS), embedder, known_vectors={text_digest(_NEWS[1]): known}
    )

    assert embedder.seen == [_NEWS[0], _NEWS[2], _NEWS[3]]
    afresh = HashingEmbedder().encode_passages(_NEWS)
    assert np.array_equal(index.dense.vectors(range(4)), afresh)


def test_the_corpus_digest_follows_texts_ids_titles_and_order(
    make_passages: MakePassages,
) -> None:
    passages = make_passages("One.", "Two.")

    digests = {
        corpus_digest(passages),
        corpus_digest(passages[::-1]),
        corpus_digest(passages[:1]),
        corpus_digest(passages, titles={"a": "Title"}),
        corpus_digest(make_passages("One.", "Two.", article_id="b")),
        corpus_digest(make_passages("One.", "Two!")),
        corpus_digest([]),
    }

    assert len(digests) == 7
    assert corpus_digest(passages) == corpus_digest(make_passages("One.", "Two."))


_words = st.sampled_from(["storm", "harbour", "minister", "farmer", "ship", "rain", "vote"])
_texts = st.lists(st.lists(_words, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_texts, st.lists(_words, max_size=4).map(" ".join), st.integers(1, 15))
def test_any_search_gives_k_passages_or_all_and_repeats_exactly(
    make_passages: MakePassages, texts: list[str], query: str, k: int
) -> None:
    index = PassageIndex.build(make_passages(*texts), HashingEmbedder(dim=32))

    found = index.search(query, k=k)

    assert len(found.fused) == len(found.dense) == min(k, len(texts))
    assert len({hit.passage.passage_id for hit in found.fused}) == len(found.fused)
    assert all(hit.score > 0 for hit in found.lexical)
    assert index.search(query, k=k) == found


def test_the_real_model_finds_what_shares_no_word(
    make_passages: MakePassages, minilm: Embedder
) -> None:
    index = PassageIndex.build(make_passages(*_NEWS), minilm)

    found = index.search("Which politician stepped down?", k=1)

    assert found.lexical == ()
    assert found.fused[0].passage.text == _NEWS[2]
