"""Journals and servers of preprints that a sentence takes its news from.

"Researchers report in Nature Medicine", "a study posted last week on medRxiv
found", "according to a paper in the Annals of Botany". Few of them are in the
list of outlets; what stands in such a frame is one where it is shaped as they
are, or called one ("the journal Neuron"): a study in Costa Rica is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.calendar import CALENDAR_WORDS
from corpus.letters import CAPITAL, small_letters
from corpus.lexicon import words_of
from corpus.outlets import OutletList
from corpus.publishers import OutletKind
from corpus.spans import Span

_TIMES = "|".join(sorted(CALENDAR_WORDS))
_DATES = f"(?:{'|'.join(sorted(word.capitalize() for word in CALENDAR_WORDS))})"
# "Reported last year in", "published online on Monday in", "posted on 3 May on".
_WHEN = (
    r"(?:\s+(?:online|today|yesterday|recently|first|earlier|early|late|last|this|on|in|week|month|"
    rf"year|\d{{1,4}}|{_TIMES}),?){{0,5}}?"
)
_WORK = (
    r"(?:stud(?:y|ies)|papers?|preprints?|findings|results|research|analys[ei]s|reviews?|trials?|"
    r"work|reports?|letters?|articles?|commentar(?:y|ies)|surveys?|data|estimates?|essays?|"
    r"editorials?|investigations?|experiments?)"
)
# Read in small letters.
_FRAME = re.compile(
    rf"\b(?:(?:report(?:s|ed|ing)?|writ(?:e|es|ing)|wrote|argue[sd]?|conclude[sd]?|describe[sd]?)"
    rf"{_WHEN}\s+(?:in|on)"
    # But not "the study was published in Nature", which is told of the study.
    rf"|{_WORK}(?!\s[^.;:]{{0,40}}?\b(?:is|are|was|were|be|been)\s[\w\s]{{0,20}}?publish)"
    rf"(?:(?:,|\s[^.,;:]{{1,40}}?,?)?\s+(?:published|posted|released|appearing){_WHEN}\s+(?:in|on|by)"
    r"|\s+(?:in|on))"
    r")\s+(?:the\s+)?"
    r"(?P<kind>(?:[a-z-]+\s+)?(?:journal|(?:preprint\s+)?(?:server|repository))\s+)?"
    rf"(?=\S)(?!(?:{_TIMES})\b)"
)
_NAME = re.compile(
    rf"\*?(?P<name>(?:{CAPITAL}|[a-z]{{1,4}}{CAPITAL})[\w’'-]*"
    rf"(?:\s+(?:(?:of|the|and|&|in|for|on)\s+){{0,2}}(?!{_DATES}\b){CAPITAL}[\w’'-]*)*)"
)
_OF_A_FIELD = re.compile(
    r"(?:\S+\s+){0,3}(?:Journal|Annals|Archives|Proceedings|Transactions|Bulletin|Reviews?|"
    r"Frontiers|Advances|Trends|Letters)\s+(?:of|in|on|for)\s+\S"
)
_SERVER = re.compile(r"\w*[rR]xiv|PNAS|NEJM|(?:JAMA|PLO?S|BMJ|eLife|IEEE)(?:\s.*)?")
_FIELDS = words_of(
    """science sciences medicine biology physics chemistry ecology genetics genomics neuroscience
    neurology oncology cardiology psychiatry psychology astronomy geology geoscience geophysics
    climatology biotechnology immunology microbiology epidemiology virology pediatrics paediatrics
    surgery metabolism letters reviews advances communications reports proceedings heritage
    physiology botany zoology evolution sustainability nutrition toxicology metallurgy economics
    materials engineering archaeology anthropology sociology linguistics therapeutics"""
)
# "A study in Yale School of Medicine", "a course in Political Science" are no journal's.
_NOT_A_JOURNAL = words_of(
    """school schools department faculty institute institutes college university center centre
    hospital academy laboratory nobel prize office ministry bachelor master degree society
    association council museum agency house services"""
)


def find_journals(body: str) -> Iterator[Span]:
    """The capitalised names in ``body`` that stand where a journal does, of whatever shape."""
    for frame in _FRAME.finditer(small_letters(body)):
        # "The journal Strix" is called one, "the Journal of Owls" is its name.
        called = frame["kind"] is not None and body[frame.start("kind")].islower()
        end = frame.end() if called or not frame["kind"] else frame.start("kind")
        name = _NAME.match(body, end)
        if name is not None:
            yield Span(frame.start("kind") if called else name.start("name"), name.end("name"))


def read_journal(words: str, outlets: OutletList) -> tuple[Span, str] | None:
    """Where the name in ``words``, found by ``find_journals``, stands, and whose it is.

    None where neither the list, nor the shape, nor a noun before it makes it a journal's.
    """
    name = _NAME.search(words)
    if name is None:
        return None
    span, written = Span(*name.span("name")), name["name"]
    known = outlets.exact(written)
    if known is not None:
        return None if known.kind is OutletKind.BODY else (span, known.name)
    called_one = span.start > 0
    return (span, written) if called_one or _is_shaped(written, outlets) else None


def _is_shaped(name: str, outlets: OutletList) -> bool:
    """Whether ``name`` is worded as those of journals are."""
    parts = name.split()
    low = [part.casefold() for part in parts]
    if _SERVER.fullmatch(name):
        return True
    if _OF_A_FIELD.match(name):
        return True
    if len(parts) < 2 or not _NOT_A_JOURNAL.isdisjoint(low):
        return False
    if low[-1] in _FIELDS:
        return True
    # "Nature Climate Change", "The Lancet Planetary Health": a journal of a journal's family.
    family = outlets.exact(parts[0])
    return family is not None and family.kind is OutletKind.MAGAZINE and parts[1][0].isupper()
