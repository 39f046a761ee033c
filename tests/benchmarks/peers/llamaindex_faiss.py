"""LlamaIndex: a VectorStoreIndex over FAISS, as its documentation sets it up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import faiss
from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.faiss import FaissVectorStore


def build(passages: list[tuple[str, str]], folder: Path, model: str) -> None:
    embedding = HuggingFaceEmbedding(model_name=model)
    store = FaissVectorStore(faiss_index=faiss.IndexFlatIP(384))
    index = VectorStoreIndex(
        [TextNode(id_=key, text=text) for key, text in passages],
        storage_context=StorageContext.from_defaults(vector_store=store),
        embed_model=embedding,
    )
    index.storage_context.persist(str(folder))


def open_index(folder: Path, model: str) -> Callable[[str], list[str]]:
    embedding = HuggingFaceEmbedding(model_name=model)
    store = FaissVectorStore.from_persist_dir(str(folder))
    context = StorageContext.from_defaults(vector_store=store, persist_dir=str(folder))
    index = load_index_from_storage(context, embed_model=embedding)
    retriever = index.as_retriever(similarity_top_k=5)
    return lambda question: [found.node.node_id for found in retriever.retrieve(question)]
