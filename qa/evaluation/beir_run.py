"""``briefing benchmark beir``: how well whole documents are found.

Each document is one passage, as the benchmark defines it, with its title above
it; nothing is read, for a claim is no question.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.passages import Passage
from corpus.spans import Span
from index.compiled_model import cache_root
from index.embedding import open_embedder
from index.passage_index import DEPTH, PassageIndex
from index.store import load_or_build
from qa.evaluation.beir_files import BeirSet, read_beir
from qa.evaluation.benchmark_embedder import ShowingEmbedder
from qa.evaluation.delivering import Delivery
from qa.evaluation.progress import show_progress
from qa.evaluation.questioning import STOPPED, Tell
from qa.evaluation.retrieval import Retrieved, searched_rankings
from qa.evaluation.scorecard import Scorecard


def run_beir(folder: Path, *, delivery: Delivery, tell: Tell) -> int:
    """Search, measure, deliver; returns the exit status.

    Raises:
        BatchError: if the folder is not in the layout of BEIR.
    """
    beir = read_beir(folder)
    index = _open_index(beir, folder.name, tell)
    retrieved: list[Retrieved] = []
    try:
        for query_id, query in show_progress(
            beir.queries.items(), count=len(beir.queries), what=folder.name, tell=tell
        ):
            rankings = searched_rankings(
                index.search(query, k=DEPTH), lambda passage: passage.passage_id
            )
            retrieved.append(Retrieved(query_id, query, beir.qrels[query_id], rankings))
    except KeyboardInterrupt:
        tell(STOPPED)
    card = Scorecard(
        f"{folder.name}, {len(beir.documents):,} documents",
        questions=len(beir.queries),
        retrieved=tuple(retrieved),
        any_right_is_enough=False,
        texts={item.document_id: f"{item.title}\n{item.text}" for item in beir.documents},
        about={"embedder": index.embedder.name},
    )
    return delivery.deliver(card, tell)


def _open_index(beir: BeirSet, name: str, tell: Tell) -> PassageIndex:
    passages = [
        Passage(item.document_id, item.document_id, Span(0, len(item.text)), item.text, ())
        for item in beir.documents
    ]
    digest = hashlib.sha256("\n".join(item.text for item in beir.documents).encode()).hexdigest()
    return load_or_build(
        cache_root() / "benchmarks" / f"{name}-{digest[:16]}",
        passages,
        ShowingEmbedder(open_embedder(), tell),
        tell,
        titles={item.document_id: item.title for item in beir.documents},
    )
