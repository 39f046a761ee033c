"""``briefing evaluate``: ask every gold question and count what came back, by kind."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from qa.answers import answer_json
from qa.assistant import Assistant
from qa.errors import BatchError, OutputFolderError
from qa.evaluation.figures import measure
from qa.evaluation.gold import read_gold
from qa.evaluation.judging import Outcome, judge
from qa.streams import print_result

_TOLD_EVERY = 50


def run_gold(
    *,
    gold: Path | None,
    library: Path | None,
    split: str,
    out: Path | None,
    tell: Callable[[str], None],
) -> int:
    """Ask, judge, print a table by kind; with ``out``, write predictions and figures there.

    A question about an article that the library lacks counts as wrong.

    Raises:
        BatchError: if there are no gold questions to ask.
        OutputFolderError: if ``out`` cannot be written.
    """
    questions = [item for item in read_gold(gold) if split in ("all", item.split)]
    if not questions:
        raise BatchError(f"no gold question is of the split {split!r}; ask with --split all")
    if out is not None:
        _make_folder(out)  # before the questions, which take their time
    assistant = (
        Assistant.open_bundled(on_progress=tell)
        if library is None
        else Assistant.open(library, on_progress=tell)
    )
    texts = {article.article_id: article.text for article in assistant.articles}
    if absent := sorted({item.article_id for item in questions} - texts.keys()):
        tell(f"the library lacks {', '.join(absent)}; what is asked about them counts as wrong")
    outcomes = []
    for number, question in enumerate(questions, start=1):
        reply = assistant.ask(question.question, history=question.history)
        outcomes.append(judge(question, reply, texts))
        if number % _TOLD_EVERY == 0:
            tell(f"{number} of {len(questions)} questions asked")
    print_result(format_table(outcomes))
    if out is not None:
        _write_results(outcomes, out)
    return 0


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _unwritable(out, error) from error


def _write_results(outcomes: Sequence[Outcome], out: Path) -> None:
    lines = [json.dumps(_prediction(outcome), ensure_ascii=False) + "\n" for outcome in outcomes]
    figures = {name: asdict(figure) for name, figure in measure(outcomes).items()}
    try:
        (out / "predictions.jsonl").write_text("".join(lines), encoding="utf-8")
        (out / "metrics.json").write_text(
            json.dumps(figures, indent=2, allow_nan=False) + "\n", encoding="utf-8"
        )
    except OSError as error:
        raise _unwritable(out, error) from error


def _unwritable(out: Path, error: OSError | ValueError) -> OutputFolderError:
    why = error.strerror if isinstance(error, OSError) else str(error)
    return OutputFolderError(
        f"the results cannot be written to {str(out)!r} ({why}); name another folder"
    )


def _prediction(outcome: Outcome) -> dict[str, object]:
    return {
        **answer_json(outcome.reply, request_id=outcome.question.query_id),
        "kind": outcome.question.kind,
        "answerable": outcome.question.answerable,
        "right": outcome.right,
        "full": outcome.right and outcome.found == 1.0,
        "outlets_right": outcome.outlets_right,
        "short_right": None if outcome.exact is None else outcome.exact == 1.0,
    }


def format_table(outcomes: Sequence[Outcome]) -> str:
    """A row by kind, answerable and not apart, and the totals."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        suffix = "" if outcome.question.answerable else " (silent)"
        groups[outcome.question.kind + suffix].append(outcome)
    lines = [f"{'kind':26}{'n':>5}{'right':>8}{'full':>8}{'precise':>9}{'outlets':>9}{'short':>8}"]
    lines += [_row(kind, group) for kind, group in groups.items()]
    lines.append("")
    answerable = [item for item in outcomes if item.question.answerable]
    silent = [item for item in outcomes if not item.question.answerable]
    lines.append(_row("all answerable", answerable))
    lines.append(_row("all unanswerable (silent)", silent))
    lines.append(f"quotes verbatim: {_share([item.verbatim for item in outcomes])}")
    return "\n".join(lines)


def _row(kind: str, group: Sequence[Outcome]) -> str:
    answerable = [item for item in group if item.question.answerable]
    answered = [item for item in answerable if item.answered]
    return (
        f"{kind:26}{len(group):>5}"
        f"{_share([item.right for item in group]):>8}"
        f"{_share([item.found == 1.0 for item in answerable]):>8}"
        f"{_share([item.supported / item.citations for item in answered]):>9}"
        f"{_share([item.outlets_right for item in answerable]):>9}"
        f"{_share([item.exact for item in answerable]):>8}"
    )


def _share(values: Sequence[bool | float | None]) -> str:
    known = [float(value) for value in values if value is not None]
    return f"{sum(known) / len(known):.3f}" if known else "-"
