"""Publishers outside the list: names that are called, or report, as publications do."""

from __future__ import annotations

import re

from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import FUNCTION_WORDS, words_of
from corpus.outlets import OutletList
from corpus.press_descriptions import described_name
from corpus.press_words import CLOSING_TITLES, OFFICES, OPENING_TITLES, PUBLICATION_WORDS
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span
from corpus.told_outlets import hearing_outlet

_DESCRIPTORS = re.compile(
    r"(?:^|\s)(?:[Aa]n?|[Tt]he|its|their|local|state|public|national|private|rival|official|daily|weekly|"
    r"monthly|financial|business|news|television|tv|radio|newspaper|newsletter|broadcaster|agency|"
    r"agencies|website|magazine|outlets?|channel|network|wire|portal|station|think|tank|thinktank|site|"
    r"tabloid|journal|papers?|media|both|and|or|with|quoted|by|from|in|on|"
    rf"{CAPITAL}{SMALL}+(?:ish|ese|an|ian|ch|ss|i|ic)|[a-z]+-(?:based|owned|run|language))(?=\s|$)"
)
# Without a noun that says what it is, "of the" joins a person to a body.
_CAPITALS = re.compile(
    rf"(?:[Tt]he\s+)?{CAPITAL}[\w’'-]*(?:\s+(?:of\s+|the\s+|and\s+|&\s+)?(?:{CAPITAL}|\d)[\w’'-]*)*"
)
_OWNER = re.compile(r"(?:\S+\s+){0,3}?\S+(?:[’']s|s[’'])\s+(?=\S)")
# "…, citing two brokers": a firm that first reported a loss cites costs.
_FIRST_REPORTED = re.compile(
    r"\s+first\s+(?:reported|revealed)\b[^.;]{1,120}?,\s+(?:citing|quoting)\s+(?:unnamed|unidentified|anonymous|an?\s+\w+\s+source|"
    r"a\s+source|sources|people|officials|two|three|four|five|six|several)\b"
)
# "…, Novak reported.": a single name without an article is a person's as often.
_SURNAME = re.compile(rf"{CAPITAL}{SMALL}+")
_JOINED = re.compile(
    rf"({CAPITAL}[\w’'-]*)\s+(?:(?:de|di|da|do|du|des|del|della|la|le|los|las|y|e)\s+){{1,2}}"
    rf"{CAPITAL}[\w’'-]*"
)
# None but a publisher has an op-ed.
_IN_AN_OP_ED = re.compile(r"\bop-ed\s+(?:for|in|published\s+(?:by|in))\s+(?:the\s+)?$")
_PERSON = re.compile(rf"{CAPITAL}{SMALL}[\w’'.-]*\s{CAPITAL}{SMALL}[\w’'.-]*")
# What observes may be a body as well: "the Human Rights Observatory said".
_WORDING = PUBLICATION_WORDS - {"observatory"}
# Titles that persons are called, too; no person has an article.
_TITLES_WITH_ARTICLE = ("mercury", "argus", "clarion", "packet")
# Who holds an office, or is one: "White House Press Secretary Ada Obi", "the Press Office".
_HOLDERS = words_of(
    """secretary office officer spokesman spokeswoman spokesperson minister ministry department
    council commission committee court church party union university school agent attache attaché
    adviser advisor director president governor mayor bank bureau authority alliance club company
    board society association team force army fund group foundation museum"""
)
_JUDGED_BY = words_of("described regarded considered perceived viewed seen")
_DESCRIPTION_BEHIND = re.compile(
    r"\s+(?:newspaper|news agency|magazine|website|broadcaster|news site)\b"
)


def read_unknown(
    body: str, phrase: SourcePhrase, outlets: OutletList
) -> tuple[Span, str] | None:
    """A name outside the list that is called like a publication or reports as one does."""
    words = phrase.span.of(body)
    described = described_name(words)
    start = phrase.span.start
    if phrase.position is Position.HEARER and (hearer := hearing_outlet(body, phrase.span)):
        return hearer, hearer.of(body)
    if described is not None:
        return Span(start + described.start, start + described.end), described.of(words)
    if _broke_news(body, phrase):
        name = words.removeprefix("the ")
        return Span(phrase.span.end - len(name), phrase.span.end), name
    # "…, Kanal 4 reported": persons say, publishers report.
    reports = phrase.position is Position.ASIDE and phrase.verb in ("reported", "reports")
    if reports and _CAPITALS.fullmatch(words) and not _SURNAME.fullmatch(words):
        return _publisher_of(words, start, outlets)
    if _IN_AN_OP_ED.search(body, max(0, start - 40), start) and _CAPITALS.fullmatch(words):
        name = words.removeprefix("the ")
        return Span(phrase.span.end - len(name), phrase.span.end), name
    joined = _JOINED.fullmatch(words)
    if joined is not None and joined[1].casefold() in OPENING_TITLES:
        return phrase.span, words  # "Diario de Lunde"
    match = _CAPITALS.search(words)
    if match is None or residue(words[: match.start()]):
        return None
    name = match.group().removeprefix("the ")
    bare = name == match.group() and not name.startswith("The ")
    if bare and name.casefold().endswith(_TITLES_WITH_ARTICLE):
        return None  # "told Freddie Mercury"
    name = _OWNER.sub("", name)
    if words.casefold().startswith(("a ", "an ")) or name.casefold() in FUNCTION_WORDS:
        return None  # "a Calgary newspaper", "the broadcaster's owner": no name
    if not _is_called_like_one(name, words[match.end() :], phrase):
        return None
    end = start + match.end()
    return Span(end - len(name), end), name


def _broke_news(body: str, phrase: SourcePhrase) -> bool:
    """Whether a name reported something first, and from whom: "first reported it, citing two"."""
    named = _CAPITALS.fullmatch(phrase.span.of(body)) is not None
    return named and _FIRST_REPORTED.match(body, phrase.span.end) is not None


def _publisher_of(words: str, start: int, outlets: OutletList) -> tuple[Span, str] | None:
    """ "Reuters" of "Reuters’ Ann Lee", "Channel 12" of "Israel’s Channel 12"."""
    owner = _OWNER.match(words)
    if owner is None:
        name = words.removeprefix("the ")
        return Span(start + len(words) - len(name), start + len(words)), name
    # "The Times" is nobody's without its article's capital.
    owned = outlets.find_in(f"{words[0].upper()}{words[1 : owner.end()]}")
    if owned:
        span, outlet = owned[0]
        return Span(start + span.start, start + span.end), outlet.name
    name = words[owner.end() :]
    wording = not PUBLICATION_WORDS.isdisjoint(name.casefold().split()) or _is_titled(name)
    if _PERSON.fullmatch(name) and not wording:
        return None  # "the harbour's Ada Obi"
    return Span(start + owner.end(), start + len(words)), name


def _is_called_like_one(name: str, behind: str, phrase: SourcePhrase) -> bool:
    if name.endswith(("’s", "'s")):
        return False
    if _DESCRIPTION_BEHIND.match(behind):
        return True
    if phrase.position not in (Position.HEARER, Position.MEDIUM) and behind.strip():
        return False
    if phrase.verb in _JUDGED_BY:
        return False  # "described by the Standard Model of Physics"
    if _is_titled(name):
        return True
    parts = name.casefold().split()
    if parts[0] in OFFICES:
        parts = parts[1:]
    if len(parts) < 2 or _WORDING.isdisjoint(parts):
        return False
    return parts[-1] in _WORDING or _HOLDERS.isdisjoint(parts)


def _is_titled(name: str) -> bool:
    """Whether a name is of several words, and one at its end a title: "Norrbottens-Kuriren"."""
    parts = name.casefold().replace("-", " ").split()
    closes = parts[-1] in CLOSING_TITLES or parts[-1] in _TITLES_WITH_ARTICLE
    opens = parts[0] in OPENING_TITLES and _HOLDERS.isdisjoint(parts)
    return len(parts) > 1 and (opens or closes)


def residue(words: str) -> str:
    """What is left of ``words`` without articles, descriptions and joints."""
    previous = None
    rest = re.sub(r"[.,/&*]", " ", f" {words} ")
    while rest != previous:
        previous = rest
        rest = _DESCRIPTORS.sub(" ", rest)
    return rest.strip()
