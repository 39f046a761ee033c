"""The names that a credit lists, and nothing else: "Reuters +2 Hindustan Times", "AP; AFP"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.acronyms import is_acronym
from corpus.calendar import CALENDAR_WORDS
from corpus.credit_dates import is_date, without_dates
from corpus.lexicon import AUXILIARIES, FUNCTION_WORDS, PRONOUNS, words_of
from corpus.misspellings import resolve_alone
from corpus.outlets import OutletList
from corpus.press_words import LOWER_IN_NAMES, PUBLICATION_WORDS

DASHES = "–—―‒-"  # the hyphen last, so that the string can stand in a character class
MARKS = " \t\r\n\u00a0*_“”\"'‘’"
WORD = re.compile(r"[\w&][\w&.’'+-]*")
# Links make a credit long; a text beyond this is prose, and is not looked into any further.
MAX_CREDIT_CHARS = 400

_SEPARATORS = re.compile(r"\s*(?:[/;|,·•]|\+|\band\b|\bund\b|\bet\b)\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s*&\s*")  # "Reuters & AFP" lists two, "Ship & Bunker" is one name
_COUNTERS = re.compile(
    r"\+\s*\d+(?:\s+(?:more|others?))?|\bet al\b\.?|\band others\b|\bothers\b", re.IGNORECASE
)
# "Le Monde, in French", "Financial Times (paywall)"
_ASIDES = re.compile(
    r"\bin\s+(?:arabic|bengali|chinese|czech|danish|dutch|english|farsi|finnish|french|german|greek|"
    r"hebrew|hindi|hungarian|italian|japanese|korean|mandarin|norwegian|persian|polish|portuguese|"
    r"romanian|russian|serbian|spanish|swedish|turkish|ukrainian|urdu)\b"
    r"|[(\[]?\b(?:paywall(?:ed)?|subscription(?:\s+required)?)\b[)\]]?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\((?:https?:)?//[^()\s]*\)|https?://\S+")
_SITE = re.compile(r"[\w-]+\.(?:com|org|net|info|[a-z]{2})(?:\.[a-z]{2})?")
_NOBODY = words_of("our own staff agency agencies wire wires service services report reports desk")
_BESIDE_NOBODY = words_of("with from and news inputs")
_AGENCIES = re.compile(r"(?:news\s+)?agencies|wires", re.IGNORECASE)
_CLAUSE_WORDS = PRONOUNS | AUXILIARIES
_MAX_LISTED_WORDS = 12
_MAX_DATE_WORDS = 6
_MAX_NAME_WORDS = 6


@dataclass(frozen=True, slots=True)
class Names:
    """The outlets of a credit, canonical where known, and how many of them are known."""

    outlets: tuple[str, ...]
    known: int
    publications: int  # unknown names that sound like a publication's

    @property
    def sound(self) -> bool:
        """Whether the names alone show that this is a credit."""
        return self.known > 0 or self.publications > 0

    @property
    def all_sound(self) -> bool:
        """Whether every one of the names is known or sounds like a publication's."""
        return self.known + self.publications >= len(self.outlets)


def parse_names(text: str, outlets: OutletList, *, alone: bool = False) -> Names | None:
    """The outlets that ``text`` lists, or None where it holds anything but names.

    Counters of an aggregator ("+2"), dates and stray function words between names
    are passed over. A name is known when it is in the list, or is a likely
    misspelling of one that is; ``alone`` says that the text has a line or
    brackets to itself, so that a slip in an ambiguous name is forgiven, too.
    """
    if len(text) > MAX_CREDIT_CHARS:
        return None
    written = _COUNTERS.sub(" / ", _ADDRESS.sub(" ", text)).strip(MARKS + ".:,;" + DASHES)
    count = len(WORD.findall(written))
    if not 1 <= count <= _MAX_LISTED_WORDS + _MAX_DATE_WORDS:
        return None
    written = _ASIDES.sub(" / ", written)
    text = without_dates(written)
    if text == written and count > _MAX_LISTED_WORDS:
        return None
    parts = _parts(text, outlets)
    if parts is None:
        return None
    found: list[str] = []
    known = publications = 0
    dated = text != written
    for words, listed in parts:
        name = listed
        if name is None:
            part = without_function_words(words)
            if not part and _CLAUSE_WORDS.intersection(words.split()):
                return None  # "According to Reuters, it is"
            if not part or _AGENCIES.fullmatch(part):
                continue
            if is_date(part):
                dated = True
                continue
            if not _is_name(part) or _leads_to_name(words):
                return None
            outlet = resolve_alone(part, outlets) if alone else outlets.resolve(part)
            name = part if outlet is None else outlet.name
            known += outlet is not None
            publications += outlet is None and sounds_like_publication(part)
        else:
            known += 1
        if name not in found:
            found.append(name)
    names = Names(tuple(found), known, publications)
    if dated and not names.all_sound:
        return None  # "(Oslo, 5 May)"
    return names if found else None


def known_in(text: str, outlets: OutletList) -> tuple[str, ...]:
    """The canonical names of the outlets that occur anywhere in ``text``."""
    return tuple(dict.fromkeys(outlet.name for _, outlet in outlets.find_in(text)))


def sounds_like_publication(name: str) -> bool:
    """Whether one of the words of ``name`` is one that publications are called."""
    return any(word.casefold() in PUBLICATION_WORDS for word in WORD.findall(name))


def is_unnamed_source(text: str) -> bool:
    """Whether ``text``, a credit, names no agency: "Staff and agencies"."""
    words = [word.casefold() for word in WORD.findall(text)]
    sources = _NOBODY.intersection(words)
    plain = text[:1].islower() and len(words) == 1  # "two ministries (agencies)"
    return bool(sources) and not plain and set(words) <= _NOBODY | _BESIDE_NOBODY


def is_site(name: str) -> bool:
    """Whether ``name`` is the address of a site: "example.org"."""
    return _SITE.fullmatch(name) is not None


def split_names(text: str) -> list[str]:
    """``text`` cut at what stands between names: "/", ";", "and" …"""
    return _SEPARATORS.split(text)


def without_function_words(text: str) -> str:
    """``text`` without signs and function words at either end; the first article stays."""
    words = text.strip(MARKS + ".:,;()[]" + DASHES).split()
    while words and words[0].casefold() in FUNCTION_WORDS and words[0].casefold() != "the":
        if is_acronym(words[0]) and len(words) > 1:
            break  # "US Trade Journal"
        words.pop(0)
    while words and words[-1].casefold() in FUNCTION_WORDS:
        words.pop()
    return " ".join(words)


def _parts(text: str, outlets: OutletList) -> list[tuple[str, str | None]] | None:
    """The words between separators, each with its canonical name where it is a known one.

    None where a known name goes on with something else ("Reuters What Comes Next").
    """
    parts: list[tuple[str, str | None]] = []
    position = 0
    for span, outlet in outlets.find_in(text):
        before, after = text[position : span.start], text[span.end :]
        if _extends_name(before, after):
            continue  # "The Irish Times" is no credit of The Times
        if _is_half_of_name(before, after, outlets):
            continue
        if _runs_on(after):
            return None
        parts.extend((part, None) for part in _split_listed(before, outlets))
        parts.append((span.of(text), outlet.name))
        position = span.end
    parts.extend((part, None) for part in _split_listed(text[position:], outlets))
    return parts


def _split_listed(stretch: str, outlets: OutletList) -> list[str]:
    """The names in ``stretch``, cut at "&" only where an outlet stands at either side."""
    parts: list[str] = []
    for part in split_names(stretch):
        halves = _JOINED.split(part)
        apart = len(halves) > 1 and all(not half or outlets.resolve(half) for half in halves)
        parts.extend(halves if apart else [part])
    return parts


def _is_half_of_name(before: str, after: str, outlets: OutletList) -> bool:
    """Whether "&" joins a known name to one that is no outlet: "Nature & Garden"."""
    left = _JOINED.split(split_names(before)[-1])
    right = _JOINED.split(split_names(after)[0])
    joined = [half for half in (*left[-2:-1], *right[1:2]) if half.strip()]
    return any(outlets.resolve(half) is None for half in joined)


def _extends_name(before: str, after: str) -> bool:
    """Whether capitalised words run straight into a known name, so that it is a longer one."""
    left = before.split()[-1:] if before.endswith(" ") else []
    right = after.split(maxsplit=1)[:1] if after.startswith(" ") else []
    return any(
        word[0].isupper() and word.casefold() not in FUNCTION_WORDS for word in (*left, *right)
    )


def _runs_on(after: str) -> bool:
    """Whether weighty words follow a name with nothing but a space between."""
    stretch = _JOINED.split(split_names(after)[0])[0]
    return stretch[:1].isspace() and bool(without_function_words(stretch))


def _leads_to_name(words: str) -> bool:
    """Whether a function word behind weighty ones shows that this is no list: "New Boss for …"."""
    bare = words.strip(MARKS + ".:,;()[]" + DASHES).split()
    return bare[-1].islower() and bare[-1] in FUNCTION_WORDS


def _is_name(text: str) -> bool:
    """Whether ``text`` is written as a proper name: capitalised, few words, no date."""
    words = text.split()
    if not 1 <= len(words) <= _MAX_NAME_WORDS:
        return False
    first = words[0]
    if not (first[0].isupper() or (first[0].isdigit() and len(first) > 1) or "." in first):
        return False
    if not any(char.isalpha() for char in text):
        return False
    if any(word.strip(".,").casefold() in CALENDAR_WORDS for word in words):
        return False
    return all(_may_stand_in_name(word.lstrip("([") or word) for word in words)


def _may_stand_in_name(word: str) -> bool:
    return (
        word[0].isupper()
        or not word[0].isalpha()
        or word.casefold() in LOWER_IN_NAMES
        or is_site(word)
    )
