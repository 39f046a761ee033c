"""Whose report, poll or editorial a sentence goes on from: "the report also warns", "it found".

The work is that of the last sentence which names its like, if that credits one outlet alone
and its words, or the label before it, tell that the outlet made it.
"""

from __future__ import annotations

import re

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
    r"assessments?|analys[ei]s|intelligence)\b",
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


def maker_of(work: str, context: Context, *, same: bool = False) -> str | None:
    """Whose the last ``work`` was that the text told of, where it was an outlet's.

    ``same``: it is called the same one, so that whom it was made for may be meant as well.
    """
    for told in reversed(context.told):
        if told.block < context.block - 1:
            return None
        if re.search(rf"\b{work}\b", f"{told.label} {told.words}", re.IGNORECASE):
            return _maker_within(work, told, context.outlets, same=same)
        if work in _NEWS and told.outlets and told.block == context.block:
            return _reporter_in(told, context.outlets)
    return None


def opening_work(told: Told, outlets: OutletList) -> tuple[str, str] | None:
    """The one outlet whose work is the subject of a sentence, and the words without the two."""
    opening = re.match(rf"\W{{0,2}}(?:(?!In\b)[\w’'%-]+\s+){{1,6}}?(?P<work>{WORK})\b", told.words)
    opening = opening or re.match(rf"{_OPENING}(?P<work>{WORK})\b", told.words)
    if opening is None or len(told.outlets) != 1:
        return None
    name = _maker_within(opening["work"], told, outlets)
    if name is None:
        return None
    rest = told.words[opening.end() :]
    if not (spans := _places_of(name, told.words, outlets)):
        return None
    span = spans[0]
    if span.start >= opening.end():
        rest = told.words[opening.end() : span.start] + " " + told.words[span.end :]
    return name, rest


def _maker_within(
    work: str, told: Told, outlets: OutletList, *, same: bool = False
) -> str | None:
    if len(told.outlets) != 1:
        return None
    name, words = told.outlets[0], told.words
    if re.search(rf"\b{work}\b", told.label, re.IGNORECASE):
        return name  # "Le Monde, editorial:"
    noun = re.search(rf"\b{work}\b", words, re.IGNORECASE)
    if noun is None:
        return None
    printed = re.fullmatch(PRINTED, work, re.IGNORECASE) is not None
    for span in _places_of(name, words, outlets):
        if span.end <= noun.start():
            between = words[span.end : noun.start()]
            made = (
                _BEFORE.fullmatch(between)
                or re.fullmatch(_PUBLISHES + _ONE, between)
                or (not _is_told(words, span) and re.fullmatch(_SAYS_IN + _ONE, between))
            )
        else:
            between = words[noun.end() : span.start]
            opens = re.match(_OPENING + re.escape(work), words, re.IGNORECASE)
            made = (
                _BEHIND.fullmatch(between)
                or (same and _CLIENT_BEHIND.fullmatch(between))
                or (printed and _PRINTED_IN.fullmatch(between))
                or (opens is not None and re.fullmatch(_GIVEN, between))
            )
        if made:
            return name
    return None


def _reporter_in(told: Told, outlets: OutletList) -> str | None:
    """The one outlet that reports something: "Salt reported that it rained. The report said …"."""
    name, words = told.outlets[0], told.words
    spans = _places_of(name, words, outlets)
    if len(told.outlets) > 1 or not spans or _OTHER_REPORTS.search(words) or _CITES.search(words):
        return None
    reports = _REPORTS.match(words, spans[0].end) or _REPORTED_BY.search(words, 0, spans[0].start)
    return name if reports else None


def _is_told(words: str, span: Span) -> bool:
    """Whether somebody tells the outlet at ``span`` something: "told Reuters in a report"."""
    return re.search(r"\b(?:told|to|by)\s+(?:the\s+)?$", words[: span.start]) is not None


def _places_of(name: str, words: str, outlets: OutletList) -> list[Span]:
    """Where ``words`` name the outlet ``name``."""
    known = [span for span, each in outlets.find_in(words) if each.name == name]
    return known or [Span(*match.span()) for match in re.finditer(re.escape(name), words)]
