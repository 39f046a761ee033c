"""Haystack: its in-memory document store with sentence-transformers embedders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from haystack import Document
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)


def build(passages: list[tuple[str, str]], folder: Path, model: str) -> None:
    embedder = SentenceTransformersDocumentEmbedder(model=model, progress_bar=False)
    embedder.warm_up()
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    documents = [Document(id=key, content=text) for key, text in passages]
    store.write_documents(embedder.run(documents)["documents"])
    store.save_to_disk(str(folder / "store.json"))


def open_index(folder: Path, model: str) -> Callable[[str], list[str]]:
    embedder = SentenceTransformersTextEmbedder(model=model, progress_bar=False)
    embedder.warm_up()
    store = InMemoryDocumentStore.load_from_disk(str(folder / "store.json"))
    retriever = InMemoryEmbeddingRetriever(document_store=store, top_k=5)

    def find(question: str) -> list[str]:
        vector = embedder.run(question)["embedding"]
        return [one.id for one in retriever.run(query_embedding=vector)["documents"]]

    return find
