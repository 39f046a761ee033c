"""Outlets side by side, one of them unknown: "ProPublica and the Lunde Ledger reported"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from corpus.introduced_outlets import read_introduced
from corpus.outlets import OutletList
from corpus.reported_outlets import Named, read_outlets
from corpus.source_phrases import SourcePhrase
from corpus.spans import Span

_JOINT = re.compile(r",\s+(?:and\s+)?|\s+and\s+")


def read_named(
    body: str,
    phrase: SourcePhrase,
    outlets: OutletList,
    sure: frozenset[str],
    introduced: Mapping[str, str],
) -> list[Named]:
    """The outlets that ``phrase`` of the sentence ``body`` consists of; [] for a speaker.

    ``introduced`` are the names that the article explains, ``sure`` those that are nobody else's.
    """
    credited = _read_one(body, phrase, outlets, sure, introduced)
    joints = list(_JOINT.finditer(body, phrase.span.start, phrase.span.end))
    if credited or not joints:
        return credited
    starts = [phrase.span.start, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), phrase.span.end]
    found: list[Named] = []
    for start, end in zip(starts, ends, strict=True):
        part = replace(phrase, span=Span(start, end))
        named = _read_one(body, part, outlets, sure, introduced)
        if not named:
            return []
        found += named
    return found if any(outlets.exact(each.name) for each in found) else []


def _read_one(
    body: str,
    phrase: SourcePhrase,
    outlets: OutletList,
    sure: frozenset[str],
    introduced: Mapping[str, str],
) -> list[Named]:
    own = read_introduced(body, phrase, introduced)
    if own is not None:
        return [Named(own[0].start, own[0].end, own[1])]
    return read_outlets(body, phrase, outlets, sure)
