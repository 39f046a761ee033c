"""What a pronoun stands for: a name or a noun phrase of an earlier question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import (
    AUXILIARIES,
    FINITE_VERBS,
    FUNCTION_WORDS,
    PLURALS,
    SAYING,
    SAYING_OR_PLURAL,
)
from corpus.numerals import IN_WORDS
from corpus.who_speaks import is_of_speakers
from qa.people import BODY_WORDS, PERSONAL_TITLE


class Kind(Enum):
    """What a pronoun can stand for."""

    THING = "thing"
    SEVERAL = "several"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Words that name something, with their article, and where they stood."""

    text: str
    start: int
    plural: bool
    person: bool
    is_name: bool


_CAPITALISED = re.compile(
    rf"(?<!\w)(?:[Tt]he\s+)?(?:{CAPITAL}[\w’'&-]*[\w]|{CAPITAL}\.(?:{CAPITAL}\.)+|"
    rf"{CAPITAL}(?=\.\s{CAPITAL}))\.?(?:\s+(?:(?:of|the|de|la|du|von|van|al|bin)\s+){{0,2}}"
    rf"(?:{CAPITAL}[\w’'&-]*|{CAPITAL}\.(?:{CAPITAL}\.)*))*"
)
_PHRASE = re.compile(
    r"\b(?:(?P<det>the|a|an|this|that|these|those|which|what|how\s+many)\s+)"
    r"(?P<rest>(?:[\w’'-]+\s+){0,3}?[\w’'-]+)",
    re.I,
)
_OPENERS = (
    FUNCTION_WORDS
    | AUXILIARIES
    | {
        "tell",
        "give",
        "name",
        "list",
        "show",
        "explain",
        "describe",
        "summarise",
        "summarize",
        "define",
        "compare",
        "whom",
        "whose",
        "anything",
    }
)
_NO_NOUNS = (
    (FUNCTION_WORDS - {"officials", "analysts", "experts", "critics", "supporters"})
    | FINITE_VERBS
    | SAYING
    | AUXILIARIES
)
# Nouns that stand before what is really spoken of: "the name of the company".
_RELATIONAL = frozenset(
    [
        "name",
        "number",
        "kind",
        "type",
        "sort",
        "part",
        "year",
        "date",
        "day",
        "time",
        "amount",
        "price",
        "cost",
        "reason",
        "reasons",
        "purpose",
        "aim",
        "role",
        "one",
        "ones",
        "point",
        "most",
        "rest",
        "effect",
        "effects",
        "result",
        "results",
        "main",
        "first",
        "last",
        "other",
        "others",
        "same",
        "article",
        "briefing",
        "text",
        "story",
        "source",
        "sources",
        "outlet",
        "news",
        "matter",
        "answer",
        "question",
        "difference",
        "meaning",
        "way",
        "ways",
        "person",
        "people",
        "thing",
        "things",
        "capital",
    ]
)
_FIRST_NAMES_FOLLOW = re.compile(
    rf"^{CAPITAL}(?:{SMALL}|[’'-])+(?:\s+{CAPITAL}\.)*"
    rf"(?:\s+(?:de|van|von|al|bin|{CAPITAL}(?:{SMALL}|[’'-])+))+$"
)
# A place, where it stands behind one of these: "in New York".
_AT = re.compile(r"\b(?:in|at|near|from|to|across|around|inside|outside|into)\s+(?:the\s+)?$", re.I)
_WHO_IS = re.compile(r"\bwho\s+(?:is|was|['’]s)\s+$", re.I)
_ONE_OF_A_KIND = re.compile(
    r"\b(?:an?|another|any|each|every|this|that)\s+(?:(?:senior|former|top|leading|new|unnamed)\s+)?$",
    re.I,
)
# "Central Asian states", "American officials": a word of a people before a plural. Of other
# endings a land may be the subject of a verb: "Japan benefits".
_OF_A_PEOPLE = re.compile(
    r"(?:[a-z](?:ican|ian|ean|ese|ish|eli|aqi)|Arab|Czech|Greek|Dutch|Swiss)$"
)
_MAYBE_OF_A_PEOPLE = re.compile(r"[a-z](?:an|ani|ic)(?<!stan)$")
_COUNTS_THEM = re.compile(
    rf"\b(?:the|these|those|which|both|some|all|how\s+many|\d+|{IN_WORDS})\s+$", re.I
)
_ADVERBS = frozenset({"always", "besides", "perhaps", "sometimes", "towards", "afterwards"})
_COUNTED = re.compile(
    rf"(?:\b(?:those|these|\d+|{IN_WORDS})|{CAPITAL}\w*(?:an|ese|ish|eli|aqi|ani))\s+$"
)
_COUNT_BEFORE = re.compile(rf"\b(?:(?:\d+|{IN_WORDS})\s+)$", re.I)
_MAX_READ = 1000


def candidates(
    text: str, names: Iterable[str], people: frozenset[str] = frozenset()
) -> list[Antecedent]:
    """What ``text`` names, in its order: names of the library, other names, noun phrases.

    A name of the library is a person's where ``people``, in lower case, say so; another
    one where it looks like one.
    """
    text = text[:_MAX_READ]
    known = {name.casefold() for name in names}
    found: list[Antecedent] = []
    taken: list[tuple[int, int]] = []

    def take(start: int, end: int, *, is_name: bool) -> None:
        if start < end and not any(start < b and a < end for a, b in taken):
            taken.append((start, end))
            words = text[start:end]
            person = is_name and _is_person(words, text[:start], known, people)
            found.append(Antecedent(words, start, _is_plural(words, is_name), person, is_name))

    for name in sorted(set(names), key=len, reverse=True):
        if len(name) > 2 and name.casefold() in text.casefold():
            for match in re.finditer(
                rf"(?<![\w’'-])(?:the\s+)?{re.escape(name)}(?![\w-])", text, re.I
            ):
                # "Central Asian states" are not the States.
                if not (match[0].islower() and _COUNTED.search(text[: match.start()])):
                    take(match.start(), match.end(), is_name=True)
    shouted = text.isupper()
    for match in _CAPITALISED.finditer("" if shouted else text):
        start, end = match.span()
        words = list(re.finditer(r"\S+", match.group()))
        while (
            words
            and words[0].group().casefold().strip("’'.") in _OPENERS
            and not (len(words) > 1 and words[0].group().casefold() == "the")
        ):
            words.pop(0)
        if words:
            end = start + words[-1].end()
            begin = start + words[0].start()
            tail = re.search(rf"(?:['’]s?|(?<!{CAPITAL})\.)$", text[begin:end])
            end -= len(tail.group()) if tail else 0
            take(begin, end, is_name=True)
    found = [_with_its_noun(item, text) for item in found]
    for match in _PHRASE.finditer(text):
        begins = match.start("rest")
        last_end = match.start("rest")
        count = 0
        for word in re.finditer(r"[\w’'-]+", text[match.start("rest") : match.start("rest") + 80]):
            begin = match.start("rest") + word.start()
            if begin != last_end + (1 if count else 0) or count == 4:
                break
            bare = re.sub(r"['’]s$", "", word.group().casefold())
            if bare in _NO_NOUNS or (count and _is_verb(bare)):
                break
            last_end = begin + len(word.group())
            count += 1
        head = text[begins:last_end].split()[-1:] if count else []
        if not head or re.sub(r"['’]s?$", "", head[0].casefold()) in _RELATIONAL:
            continue
        take(match.start("rest"), last_end, is_name=False)
    found.sort(key=lambda item: item.start)
    return [_with_article(item) for item in found]


def _with_its_noun(item: Antecedent, text: str) -> Antecedent:
    """What ``item`` only tells apart: of "a White House meeting", the meeting.

    After "the" the next word is as often a verb: "did the White House host …".
    """
    end = item.start + len(item.text)
    behind = re.match(r"\s+(?P<noun>[a-z][a-z-]{2,})(?![\w’'-])", text[end:])
    if not item.is_name or behind is None:
        return item
    noun, start = behind["noun"], item.start
    several = (
        _is_plural(noun, False)
        and noun not in _ADVERBS
        and (
            _OF_A_PEOPLE.search(item.text) is not None
            or (
                _MAYBE_OF_A_PEOPLE.search(item.text) is not None
                and _COUNTS_THEM.search(text[:start]) is not None
            )
        )
    )
    if item.person and not several:
        return item
    if noun in (_NO_NOUNS - SAYING_OR_PLURAL if several else _NO_NOUNS) or _is_verb(noun):
        return item
    if not several and not _ONE_OF_A_KIND.search(text[:start]):
        return item
    if several and (counted := _COUNT_BEFORE.search(text[:start])) is not None:
        start = counted.start()
    words = text[start : end + behind.end()].removeprefix("the ").removeprefix("The ")
    start = end + behind.end() - len(words)
    person = not several and is_of_speakers(noun)
    return Antecedent(words, start, _is_plural(words, False), person, is_name=False)


def choose(kind: Kind, earlier: Sequence[Sequence[Antecedent]]) -> Antecedent | None:
    """What a pronoun of ``kind`` most likely stands for; ``earlier`` the nearest question first.

    The first of a question is mostly its subject. Names come before noun
    phrases, but for the one that a statement begins with; and what agrees in
    number before what does not. "Those states" are as many as were named before.
    """
    for number, found in enumerate(earlier):
        picked = _pick(kind, found)
        if picked is not None:
            return _in_full(picked, earlier[number + 1 :])
    return None


def _in_full(picked: Antecedent, before: Sequence[Sequence[Antecedent]]) -> Antecedent:
    """``picked`` in the fuller words that an earlier question has for it, if any has."""
    ending = f" {picked.text.removeprefix('the ')}".casefold()
    if picked.is_name:
        return picked
    fuller = (
        item
        for found in before
        for item in found
        if item.text.casefold().endswith(ending) and len(item.text) >= len(f"the{ending}x")
    )
    return next(fuller, picked)


def _pick(kind: Kind, found: Sequence[Antecedent]) -> Antecedent | None:
    """What of one question a pronoun may stand for, the likeliest."""
    fitting = [item for item in found if _fits(item, kind)]
    if fitting and fitting[0].start <= len("the "):
        return fitting[0]
    if not fitting and kind is not Kind.PERSON:
        fitting = [item for item in found if not item.person]
    return next((item for item in fitting if item.is_name), fitting[0] if fitting else None)


def _fits(item: Antecedent, kind: Kind) -> bool:
    if kind is Kind.PERSON:
        return item.person
    if item.person:
        return False
    return item.plural is (kind is Kind.SEVERAL)


def _with_article(item: Antecedent) -> Antecedent:
    if item.is_name:
        text = "the " + item.text[4:] if item.text[:4].casefold() == "the " else item.text
    else:
        text = f"the {item.text}"
    return Antecedent(text, item.start, item.plural, item.person, item.is_name)


def _is_plural(words: str, is_name: bool) -> bool:
    parts = words.split()
    last = re.sub(r"['’]s?$", "", parts[-1]).casefold().strip(".")
    if last in PLURALS:
        return True
    if is_name and len(parts) == 1:
        return last.endswith("ans")  # "Texans", and no "Texas", "Reuters", "Athens"
    return (
        len(last) > 3
        and last.endswith("s")
        and not last.endswith(("ss", "us", "is", "ics", "times", "news", "works"))
    )


def _is_person(words: str, before: str, known: set[str], people: frozenset[str]) -> bool:
    bare = words.casefold()
    if re.match(PERSONAL_TITLE, words) or bare in people:
        return True
    if people and bare in known:
        return False
    return (
        _FIRST_NAMES_FOLLOW.match(words) is not None
        and BODY_WORDS.search(words) is None
        and not _is_plural(words, True)
        and _AT.search(before) is None
    ) or (_WHO_IS.search(before) is not None and not bare.startswith("the "))


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing")) and word not in {
        "meeting",
        "building",
        "funding",
        "wedding",
        "ceiling",
        "feeling",
    }
