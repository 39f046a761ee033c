"""What changed since an earlier run, question by question."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.errors import BatchError
from qa.evaluation.intervals import paired_p_value
from qa.evaluation.scorecard import Scorecard

# What a question scores that a run leaves out; of all other measures 0 is the worst.
_WORST = {"crag": -1.0}
# Which score says whether a question got better, the first that a run has.
_LEADING = ("right", "read.nDCG@10", "fused.nDCG@10")


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of one measure now and before, and how likely that is by chance alone."""

    name: str
    now: float
    before: float
    p_value: float
    n: int


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose leading score changed."""

    query_id: str
    question: str
    now: float
    before: float
    text_now: str
    text_before: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """This run against an earlier one, over the questions of this one.

    A question that the earlier run left out counts as wrong there;
    ``left_out`` is how many those are.
    """

    name: str
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]  # worse ones first
    left_out: int


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """The scores and the replies of an earlier run, by the ids of its questions."""

    name: str
    scores: Mapping[str, Mapping[str, float]]
    replies: Mapping[str, str]


def read_run(folder: Path) -> EarlierRun:
    """The predictions that an earlier run left in ``folder``.

    Raises:
        BatchError: if there are none, or they are none of ours.
    """
    path = folder / "predictions.jsonl"
    scores, replies = {}, {}
    try:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line:
                value = json.loads(line)
                scores[value["id"]] = {name: float(it) for name, it in value["scores"].items()}
                replies[value["id"]] = str(value.get("text") or "")
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        why = error.strerror if isinstance(error, OSError) else repr(error)
        raise BatchError(
            f"there is no run to compare with in {str(folder)!r} ({why}); "
            "name the --out folder of an earlier run"
        ) from error
    return EarlierRun(folder.resolve().name, scores, replies)


def compare_runs(now: Scorecard, earlier: EarlierRun) -> Comparison:
    """Set ``now`` against ``earlier``, over the questions of ``now``."""
    ours = now.question_scores
    # What the earlier run did not measure at all is not compared; a question that it lacks is.
    taken = {name for scores in earlier.scores.values() for name in scores}
    measures = dict.fromkeys(name for scores in ours.values() for name in scores if name in taken)
    differences = []
    for name in measures:
        ids = [query_id for query_id, scores in ours.items() if name in scores]
        mine = [ours[query_id][name] for query_id in ids]
        theirs = [
            earlier.scores.get(query_id, {}).get(name, _WORST.get(name, 0.0)) for query_id in ids
        ]
        differences.append(
            Difference(
                name,
                sum(mine) / len(mine),
                sum(theirs) / len(theirs),
                paired_p_value(mine, theirs),
                len(mine),
            )
        )
    return Comparison(
        earlier.name,
        tuple(differences),
        _find_changes(now, earlier, measures.keys()),
        len(ours.keys() - earlier.scores.keys()),
    )


def _find_changes(
    now: Scorecard, earlier: EarlierRun, compared: Collection[str]
) -> tuple[Change, ...]:
    texts = {item.question.query_id: item.reply.text for item in now.outcomes}
    asked = {item.query_id: item.query for item in now.retrieved} | {
        item.question.query_id: item.question.question for item in now.outcomes
    }
    changes = []
    for query_id, scores in now.question_scores.items():
        leading = next((name for name in _LEADING if name in scores and name in compared), None)
        before = earlier.scores.get(query_id, {})
        if leading is None or before.get(leading, 0.0) == scores[leading]:
            continue
        changes.append(
            Change(
                query_id,
                asked[query_id],
                scores[leading],
                before.get(leading, 0.0),
                texts.get(query_id, ""),
                earlier.replies.get(query_id, ""),
            )
        )
    return tuple(sorted(changes, key=lambda item: (item.now - item.before, item.query_id)))
