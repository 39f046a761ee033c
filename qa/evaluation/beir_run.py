"""``briefing benchmark beir``: how well whole documents are found.

Each document is one passage, as the benchmark defines it, with its title above
it; nothing is read, for a claim is no question.
"""

from __future__ import annotations

from pathlib import Path

from corpus.passages import Passage
from corpus.spans import Span
from index.embedding import open_embedder
from index.passage_index import DEPTH, PassageIndex
from index.store import load_or_build
from qa.evaluation.beir_files import BeirSet, read_beir
from qa.evaluation.benchmark_index import ShowingEmbedder, benchmark_folder
from qa.evaluation.delivering import Delivery
from qa.evaluation.questioning import STOPPED, Tell
from qa.evaluation.retrieval import Retrieved, searched_rankings
from qa.evaluation.scorecard import Scorecard
from qa.progress import show_progress


def run_beir(folder: Path, *, delivery: Delivery, tell: Tell) -> int:
    """Search, measure, deliver; returns the exit status.

    Raises:
        BatchError: if the folder is not in the layout of BEIR.
    """
    beir, name = read_beir(folder), folder.resolve().name
    if beir.missing:
        tell(f"{len(beir.missing)} judged queries are not in queries.jsonl; they count as wrong")
    index = _open_index(beir, name, tell)
    retrieved: list[Retrieved] = []
    try:
        for query_id, query in show_progress(
            beir.queries.items(), count=len(beir.queries), what=name, tell=tell
        ):
            found = searched_rankings(
                index.search(query, k=DEPTH), lambda passage: passage.passage_id
            )
            # As BEIR has it, a query that is itself a document does not find itself.
            rankings = {
                stage: tuple(document for document in ranking if document != query_id)
                for stage, ranking in found.items()
            }
            retrieved.append(Retrieved(query_id, query, beir.qrels[query_id], rankings))
    except KeyboardInterrupt:
        tell(STOPPED)
    else:
        retrieved += [Retrieved(name, "", beir.qrels[name], {}) for name in beir.missing]
    card = Scorecard(
        f"{name}, {len(beir.documents):,} documents",
        questions=len(beir.queries) + len(beir.missing),
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
    return load_or_build(
        benchmark_folder(name, (item.text for item in beir.documents)),
        passages,
        ShowingEmbedder(open_embedder(), tell),
        tell,
        titles={item.document_id: item.title for item in beir.documents},
    )
