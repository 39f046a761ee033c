from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.passages import Passage
from corpus.sentences import Sentence
from corpus.spans import Span
from index.embedding import Embedder, open_embedder

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


@pytest.fixture(scope="session")
def minilm(model_cache: Path) -> Embedder:
    """The packaged model, compiled into ``model_cache`` once for all tests."""
    return open_embedder(cache_dir=model_cache)
