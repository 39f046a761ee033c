from __future__ import annotations

import math

import pytest

from corpus.passages import Passage
from corpus.spans import Span
from index.passage_index import Rankings, ScoredPassage
from qa.evaluation.retrieval import Retrieved, score_retrieval, stage_rankings
from qa.trace import Trace


def ranked(*names: str, scores: tuple[float, ...] | None = None) -> tuple[ScoredPassage, ...]:
    """Passages ``document:number`` in this order."""
    return tuple(
        ScoredPassage(
            Passage(name, name.partition(":")[0], Span(0, 1), "x", ()),
            scores[rank - 1] if scores else 1.0 / rank,
            rank,
        )
        for rank, name in enumerate(names, start=1)
    )


def query(gains: dict[str, int], *ranking: str, query_id: str = "q") -> Retrieved:
    return Retrieved(query_id, "?", gains, {"fused": ranking})


def test_one_right_document_among_the_first_is_enough_for_a_question() -> None:
    asked = [query({"a": 1, "b": 1}, "a", "x", "b")]

    enough = score_retrieval(asked, any_right_is_enough=True)
    share = score_retrieval(asked, any_right_is_enough=False)

    assert (enough["fused.R@1"]["q"], share["fused.R@1"]["q"]) == (1.0, 1 / 2)
    assert (enough["fused.R@5"]["q"], share["fused.R@5"]["q"]) == (1.0, 1.0)
    found, best = 1 / math.log2(2) + 1 / math.log2(4), 1 / math.log2(2) + 1 / math.log2(3)
    assert share["fused.nDCG@10"]["q"] == pytest.approx(found / best)


def test_what_stands_beyond_the_cutoff_is_not_found() -> None:
    others = [f"x{number}" for number in range(10)]

    scores = score_retrieval([query({"a": 1}, *others, "a")], any_right_is_enough=True)

    assert scores["fused.R@10"]["q"] == scores["fused.RR@10"]["q"] == 0.0


def test_the_order_is_ours_and_not_that_of_the_names() -> None:
    # By name, as the standard tool breaks ties, "z" would come before "a".
    scores = score_retrieval([query({"a": 1}, "a", "z")], any_right_is_enough=True)

    assert scores["fused.RR@10"]["q"] == 1.0


def test_a_question_for_which_nothing_was_found_counts_as_wrong() -> None:
    scores = score_retrieval(
        [query({"a": 1}, "a"), query({"a": 1}, query_id="empty"), query({}, "a", query_id="none")],
        any_right_is_enough=True,
    )

    assert scores["fused.R@1"] == {"q": 1.0, "empty": 0.0}


def test_a_document_is_as_good_as_its_best_passage() -> None:
    trace = Trace()
    found = ranked("b:1", "a:1", "b:2", "c:1")
    trace.rankings = Rankings(found, found[:2], found)

    stages = stage_rankings(trace, lambda passage: passage.article_id)

    assert stages["fused"] == ("b", "a", "c")
    assert stages["lexical"] == ("b", "a")
    assert "read" not in stages  # nothing was read


def test_what_was_not_read_stays_behind_what_was() -> None:
    trace = Trace()
    found = ranked("a:1", "b:1", "c:1", "d:1")
    trace.rankings = Rankings(found, found, found)

    trace.note_read([0.2, 0.7, 0.7])

    assert [hit.score for hit in trace.read] == [0.7, 0.7, 0.2]
    # b and c are equally sure, so the order in which they were found holds.
    assert stage_rankings(trace, lambda passage: passage.article_id)["read"] == (
        "b", "c", "a", "d",
    )  # fmt: skip
    assert stage_rankings(Trace(), lambda passage: passage.article_id) == {}
