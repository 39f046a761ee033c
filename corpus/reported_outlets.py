"""The outlets that a phrase in a source's position consists of."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import FINITE_VERBS, FUNCTION_WORDS, PLAIN_SPEECH, SAYING, words_of
from corpus.outlets import OutletList
from corpus.press_descriptions import described_name, is_description, is_said_to_publish
from corpus.press_words import OFFICES, PUBLICATION_WORDS, REPORT_NOUNS, STATION_WORDS
from corpus.publishers import Outlet, OutletKind
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span


class Named(NamedTuple):
    """A name and its offsets in the sentence; sorts by where it stands."""

    start: int
    end: int
    name: str


# Positions in which an outlet counts, but anybody else is only a listener or a reader.
OUTLETS_ONLY = frozenset({Position.HEARER, Position.MEDIUM})

_DESCRIPTORS = re.compile(
    r"(?:^|\s)(?:[Aa]n?|[Tt]he|its|their|local|state|public|national|private|rival|official|daily|weekly|"
    r"monthly|financial|business|news|television|tv|radio|newspaper|newsletter|broadcaster|agency|"
    r"agencies|website|magazine|outlets?|channel|network|wire|portal|station|think|tank|thinktank|site|"
    r"tabloid|journal|papers?|media|both|and|or|with|quoted|by|from|in|on|"
    rf"{CAPITAL}{SMALL}+(?:ish|ese|an|ian|ch|ss|i|ic)|[a-z]+-(?:based|owned|run|language))(?=\s|$)"
)
_PERSONS_AT = re.compile(r"\b(?:at|from|of|with|for)\s+(?:the\s+)?$")
# "the International Union for Conservation of Nature"
_LONGER_NAME = re.compile(rf"(?:^|\s){CAPITAL}[\w’'-]+\s+(?:of|for)\s+$")
_POSSESSIVE = re.compile(r"[’']s?(?=\s)")
# What belongs to a publisher and speaks for it, at the end of a phrase.
_ARM = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:service|channel|website|newsroom|desk|program(?:me)?|edition|"
    r"bulletin|centre|center|unit|calculations?|reporting|count|tally|investigation|analysis|editorial|poll|survey)$"
)
_BEHIND_WITNESS = FINITE_VERBS | SAYING | FUNCTION_WORDS | words_of(
    "call calls find finds regard regards consider considers see sees take takes view views"
)
_GOES_ON = re.compile(
    rf"\s({CAPITAL}[\w’'-]*|reporters?|journalists?|staff|executives?|editors?)"
)
# "Uganda's Daily Monitor", "Zimbabwe's state-owned Herald newspaper".
_OF_A_PLACE = re.compile(
    rf"(?:{CAPITAL}[\w-]*\s+){{0,2}}{CAPITAL}[\w-]*[’']s?\s+(?:[a-z]+-\w+\s+)?"
)
# "Told the paper Oslo had agreed": the name is what the clause is about.
_CLAUSE_TOLD = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did)\b"
)
# Without a noun that says what it is, "of the" joins a person to a body.
_CAPITALS = re.compile(
    rf"(?:[Tt]he\s+)?{CAPITAL}[\w’'-]*(?:\s+(?:of\s+|the\s+|and\s+|&\s+)?(?:{CAPITAL}|\d)[\w’'-]*)*"
)
_NOUN_BEHIND = re.compile(r"\s+(?!(?:in|on|at|and|or|of|this|last|by|for)\b)[^\W\d_]")
_NO_PUBLICATIONS = words_of(
    """office alliance club company council commission committee union party board society
    association school team force army bank court fund"""
)
_OWNER = re.compile(r"(?:\S+\s+){0,3}?\S+(?:[’']s|s[’'])\s+(?=\S)")
_DESCRIPTION_BEHIND = re.compile(
    r"\s+(?:newspaper|news agency|magazine|website|broadcaster|news site)\b"
)


def read_outlets(body: str, phrase: SourcePhrase, outlets: OutletList) -> list[Named]:
    """The outlets that ``phrase`` of the sentence ``body`` consists of; [] for a speaker."""
    words = phrase.span.of(body)
    if (arm := _arm_of(words, outlets)) is not None:
        span, outlet = arm
        return [Named(phrase.span.start + span.start, phrase.span.start + span.end, outlet.name)]
    found = [
        (span, outlet)
        for span, outlet in _find_names(words, phrase, outlets)
        if outlet.kind is not OutletKind.BODY
        and not _POSSESSIVE.match(words, span.end, span.end + 4)
        and not (outlet.is_ambiguous(span.of(words)) and _is_another(words, span, phrase))
    ]
    if not found and is_said_to_publish(body, phrase.span):
        name = words.removeprefix("the ")
        return [Named(phrase.span.end - len(name), phrase.span.end, name)]
    if not found:
        clause = phrase.position is Position.HEARER and _CLAUSE_TOLD.match(body, phrase.span.end)
        return [] if clause else _unknown_publication(words, phrase, outlets)
    if not _is_nothing_but(words, found, phrase):
        return []
    start = phrase.span.start
    return [Named(start + span.start, start + span.end, outlet.name) for span, outlet in found]


def _arm_of(words: str, outlets: OutletList) -> tuple[Span, Outlet] | None:
    """The outlet that ``words`` are a part of: "the BBC's Swahili service"."""
    arm = _ARM.search(words)
    if arm is None:
        return None
    for span, outlet in outlets.find_in(words[: arm.start()]):
        owns = span.end == arm.start() and words[: span.start].casefold() in ("", "the ")
        if owns and outlet.kind is not OutletKind.BODY:
            return span, outlet
    return None


def _is_another(words: str, span: Span, phrase: SourcePhrase) -> bool:
    """Whether an ambiguous name is part of a longer one, or a word: "Dawn describes the fields"."""
    if _LONGER_NAME.search(words[: span.start]):
        return True
    judges = phrase.position is Position.MEDIUM and phrase.verb != ""
    if phrase.verb in ("learned", "learnt") and (span.of(words).isupper() or " " in span.of(words)):
        return False  # "RFI has learnt", "Il Foglio learned", but not "Dawn learned"
    return judges and not words[: span.end].casefold().startswith("the ")


def _find_names(words: str, phrase: SourcePhrase, outlets: OutletList) -> list[tuple[Span, Outlet]]:
    found = outlets.find_in(words)
    if found or not words.startswith("the ") or not _awaits_publisher(phrase):
        return found
    # "told the Hindu", but not "told the Hindu boy".
    return [
        (span, outlet)
        for span, outlet in outlets.find_in(f"T{words[1:]}")
        if not _NOUN_BEHIND.match(words, span.end)
    ]


def _awaits_publisher(phrase: SourcePhrase) -> bool:
    """Whether an article and a capital ("the Nation") can here be nothing but a publisher."""
    if phrase.position in (Position.SUBJECT, Position.ASIDE):
        return phrase.verb in ("reported", "reports")
    return phrase.position is not Position.CITED


def without_names(words: str, spans: list[Span]) -> str:
    """``words`` with the names at ``spans`` blanked out."""
    for span in reversed(spans):
        words = f"{words[: span.start]} {words[span.end :]}"
    return words


def _is_nothing_but(words: str, found: list[tuple[Span, Outlet]], phrase: SourcePhrase) -> bool:
    """Whether the phrase is the outlets it names, and not somebody at or about them."""
    if phrase.position is Position.WITNESS:
        words = _up_to_verb(words, found[-1][0].end)
    if phrase.position in OUTLETS_ONLY:
        # "told the BBC in London": only what comes before the name matters, and its next word.
        in_front = "" if _is_described(words, found) else words[: found[0][0].start]
        return not _residue(in_front) and not _goes_on(words, found[-1][0].end)
    if phrase.verb in PLAIN_SPEECH and all(
        outlet.kind is OutletKind.THINK_TANK for _, outlet in found
    ):
        return False  # an institute that says something is a speaker; one that reports publishes
    if _is_report(words):
        last, outlet = found[-1]  # "the Independent Commission's study" is no newspaper's
        return not (outlet.is_ambiguous(last.of(words)) and _goes_on(words, last.end))
    if _PERSONS_AT.search(words[: found[0][0].start]):
        return False  # "analysts at Chatham House": people, not the house
    names = [span for span, _ in found]
    if _is_described(words, found) or _OF_A_PLACE.fullmatch(words, 0, names[0].start):
        names[0] = Span(0, names[0].end)
    return not _residue(without_names(words, names))


def _up_to_verb(words: str, end: int) -> str:
    """``words`` up to a name's ``end``, where a verb follows: "quoted by Politico expressed"."""
    behind = words[end:].split()
    goes_on = behind and (behind[0] in _BEHIND_WITNESS or behind[0].endswith("ed"))
    return words[:end] if goes_on else words


def _is_described(words: str, found: list[tuple[Span, Outlet]]) -> bool:
    """Whether all that stands before the first name says what it is: "the Lisbon daily"."""
    return is_description(words[: found[0][0].start])


def _residue(words: str) -> str:
    """What is left of ``words`` without articles, descriptions and joints."""
    previous = None
    rest = re.sub(r"[.,/&*]", " ", f" {words} ")
    while rest != previous:
        previous = rest
        rest = _DESCRIPTORS.sub(" ", rest)
    return rest.strip()


def _goes_on(words: str, end: int) -> bool:
    """Whether a name runs on into a longer one: "told Reuters Institute fellows"."""
    after = _GOES_ON.match(words, end)
    return after is not None and after[1].casefold() not in FUNCTION_WORDS | STATION_WORDS


def _is_report(words: str) -> bool:
    return any(word.casefold().strip(".,") in REPORT_NOUNS for word in words.split())


def _unknown_publication(words: str, phrase: SourcePhrase, outlets: OutletList) -> list[Named]:
    """A name outside the list that is called like a publication or reports as one does."""
    start = phrase.span.start
    if (described := described_name(words)) is not None:
        name = described.of(words)
        return [Named(start + described.start, start + described.end, name)]
    # "…, Kanal 4 reported": persons say, publishers report.
    reports = phrase.position is Position.ASIDE and phrase.verb in ("reported", "reports")
    if reports and _CAPITALS.fullmatch(words):
        return [_publisher_of(words, start, outlets)]
    match = _CAPITALS.search(words)
    if match is None or _residue(words[: match.start()]):
        return []
    name = match.group().removeprefix("the ")
    name = _OWNER.sub("", name)
    if words.casefold().startswith(("a ", "an ")) or name.casefold() in FUNCTION_WORDS:
        return []  # "a Calgary newspaper", "the broadcaster's owner": no name
    if not _is_called_like_one(name, words[match.end() :], phrase):
        return []
    end = start + match.end()
    return [Named(end - len(name), end, name)]


def _publisher_of(words: str, start: int, outlets: OutletList) -> Named:
    """ "Reuters" of "Reuters’ Ann Lee", "Channel 12" of "Israel’s Channel 12"."""
    owner = _OWNER.match(words)
    if owner is None:
        name = words.removeprefix("the ")
        return Named(start + len(words) - len(name), start + len(words), name)
    owned = outlets.find_in(words[: owner.end()])
    if owned:
        span, outlet = owned[0]
        return Named(start + span.start, start + span.end, outlet.name)
    return Named(start + owner.end(), start + len(words), words[owner.end() :])


def _is_called_like_one(name: str, behind: str, phrase: SourcePhrase) -> bool:
    if name.endswith(("’s", "'s")):
        return False
    if _DESCRIPTION_BEHIND.match(behind):
        return True
    if phrase.position not in OUTLETS_ONLY and behind.strip():
        return False
    parts = name.casefold().split()
    if parts[0] in OFFICES:
        parts = parts[1:]
    if parts[-1] in _NO_PUBLICATIONS:
        return False  # "the Post Office"
    return len(parts) > 1 and not PUBLICATION_WORDS.isdisjoint(parts)
