"""Places in a question where the name of an outlet is expected, known and well spelt or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.lexicon import FUNCTION_WORDS, NEVER_FINAL
from corpus.outlets import OutletList
from corpus.press_words import PUBLICATION_WORDS
from corpus.publishers import OutletKind
from corpus.spans import Span
from qa.saying_forms import SAYS

_SAY = (
    rf"(?:{SAYS}|reporting|cover|covers|covered|publish|published|call|calls|called|see|sees|put|puts|"
    r"contribute|contributes|contributed|give|gives|quote|quotes|carry|carries|cite|cites|assess|"
    r"assesses|view|views|judge|judges|know\s+about|know|make\s+of)"
)
AFTER_SAYING = (
    rf"^(?:['’]s?)?\s*(?:(?:also|actually|itself|reportedly|have\s+to|had\s+to|"
    rf"has\s+to|really|ever|even|then|exactly|have\s+anything\s+to|"
    rf"have\s+something\s+to)\s+)*{_SAY}\b"
)
_WORDS = r"(?:[\w’'.&-]+\s+){0,4}?[\w’'.&-]+"
_SLOTS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:does|did|do|has|have|had|will|would|could|"
        rf"can)\s+(?:the\s+)?(?P<name>{_WORDS})\s+(?:(?:also|actually|really|ever|even|have\s+to|"
        rf"has\s+to|exactly)\s+)*{_SAY}\b",
        rf"\b(?:according\s+to|per|quoting|citing|attributed\s+to|credited\s+to|(?:reported|"
        rf"published|written|cited|quoted|covered)\s+(?:by|"
        rf"in))\s+(?:the\s+)?(?P<name>{_WORDS})(?=\s*[,?!;:—]|\s*$)",
        rf"\b(?:anything|something|nothing|news|reports?|reporting|claims?|information|sentences?"
        rf"|statements?|articles?|stor(?:y|ies)|comes?|quotes?|have|got|"
        rf"words)\s+(?:\w+\s+){{0,1}}?(?:from|by)\s+(?:the\s+)?(?P<name>{_WORDS})(?=\s*[,?!;:—]|"
        rf"\s*$|\s+(?:on|about)\b)",
        rf"^\W*what\s+(?:says|writes|reports|wrote|said|"
        rf"reported)\s+(?:the\s+)?(?P<name>{_WORDS})(?=\s*[,?!;:—]|\s*$|\s+(?:on|about)\b)",
        rf"^\W*(?:the\s+)?(?P<name>{_WORDS})(?:['’]s)?\s+(?:report|reports|view|views|article|"
        rf"coverage|opinion|take|says|reporting|story)\W*$",
        rf"^\W*(?:(?:and|or|but|also)\s+)*(?:(?:what|how)\s+about\s+|"
        rf"as\s+for\s+)?(?:the\s+)?(?P<name>{_WORDS})\s*\W*$",
        rf"\b(?:what(?:['’]s|\s+is|\s+was)|"
        rf"in)\s+(?:the\s+)?(?P<name>{_WORDS})['’]s\s+(?:\w+\s+)?(?:view|take|report|position|"
        rf"opinion|coverage|version|article)\b",
        rf"^\W*(?:show\s+me|quote|cite|"
        rf"give\s+me)\s+(?:the\s+)?(?P<name>{_WORDS})(?:['’]s)?(?:\s+(?:report|view|article|"
        rf"coverage|story))?\W*$",
    )
)
_BARE = 5  # the number of the pattern that is only a name
_MAX_SLOTS = 12
_MAX_READ = 600
_MAX_NAME_WORDS = 5
_MAX_INITIALS = 5
_TOKEN = re.compile(r"[\w’'.&-]*[\w&]\.?")
_POSSESSIVE = re.compile(r"['’]s$", re.I)
_FOREIGN_ARTICLES = frozenset(
    {"Der", "Die", "Das", "Le", "La", "Les", "El", "Il", "Lo", "Het", "Los", "Las"}
)
# Places and people whose names open with an article.
_NO_PUBLISHERS = frozenset(
    [
        "salvador",
        "paz",
        "vegas",
        "angeles",
        "havre",
        "rochelle",
        "alamos",
        "paso",
        "pen",
        "niña",
        "niño",
        "nina",
        "nino",
        "guaira",
        "plata",
        "palmas",
        "mans",
        "cruz",
        "hague",
        "touquet",
        "maire",
        "corbusier",
        "carré",
        "carre",
        "valletta",
        "coruña",
        "mancha",
        "rioja",
        "réunion",
        "reunion",
        "spezia",
    ]
)
# Publication words that end the names of many things that publish nothing.
_WEAK_PUBLICATION_WORDS = frozenset(
    [
        "standard",
        "star",
        "sun",
        "mirror",
        "express",
        "record",
        "register",
        "record",
        "globe",
        "guardian",
        "today",
        "monitor",
        "independent",
        "examiner",
        "sentinel",
        "channel",
        "observatory",
        "report",
        "review",
        "reporter",
        "inquirer",
        "advertiser",
        "echo",
        "mail",
        "online",
        "post",
        "digest",
    ]
)
_STRONG_SAY = re.compile(
    r"^\s*(?:also\s+)?(?:report|reports|reported|write|writes|wrote|publish|published|cover|"
    r"covered|carry|print)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch that may be an outlet's name; ``bare`` where the question holds no more."""

    span: Span
    bare: bool


def find_slots(query: str) -> list[Slot]:
    """The stretches of ``query`` in which an outlet's name is expected, in order of sureness."""
    opening = query[:_MAX_READ]
    slots: dict[Span, Slot] = {}
    for number, pattern in enumerate(_SLOTS):
        for match in pattern.finditer(opening):
            span = Span(*match.span("name"))
            slots.setdefault(span, Slot(span, bare=number == _BARE))
            if len(slots) >= _MAX_SLOTS:
                return list(slots.values())
    return list(slots.values())


def resolve_in_slot(
    query: str, slot: Slot, known: OutletList, credited: Sequence[str]
) -> tuple[Span, str] | None:
    """The outlet that the words in ``slot`` most likely mean to name, and where.

    Longer stretches first. An ordinary word in lower case ("the economist") is
    an outlet only if the library credits that outlet.
    """
    start = slot.span.start
    tokens = [
        Span(start + m.start(), start + m.end()) for m in _TOKEN.finditer(slot.span.of(query))
    ]
    tokens = tokens[-_MAX_NAME_WORDS:]
    for length in range(len(tokens), 0, -1):
        for first in range(len(tokens) - length + 1):
            span = Span(tokens[first].start, tokens[first + length - 1].end)
            written = _POSSESSIVE.sub("", span.of(query))
            words = [word.strip(".").casefold() for word in written.split()]
            if not words or not words[0]:
                continue  # nothing is left of "'s"
            if words[0] in FUNCTION_WORDS - {"the"} or words[-1] in FUNCTION_WORDS:
                continue
            rest = query[span.end : slot.span.end]
            initials = len(written) <= _MAX_INITIALS and not _opens_a_name(written, rest)
            name = _resolve(written, words, known, credited, initials=initials)
            # "And a wired one?" asks nothing of Wired.
            if slot.bare and name not in credited and not written[0].isupper():
                continue
            if name is not None:
                return Span(span.start, span.start + len(written)), name
    return None


def _opens_a_name(word: str, rest: str) -> bool:
    """Whether ``word`` is a title or a first name, by the ``rest`` of its slot: "Dr. Sheikh".

    Such a word is never initials written carelessly ("dr" for DR); "AP" before a name is.
    """
    following = re.match(r"\s+([^\W\d_])", rest)
    if following is None or word.isupper():
        return False
    if word.strip(".").casefold() in NEVER_FINAL:
        return True
    return word.istitle() and following[1].isupper()


def _resolve(
    written: str,
    words: Sequence[str],
    known: OutletList,
    credited: Sequence[str],
    *,
    initials: bool,
) -> str | None:
    """The name of the outlet that is written so; ``initials``: perhaps in small letters."""
    outlet = known.resolve(written)
    if outlet is None and len(words) == 1 and initials and len(written) >= 2:
        outlet = known.exact(written.upper())
        if outlet is not None and outlet.kind is OutletKind.BODY and outlet.name not in credited:
            return None
    elif outlet is None:
        outlet = known.exact(written.title())
        if outlet is not None and outlet.name not in credited:
            return None
    if outlet is not None:
        return outlet.name
    return _by_abbreviation(written, credited)


def _by_abbreviation(written: str, credited: Sequence[str]) -> str | None:
    """The credited outlet whose words begin as the abbreviated ones do: "fin. times"."""
    parts = written.casefold().split()
    if not any(part.endswith(".") and len(part) > 2 for part in parts):
        return None
    for name in credited:
        words = name.casefold().split()
        words = words[1:] if words[:1] == ["the"] else words
        if len(words) == len(parts) and all(
            word.startswith(part[:-1]) if part.endswith(".") and len(part) > 2 else word == part
            for part, word in zip(parts, words, strict=True)
        ):
            return name
    return None


def publisher_name(query: str, slot: Slot) -> tuple[Span, str] | None:
    """The name in ``slot`` with its place, if it can only be that of a publisher.

    It is written with capitals and holds a word that publications are called
    by ("Tashkent Herald"), or opens with a foreign article ("Der Beobachter").
    """
    if query.isupper():
        return None
    written = _POSSESSIVE.sub("", slot.span.of(query)).strip(" .")
    words = written.split()
    if len(words) < 2 or not all(
        word[0].isupper() or word in {"of", "the", "de", "la", "du", "di", "der"} for word in words
    ):
        return None
    start = query.find(written, slot.span.start)
    span = Span(start, start + len(written))
    folded = [word.casefold().strip(".'’") for word in words]
    if words[0] in _FOREIGN_ARTICLES and folded[1] not in _NO_PUBLISHERS:
        return span, written
    publication = PUBLICATION_WORDS.intersection(folded)
    if publication - _WEAK_PUBLICATION_WORDS:
        return span, written
    if (
        publication
        and (folded[-1] in publication or folded[0] in publication)
        and _STRONG_SAY.match(query[slot.span.end :])
    ):
        return span, written
    return None
