"""Where somebody speaks, beside who: "Ada Obi in Le Monde", "In Der Spiegel, Ada Obi …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.letters import CAPITAL
from corpus.lexicon import words_of
from corpus.outlets import OutletList
from corpus.press_descriptions import described_name, is_description
from corpus.press_words import DOCUMENTS, PUBLISHED_WORKS
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span

_QUOTED_BY = re.compile(r"\s(?:quoted|cited|interviewed|consulted|contacted|polled)\s+by\s")
_MEDIUM = re.compile(rf"\s(?:in|on|to)\s+(?=(?:the\s+)?{CAPITAL})")
_OPENING = re.compile(r"\W{0,3}In\s+([^,;:.]{2,60}),")
# "Ada Obi of Salt magazine": who writes for a paper, and the paper.
_WRITER_OF = re.compile(
    rf"(?P<person>{CAPITAL}[\w’'.-]+(?:\s+{CAPITAL}[\w’'.-]*){{1,3}})\s+(?:of|from|at|for|with)\s+"
    rf"(?:the\s+)?(?P<paper>{CAPITAL}[\w’'&-]*(?:\s+{CAPITAL}[\w’'&-]*){{0,3}}\s+"
    r"(?:magazine|newspaper|website|news agency))"
)
_WORKS = PUBLISHED_WORKS | DOCUMENTS | words_of("story stories column piece op-ed commentary")
# "Ada Obi, a columnist for Le Monde, argues": a paper in which who writes for it argues.
_COLUMNIST = re.compile(
    r",\s+(?:an?|the)\s+(?:(?!former\b|ex-|one-time\b)[\w-]+\s+){0,2}?(?:columnist|commentator|leader\s+writer)"
    r"\s+(?:for|of|at|with)\s+([^,;:.()]{2,50}),"
)
_ARGUING = words_of("writes wrote argues argued sees calls finds concludes wonders")
_SPEAKING = (Position.SUBJECT, Position.ASIDE, Position.ACCORDING)


def part_phrases(
    masked: str, phrases: tuple[SourcePhrase, ...], outlets: OutletList
) -> Iterator[SourcePhrase]:
    """``phrases`` of a sentence, those that name who speaks and where in two."""
    heard = any(phrase.position is Position.HEARER for phrase in phrases)
    for phrase in phrases:
        columnist = _COLUMNIST.match(masked, phrase.span.end)
        if columnist is not None and phrase.verb in _ARGUING and not heard:
            yield SourcePhrase(Position.MEDIUM, Span(*columnist.span(1)))
        yield from _part(masked, phrase, outlets)
    opening = _OPENING.match(masked)
    if opening is not None and any(phrase.position in _SPEAKING for phrase in phrases):
        span = Span(*opening.span(1))
        described = described_name(opening[1]) is not None
        if described or _is_publisher(opening[1], outlets):
            yield SourcePhrase(Position.MEDIUM, span)


def _part(masked: str, phrase: SourcePhrase, outlets: OutletList) -> Iterator[SourcePhrase]:
    words, start = phrase.span.of(masked), phrase.span.start
    quoted = _QUOTED_BY.search(words) if phrase.position in _SPEAKING else None
    if quoted is not None:  # by whom is a phrase of its own
        yield replace(phrase, span=Span(start, start + quoted.start()))
        return
    writer = _WRITER_OF.fullmatch(words) if phrase.position in _SPEAKING else None
    if writer is not None:
        yield replace(phrase, span=Span(start, start + writer.end("person")))
        yield SourcePhrase(Position.MEDIUM, Span(start + writer.start("paper"), phrase.span.end))
        return
    if phrase.position in (Position.ASIDE, Position.ACCORDING):
        for joint in _MEDIUM.finditer(words):
            head = words[: joint.start()].split()[-1].casefold()
            if head in _WORKS:
                break  # "an editorial in Le Monde" speaks for the paper
            if _is_publisher(words[joint.end() :], outlets):
                yield replace(phrase, span=Span(start, start + joint.start()))
                yield SourcePhrase(Position.MEDIUM, Span(start + joint.end(), phrase.span.end))
                return
    yield phrase


def _is_publisher(words: str, outlets: OutletList) -> bool:
    """Whether ``words`` are the name of one outlet, that could be nothing else."""
    found = outlets.find_in(words)
    if len(found) != 1 or found[0][0].end != len(words):
        return False
    (span, outlet), = found
    in_front = words[: span.start]
    if in_front.casefold() == "the " or is_description(in_front):
        return True
    return not in_front and not outlet.is_ambiguous(words)
