"""Credits inside a sentence's own grammar: who reported it, who said it.

"Reuters reported that …", "…, the ministry said", "told the BBC", "according
to AFP", "seen by officials as …". A publisher in a source's position is an
outlet, anybody else there is a speaker; a publisher that merely occurs in a
sentence is credited with nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from corpus.bracketed_outlets import bracketed_outlets
from corpus.closing_speakers import closing_speaker
from corpus.correspondents import employer
from corpus.dated_issues import issue_named
from corpus.figures import maker_within
from corpus.going_on import find_going_on
from corpus.joined_outlets import read_named
from corpus.joint_reports import is_the_press
from corpus.lexicon import (
    FUNCTION_WORDS,
    MEANS_OF_SAYING,
    NEVER_SPEAK,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING_GROUPS,
    words_of,
)
from corpus.measures import is_measure, is_unsigned
from corpus.named_elsewhere import publishes_elsewhere
from corpus.outlets import OutletList
from corpus.outlets_before import outlets_before, writes_for_it
from corpus.parted_phrases import part_phrases
from corpus.press_words import (
    DOCUMENTS,
    NO_SOURCES,
    PAPERS_AT_HAND,
    PUBLICATION_WORDS,
    PUBLISHED_WORKS,
)
from corpus.quotations import MASK, mask_quotations
from corpus.renamed_outlets import Context
from corpus.reported_outlets import OUTLETS_ONLY, Named
from corpus.several_before import several_meant
from corpus.source_phrases import Position, SourcePhrase, find_source_phrases
from corpus.spans import Span
from corpus.who_speaks import head_of, is_of_speakers, is_somebody
from corpus.writers_before import same_piece, written_on


@dataclass(frozen=True, slots=True)
class Reported:
    """Whom a sentence itself credits; ``cue`` covers the naming words, as article offsets."""

    outlets: tuple[str, ...]
    speaker: str | None
    cue: Span


# Where whoever is named says something, rather than hears, sees or carries it.
_BY_THEMSELVES = frozenset({Position.SUBJECT, Position.ASIDE, Position.ACCORDING})
# Who does these to a paper has said nothing yet; a publisher reports from it.
_HANDLING = words_of(
    """obtained reviewed published carried compiled conducted commissioned verified interviewed
    contacted asked polled reached analysed analyzed maintained made debunked
    geolocated authenticated fact-checked"""
)
_LOOKING = words_of("seen viewed considered regarded perceived")
_AS = re.compile(r"[^,.;:]{0,60}?\s(?:as\s|to\s(?:be|have)\s)")
_CHAMBERS = words_of("senate parliament congress assembly chamber duma voters council")
_MODALS = words_of("could would should might will may must")
# "The Institute for Security Studies", "Nielsen Media Research"
_NAMED_LIKE_DOCUMENTS = (" Studies", " Geological Survey", " Statistics", " Research")
# What is a document's as well: "a copy of the letter", "one of the filings".
_OF_DOCUMENTS = DOCUMENTS | words_of(
    """copy copies draft drafts version versions summary summaries terms term clause clauses chapter
    section sections article part parts page pages extract extracts one two some text"""
)
# "A report from 2021", "a letter dated 9 May"
_DATED = re.compile(
    rf"(?:an?|the|one)\s+(?:\w+\s+){{0,3}}?(?:{'|'.join(sorted(DOCUMENTS))})\s+"
    r"(?:from|dated)\s+(?:\w+\s+){0,2}\d",
    re.IGNORECASE,
)
_THINGS_WRITTEN = words_of("rules signs papers laws texts notices labels documents records letters")
# Papers are quoted, but nobody speaks in them.
_NO_BODIES = DOCUMENTS | PAPERS_AT_HAND | PUBLISHED_WORKS | words_of(
    "essay column op-ed piece commentary story"
)
_PAPERS = DOCUMENTS | PUBLISHED_WORKS | words_of(
    "paper papers article articles trial trials review reviews draft drafts copy"
)
_CARRIED = words_of(
    "published posted released appearing carried printed aired broadcast seen obtained reviewed"
)
# "Several outlets, including Reuters"
_LISTED = re.compile(r",?\s+(?:including|among\s+them|such\s+as|notably)\s")
# "Reuters' own analysis of ship data"
_OWN = re.compile(r"^[’']s?\s+(?:(?:own|latest|new|recent)\s+)?")
_COUNTS = words_of("count review examination")
# "Résumés seen by Salt": papers, whatever they are called, are no speakers.
_AT_HAND = re.compile(
    r"(?:\w+\s+){0,3}?(\w+)\s+(?:\w+ly\s+)?(seen|obtained|reviewed|verified|viewed)\s+by\s"
)
_REFERRED_TO = words_of("him her them")
# "It suggests" may speak of what was said before.
_BODIES_DO = words_of(
    "said added warned announced denied insisted argued claimed stressed acknowledged"
)
_NO_SPEAKERS = NO_SOURCES | ((FUNCTION_WORDS | PRONOUNS) - SPEAKING_GROUPS)


def read_reporting(
    text: str, sentence: Span, outlets: OutletList, context: Context | None = None
) -> Reported | None:
    """Whom the sentence at ``sentence`` credits in its own words, or None.

    ``context`` holds the sentences before it, to whose outlets its nouns may refer.
    """
    body = sentence.of(text)
    masked = mask_quotations(body)
    named: list[Named] = []
    speakers: list[Named] = []
    told: list[tuple[SourcePhrase, Named]] = []
    sure, introduced = (context.sure, context.introduced) if context else (frozenset(), {})
    phrases = find_source_phrases(masked)
    if context is not None:
        says = {phrase.span for phrase in phrases if phrase.position in _BY_THEMSELVES}
        phrases += tuple(each for each in find_going_on(masked) if each.span not in says)
    for phrase in part_phrases(masked, phrases, outlets):
        credited = read_named(masked, phrase, outlets, sure, introduced)
        writes = [] if credited else _writes_for(masked, phrase, outlets)
        unknown = not credited and phrase.position in _BY_THEMSELVES
        if unknown and publishes_elsewhere(text, sentence, phrase.span.of(masked)):
            words = phrase.span.of(masked).removeprefix("the ")
            credited = [Named(phrase.span.end - len(words), phrase.span.end, words)]
        if context is not None and phrase.position is Position.HEARER and not credited:
            credited = _told_in_italics(masked, phrase, context)
        meant = credited
        if context is not None:
            meant = context.outlets_meant(masked, phrase, credited)
            meant = meant or outlets_before(masked, phrase, context)
            meant = meant or several_meant(masked, phrase, context)
            named.extend(writes_for_it(masked, phrase, context))
            named.extend(written_on(masked, phrase, context))
        named.extend((*meant, *writes))
        own = phrase.position is Position.OPINION and writes
        if not (credited or meant) and (phrase.position not in OUTLETS_ONLY or own):
            read = _read_speaker(masked, phrase)
            speakers.extend(read)
            told.extend((phrase, each) for each in read)
    named.extend(bracketed_outlets(masked, outlets))
    named.extend(issue_named(masked, outlets))
    if context is not None and not named:
        named.extend(same_piece(masked, context))
    named = _longest(named)
    ends = {each.end: each.start for each in named}
    speakers = [
        each
        for each in speakers
        if body[each.start : ends.get(each.end, each.end)].strip() not in ("", "the", "The")
        and not _is_paper(masked, each, named)
    ]
    if not named and not speakers:
        return None
    speakers.sort()
    if (closing := closing_speaker(masked, told)) is not None and closing in speakers:
        speakers = [closing]
    first = (named or speakers)[0]
    return Reported(
        outlets=_once(each.name for each in named),
        speaker=speakers[0].name if speakers else None,
        cue=Span(sentence.start + first.start, sentence.start + first.end),
    )


def _writes_for(masked: str, phrase: SourcePhrase, outlets: OutletList) -> list[Named]:
    """The outlet whose correspondent speaks, besides who does."""
    speaks = phrase.position in _BY_THEMSELVES or phrase.position is Position.OPINION
    found = employer(phrase.span.of(masked), outlets) if speaks else None
    if found is None:
        return []
    span, outlet = found
    return [Named(phrase.span.start + span.start, phrase.span.start + span.end, outlet.name)]


def _told_in_italics(masked: str, phrase: SourcePhrase, context: Context) -> list[Named]:
    """A publication that nobody knows, told something and in italics as titles are: "*Salt*"."""
    name = phrase.span.of(masked)
    for opening in ("the ", "The "):
        name = name.removeprefix(opening)
    # Ships, films and what is stressed stand in italics, too.
    if name not in context.titles or not PUBLICATION_WORDS.intersection(name.casefold().split()):
        return []
    return [Named(phrase.span.end - len(name), phrase.span.end, name)]


def _longest(named: Iterable[Named]) -> list[Named]:
    """``named`` in order, without pieces of other names: "Nature" in "Nature Medicine"."""
    kept: list[Named] = []
    for each in sorted(named, key=lambda name: (name.start, -name.end)):
        held = kept and each.end <= kept[-1].end and each[:2] != kept[-1][:2]
        if not held:
            kept.append(each)
    return kept


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """``names`` in order; "The New Times" and "New Times" are one."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold().removeprefix("the "), name)
    return tuple(first.values())


def _is_paper(masked: str, speaker: Named, named: list[Named]) -> bool:
    """Whether the speaker is what an outlet carried: "a study published in Nature Medicine"."""
    if _LISTED.match(masked, speaker.end) and is_the_press(masked[speaker.start : speaker.end]):
        return bool(named)
    inside = bisect_left(named, (speaker.start, 0, ""))
    if inside == len(named) or named[inside].start >= speaker.end:
        return False
    outlet = named[inside]
    after = _OWN.sub("", masked[outlet.end : speaker.end]).casefold().split()
    if after and after[0] in PUBLISHED_WORKS | _COUNTS and after[1:2] in ([], ["of"], ["into"]):
        return True  # "a Reuters review of court records"
    words = masked[speaker.start : outlet.start].casefold().split()
    if is_the_press(masked[speaker.start : speaker.end]):
        return True
    for word, behind in pairwise(words):
        if word in _PAPERS:
            return behind in _CARRIED or behind in ("in", "on", "from")
        if word in PREPOSITIONS:
            return False  # "the author of a study in …"
    return False


def _read_speaker(masked: str, phrase: SourcePhrase) -> list[Named]:
    """The speaker that ``phrase`` names, or nobody: a pronoun that refers to no one, a document."""
    words = phrase.span.of(masked)
    start = phrase.span.start + len(words) - len(words.lstrip("*_ "))
    words = words.strip("*_ ")
    if phrase.position in (Position.ACCORDING, Position.CITED):
        made = maker_within(words)  # "data from the port"
        start, words = start + made, words[made:]
    parts = [part.casefold().strip(".,") for part in words.split()]
    if MASK in words or not any(char.isalpha() for char in words):
        return []
    if parts == ["it"] and phrase.verb in _BODIES_DO:
        return [Named(start, start + len(words), words)]  # "It said that the bridge was old."
    if parts[0][:1].isdigit() or parts[0] in NEVER_SPEAK or parts in (["i"], ["we"]):
        return []
    if parts[0] == "reporting" and parts[1:2] in (["by"], ["from"], ["in"]):
        return []  # "according to reporting by Salt"
    if (held := _AT_HAND.match(words)) and _is_at_hand(held, phrase):
        return []
    if words.split()[0] in _MODALS:
        return []  # "points could be awarded"
    if parts[0] in NO_SOURCES and len(parts) > 1 and parts[1] in ("and", "or", "of"):
        return []  # "according to population and not to guilt"
    document = parts[-1] in _NO_BODIES and not words.endswith(_NAMED_LIKE_DOCUMENTS)
    document = document and "who" not in parts
    if _DATED.match(words):
        return []
    head = head_of(words)
    opens = phrase.span.start == 0 and words.startswith(head)
    if (head.islower() or opens) and head.casefold() in _THINGS_WRITTEN and not document:
        return []  # "rules at the port say that"
    if document and "of" in parts:  # "the chief of the state survey" is none
        document = parts[parts.index("of") - 1] in _OF_DOCUMENTS
    if document:
        return []
    if phrase.position is Position.ACCORDING and (is_measure(words) or is_unsigned(words)):
        return []
    if phrase.position is Position.WITNESS and not _vouches(masked, phrase, parts[0]):
        return []
    pointed = phrase.position in (Position.ACCORDING, Position.CITED) and parts[0] in _REFERRED_TO
    if phrase.position is Position.CITED and not (pointed or is_somebody(words)):
        return []  # "citing costs", "citing the weather"
    initials = words.isupper() and not masked.isupper()  # "WHO said"
    if len(parts) == 1 and parts[0] in _NO_SPEAKERS and not (pointed or initials):
        return []
    return [Named(start, start + len(words), " ".join(words.split()))]


def _is_at_hand(held: re.Match[str], phrase: SourcePhrase) -> bool:
    """Whether what somebody has before him are papers: not "patients seen by nurses said"."""
    if not held[1].islower() or is_of_speakers(held[1]):
        return False
    return held[2] == "obtained" or phrase.position is Position.ACCORDING


def _vouches(masked: str, phrase: SourcePhrase, first: str) -> bool:
    """Whether somebody by whom something is seen, or told, says so in that."""
    if first in MEANS_OF_SAYING or phrase.verb in _HANDLING:
        return False
    if not is_somebody(phrase.span.of(masked)):
        return False  # "confirmed by observation"
    if phrase.verb == "confirmed" and head_of(phrase.span.of(masked)).casefold() in _CHAMBERS:
        return False  # who is confirmed in office
    # "seen by officials as a gain", but not "a video seen by six million people".
    return phrase.verb not in _LOOKING or _AS.match(masked, phrase.span.end) is not None
