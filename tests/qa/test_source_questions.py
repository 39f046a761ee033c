"""The quick look that spares most questions the long patterns hides none that they find."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from qa.source_questions import (
    _MAY_ASK_SOURCE,
    _MAY_ASK_SPEAKER,
    _WANTS_SPEAKER,
    _WHICH_SOURCE,
    wants_publisher,
)

ROOT = Path(__file__).parents[2]


def _questions() -> set[str]:
    gold = [*(ROOT / "corpus" / "gold").glob("*.jsonl"), *(ROOT / "tests" / "gold").glob("*.jsonl")]
    asked = {
        json.loads(line)["question"]
        for file in gold
        for line in file.read_text(encoding="utf-8").splitlines()
    }
    table = Path(__file__).parent / "tables" / "understanding.tsv"
    rows = table.read_text(encoding="utf-8").splitlines()
    return asked | {row.split("|")[0].strip() for row in rows if row and row[0] != "#"}


def test_a_question_for_a_source_passes_the_quick_look() -> None:
    source, speaker = re.compile(_WHICH_SOURCE, re.I), re.compile(_WANTS_SPEAKER, re.I)
    questions = _questions()
    found = [question for question in questions if source.search(question)]
    whom = [question for question in questions if speaker.search(question)]
    assert len(found) > 100  # of some 1,500: it is seen to find something
    assert len(whom) > 30
    assert [one for one in found if not _MAY_ASK_SOURCE.search(one)] == []
    assert [one for one in whom if not _MAY_ASK_SPEAKER.search(one)] == []


def test_the_quick_look_spares_most_questions() -> None:
    plain = [one for one in _questions() if not _MAY_ASK_SOURCE.search(one)]
    assert len(plain) > 500
    questions = _questions()
    assert sum(_MAY_ASK_SPEAKER.search(one) is not None for one in questions) < len(questions) / 4
    assert not _MAY_ASK_SOURCE.search("Why does this matter for Central Asia?")
    assert not _MAY_ASK_SPEAKER.search("Why does this matter for Central Asia?")


@pytest.mark.parametrize(
    "question",
    [
        "Which media are credited with the news that the ship was sold?",
        "Which newspaper reports that the ship was sold?",
        "What website carried the sale of the ship?",
    ],
)
def test_a_question_for_media_wants_a_publisher(question: str) -> None:
    assert wants_publisher(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which think tank calls the sale a mistake?",
        "Which agency says that the ship was sold?",
        "Who says that the ship was sold?",
        "Which mediator says that the ship was sold?",
    ],
)
def test_a_question_for_whoever_says_so_wants_no_publisher_alone(question: str) -> None:
    assert not wants_publisher(question)
