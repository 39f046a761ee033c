"""Whose report, poll or editorial a sentence goes on from: "the report also warns", "it found".

The work is that of the last sentence which names its like, if that credits one outlet alone
and its words, or the label before it, tell that the outlet made it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.letters import CAPITAL
from corpus.outlets import OutletList
from corpus.renamed_outlets import Context, Told
from corpus.spans import Span

# What an outlet prints of somebody's, and what it makes itself.
PRINTED = r"(?:editorial|article|commentary|column|op-ed|essay|piece|story|leader)"
_MADE = (
    r"(?:survey|poll|study|report|analysis|investigation|tally|documentary|dispatch|paper|brief(?:ing)?)"
)
WORK = rf"(?:{_MADE}|{PRINTED})"
# What an outlet is said to report is told of so afterwards.
_LIKE = {"poll": "survey", "survey": "poll", "report": "investigation"}
_JOINT = re.compile(r"[*_]*,?\s+(?:(?:and|with|&)\s+)?(?:the\s+)?[*_]*")
_WRITING = re.compile(r"\b(?:[Ww]riting|writes|wrote)\s+(?:in|for)\b")
_NEWS = ("report", "story", "article")
_REPORTS = re.compile(
    r"[*_]*\s+(?:(?:has|have|had|also|first|later|earlier)\s+)*(?:report(?:s|ed)|wr(?:ites|ote)|reveal(?:s|ed))\b"
)
_REPORTED_BY = re.compile(r"\b(?:reported|revealed)\s+(?:[\w-]+\s+){0,3}?by\s+(?:the\s+)?[*_]*$")
# Whoever else may have drawn up the report that is told of.
_OTHER_REPORTS = re.compile(
    r"\b(?:commission|committee|inquiry|enquiry|audit\w*|panel|watchdogs?|regulator|institutes?|institution|"
    r"tank|NGOs?|groups?|charity|researchers?|analysts?|experts?|economists?|scientists?|authors?|stud(?:y|ies)|"
    r"surveys?|polls?|data|figures|findings|found|paper|documents?|memos?|reviews?|bank|agency|agencies|"
    r"organi[sz]ations?|ombudsman|coroner|inspect\w+|investigat\w+|police|prosecutors?|UN|U\.N\.|[\w-]*reports|"
    r"assessments?|analys[ei]s|intelligence|commission\w*|hired?|consult\w*|asked|ordered|firms?)\b",
    re.IGNORECASE,
)
_CITES = re.compile(
    rf"\b(?:citing|quoting|cited|quoted|according\s+to)\s+(?:an?\s+|the\s+)?{CAPITAL}"
)
# Who has a report in hand, or tells of it, has not made it.
_NOT_MADE = (
    r"(?:seen|obtained|reviewed|viewed|cited|quoted|leaked|shared|reported|verified|by|from|to|for)"
)
_BEHIND = re.compile(rf"(?:\s+(?!{_NOT_MADE}\b)[\w’'%-]+){{0,7}}?\s(?:by|from)\s+(?:the\s+)?")
_COMMISSIONED = re.compile(
    r"(?:\s+(?!(?:seen|obtained|reviewed|cited|quoted|reported|to)\b)[\w’'%-]+){0,6}?\sfor\s+(?:the\s+)?"
)
_CLIENT_BEHIND = re.compile(r"[^.;:]{0,70}?\s(?:by|from|for)\s+(?:the\s+)?")
_PRINTED_IN = re.compile(
    rf"(?:\s+(?!{_NOT_MADE}\b)[\w’'-]+){{0,3}}?(?:\s+by\s+[\w’'.-]+(?:\s+[\w’'.-]+){{0,3}}?)?"
    r"\s(?:in|for)\s+(?:the\s+)?"
)
_BEFORE = re.compile(
    r"(?:[’']s?)?\s+(?:(?!(?:an?|the|its|his|her|their|this|that|of|in|on|said|says|saw)\b)\w+\s+){0,2}"
)
_OPENING = r"\W{0,2}In\s+(?:an?|its|another|the)\s+(?:[\w’'-]+\s+){0,4}?"
_GIVEN = r"(?:\s+(?!(?:by|from|to|for)\b)[\w’'-]+){0,7},\s+(?:the\s+)?"
_PUBLISHES = (
    r"(?:\s+\([^()]{1,30}\))?\s+(?:has\s+)?"
    r"(?:publishe[sd]|carrie[sd]|ran|runs|released|issued|prints|printed)\s+"
)
_SAYS_IN = r"\s+(?!in\b)[\w’'-]+(?:\s+[\w’'-]+){0,5}?\s+in\s+"
_ONE = r"(?:an?|its|another)\s+(?:[\w’'-]+\s+){0,4}?"


def makers_of(work: str, context: Context, *, same: bool = False) -> tuple[str, ...]:
    """Whose the last ``work`` was that the text told of, where it was outlets'; () otherwise.

    ``same``: it is called the same one, so that whom it was made for may be meant as well.
    """
    printed = re.fullmatch(PRINTED, work) is not None
    for told in reversed(context.told):
        if told.block < context.block - 1:
            return ()
        words = f"{told.label} {told.words}"
        named = re.search(rf"\b{work}\b", words, re.IGNORECASE)
        if named is None and (like := PRINTED if printed else _LIKE.get(work)):
            # "In an op-ed … The piece", "a poll … The survey"
            named = re.search(rf"\b{like}\b", words, re.IGNORECASE)
        if named is not None:
            return _makers_within(named.group().casefold(), told, context.outlets, same=same)
        if printed and len(told.outlets) == 1 and _WRITING.search(told.words):
            return told.outlets
        if work in _NEWS and told.outlets and told.block == context.block:
            return reporter_in(told, context.outlets)
    return ()


def opening_work(told: Told, outlets: OutletList) -> tuple[str, str] | None:
    """The one outlet whose work is the subject of a sentence, and the words without the two."""
    opening = re.match(rf"\W{{0,2}}(?:(?!In\b)[\w’'%-]+\s+){{1,6}}?(?P<work>{WORK})\b", told.words)
    opening = opening or re.match(rf"{_OPENING}(?P<work>{WORK})\b", told.words)
    if opening is None or len(told.outlets) != 1:
        return None
    if not _makers_within(opening["work"], told, outlets):
        return None
    name = told.outlets[0]
    rest = told.words[opening.end() :]
    if not (spans := _places_of(name, told.words, outlets)):
        return None
    span = spans[0]
    if span.start >= opening.end():
        rest = told.words[opening.end() : span.start] + " " + told.words[span.end :]
    return name, rest


def _makers_within(
    work: str, told: Told, outlets: OutletList, *, same: bool = False
) -> tuple[str, ...]:
    if not told.outlets:
        return ()
    if re.search(rf"\b{work}\b", told.label, re.IGNORECASE):
        return told.outlets  # "Le Monde, editorial:"
    noun = re.search(rf"\b{work}\b", told.words, re.IGNORECASE)
    if noun is None:
        return ()
    spans = _places_of(told.outlets[0], told.words, outlets)
    made = any(_is_made(noun, told.words, span, same=same) for span in spans)
    return told.outlets if made and _are_joined(told, outlets) else ()


def _is_made(noun: re.Match[str], words: str, span: Span, *, same: bool) -> bool:
    """Whether the outlet at ``span`` of ``words`` has made, or printed, what ``noun`` tells of."""
    if span.end <= noun.start():
        between = words[span.end : noun.start()]
        if _BEFORE.fullmatch(between) or re.fullmatch(_PUBLISHES + _ONE, between):
            return True
        said = re.fullmatch(_SAYS_IN + _ONE, between) or re.fullmatch(r",\s+in\s+" + _ONE, between)
        return said is not None and not _is_told(words, span)
    between = words[noun.end() : span.start]
    printed = re.fullmatch(PRINTED, noun.group(), re.IGNORECASE)
    opens = re.match(_OPENING + re.escape(noun.group()), words)
    return bool(
        _BEHIND.fullmatch(between)
        or (same and _CLIENT_BEHIND.fullmatch(between))
        or (noun.group().casefold() in ("poll", "survey") and _COMMISSIONED.fullmatch(between))
        or (printed and _PRINTED_IN.fullmatch(between))
        or (opens and re.fullmatch(_GIVEN, between))
    )


def _are_joined(told: Told, outlets: OutletList) -> bool:
    """Whether the outlets that a sentence credits stand side by side: "by Salt and Pepper"."""
    places = [_places_of(name, told.words, outlets) for name in told.outlets]
    if not all(places):
        return False
    spans = sorted(spans[0] for spans in places)
    return all(
        _JOINT.fullmatch(told.words, before.end, after.start) for before, after in pairwise(spans)
    )


def reporter_in(told: Told, outlets: OutletList) -> tuple[str, ...]:
    """The one outlet that reports something: "Salt reported that it rained. The report said …"."""
    name, words = told.outlets[0], told.words
    spans = _places_of(name, words, outlets)
    if len(told.outlets) > 1 or not spans or _OTHER_REPORTS.search(words) or _CITES.search(words):
        return ()
    reports = _REPORTS.match(words, spans[0].end) or _REPORTED_BY.search(words, 0, spans[0].start)
    return told.outlets if reports else ()


def _is_told(words: str, span: Span) -> bool:
    """Whether somebody tells the outlet at ``span`` something: "told Reuters in a report"."""
    return re.search(r"\b(?:told|to|by)\s+(?:the\s+)?$", words[: span.start]) is not None


def _places_of(name: str, words: str, outlets: OutletList) -> list[Span]:
    """Where ``words`` name the outlet ``name``."""
    known = [span for span, each in outlets.find_in(words) if each.name == name]
    return known or [Span(*match.span()) for match in re.finditer(re.escape(name), words)]
