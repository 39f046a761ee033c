"""What belongs to a publisher and speaks, hears or writes for it: its service, report, reporters.

"The BBC's Swahili service", "Reuters' report", "told CNN's Ada Obi", "speaking on
NBC's Meet the Press", "AP journalists counted". The publisher is whom they credit.
"""

from __future__ import annotations

import re

from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import words_of
from corpus.outlets import OutletList
from corpus.publishers import Outlet, OutletKind
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span

_OWN = r"[’'](?:s\s+|(?<=s[’'])\s+)"
# At the end of a phrase.
_ARM = re.compile(
    rf"{_OWN}(?:[\w-]+\s+){{0,2}}(?:service|channel|website|newsroom|desk|program(?:me)?|edition|"
    r"bulletin|(?:fact-check(?:ing|ers)?|verification|investigations?|investigative) (?:team|unit)|"
    r"centre|center|unit|calculations?|reporting|count|tally|investigation|analysis|editorial|"
    r"poll|survey|report|reports|story|article|editorial board)$"
)
# What is told things: "told Politico's Brussels team".
_LISTENING = re.compile(
    rf"{_OWN}(?:[\w-]+\s+){{0,2}}(?:service|channel|website|newsroom|desk|program(?:me)?|edition|"
    r"team|bureau|correspondents?|reporters?|readers|viewers|listeners|podcast)$"
)
# Who asks, and where: "CNN's Ada Obi", "NBC's Meet the Press".
_TITLE = (
    rf"{_OWN}{CAPITAL}[\w’'-]*(?:\s+(?:(?:of|the|and|with|in|for|to|de|van|von|al)\s+){{0,2}}"
    rf"{CAPITAL}[\w’'-]*){{0,4}}$"
)
_ASKING = re.compile(_TITLE)
_SPOKEN_TO = re.compile(
    r"\b(?:speaking|spoke|speaks|talking|talked|interview|interviewed|said|says|explained|admitted|"
    r"appearing|appeared|conceded|confided)\s+(?:to|with|on|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CUE = 30  # characters before a phrase
# What reporters see they report; what they say may be of themselves.
_STAFF = re.compile(r"\s+(?:reporters|journalists|correspondents|staff\s+reporters)$")
# "Told a Reuters reporter"
_ONE_OF_STAFF = re.compile(r"\s+(?:reporter|journalist|correspondent)s?$")
_WITNESSING = words_of(
    "found finds saw heard hears counted witnessed observed established discovered reported reports"
)
# Who reports in a publisher's name: "the BBC's Ada Obi reports that …".
_OWN_REPORTER = re.compile(
    rf"{_OWN}{CAPITAL}{SMALL}[\w’'-]*(?:\s+(?:de|van|von|al|bin)\b)?\s+{CAPITAL}[\w’'-]+$"
)
_ARTICLES = ("", "the ", "a ", "an ")
_FILING = words_of("reports reported writes wrote hears understands")


def arm_of(body: str, phrase: SourcePhrase, outlets: OutletList) -> tuple[Span, Outlet] | None:
    """The outlet that ``phrase`` of the sentence ``body`` is a part of, and where it is named.

    The place counts from the phrase's start.
    """
    words = phrase.span.of(body)
    hears = phrase.position is Position.HEARER
    arm = (_LISTENING if hears else _ARM).search(words)
    if arm is not None:
        return _owner(words, arm.start(), outlets)
    personal = None
    if hears or _SPOKEN_TO.search(body, max(0, phrase.span.start - _CUE), phrase.span.start):
        personal = _ASKING.search(words) or _ONE_OF_STAFF.search(words)
    elif phrase.verb in _WITNESSING and (staff := _STAFF.search(words)):
        personal = staff
    elif phrase.verb in _FILING and phrase.position in (Position.SUBJECT, Position.ASIDE):
        personal = _OWN_REPORTER.search(words)
    return None if personal is None else _owner(words, personal.start(), outlets, sure=True)


def _owner(
    words: str, end: int, outlets: OutletList, *, sure: bool = False
) -> tuple[Span, Outlet] | None:
    """The outlet that the words up to ``end`` name; ``sure``, by a name that is no word."""
    owner = words[:end]
    if not owner:
        return None
    found = outlets.find_in(owner) or outlets.find_in(f"{owner[0].upper()}{owner[1:]}")
    for span, outlet in found:
        owns = span.end == end and words[: span.start].casefold() in _ARTICLES
        if not owns or outlet.kind is OutletKind.BODY:
            continue
        plain = outlet.is_ambiguous(span.of(owner)) and not span.of(owner).isupper()
        if not (sure and (plain or outlet.kind is OutletKind.THINK_TANK)):
            return span, outlet
    return None
