"""Ambiguous names that an article itself shows to be an outlet's.

"Danas hopes that the toll will fall" may be about anybody; not so where the same
article has "told Danas in an interview", "the daily Danas" or ", Danas reported.".
"""

from __future__ import annotations

import re

from corpus.calendar import CALENDAR_WORDS
from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import FUNCTION_WORDS
from corpus.outlets import OutletList

_NAME = rf"(?P<name>(?:[Tt]he\s)?{CAPITAL}[\w’'-]*(?:\s{CAPITAL}[\w’'-]*){{0,2}})"
_PRESS = (
    r"(?:daily|weekly|newspaper|broadsheet|tabloid|magazine|broadcaster|news\s+(?:site|agency)|"
    r"website)"
)
_EVIDENCE = (
    re.compile(rf"\b(?:told|tells)\s+{_NAME}\s+in\s+an?\s+(?:[\w-]+\s+)?interview\b"),
    re.compile(rf"\b(?:the|[a-z]+-based|{CAPITAL}{SMALL}+)\s+{_PRESS}\s+{_NAME}(?![\w’'-])"),
    re.compile(rf",\s{_NAME}\s(?:reports|reported)\s*(?:[.,;]|on\s{CAPITAL}|$)"),
    re.compile(
        rf"\b(?:[Ww]riting|wrote|editorial|interview\s+published|column|op-ed)\s+in\s+{_NAME}"
        rf"(?![\w’'-])"
    ),
    re.compile(rf"(?:^|\n|[.!?]\s){_NAME}\sreports?\son\sits\b"),
)


def surely_named(text: str, outlets: OutletList) -> frozenset[str]:
    """The outlets with an ambiguous name by which ``text`` calls no one else."""
    return frozenset(
        outlet.name
        for pattern in _EVIDENCE
        for found in pattern.finditer(text)
        if (outlet := outlets.exact(found["name"])) is not None
        and outlet.is_ambiguous(found["name"])
        and not _is_called_so(text, found["name"])
    )


def _is_called_so(text: str, name: str) -> bool:
    """Whether somebody in ``text`` bears the name as well: "Ada Stern", "Dawn Obi"."""
    bare = re.escape(name.removeprefix("The ").removeprefix("the "))
    persons = re.finditer(
        rf"(?:(?P<before>{CAPITAL}{SMALL}+)\s)?\b{bare}(?:\s(?P<behind>{CAPITAL}{SMALL}+))?", text
    )
    return any(
        word is not None and word.casefold() not in FUNCTION_WORDS | CALENDAR_WORDS
        for person in persons
        for word in person.groups()
    )
