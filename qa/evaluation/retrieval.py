"""How well passages are found, stage by stage, by the field's own implementation of its measures.

The stages are those of the pipeline: ``dense``, ``lexical``, ``fused`` and
``read``, the fused ranking with what was read put in the reader's order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.passages import Passage
from index.passage_index import Rankings, ScoredPassage
from qa.trace import Trace

STAGES = ("dense", "lexical", "fused", "read")
MEASURES = ("R@1", "R@5", "R@10", "RR@10", "nDCG@10")


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What was found for one query, best first by stage, and what should have been.

    ``gains`` are above 0 for each right document. Documents are what a
    benchmark ranks: our passages, or the paragraphs or abstracts they are of.
    """

    query_id: str
    query: str
    gains: Mapping[str, int]
    rankings: Mapping[str, tuple[str, ...]]


def stage_rankings(
    trace: Trace, document_of: Callable[[Passage], str]
) -> dict[str, tuple[str, ...]]:
    """The documents of each stage of one question, best first.

    A document is as good as its best passage (MaxP, Dai and Callan 2019). What
    the reader did not read stays behind what it read, in the fused order.
    """
    found = trace.rankings
    if found is None:
        return {}
    stages = searched_rankings(found, document_of)
    if trace.read:
        read = _documents(trace.read, document_of)
        stages["read"] = tuple(dict.fromkeys((*read, *stages["fused"])))
    return stages


def searched_rankings(
    found: Rankings, document_of: Callable[[Passage], str]
) -> dict[str, tuple[str, ...]]:
    """The documents of the three stages of a search, best first."""
    return {
        "dense": _documents(found.dense, document_of),
        "lexical": _documents(found.lexical, document_of),
        "fused": _documents(found.fused, document_of),
    }


def _documents(
    hits: Iterable[ScoredPassage], document_of: Callable[[Passage], str]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(document_of(hit.passage) for hit in hits))


def scores_by_rank(ranking: Sequence[str]) -> dict[str, float]:
    """A score for each document that keeps the order, 1 / rank.

    The standard tools order by score and break ties by the document's name, so
    that equal scores would come out in another order than ours.
    """
    return {document: 1 / rank for rank, document in enumerate(ranking, start=1)}


def score_retrieval(
    retrieved: Sequence[Retrieved], *, any_right_is_enough: bool
) -> dict[str, dict[str, float]]:
    """Every measure of every query, ``{"fused.nDCG@10": {query_id: value}}``.

    With ``any_right_is_enough`` R@k is 1 where a right document is among the
    first k (the top-k accuracy of Karpukhin et al. 2020), as a question is
    answered by one of them; else it is the share of the right ones found. The
    two are one where a query has one right document. A query for which nothing
    was found scores 0; one that has no right document is left out.
    """
    # Imported here: only measuring needs it.
    import ir_measures

    recall = ir_measures.Success if any_right_is_enough else ir_measures.R
    theirs = (recall @ 1, recall @ 5, recall @ 10, ir_measures.RR @ 10, ir_measures.nDCG @ 10)
    names = dict(zip(theirs, MEASURES, strict=True))
    asked = [item for item in retrieved if any(gain > 0 for gain in item.gains.values())]
    qrels = {item.query_id: dict(item.gains) for item in asked}
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for stage in STAGES:
        if not any(stage in item.rankings for item in asked):
            continue
        run = {item.query_id: scores_by_rank(item.rankings.get(stage, ())) for item in asked}
        for measure in names.values():
            scores[f"{stage}.{measure}"] = dict.fromkeys(qrels, 0.0)
        for found in ir_measures.iter_calc(list(names), qrels, run):
            scores[f"{stage}.{names[found.measure]}"][found.query_id] = float(found.value)
    return dict(scores)
