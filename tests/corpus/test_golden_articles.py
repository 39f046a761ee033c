"""Every golden article is read as its golden reading says, down to the last offset.

A miss that is known stands in ``KNOWN_MISSES``, row for row, so that a rule
that mends one shows up here, and so does a rule that makes another.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

import corpus.bundled
from corpus.articles import Article
from corpus.parsing import parse_article

HERE = Path(__file__).parent
BUNDLED = Path(corpus.bundled.__file__).parent / "data"
SETS = {
    "articles": (HERE / "articles", HERE / "golden"),
    "heldout": (HERE / "heldout", HERE / "heldout"),
    "bundled": (BUNDLED, HERE / "golden-bundled"),
}
# How many articles a set has, and how many of its sentences are read.
COUNTS = {"articles": (7, 149), "heldout": (8, 142), "bundled": (1, 21)}


@dataclass(frozen=True, slots=True)
class Row:
    """A piece, as the golden reading or the parser has it; spans are article offsets."""

    kind: str
    start: int
    end: int
    heading: str | None
    outlets: tuple[str, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Miss:
    """The row of a sentence that is read otherwise than the golden reading has it."""

    opening: str
    golden_outlets: tuple[str, ...]
    golden_speaker: str | None
    read_outlets: tuple[str, ...]
    read_speaker: str | None


KNOWN_MISSES: dict[str, tuple[Miss, ...]] = {
    # The medium of a quotation is given to all its sentences, as its speaker is; this golden
    # reading gives it to the last sentence alone.
    "broadsheet-sea-wall": (
        Miss(
            "“Was the wall too old?",
            golden_outlets=(),
            golden_speaker="Prof. R. T. Lyle",
            read_outlets=("The Times",),
            read_speaker="Prof. R. T. Lyle",
        ),
    ),
}

CASES = [
    (name, text_file.stem)
    for name, (_, readings) in SETS.items()
    for text_file in sorted(readings.glob("*.jsonl"))
]


def one_line(words: str | None) -> str | None:
    """Speakers and headings are compared without line breaks and emphasis."""
    return " ".join(words.strip("*_ ").split()) if words else None


def text_of(set_name: str, article_id: str) -> str:
    return (SETS[set_name][0] / f"{article_id}.txt").read_text(encoding="utf-8")


def golden_rows(set_name: str, article_id: str) -> list[Row]:
    text = text_of(set_name, article_id)
    reading = (SETS[set_name][1] / f"{article_id}.jsonl").read_text(encoding="utf-8")
    rows: list[Row] = []
    at = 0
    for entry in map(json.loads, reading.splitlines()):
        start = text.index(entry["text"], at)
        at = start + len(entry["text"])
        rows.append(
            Row(
                entry["kind"],
                start,
                at,
                one_line(entry["heading"]),
                tuple(entry["outlets"]),
                one_line(entry["speaker"]),
            )
        )
    return rows


def parsed_rows(set_name: str, article_id: str) -> list[Row]:
    text = text_of(set_name, article_id)
    return [
        Row(
            piece.kind.value,
            piece.span.start,
            piece.span.end,
            one_line(piece.heading),
            piece.outlets,
            one_line(piece.speaker),
        )
        for piece in parse_article(Article(article_id, article_id, text))
    ]


@pytest.mark.parametrize("set_name", SETS)
def test_a_set_is_complete(set_name: str) -> None:
    ids = [article_id for name, article_id in CASES if name == set_name]
    sentences = sum(
        row.kind == "sentence" for article_id in ids for row in golden_rows(set_name, article_id)
    )
    assert (len(ids), sentences) == COUNTS[set_name]


@pytest.mark.parametrize(("set_name", "article_id"), CASES)
def test_the_pieces_have_the_kinds_and_spans_of_the_golden_reading(
    set_name: str, article_id: str
) -> None:
    golden = [(row.kind, row.start, row.end) for row in golden_rows(set_name, article_id)]
    parsed = [(row.kind, row.start, row.end) for row in parsed_rows(set_name, article_id)]
    assert parsed == golden


@pytest.mark.parametrize(("set_name", "article_id"), CASES)
def test_the_pieces_stand_under_the_headings_of_the_golden_reading(
    set_name: str, article_id: str
) -> None:
    golden = [(row.start, row.heading) for row in golden_rows(set_name, article_id)]
    parsed = [(row.start, row.heading) for row in parsed_rows(set_name, article_id)]
    assert parsed == golden


@pytest.mark.parametrize(("set_name", "article_id"), CASES)
def test_outlets_and_speakers_are_read_but_for_the_known_misses(
    set_name: str, article_id: str
) -> None:
    text = text_of(set_name, article_id)
    misses = tuple(
        Miss(
            text[golden.start : golden.end][:48],
            golden.outlets,
            golden.speaker,
            parsed.outlets,
            parsed.speaker,
        )
        for golden, parsed in zip(
            golden_rows(set_name, article_id), parsed_rows(set_name, article_id), strict=True
        )
        if (set(golden.outlets), golden.speaker) != (set(parsed.outlets), parsed.speaker)
    )
    assert misses == KNOWN_MISSES.get(article_id, ())


def test_every_known_miss_belongs_to_an_article() -> None:
    assert KNOWN_MISSES.keys() <= {article_id for _, article_id in CASES}


@pytest.mark.parametrize("measured", ["outlets", "speakers"])
@pytest.mark.parametrize("set_name", SETS)
def test_precision_and_recall_over_the_sentences_of_a_set(set_name: str, measured: str) -> None:
    golden: set[tuple[str, int, str]] = set()
    parsed: set[tuple[str, int, str]] = set()
    for name, article_id in CASES:
        if name != set_name:
            continue
        for rows, named in (
            (golden_rows(set_name, article_id), golden),
            (parsed_rows(set_name, article_id), parsed),
        ):
            for row in rows:
                if row.kind != "sentence":
                    continue
                speakers = () if row.speaker is None else (row.speaker,)
                words = row.outlets if measured == "outlets" else speakers
                named.update((article_id, row.start, word) for word in words)
    right = len(golden & parsed)
    assert right / len(parsed) >= 0.95  # precision, micro-averaged
    assert right / len(golden) >= 0.95  # recall, micro-averaged
