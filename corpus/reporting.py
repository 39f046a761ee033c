"""Credits inside a sentence's own grammar: who reported it, who said it.

"Reuters reported that …", "…, the ministry said", "told the BBC", "according
to AFP", "seen by officials as …". A publisher in a source's position is an
outlet, anybody else there is a speaker; a publisher that merely occurs in a
sentence is credited with nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.lexicon import FUNCTION_WORDS, PRONOUNS, PUBLICATION_WORDS, REPORT_NOUNS
from corpus.outlets import Outlet, OutletKind, OutletList
from corpus.quotations import mask_quotations
from corpus.source_phrases import Position, SourcePhrase, find_source_phrases
from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class Reported:
    """Whom a sentence itself credits; ``cue`` covers the naming words, as article offsets."""

    outlets: tuple[str, ...]
    speaker: str | None
    cue: Span


# Positions in which an outlet counts, but anybody else is only a listener or a reader.
_OUTLETS_ONLY = frozenset({Position.HEARER, Position.MEDIUM})
_DESCRIPTORS = re.compile(
    r"(?:^|\s)(?:an?|the|its|their|local|state|public|national|private|rival|official|daily|weekly|"
    r"monthly|financial|business|news|television|tv|radio|newspaper|broadcaster|agency|agencies|"
    r"website|magazine|outlets?|channel|network|wire|portal|station|think|tank|thinktank|site|"
    r"tabloid|journal|papers?|media|both|and|or|with|quoted|by|from|in|on|[A-Z][a-z]+(?:ish|ese|an|"
    r"ian|ch|ss|i|ic)|[a-z]+-(?:based|owned|run|language))(?=\s|$)"
)
_PERSONS_AT = re.compile(r"\b(?:at|from|of|with|for)\s+(?:the\s+)?$")
_WHOLE_PHRASE_NOT_A_SOURCE = frozenset(
    "plan plans schedule law custom tradition need size taste rule rules script form type "
    "reporters journalists date age".split()
)
_DOCUMENTS = frozenset(
    "letter letters document documents data figures filing filings memo email emails records record "
    "report reports study studies survey poll article statement footage transcript transcripts".split()
)
_SPEAKING_PRONOUNS = frozenset("he she they we i you".split())


def read_reporting(text: str, sentence: Span, outlets: OutletList) -> Reported | None:
    """Whom the sentence at ``sentence`` credits in its own words, or None."""
    body = sentence.of(text)
    masked = mask_quotations(body)
    named: list[tuple[int, int, str]] = []
    speakers: list[tuple[int, int, str]] = []
    for phrase in find_source_phrases(masked):
        credited = _outlets_in(masked, phrase, outlets)
        if credited:
            named.extend(credited)
        elif phrase.position not in _OUTLETS_ONLY:
            speaker = _speaker_in(body, phrase)
            if speaker is not None:
                speakers.append(speaker)
    named.extend(_bracketed(masked, outlets))
    if not named and not speakers:
        return None
    named.sort()
    speakers.sort()
    first = named[0] if named else speakers[0]
    return Reported(
        outlets=tuple(dict.fromkeys(name for _, _, name in named)),
        speaker=speakers[0][2] if speakers else None,
        cue=Span(sentence.start + first[0], sentence.start + first[1]),
    )


def _outlets_in(
    body: str, phrase: SourcePhrase, outlets: OutletList
) -> list[tuple[int, int, str]]:
    """The outlets that ``phrase`` consists of, with their offsets in ``body``; [] for a speaker."""
    start, end = phrase.span.start, phrase.span.end
    words = body[start:end]
    found = [
        (span, outlet)
        for span, outlet in outlets.find_in(words)
        if outlet.kind is not OutletKind.BODY and not _is_possessive(words, span)
    ]
    if found:
        rest = words
        for span, _ in reversed(found):
            rest = f"{rest[: span.start]} {rest[span.end :]}"
        if phrase.position in _OUTLETS_ONLY:
            # "told the BBC in London": what follows the name does not matter, what comes before does.
            lead = words[: found[0][0].start]
            if _residue(lead):
                return []
            if _goes_on(words, found[-1][0].end):
                return []
        elif _is_person_at(words, found[0][0]) or (_residue(rest) and not _is_report(words)):
            return []
        return [(start + span.start, start + span.end, outlet.name) for span, outlet in found]
    return _unknown_publication(words, phrase)


def _residue(words: str) -> str:
    """What is left of ``words`` without articles, descriptions and joints."""
    previous = None
    rest = f" {words} ".replace(",", " ").replace("/", " ").replace("&", " ").replace("*", " ")
    while rest != previous:
        previous = rest
        rest = _DESCRIPTORS.sub(" ", rest)
    return rest.strip()


def _goes_on(words: str, end: int) -> bool:
    """Whether a name runs on into a longer one: "told Reuters Institute fellows"."""
    after = re.match(r"\s([A-Z][\w’'-]*|reporters?|journalists?|staff|executives?|editors?)", words[end:])
    return after is not None and after.group(1).casefold() not in FUNCTION_WORDS | {"radio", "television", "tv", "news"}


def _is_possessive(words: str, span: Span) -> bool:
    return re.match(r"[’']s?(?=\s)", words[span.end : span.end + 4]) is not None


def _is_person_at(words: str, name: Span) -> bool:
    """"analysts at Chatham House": people, not the house."""
    return _PERSONS_AT.search(words[: name.start]) is not None and not _is_report(words)


def _is_report(words: str) -> bool:
    return any(word.casefold().strip(".,") in REPORT_NOUNS | {"data", "figures", "estimates", "research", "findings"} for word in words.split())


_CAPITALS = re.compile(r"(?:[Tt]he\s+)?[A-Z][\w’'-]*(?:\s+(?:of\s+|the\s+|and\s+|&\s+)?[A-Z0-9][\w’'-]*)*")


_DESCRIBED = re.compile(
    r"\b(?:newspaper|news agency|news site|newswire|agency|broadcaster|daily|weekly|magazine|website|outlet|"
    r"(?:radio|tv|television) station)\s+\*?((?:[A-Z0-9][\w’'-]*)(?:\s+(?:of\s+|the\s+|&\s+)?[A-Z0-9][\w’'-]*)*)\*?$"
)


def _unknown_publication(words: str, phrase: SourcePhrase) -> list[tuple[int, int, str]]:
    """A name outside the list that is called like a publication or reports as one does."""
    if described := _DESCRIBED.search(words):
        start = phrase.span.start + described.start(1)
        return [(start, start + len(described.group(1)), described.group(1))]
    if phrase.position is Position.ASIDE and phrase.verb in ("reported", "reports"):
        # "…, Kanal 4 reported": persons say, publishers report.
        if _CAPITALS.fullmatch(words):
            return [(phrase.span.start, phrase.span.end, words)]
    match = _CAPITALS.search(words)
    if match is None or _residue(words[: match.start()]):
        return []
    name = match.group()
    parts = name.split()
    if name.startswith("the "):
        name = name[4:]
        parts = parts[1:]
    if phrase.position in _OUTLETS_ONLY:
        tail = ""
    else:
        tail = words[match.end() :].strip()
    sounds = any(part.casefold() in PUBLICATION_WORDS for part in parts) and len(parts) > 1
    if re.match(r"\s+(?:newspaper|news agency|magazine|website|broadcaster|news site)\b", words[match.end() :]):
        sounds, tail = True, ""
    if not sounds or tail or name.endswith(("’s", "'s")):
        return []
    at = phrase.span.start + match.end() - len(name)
    return [(at, at + len(name), name)]


def _speaker_in(body: str, phrase: SourcePhrase) -> tuple[int, int, str] | None:
    words = phrase.span.of(body).strip("*_ ")
    if "¤" in words or not any(char.isalpha() for char in words):
        return None
    parts = [part.casefold().strip(".,") for part in words.split()]
    if len(parts) == 1 and (
        parts[0] in _WHOLE_PHRASE_NOT_A_SOURCE
        or parts[0] in (FUNCTION_WORDS | PRONOUNS) - _SPEAKING_PRONOUNS - {"officials", "analysts", "experts", "critics", "supporters", "some", "many", "others", "several", "most"}
    ):
        return None
    if parts[-1] in _DOCUMENTS:
        return None
    if parts[0] in {"what", "how", "why", "whether", "there", "it", "this", "that", "which", "to"}:
        return None
    if parts[0][0].isdigit() or not any(part[0].isalpha() for part in parts):
        return None
    at = phrase.span.start
    return (at, at + len(words), " ".join(words.split()))


def _bracketed(body: str, outlets: OutletList) -> list[tuple[int, int, str]]:
    """"… rose 3% (Reuters) while …": a bracket that holds names alone and explains no name."""
    found: list[tuple[int, int, str]] = []
    for bracket in re.finditer(r"[(\[]([^()\[\]]{2,60})[)\]]", body):
        inside: list[tuple[Span, Outlet]] = outlets.find_in(bracket.group(1))
        if not inside:
            continue
        rest = bracket.group(1)
        for span, _ in reversed(inside):
            rest = f"{rest[: span.start]} {rest[span.end :]}"
        if re.sub(r"[\s/;,&+·|\d]|\band\b|\bvia\b", "", rest):
            continue
        before = re.search(r"([A-Z][\w.’']*)\s*$", body[: bracket.start()])
        if before is not None and bracket.group(1).isupper():
            continue  # an abbreviation of the name before it
        found.extend(
            (bracket.start(1) + span.start, bracket.start(1) + span.end, outlet.name)
            for span, outlet in inside
        )
    return found
