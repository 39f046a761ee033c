"""Outlets in a bracket of the sentence: "… rose 3% (Reuters) while …"."""

from __future__ import annotations

import re

from corpus.letters import CAPITAL
from corpus.outlets import OutletList
from corpus.plain_brackets import explains
from corpus.reported_outlets import Named, without_names

_BRACKET = re.compile(r"[(\[](?:[Ss]ources?:\s*)?([^()\[\]]{2,60})[)\]]")
_JOINTS = re.compile(r"[\s/;,&+·|\d]|\band\b|\bvia\b")
_CAPITALISED_BEFORE = re.compile(rf"{CAPITAL}[\w.’']*\s*$")
_LONGEST_NAME_WORD = 60
_BEFORE = 120  # characters before a bracket that show what it is


def bracketed_outlets(masked: str, outlets: OutletList) -> list[Named]:
    """ "… rose 3% (Reuters) while …": a bracket that holds names alone and explains no name."""
    found: list[Named] = []
    for bracket in _BRACKET.finditer(masked):
        inside = outlets.find_in(bracket[1])
        if not inside:
            continue
        rest = without_names(bracket[1], [span for span, _ in inside])
        if _JOINTS.sub("", rest):
            continue
        before = masked[max(0, bracket.start() - _LONGEST_NAME_WORD) : bracket.start()]
        if bracket[1].isupper() and _CAPITALISED_BEFORE.search(before):
            continue  # an abbreviation of the name before it
        if explains(masked[max(0, bracket.start() - _BEFORE) : bracket.start()], bracket[1]):
            continue
        start = bracket.start(1)
        found.extend(
            Named(start + span.start, start + span.end, outlet.name) for span, outlet in inside
        )
    return found
