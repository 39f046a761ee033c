"""The folder that a run leaves: figures, predictions, TREC runs and the report."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from qa.answers import answer_json
from qa.errors import OutputFolderError
from qa.evaluation.comparison import Comparison
from qa.evaluation.intervals import Figure
from qa.evaluation.judging import Outcome
from qa.evaluation.retrieval import STAGES, Retrieved, scores_by_rank
from qa.evaluation.scorecard import Scorecard

# Every file that a run may write.
_OURS = frozenset({
    "metrics.json", "metrics-dev.json", "metrics-test.json", "predictions.jsonl", "qrels.trec",
    "report.html", *(f"run.{stage}.trec" for stage in STAGES),
})  # fmt: skip
_KEPT = 10  # documents of each stage that a prediction names


def make_folder(out: Path) -> None:
    """Make the folder ``out``, before the questions, which take their time.

    Raises:
        OutputFolderError: if that cannot be.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        if not os.access(out, os.W_OK):
            raise PermissionError(13, "it is read-only")
    except (OSError, ValueError) as error:
        raise _unwritable(out, error) from error


def write_results(card: Scorecard, out: Path, comparison: Comparison | None) -> None:
    """Write all files of the run into ``out``.

    Each file is whole or not there: it is written beside its name and moved.
    What an earlier run left there and this one has not goes.

    Raises:
        OutputFolderError: if one cannot be written.
    """
    from qa.evaluation.report import render_report  # draws, so it takes a second to import

    files = {
        "metrics.json": _figures_json(card.figures),
        "predictions.jsonl": "".join(
            json.dumps(line, ensure_ascii=False) + "\n" for line in predictions(card)
        ),
    }
    if len(card.splits) > 1:
        for name, part in card.splits.items():
            files[f"metrics-{name}.json"] = _figures_json(part.figures)
    if card.retrieved:
        files["qrels.trec"] = "".join(_qrels(card.retrieved))
        for stage in STAGES:
            if any(stage in item.rankings for item in card.retrieved):
                files[f"run.{stage}.trec"] = "".join(_run(card.retrieved, stage))
    files["report.html"] = render_report(card, comparison)
    try:
        for name, content in files.items():
            partial = out / f".{name}.partial"
            # Half a surrogate pair, as JSON may hold, has no UTF-8.
            partial.write_text(content, encoding="utf-8", errors="replace")
            os.replace(partial, out / name)
        for name in _OURS - files.keys():
            (out / name).unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(out, error) from error


def _unwritable(out: Path, error: OSError | ValueError) -> OutputFolderError:
    why = error.strerror if isinstance(error, OSError) else str(error)
    return OutputFolderError(
        f"the results cannot be written to {str(out)!r} ({why}); name another folder"
    )


def _figures_json(figures: Mapping[str, Figure]) -> str:
    # Not rounded: a run has to pass the gate of its own figures.
    whole = {name: asdict(figure) for name, figure in figures.items()}
    return json.dumps(whole, indent=2, allow_nan=False) + "\n"


def predictions(card: Scorecard) -> Iterator[dict[str, Any]]:
    """What each question got, one object a question, in the order of asking."""
    found = {item.query_id: item for item in card.retrieved}
    if not card.outcomes:
        for item in card.retrieved:
            yield {
                "id": item.query_id,
                "question": item.query,
                "scores": card.question_scores.get(item.query_id, {}),
                **_found(item),
            }
    for outcome in card.outcomes:
        query_id = outcome.question.query_id
        yield {
            **answer_json(outcome.reply, request_id=query_id),
            "kind": outcome.question.kind,
            "split": outcome.question.split,
            "answerable": outcome.question.answerable,
            "right": outcome.right,
            "full": outcome.right and (outcome.found == 1.0 or not outcome.question.answerable),
            "outlets_right": outcome.outlets_right,
            "short_right": None if outcome.exact is None else outcome.exact == 1.0,
            "gold": _gold(outcome),
            "scores": card.question_scores[query_id],
            **(_found(found[query_id]) if query_id in found else {}),
        }


def _gold(outcome: Outcome) -> dict[str, Any]:
    return {
        "answers": list(outcome.question.answers),
        "spans": [
            {
                "article_id": gold.article_id,
                "start": gold.span.start,
                "end": gold.span.end,
                "outlets": None if gold.outlets is None else sorted(gold.outlets),
            }
            for gold in outcome.question.spans
        ],
    }


def _found(item: Retrieved) -> dict[str, Any]:
    return {
        "relevant": [document for document, gain in item.gains.items() if gain > 0],
        "found": {stage: list(ranking[:_KEPT]) for stage, ranking in item.rankings.items()},
    }


def _trec_name(name: str) -> str:
    """``name`` without white space, which parts the columns."""
    return "".join(quote(char) if char.isspace() else char for char in name) or "-"


def _run(retrieved: Iterable[Retrieved], stage: str) -> Iterator[str]:
    for item in retrieved:
        ranking = item.rankings.get(stage, ())
        for rank, (document, score) in enumerate(scores_by_rank(ranking).items(), start=1):
            yield (
                f"{_trec_name(item.query_id)} Q0 {_trec_name(document)} "
                f"{rank} {score:.6f} {stage}\n"
            )


def _qrels(retrieved: Iterable[Retrieved]) -> Iterator[str]:
    for item in retrieved:
        for document, gain in item.gains.items():
            yield f"{_trec_name(item.query_id)} 0 {_trec_name(document)} {gain}\n"
