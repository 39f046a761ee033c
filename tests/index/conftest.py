from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.passages import Passage
from corpus.sentences import Sentence
from corpus.spans import Span
from index.embedding import Embedder, open_embedder
from index.hashing import HashingEmbedder
from index.passage_index import PassageIndex
from index.store import save_index

MakePassages = Callable[..., list[Passage]]


@pytest.fixture
def make_passages() -> MakePassages:
    """One-sentence passages of one article, that many characters apart in it."""

    def make(*texts: str, article_id: str = "a", heading: str | None = None) -> list[Passage]:
        passages, start = [], 0
        for number, text in enumerate(texts):
            span = Span(start, start + len(text))
            sentence = Sentence(article_id, span, text, heading, None)
            passages.append(Passage(f"{article_id}-{number}", article_id, span, text, (sentence,)))
            start = span.end + 1
        return passages

    return make


@pytest.fixture
def passages(make_passages: MakePassages) -> list[Passage]:
    """Three, with no word in common."""
    return make_passages("The storm closed the harbour.", "The minister resigned.", "It rained.")


@pytest.fixture
def folder(tmp_path: Path, passages: list[Passage]) -> Path:
    """Where their index is saved, made by a ``HashingEmbedder`` of 32 dimensions."""
    save_index(PassageIndex.build(passages, HashingEmbedder(dim=32)), tmp_path / "index")
    return tmp_path / "index"


@pytest.fixture(scope="session")
def minilm(model_cache: Path) -> Embedder:
    """The packaged model, compiled into ``model_cache`` once for all tests."""
    return open_embedder(cache_dir=model_cache)
