"""How much of what a follow-up leaves out does its stand-alone form put back?

    python tests/benchmarks/follow_ups.py --data ../shared/data

Over CANARD (Elgohary et al. 2019), the content words of a person's rewrite
are compared with those of ours and of the question left alone. Recall is the
share of the rewrite's content words that are there; precision is the share of
ours that are in the rewrite; missing recall counts only the words that the
question itself lacks. Two settings: the earlier questions alone, and with the
title of the page as the first of them, since most rewrites take their words
from the title or from answers, which a history of questions does not hold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index.lexical import split_words
from qa.conversation import stand_alone

_FILE = "canard-dev-a.json.gz"


@dataclass(frozen=True, slots=True)
class Turn:
    """A follow-up, the questions before it, the page's title, and a person's rewrite."""

    title: str
    earlier: tuple[str, ...]
    question: str
    rewrite: str


def read_turns(path: Path) -> list[Turn]:
    """The follow-ups of a CANARD file; a first question has no history and is left out."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows: list[dict[str, Any]] = json.load(stream)
    return [
        # History: the title, the section, then questions and answers by turns.
        Turn(row["History"][0], tuple(row["History"][2::2]), row["Question"], row["Rewrite"])
        for row in rows
        if len(row["History"]) > 2
    ]


def measure(turns: Sequence[Turn], rewrite: Callable[[Turn], str]) -> dict[str, float]:
    """Recall, precision and recall of missing words, each in [0, 1], and how many were changed."""
    recall = precision = changed = 0.0
    missing_found = missing_all = 0
    for turn in turns:
        wanted = set(split_words(turn.rewrite))
        ours = rewrite(turn)
        got = set(split_words(ours))
        lacked = wanted - set(split_words(turn.question))
        recall += len(wanted & got) / len(wanted) if wanted else 1.0
        precision += len(wanted & got) / len(got) if got else 1.0
        missing_found += len(lacked & got)
        missing_all += len(lacked)
        changed += ours != turn.question
    size = max(1, len(turns))
    return {
        "recall": recall / size,
        "precision": precision / size,
        "missing_recall": missing_found / max(1, missing_all),
        "changed": changed / size,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--show", type=int, default=0, help="print this many rewrites")
    options = parser.parse_args()
    path = options.data / _FILE
    if not path.is_file():
        print(
            f"{path} is not there; give the folder that holds {_FILE} with --data", file=sys.stderr
        )
        return 2
    turns = read_turns(path)
    ways: dict[str, Callable[[Turn], str]] = {
        "left alone": lambda turn: turn.question,
        "questions only": lambda turn: stand_alone(turn.question, turn.earlier, ()).text,
        "title first": lambda turn: (
            stand_alone(
                turn.question, (f"Who or what is {turn.title}?", *turn.earlier), (turn.title,)
            ).text
        ),
    }
    print(f"{len(turns)} follow-ups")
    for name, rewrite in ways.items():
        figures = measure(turns, rewrite)
        print(f"{name:15}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    for turn in turns[: options.show]:
        print(
            f"\n  {turn.earlier[-1]}\n> {turn.question}\n= {ways['title first'](turn)}\n* "
            f"{turn.rewrite}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
