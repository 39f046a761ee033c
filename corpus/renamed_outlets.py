"""What stands for an outlet named before: "the paper adds", "told the newspaper", "the Post".

Such a noun means the one outlet of its sort that its own paragraph credits before it, or
else that the paragraph above does; where there are two, or where something else that it
could mean was named since (a study, an agency of the state), it means nobody here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import FINITE_VERBS, FUNCTION_WORDS, PLAIN_SPEECH, PRONOUNS, SAYING, words_of
from corpus.outlets import OutletList
from corpus.press_nouns import (
    AIRING,
    NOUN,
    OF_ANY,
    OFFICE,
    PROGRAMMES,
    PUBLISHING,
    RIVALS,
    SORTS,
    UNSURE,
    is_told_by_home,
)
from corpus.press_words import PUBLICATION_WORDS
from corpus.publishers import OutletKind
from corpus.reported_outlets import Named
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span

_REPORTING = words_of(
    """reported reports wrote writes added adds noted notes quoted quotes quoting cited cites
    recalled recalls"""
)
_SHORT_NAME = re.compile(r"[Tt]he\s+([^\W\d_]{3,})\b(?![’'-])")
# Not shortened, since another is called so: "the Times" is no Financial Times.
_NEVER_SHORTENED = frozenset({"Financial", "Sunday", "Irish", "Radio"})
_TOPICS = frozenset({Position.SUBJECT, Position.ASIDE, Position.OPINION})
_NEXT_WORD = re.compile(r"\s+([\w’'-]+)")
_BEHIND = (
    FUNCTION_WORDS | PRONOUNS | CALENDAR_WORDS | SAYING | FINITE_VERBS
    | words_of("as last whether")
)  # fmt: skip
# Abbreviations of bodies; those of countries and unions are none.
_INITIALS = re.compile(r"\b(?!(?:US|USA|UK|EU|UN|UAE|TV|GDP|CEO|AI|PM|MP)s?\b)[^\W\d_]{2,}\b")
_DEFINITE = re.compile(
    r"\bthe\s+(?:(?:same|news|press|wire|radio|tv|television|[\w-]+-(?:based|language))\s+)?$",
    re.IGNORECASE,
)
_WITHIN_NAMES = words_of("of the and for")
_NEXT_LETTER = re.compile(r"\s+([^\W\d_])")
_BEFORE_NAME = re.compile(rf"[ *]*(?:the|{'|'.join(SORTS)})?[ *]*")
_SAID_TO_BE = re.compile(r",\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}|\s(?:[a-z]+\s+)?")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that was read, with the outlets that its own words credit."""

    block: int
    words: str  # as written
    outlets: tuple[str, ...]
    speaker: str | None
    label: str = ""  # the credit that opens it


@dataclass(frozen=True, slots=True)
class Context:
    """The sentences since the last heading that a noun in a sentence of ``block`` may look to."""

    block: int
    told: Sequence[Told]
    outlets: OutletList
    sure: frozenset[str] = frozenset()  # whose ambiguous names mean nobody else in the article
    introduced: Mapping[str, str] = field(default_factory=dict)  # names that the article explains
    titles: frozenset[str] = frozenset()  # what the article has in italics

    def outlets_meant(
        self, masked: str, phrase: SourcePhrase, credited: Sequence[Named]
    ) -> list[Named]:
        """``credited`` by their full names, or else the outlet that ``phrase`` stands for.

        ``credited`` is what ``phrase``, of the sentence ``masked``, names by itself.
        """
        if credited:
            return [whole for each in credited for whole in self._in_full(each)]
        return self._stood_for(masked, phrase)

    def _stood_for(self, masked: str, phrase: SourcePhrase) -> list[Named]:
        short = _SHORT_NAME.match(masked, phrase.span.start)
        if short is not None and short[1][0].isupper() and _stands_alone(masked, short, phrase):
            start, end = short.span()
            longer = self._longer_names(short[1])
            return [Named(start, end, name) for name in longer] if len(longer) == 1 else []
        found = NOUN.match(masked, phrase.span.start)
        if found is None or not _stands_alone(masked, found, phrase):
            return []
        noun = " ".join(found["noun"].casefold().split())
        if noun == "think tank" and phrase.verb in PLAIN_SPEECH:
            return []  # one that says something is a speaker
        if found["kind"] and not is_told_by_home(found["kind"], noun):
            return []
        for block in self._blocks_before(phrase, noun):
            names = [
                (index, name)
                for index, each in enumerate(self.told)
                if each.block == block
                for name in each.outlets
                if self._is_of(name, SORTS[noun])
            ]
            if names:
                break
        else:
            return []
        index, name = names[-1]
        sure = found["press"] or found["tail"] or noun not in UNSURE
        if not (sure or _does_as_publisher(noun, phrase) or self._is_called(name, noun, index)):
            return []
        if noun in PROGRAMMES and not _goes_on_in(noun, phrase, self.told[index]):
            return []
        if found["kind"] and (index, self.told[index].block) != (len(self.told) - 1, self.block):
            return []
        if not self._is_told_on(found, phrase, index):
            index = names[0][0]
        if any(other != name for at, other in names if at >= index):
            return []
        subject = phrase.position in (Position.SUBJECT, Position.ASIDE)
        if noun == "agency" and not found["press"] and subject and _is_name(self.told[index]):
            return []  # "Frontex told Reuters …": the agency may be either
        between = [*(each.words for each in self.told[index:]), masked[: found.start()]]
        if any(self._names_another(words, noun, name) for words in between):
            return []
        return [Named(found.start(), found.end(), name)]

    def _blocks_before(self, phrase: SourcePhrase, noun: str) -> tuple[int, ...]:
        """The paragraphs that a noun may look to, the nearest first.

        Who was told something told it to the paper of the paragraph before the last as well,
        where the last credits nobody.
        """
        near = (self.block, self.block - 1)
        told = phrase.position is Position.HEARER and noun not in UNSURE
        credited = any(each.block in near and each.outlets for each in self.told)
        return (*near, self.block - 2) if told and not credited else near

    def _is_told_on(self, found: re.Match[str], phrase: SourcePhrase, index: int) -> bool:
        """Whether the noun can but go on from the sentence before, at ``index``.

        "Le Monde reports that …. Bild hopes that …. The paper adds that …".
        """
        if index != len(self.told) - 1 or self.told[index].block != self.block:
            return False
        readers = (found["tail"] or "").endswith(("readers", "viewers", "listeners"))
        return bool(found["same"]) or readers or phrase.position in _TOPICS

    def _in_full(self, named: Named) -> list[Named]:
        """``named``, or the longer name that it shortens, if an earlier sentence credits that.

        [] where it may shorten two.
        """
        words = named.name.removeprefix("The ")
        if " " in words or any(named.name in each.outlets for each in self.told):
            return [named]
        longer = self._longer_names(words)
        if not longer:
            return [named]
        return [named._replace(name=name) for name in longer] if len(longer) == 1 else []

    def _longer_names(self, word: str) -> frozenset[str]:
        """The names among those credited that ``word`` is the last of."""
        if word.casefold() not in PUBLICATION_WORDS:
            return frozenset()
        return frozenset(
            name for each in self.told for name in each.outlets if _shortens(word, name)
        )

    def _is_called(self, name: str, noun: str, index: int) -> bool:
        """Whether the sentences before call ``name`` a ``noun``: "the news site Salt".

        An office that they tell of since the one at ``index`` may be "the agency", too.
        """
        written = re.escape(name.removeprefix("The "))
        called = re.compile(
            rf"\b{noun}\s+[*_]*(?:the\s+)?{written}\b"
            rf"|\b{written}[*_]*,\s+(?:an?|the)\s+(?:[\w’'-]+\s+){{0,4}}?{noun}\b",
            re.IGNORECASE,
        )
        if noun == "agency" and any(OFFICE.search(each.words) for each in self.told[index:]):
            return False
        return any(called.search(each.words) for each in self.told)

    def _is_of(self, name: str, kinds: frozenset[OutletKind]) -> bool:
        outlet = self.outlets.exact(name)
        return outlet is None or outlet.kind in kinds

    def _names_another(self, words: str, noun: str, name: str) -> bool:
        """Whether ``words`` name something but the outlet ``name`` that ``noun`` could mean."""
        known = self.outlets.find_in(words)
        if any(each.name != name and each.kind in SORTS[noun] for _, each in known):
            return True
        own = [span for span, each in known if each.name == name]
        own = own or [Span(*match.span()) for match in re.finditer(re.escape(name), words)]
        if any(not _is_own(words, rival, own) for rival in RIVALS[noun].finditer(words)):
            return True
        return noun == "agency" and any(
            not any(span.start <= match.start() < span.end for span in own)
            for match in _INITIALS.finditer(words)
            if match.group()[:2].isupper() and match.group().rstrip("s").isupper()
        )


def _shortens(word: str, name: str) -> bool:
    words = name.removeprefix("The ").split()
    return len(words) > 1 and words[-1] == word and words[0] not in _NEVER_SHORTENED


def _is_own(words: str, rival: re.Match[str], own: Sequence[Span]) -> bool:
    """Whether a noun of the press is of the outlet whose name stands at ``own``."""
    start, end = rival.span()
    behind = _NEXT_LETTER.match(words, end)
    if _DEFINITE.search(words, 0, start) and not (behind and behind[1].isupper()):
        # In a sentence without its name the noun stands for it.
        return not own or rival.group().casefold() not in UNSURE - OF_ANY
    for span in own:
        if span.start <= start < span.end:
            return True
        if span.end <= start and _SAID_TO_BE.fullmatch(words, span.end, start):
            return True  # "Público, a Lisbon daily", "the Kazinform news agency"
        if end <= span.start and _BEFORE_NAME.fullmatch(words, end, span.start):
            return True  # "the newspaper Le Monde", "the radio station KALW"
    return False


def _stands_alone(masked: str, found: re.Match[str], phrase: SourcePhrase) -> bool:
    """Whether the noun is the whole phrase: not "the paper mill", not "the newspaper Salt"."""
    publisher = phrase.position in (Position.MEDIUM, Position.OPINION) and phrase.verb
    if publisher or phrase.position in (Position.SUBJECT, Position.ASIDE):
        return found.end() == phrase.span.end
    behind = _NEXT_WORD.match(masked, found.end())
    if behind is None:
        return True
    word = behind[1]
    if word[0].isupper():  # "told the paper Dublin would", and not "the magazine Salt"
        return phrase.position is Position.HEARER and found.group().casefold() == "the paper"
    return not word[0].isalpha() or word.casefold() in _BEHIND


def _goes_on_in(noun: str, phrase: SourcePhrase, told: Told) -> bool:
    """Whether somebody goes on speaking in the programme of the sentence before."""
    heard = phrase.position in (Position.HEARER, Position.MEDIUM) and not phrase.verb
    return heard and re.search(rf"\b{noun}\b", told.words, re.IGNORECASE) is not None


def _does_as_publisher(noun: str, phrase: SourcePhrase) -> bool:
    """Whether an unsure noun is told something, reports, or prints what others have said."""
    if phrase.position is Position.HEARER or phrase.verb in _REPORTING:
        return True
    if noun in OF_ANY:
        heard = phrase.position in (Position.MEDIUM, Position.WITNESS, Position.ACCORDING)
        return heard or phrase.verb in PLAIN_SPEECH
    if noun in AIRING and phrase.position is Position.MEDIUM:
        return True
    return noun != "agency" and PUBLISHING.fullmatch(phrase.verb) is not None


def _is_name(told: Told) -> bool:
    """Whether a proper name alone speaks in a sentence."""
    words = (told.speaker or "").removeprefix("the ").split()
    return bool(words) and all(word[0].isupper() or word in _WITHIN_NAMES for word in words)
