"""Speakers whom a colon or an interview announces, without a verb of saying of their own.

"One diplomat was blunter: “…”", "the forecast from the harbour office: “…”", "an
interview with Ada Obi, who says …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.calendar import CALENDAR_WORDS
from corpus.capital_names import NAME
from corpus.letters import CAPITAL
from corpus.lexicon import DETERMINERS, words_of
from corpus.spans import Span
from corpus.who_speaks import is_somebody

_QUOTED = r":\s*(?:[“\"‘«]|$)"
_TONE = (
    r"(?:(?:less|more|equally|rather|even|no\s+less|not\s+so)\s+[a-z-]+|[a-z]{3,}er|blunt|scathing|"
    r"adamant|categorical|dismissive|sceptical|skeptical|cautious|emphatic|unrepentant|unimpressed|"
    r"frank|candid|terse|defiant|unequivocal)"
)
# "Ada Obi, of the harbour office, was blunter"
_ASIDE = r"(?:,\s+(?:of|from|at|with|an?|the|its|his|her|who|whose)\s[^,:;]{2,70},)?"
# "His deputy, Ada Obi, disagreed"
_CALLED = rf"(?:,\s+{NAME}(?=,\s))?"
_WAS = re.compile(
    rf"\W{{0,3}}((?:[\w’'.-]+\s+){{0,7}}?[\w’'.-]+{_CALLED}){_ASIDE},?\s+(?:(?:was|were|is|are|sounded|seemed)\s+"
    rf"(?:(?:even|far|much|a\s+little)\s+)?{_TONE}|(?:goes|went|go)\s+(?:(?:even|much|a\s+step)\s+)?further|"
    rf"(?:dis)?agree[sd]?){_QUOTED}"
)
_FROM = re.compile(
    r"\b(?:statement|forecast|assessment|verdict|view|reply|answer|message|account|reaction|"
    r"response|warning|explanation)\s+(?:from|of|by)\s+((?:[\w’'.&-]+\s+){0,7}?[\w’'.&-]+)"
    rf"{_QUOTED}"
)
_INTERVIEWED = re.compile(
    r"\b(?:(?:interview|interviews|conversation|talk)\s+with|"
    r"(?:commentary|column|op-ed|article|essay|piece)\s+by)\s+"
    rf"((?:the\s+(?:[a-z-]+\s+){{0,3}})?{CAPITAL}[\w’'.-]*(?:\s+(?:(?:of|the|de|van|von)\s+)*"
    rf"{CAPITAL}[\w’'.-]*){{0,6}}),\s+who\s+"
    r"(?:says|said|argues|argued|warns|warned|believes|thinks|insists|tells|told|explains)\b"
)
# "Salt Lines spoke to a guard who admitted …", "quoted two parents who said …"
_ASKED = re.compile(
    r"\b(?:(?:spoke|speaks|talked)\s+(?:to|with)|interviewed|interviews|quoted|quotes|cited|cites)\s+"
    r"((?:an?|one|another|several|some|many|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+"
    r"(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s+who\s+(?:also\s+)?"
    r"(?:said|says|say|admitted|admits|admit|claimed|claims|claim|confirmed|confirms|confirm|argued|"
    r"argues|argue|warned|warns|warn|insisted|insists|insist|denied|denies|deny|complained|recalled|"
    r"alleged|described)\b(?!\s+(?:nothing|little))"
)
# An author's opinion is told in a review of the press.
_IN_WHOSE_VIEW = re.compile(
    r"\b[Ii]n\s+(the\s+(?:author|writer|columnist|commentator|essayist))[’']s?\s+"
    r"(?:opinion|view|words|judge?ment|reading|estimation)\b"
)
_THEY = words_of("he she they")


def find_announced(body: str) -> Iterator[Span]:
    """Whoever is announced so in ``body``, whose quotations are masked."""
    if ":" in body:
        toned = _WAS.match(body)
        if toned is not None and _can_be_toned(toned[1]):
            yield Span(*toned.span(1))
        for announced in _FROM.finditer(body):
            if is_somebody(announced[1]):
                yield Span(*announced.span(1))
    for asked in _ASKED.finditer(body):
        yield Span(*asked.span(1))
    for view in _IN_WHOSE_VIEW.finditer(body):
        yield Span(*view.span(1))
    if ", who " in body:
        for asked in _INTERVIEWED.finditer(body):
            yield Span(*asked.span(1))


def _can_be_toned(words: str) -> bool:
    words, named, _ = words.partition(",")
    if named and words.split()[0].casefold() not in DETERMINERS:
        return False  # "In Varna, Ada Obi, disagreed"
    last = words.split()[-1].casefold()
    return last in _THEY or (is_somebody(words) and last not in CALENDAR_WORDS)
