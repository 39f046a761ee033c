"""What stands for an outlet named before: "the paper adds", "told the newspaper", "the Post".

Such a noun means the one outlet of its sort that its own paragraph credits before it, or
else that the paragraph above does; where there are two, or where something else that it
could mean was named since (a study, an agency of the state), it means nobody here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import FINITE_VERBS, FUNCTION_WORDS, PLAIN_SPEECH, PRONOUNS, SAYING, words_of
from corpus.outlets import OutletList
from corpus.press_words import PUBLICATION_WORDS
from corpus.publishers import OutletKind
from corpus.reported_outlets import Named
from corpus.source_phrases import Position, SourcePhrase
from corpus.spans import Span

_NEWSPAPER = frozenset({OutletKind.NEWSPAPER})
_MAGAZINE = frozenset({OutletKind.MAGAZINE})
_BROADCASTER = frozenset({OutletKind.BROADCASTER})
_AGENCY = frozenset({OutletKind.AGENCY})
_SITE = frozenset({OutletKind.DIGITAL})
_ANY = _NEWSPAPER | _MAGAZINE | _BROADCASTER | _AGENCY | _SITE
_SORTS = {
    **dict.fromkeys(words_of("paper newspaper daily tabloid broadsheet"), _NEWSPAPER),
    "think tank": frozenset({OutletKind.THINK_TANK}),
    "weekly": _NEWSPAPER | _MAGAZINE,
    **dict.fromkeys(words_of("magazine monthly fortnightly journal"), _MAGAZINE),
    **dict.fromkeys(words_of("broadcaster station channel network"), _BROADCASTER),
    **dict.fromkeys(words_of("agency newswire wire"), _AGENCY),
    **dict.fromkeys(words_of("site website portal"), _SITE),
    **dict.fromkeys(words_of("outlet publication"), _ANY),
}
# Nouns of much else, too: what was told to them, or was reported by them, shows what is meant.
_UNSURE = words_of("agency station channel network wire site website portal outlet publication")
_REPORTING = words_of(
    """reported reports wrote writes added adds noted notes quoted quotes quoting cited cites
    recalled recalls"""
)
_TAIL = (
    r"[’'](?:\s|s\s+)(?:[\w-]+\s+)?(?:report|reporting|investigation|analysis|editorial|leader|"
    r"commentary|correspondent|reporter|columnist|article|story|website|poll|survey|tally|count|"
    r"readers|viewers|listeners)"
)
_NOUN = re.compile(
    rf"the\s+(?P<same>same\s+)?(?P<press>(?:news|press|wire)\s+)?(?P<noun>{'|'.join(_SORTS)})"
    rf"(?P<tail>{_TAIL})?(?![\w’'-])",
    re.IGNORECASE,
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
# What "the paper" may mean as well, once it was named: something that was researched or drawn up.
_RESEARCH = r"stud(?:y|ies)|preprint|research\w*|authors?|scientists?|whitepaper"
_OFFICES = (
    r"(?:Administration|Authority|Bureau|Service|Commission|Organi[sz]ation|"
    r"Inspectorate|Regulator|Board)"
)
# Abbreviations of bodies; those of countries and unions are none.
_INITIALS = re.compile(r"\b(?!(?:US|USA|UK|EU|UN|UAE|TV|GDP|CEO|AI|PM|MP)s?\b)[^\W\d_]{2,}\b")
_RIVALS = {
    noun: re.compile(
        rf"\b(?:{'|'.join(sorted(other for other in _SORTS if _SORTS[other] & _SORTS[noun]))})s?\b"
        + (rf"|\b(?:{_RESEARCH})\b" if noun == "paper" else "")
        + (rf"|\bagencies\b|\b{_OFFICES}\b" if noun == "agency" else ""),
        re.IGNORECASE,
    )
    for noun in _SORTS
}
_DEFINITE = re.compile(r"\bthe\s+(?:(?:same|news|press|wire)\s+)?$", re.IGNORECASE)
_WITHIN_NAMES = words_of("of the and for")
_NEXT_LETTER = re.compile(r"\s+([^\W\d_])")
_SAID_TO_BE = re.compile(r",\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}|\s(?:[a-z]+\s+)?")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that was read, with the outlets that its own words credit."""

    block: int
    words: str  # as written
    outlets: tuple[str, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """The sentences since the last heading that a noun in a sentence of ``block`` may look to."""

    block: int
    told: Sequence[Told]
    outlets: OutletList
    sure: frozenset[str] = frozenset()  # whose ambiguous names mean nobody else in the article
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
        found = _NOUN.match(masked, phrase.span.start)
        if found is None or not _stands_alone(masked, found, phrase):
            return []
        noun = " ".join(found["noun"].casefold().split())
        if noun == "think tank" and phrase.verb in PLAIN_SPEECH:
            return []  # one that says something is a speaker
        sure = found["press"] or found["tail"] or noun not in _UNSURE
        if not (sure or _is_told_or_reports(phrase)):
            return []
        for block in self._blocks_before(phrase, noun):
            names = [
                (index, name)
                for index, each in enumerate(self.told)
                if each.block == block
                for name in each.outlets
                if self._is_of(name, _SORTS[noun])
            ]
            if names:
                break
        else:
            return []
        index, name = names[-1]
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
        told = phrase.position is Position.HEARER and noun not in _UNSURE
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

    def _is_of(self, name: str, kinds: frozenset[OutletKind]) -> bool:
        outlet = self.outlets.exact(name)
        return outlet is None or outlet.kind in kinds

    def _names_another(self, words: str, noun: str, name: str) -> bool:
        """Whether ``words`` name something but the outlet ``name`` that ``noun`` could mean."""
        known = self.outlets.find_in(words)
        if any(each.name != name and each.kind in _SORTS[noun] for _, each in known):
            return True
        own = [span for span, each in known if each.name == name]
        own = own or [Span(*match.span()) for match in re.finditer(re.escape(name), words)]
        if any(not _is_own(words, rival, own) for rival in _RIVALS[noun].finditer(words)):
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
        return not own or rival.group().casefold() != "agency"
    for span in own:
        if span.start <= start < span.end:
            return True
        if span.end <= start and _SAID_TO_BE.fullmatch(words, span.end, start):
            return True  # "Público, a Lisbon daily", "the Kazinform news agency"
        if end <= span.start and words[end : span.start].strip(" *") in ("", "the"):
            return True  # "the newspaper Le Monde"
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


def _is_told_or_reports(phrase: SourcePhrase) -> bool:
    return phrase.position is Position.HEARER or phrase.verb in _REPORTING


def _is_name(told: Told) -> bool:
    """Whether a proper name alone speaks in a sentence."""
    words = (told.speaker or "").removeprefix("the ").split()
    return bool(words) and all(word[0].isupper() or word in _WITHIN_NAMES for word in words)
