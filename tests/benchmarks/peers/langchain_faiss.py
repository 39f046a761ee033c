"""LangChain: its FAISS vector store with Hugging Face embeddings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings


def build(passages: list[tuple[str, str]], folder: Path, model: str) -> None:
    store = FAISS.from_texts(
        [text for _, text in passages],
        HuggingFaceEmbeddings(model_name=model),
        metadatas=[{"key": key} for key, _ in passages],
    )
    store.save_local(str(folder))


def open_index(folder: Path, model: str) -> Callable[[str], list[str]]:
    store = FAISS.load_local(
        str(folder),
        HuggingFaceEmbeddings(model_name=model),
        allow_dangerous_deserialization=True,  # this run wrote it
    )
    return lambda question: [
        found.metadata["key"] for found in store.similarity_search(question, k=5)
    ]
