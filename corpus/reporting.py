"""Credits inside a sentence's own grammar: who reported it, who said it.

"Reuters reported that …", "…, the ministry said", "told the BBC", "according
to AFP", "seen by officials as …". A publisher in a source's position is an
outlet, anybody else there is a speaker; a publisher that merely occurs in a
sentence is credited with nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from corpus.correspondents import employer
from corpus.letters import CAPITAL
from corpus.lexicon import (
    BEFORE_NOUNS,
    FUNCTION_WORDS,
    MEANS_OF_SAYING,
    NEVER_SPEAK,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING_GROUPS,
    words_of,
)
from corpus.named_elsewhere import publishes_elsewhere
from corpus.outlets import OutletList
from corpus.parted_phrases import part_phrases
from corpus.plain_brackets import explains
from corpus.press_words import DOCUMENTS, NO_SOURCES, PEOPLE_OF_NEWS, PUBLISHED_WORKS
from corpus.quotations import MASK, mask_quotations
from corpus.reported_outlets import OUTLETS_ONLY, Named, read_outlets, without_names
from corpus.source_phrases import Position, SourcePhrase, find_source_phrases
from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class Reported:
    """Whom a sentence itself credits; ``cue`` covers the naming words, as article offsets."""

    outlets: tuple[str, ...]
    speaker: str | None
    cue: Span


# Where whoever is named says something, rather than hears, sees or carries it.
_BY_THEMSELVES = frozenset({Position.SUBJECT, Position.ASIDE, Position.ACCORDING})
_BRACKET = re.compile(r"[(\[](?:[Ss]ources?:\s*)?([^()\[\]]{2,60})[)\]]")
_JOINTS = re.compile(r"[\s/;,&+·|\d]|\band\b|\bvia\b")
_CAPITALISED_BEFORE = re.compile(rf"{CAPITAL}[\w.’']*\s*$")
_LONGEST_NAME_WORD = 60
_BEFORE = 120  # characters before a bracket that show what it is
# Who does these to a paper has said nothing yet; a publisher reports from it.
_HANDLING = words_of(
    """obtained reviewed published carried compiled conducted commissioned verified interviewed
    contacted asked polled made debunked geolocated authenticated fact-checked"""
)
_LOOKING = words_of("seen viewed")
_AS = re.compile(r"[^,.;:]{0,40}?\sas\s")
_GROUPS = PEOPLE_OF_NEWS | words_of(
    "management parliament congress staff intelligence counsel clergy family government"
)
_MODALS = words_of("could would should might will may must")
_NAMED_LIKE_DOCUMENTS = (" Studies", " Geological Survey")  # "the Institute for Security Studies"
_MEASURE = re.compile(
    r"(?:the|its|their|his|her|each|every|\w+[’']s)\s+(?:\w+[’']s?\s+|[a-z]+\s+)?"
    r"(?:share|size|number|amount|weight|income|age|rank|length|value|price|order|level)\b"
)
_BEHIND_MEASURES = words_of("instead rather alone")
# What is a document's as well: "a copy of the letter", "one of the filings".
_OF_DOCUMENTS = DOCUMENTS | words_of(
    """copy copies draft drafts version versions summary summaries terms term clause clauses chapter
    section sections article part parts page pages extract extracts one two some text"""
)
_PAPERS = DOCUMENTS | PUBLISHED_WORKS | words_of(
    "paper papers article articles trial trials review reviews draft drafts copy"
)
_CARRIED = words_of(
    "published posted released appearing carried printed aired broadcast seen obtained reviewed"
)
_NO_SPEAKERS = NO_SOURCES | ((FUNCTION_WORDS | PRONOUNS) - SPEAKING_GROUPS)


def read_reporting(text: str, sentence: Span, outlets: OutletList) -> Reported | None:
    """Whom the sentence at ``sentence`` credits in its own words, or None."""
    body = sentence.of(text)
    masked = mask_quotations(body)
    named: list[Named] = []
    speakers: list[Named] = []
    for phrase in part_phrases(masked, find_source_phrases(masked), outlets):
        credited = read_outlets(masked, phrase, outlets)
        if not credited and phrase.position in _BY_THEMSELVES:
            named.extend(_writes_for(masked, phrase, outlets))
            if publishes_elsewhere(text, sentence, phrase.span.of(masked)):
                words = phrase.span.of(masked).removeprefix("the ")
                credited = [Named(phrase.span.end - len(words), phrase.span.end, words)]
        named.extend(credited)
        if not credited and phrase.position not in OUTLETS_ONLY:
            speakers.extend(_read_speaker(masked, phrase))
    named.extend(_bracketed(masked, outlets))
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
    first = (named or speakers)[0]
    return Reported(
        outlets=_once(each.name for each in named),
        speaker=speakers[0].name if speakers else None,
        cue=Span(sentence.start + first.start, sentence.start + first.end),
    )


def _writes_for(masked: str, phrase: SourcePhrase, outlets: OutletList) -> list[Named]:
    """The outlet whose correspondent speaks, besides who does."""
    found = employer(phrase.span.of(masked), outlets)
    if found is None:
        return []
    span, outlet = found
    return [Named(phrase.span.start + span.start, phrase.span.start + span.end, outlet.name)]


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
    inside = bisect_right(named, (speaker.start, len(masked), ""))
    if inside == len(named) or named[inside].start >= speaker.end:
        return False
    words = masked[speaker.start : named[inside].start].casefold().split()
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
    parts = [part.casefold().strip(".,") for part in words.split()]
    if MASK in words or not any(char.isalpha() for char in words):
        return []
    if parts == ["it"] and phrase.position is Position.ASIDE and phrase.verb == "said":
        return [Named(start, start + len(words), words)]  # "…, it said in a statement."
    if parts[0][:1].isdigit() or parts[0] in NEVER_SPEAK or parts in (["i"], ["we"]):
        return []
    if words.split()[0] in _MODALS:
        return []  # "points could be awarded"
    if parts[0] in NO_SOURCES and len(parts) > 1 and parts[1] in ("and", "or", "of"):
        return []  # "according to population and not to guilt"
    document = parts[-1] in DOCUMENTS and not words.endswith(_NAMED_LIKE_DOCUMENTS)
    if document and "of" in parts:  # "the chief of the state survey" is none
        document = parts[parts.index("of") - 1] in _OF_DOCUMENTS
    if document:
        return []
    if phrase.position is Position.ACCORDING and _is_a_measure(words):
        return []
    if phrase.position is Position.WITNESS and not _vouches(masked, phrase, parts[0]):
        return []
    if phrase.position is Position.CITED and len(parts) == 1 and not _may_be_cited(words):
        return []
    if len(parts) == 1 and parts[0] in _NO_SPEAKERS:
        return []
    return [Named(start, start + len(words), " ".join(words.split()))]


def _is_a_measure(words: str) -> bool:
    """Whether it is by what something goes: "according to protein", "to each party's share"."""
    first, *rest = words.split()
    if _MEASURE.match(words):
        return True
    bare = not rest or rest[0] in _BEHIND_MEASURES or rest[:2] == ["and", "not"]
    many = first.endswith("s") or first in PLURALS | SPEAKING_GROUPS | _GROUPS
    return bare and words.islower() and not many and first not in BEFORE_NOUNS


def _vouches(masked: str, phrase: SourcePhrase, first: str) -> bool:
    """Whether somebody by whom something is seen, or told, says so in that."""
    if first in MEANS_OF_SAYING or phrase.verb in _HANDLING:
        return False
    # "seen by officials as a gain", but not "a video seen by six million people".
    return phrase.verb not in _LOOKING or _AS.match(masked, phrase.span.end) is not None


def _may_be_cited(word: str) -> bool:
    """Whether a single word can be who is cited: "citing officials", not "citing costs"."""
    return word[:1].isupper() or word.casefold() in SPEAKING_GROUPS | PEOPLE_OF_NEWS


def _bracketed(masked: str, outlets: OutletList) -> list[Named]:
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
