"""Publishers outside the list that an article itself introduces: "the nonprofit newsroom Salt".

Where a text calls a name a newsroom's, a news site's or a weekly's, or writes it as
stations are written ("KHVR radio", "KTVX-TV"), the name is known in all of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.calendar import CALENDAR_WORDS
from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import FUNCTION_WORDS, SAYING, words_of
from corpus.outlets import OutletList
from corpus.press_descriptions import PERIODICAL, SURE_NOUN, is_description
from corpus.press_words import PUBLISHED_WORKS
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span

_WORD = rf"{CAPITAL}[\w’'&-]*"
_NAME = (
    rf"(?P<name>{_WORD}(?:\s(?:(?:of|the|and|&|de|la|le|du|des|del|di|da|do|y)\s){{0,2}}"
    rf"(?:{CAPITAL}|\d)[\w’'&-]*){{0,5}})"
)
_BEHIND = r"(?=[*_]{0,2}\s?(?P<behind>[^\w\s*_]|$|[\w’'-]+))"
_CALLED = re.compile(
    rf"\b(?P<told>(?:told|tells|telling)\s+the\s+)?(?:(?P<periodical>{PERIODICAL})|{SURE_NOUN})"
    rf"\s[*_]{{0,2}}{_NAME}{_BEHIND}"
)
# "Manchester United, the owner of a news channel": what is told of it ends before "of".
_ADJECTIVES = (
    r"(?:(?!(?:of|to|for|in|at|from|by|with|and|or|an?|the|which|that|owner|parent|founder|maker|"
    r"host|head|chief|former|sponsor|rival|buyer|printer)\b)[\w’'-]+\s+){0,5}?"
)
_IN_APPOSITION = re.compile(
    rf"(?<![\w’'])[*_]{{0,2}}{_NAME}[*_]{{0,2}}(?:,\s+(?:an?|the)|\s+is\s+an?)\s+{_ADJECTIVES}"
    rf"(?:{PERIODICAL}|{SURE_NOUN})(?=[,.;:)]|$|\s+(?:in|from|on|about|covering|close|loyal|"
    r"owned|based|run|published|printed|funded|founded|backed|launched|which|that)\b(?!\s+(?:her|his|their|its|one|sells)\b))"
)
# Stations of North America, and initials that a noun of their trade follows.
_CALL_SIGN = re.compile(
    rf"(?<![\w’'-])(?:(?P<signed>[KW]{CAPITAL}{{2,3}}-(?:TV|FM|AM|DT))(?![\w-])"
    rf"|(?P<aired>[KW]{CAPITAL}{{2,3}}(?P<part>\s(?:TV|FM))?)(?(part)|\s(?:radio|television))(?![\w-]))"
)
_PART_OF_SIGN = re.compile(r"[-\s]")
_NOT_TOLD_ALONE = words_of(
    "that which as and or in on of for to first also who whose by at from show shows showed suggest"
)
_NO_NAMES = FUNCTION_WORDS | CALENDAR_WORDS | words_of(
    """mr mrs ms dr prof editor editors editor-in-chief president chief director ceo chairman
    chairwoman owner publisher reporter journalist correspondent manager"""
)
# "The magazine Vance, the vice president, reads", "the site Obi, who is mayor, owns"
_GOES_ON = re.compile(rf"[*_]*,\s+(?:the|an?|who|whose|his|her|their|and|\d|{CAPITAL})")
# A broadcaster may be a person: "the veteran broadcaster Ada Obi", but "the broadcaster NRK".
_PRESENTER = re.compile(r"broadcaster\s[*_]*\Z")
_OF_STATIONS = re.compile(
    rf"\b(?:{CAPITAL}{{2,}}\d*|\d+|Radio|Television|Televisión|Televizija|Channel|Kanal|Media|"
    r"Broadcasting|News)\b|TV"
)
_PERSON = re.compile(rf"({CAPITAL}{SMALL}+)\s(?=({CAPITAL}{SMALL}+)\b)")
_TOKEN = re.compile(r"[\w’'&-]+")
_AIRS = re.compile(r"\s(?:radio|television)(?![\w-])")
_OPENERS = FUNCTION_WORDS | CALENDAR_WORDS
_WRITER_OF = re.compile(rf"^{CAPITAL}{SMALL}+\s{CAPITAL}[\w’'-]+\sof\s(?:the\s)?")
_NEXT = re.compile(rf"\s+(?:{CAPITAL}|[’'])|[’'-]")
_ARTICLE = re.compile(r"(?:the\s|The\s)?[*_]*")
_WORK_BY = re.compile(
    rf"(?:\w+\s){{1,4}}?(?:{'|'.join(sorted(PUBLISHED_WORKS))})\s(?:by|in|from)\s(?:the\s)?"
)
_WHOLE = frozenset({Position.SUBJECT, Position.ASIDE, Position.ACCORDING, Position.CITED})


def find_introduced(text: str, outlets: OutletList) -> Mapping[str, str]:
    """The names that ``text`` introduces as publishers', and how each is spelled in full."""
    found: dict[str, str] = {}
    for called in _CALLED.finditer(text):
        if _is_name(called):
            found[called["name"]] = called["name"]
    for apposed in _IN_APPOSITION.finditer(text):
        name = _without_opening(apposed["name"])
        if name and name.split()[0].casefold() not in _NO_NAMES:
            found[name] = name
    for station in _CALL_SIGN.finditer(text):
        name = station["signed"] or station["aired"]
        found[name] = name
        found.setdefault(_PART_OF_SIGN.split(name)[0], name)
    if not found:
        return {}
    surnames = _surnames_in(text)
    return {
        written: name
        for written, name in found.items()
        if written not in surnames and not _is_known(written, outlets)
    }


def _is_known(written: str, outlets: OutletList) -> bool:
    """Whether ``written`` holds an outlet of the list; "ABC" alone may open another's name."""
    return any(
        len(span) == len(written) or not outlet.is_ambiguous(span.of(written))
        for span, outlet in outlets.find_in(written)
    )


def read_introduced(
    body: str, phrase: SourcePhrase, introduced: Mapping[str, str]
) -> tuple[Span, str] | None:
    """The introduced name that ``phrase`` of the sentence ``body`` consists of, and its place."""
    if phrase.position is Position.OPINION:
        return None
    if not introduced:
        return None
    words = phrase.span.of(body)
    for at, written in _introduced_in(words, introduced):
        in_front = words[:at]
        opens = _ARTICLE.fullmatch(in_front) or _WORK_BY.fullmatch(in_front)
        if not (opens or is_description(in_front)):
            continue
        start = phrase.span.start + at
        end = start + len(written)
        aired = _AIRS.match(body, end)
        end = aired.end() if aired else end
        whole = phrase.position in _WHOLE or (phrase.position is Position.MEDIUM and phrase.verb)
        if end == phrase.span.end or not (whole or _NEXT.match(body, end)):
            return Span(start, end), introduced[written]
    return None


def _introduced_in(words: str, introduced: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The introduced names in ``words``, and where each begins, the longest at a place first."""
    tokens = list(_TOKEN.finditer(words))
    for first, token in enumerate(tokens):
        for last in reversed(tokens[first:]):
            if (written := words[token.start() : last.end()]) in introduced:
                yield token.start(), written


def _without_opening(name: str) -> str:
    """ "Salt Lines" of "But Salt Lines", "On Monday Salt Lines", "Ada Obi of Salt Lines"."""
    name = _WRITER_OF.sub("", name)
    words = name.split()
    while words and words[0].casefold() in _OPENERS:
        words.pop(0)
    return " ".join(words)


def _is_name(called: re.Match[str]) -> bool:
    """Whether what stands behind a noun of the press is its name: not "told the daily Oslo is"."""
    name, behind = called["name"], called["behind"]
    if _GOES_ON.match(called.string, called.end("name")):
        return False
    if _PRESENTER.search(called.string, called.start(), called.start("name")) and not (
        _OF_STATIONS.search(name)
    ):
        return False
    low = behind.casefold()
    if name.split()[0].casefold() in _NO_NAMES or name.endswith(("’s", "'s")):
        return False
    ends = not behind or not behind[0].isalnum()
    if called["told"]:  # "told the newspaper Oslo in winter was dark"
        return ends or low == "that"
    if called["periodical"]:  # "the weekly Mass in Bar"
        return ends or low in SAYING
    return ends or low in SAYING | _NOT_TOLD_ALONE


def _surnames_in(text: str) -> frozenset[str]:
    """The words in ``text`` that somebody seems to bear as a surname: "Stern" of "Ada Stern"."""
    return frozenset(
        person[2]
        for person in _PERSON.finditer(text)
        if person[1].casefold() not in FUNCTION_WORDS | CALENDAR_WORDS
    )
