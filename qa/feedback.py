"""What users thought of answers, and the gold questions that come of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.library import Feedback, Library
from qa.opening import default_library_folder
from qa.streams import make_printable, print_result
from qa.verdicts import SHOULD_BE_SILENT


def print_feedback(*, library: Path | None, as_gold: bool, tell: Callable[[str], None]) -> int:
    """Print all feedback, a line each, or the gold questions that can be made of it.

    Raises:
        LibraryFolderError: if the library cannot be read.
    """
    folder = library or default_library_folder()
    # Before anything is added or judged there is no library of one's own.
    there = library is not None or folder.exists()
    kept = Library.open(folder).feedback() if there else ()
    if not kept:
        tell("nobody has judged an answer yet; the page has buttons for it below each")
    if not as_gold:
        for one in kept:
            print_result(make_printable(format_feedback(one)))
        return 0
    records, open_ones = as_gold_questions(kept)
    for record in records:
        print_result(json.dumps(record, ensure_ascii=False))
    for one in open_ones:
        tell(f"{one.question!r} {_why_open(one)}; write its gold question by hand")
    return 0


def _why_open(feedback: Feedback) -> str:
    limited = feedback.answer.get("limited")
    if limited:
        return f"was limited to {limited}, which a gold question cannot say"
    return f"was judged {feedback.reason or 'wrong'!r}, which does not say what is right"


def format_feedback(feedback: Feedback) -> str:
    """One judgement for a terminal."""
    verdict = "right" if feedback.good else f"wrong: {feedback.reason or 'no reason given'}"
    reply = feedback.answer.get("text") or ""
    limited = feedback.answer.get("limited")
    question = f"{feedback.question} ({limited})" if limited else feedback.question
    return f"{feedback.given_at}\t{verdict}\t{question}\t{reply}"


def as_gold_questions(
    kept: Sequence[Feedback],
) -> tuple[list[dict[str, Any]], list[Feedback]]:
    """Gold questions in the format of corpus/gold/README.md, and what none can be made of.

    An answer that was right gives its quotes; silence that was right, or that
    should have been, gives an unanswerable question; what was limited to some
    outlets, articles or days gives none. The last word on a question counts.
    """
    latest = {(one.question, one.history, one.answer.get("limited")): one for one in kept}
    records, open_ones = [], []
    for number, one in enumerate(latest.values(), start=1):
        answered = bool(one.answer.get("answered"))
        record: dict[str, Any] = {
            "id": f"feedback-{number:03}",
            "kind": "feedback",
            "question": one.question,
            "history": list(one.history),
        }
        if one.answer.get("limited"):
            open_ones.append(one)
        elif (one.good and not answered) or one.reason == SHOULD_BE_SILENT:
            records.append({**record, "answerable": False})
        elif one.good:
            records.append({**record, **_answerable(one.answer)})
        else:
            open_ones.append(one)
    return records, open_ones


def _answerable(answer: Mapping[str, Any]) -> dict[str, Any]:
    cited = answer["citations"]
    short = answer.get("short")
    return {
        "answerable": True,
        "answers": [short] if short else [],
        "spans": [
            {key: one[key] for key in ("article_id", "start", "end", "quote", "outlets", "speaker")}
            for one in cited
        ],
        "needed": 1,
        "outlets": list(dict.fromkeys(name for one in cited for name in one["outlets"])),
    }
