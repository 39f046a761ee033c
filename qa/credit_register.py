"""Where a briefing's sentences stand, and whom they are credited to, for quick selection.

Over a library of a hundred thousand sentences, asking each of them whether it
is credited to an outlet takes longer than the search; here each is asked once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.letters import CAPITAL
from corpus.sentences import Sentence
from index.lexical import split_words
from qa.briefing import Briefing
from qa.citations import named_speaker
from qa.people import people_in
from qa.understanding import Sourcing
from qa.unnamed_speakers import is_unnamed

_PRONOUNS = frozenset({"he", "she"})
_NAMED = re.compile(rf"\b{CAPITAL}[\w-]+")
_TWO_NAMES = re.compile(rf"\b{CAPITAL}[\w-]+\s+{CAPITAL}[\w-]+")
Mask = NDArray[np.bool_]  # (sentences,) of the briefing, in their order


class CreditRegister:
    """Places of sentences, from 0, by article, by outlet credited and by speaker.

    Each part is made when it is first needed and never changes, so threads may
    race to make it.
    """

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._order = {
            (sentence.article_id, sentence.span.start): place
            for place, sentence in enumerate(briefing.sentences)
        }

    def place(self, sentence: Sentence) -> int:
        """Where ``sentence`` stands among all of the library's, from 0."""
        return self._order[(sentence.article_id, sentence.span.start)]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before ``sentence`` in its article; a heading has none."""
        if sentence.is_heading:
            return None
        place = self.place(sentence)
        before = self._briefing.sentences[place - 1] if place else None
        return before if before and before.article_id == sentence.article_id else None

    def of_articles(self, ids: Iterable[str]) -> Mask:
        """The sentences of these articles."""
        return self._at(self._by_article, ids)

    def credited_to(self, outlets: Iterable[str]) -> Mask:
        """The sentences that are credited to one of ``outlets``, by canonical name."""
        return self._at(self._by_outlet, outlets)

    def said_by(self, wanted: Callable[[str], bool]) -> Mask:
        """The sentences that have a speaker who is ``wanted``, by the words that name one."""
        return self._at(self._by_speaker, filter(wanted, self._by_speaker))

    def said_by_one_named(self, stems: frozenset[str]) -> Mask:
        """The sentences whose speaker is named with all of ``stems``, and perhaps more words.

        With those behind one of them in which "she" goes on.
        """
        named = (who for who, own in self._stems_of_speakers.items() if stems <= own)
        mask = self._at(self._by_speaker, named)
        for place in self._going_on:
            if mask[place - 1]:
                mask[place] = True
        return mask

    @cached_property
    def _going_on(self) -> list[int]:
        """The sentences, rising, whose "he" or "she" is whoever spoke before in the section.

        Where anybody else is named there, or in their own sentence before them, it may be
        that one.
        """
        sentences = self._briefing.sentences
        people = people_in(sentences, self._briefing.known_outlets)
        called = people | {name.rpartition(" ")[2] for name in people}
        return sorted(
            place
            for who, places in self._by_speaker.items()
            if who.casefold() in _PRONOUNS
            for place in places
            if place
            and sentences[place - 1].article_id == sentences[place].article_id
            and sentences[place - 1].heading == sentences[place].heading
            and not self._names_others(sentences[place - 1], called)
            and not self._names_own(sentences[place], called)
        )

    def speaker_behind(self, sentence: Sentence) -> str | None:
        """Who the "he" or "she" that speaks in ``sentence`` is, as the article words it.

        None where that is not plain, and where no "he" or "she" speaks.
        """
        place, own = self.place(sentence), _pronoun_of(sentence)
        going_on = frozenset(self._going_on)
        if place not in going_on:
            return None
        while place in going_on:
            if _pronoun_of(self._briefing.sentences[place]) != own:
                return None  # "he" told of her
            place -= 1
        speaker = named_speaker(self._briefing.sentences[place])
        return speaker if speaker and _TWO_NAMES.search(speaker) else None

    def _names_others(self, sentence: Sentence, called: frozenset[str]) -> bool:
        """Whether ``sentence`` names one of those ``called`` so beside its speaker."""
        speaker = sentence.attribution.speaker if sentence.attribution else None
        return _names_any(self._without_outlets(sentence.text, speaker or ""), called)

    def _names_own(self, sentence: Sentence, called: frozenset[str]) -> bool:
        """Whether the pronoun that speaks in ``sentence`` stands for somebody named before it.

        "Ann Marsh is gloomy: the trade, she says, will fall."
        """
        speaker = sentence.attribution.speaker if sentence.attribution else None
        words = self._without_outlets(sentence.text)
        before = re.split(rf"\b{re.escape(speaker or '')}\b", words, maxsplit=1)[0]
        return _names_any(before, called)

    def _without_outlets(self, text: str, speaker: str = "") -> str:
        """``text`` without its outlets, which are no "he" or "she", and without ``speaker``."""
        text = text.replace(speaker, " ", 1) if speaker else text
        for span, _ in reversed(self._briefing.known_outlets.find_in(text)):
            text = f"{text[: span.start]} {text[span.end :]}"
        return text

    @cached_property
    def uncredited(self) -> Mask:
        """The sentences that no outlet is credited for."""
        none: Mask = self._outlets == 0
        return none

    def resting_on(self, sourcing: Sourcing) -> Mask:
        """The sentences that rest on such sources."""
        match sourcing:
            case Sourcing.NOBODY:
                return self.uncredited & ~self._spoken
            case Sourcing.NO_OUTLET:
                return self.uncredited
            case Sourcing.ONE:
                one: Mask = (self._outlets == 1) | (self.uncredited & self._spoken)
                return one
            case Sourcing.SEVERAL:
                several: Mask = self._outlets > 1
                return several
            case Sourcing.UNNAMED:
                return self.said_by(is_unnamed)

    @cached_property
    def _spoken(self) -> Mask:
        return self.said_by(lambda _: True)

    @cached_property
    def _outlets(self) -> NDArray[np.intp]:
        """How many outlets each sentence is credited to."""
        counts = np.zeros(len(self._briefing.sentences), dtype=np.intp)
        for places in self._by_outlet.values():
            counts[places] += 1
        return counts

    @cached_property
    def lead_ins(self) -> Mask:
        """The sentences that only announce what follows them."""
        return np.fromiter(
            map(self._briefing.is_lead_in, self._briefing.sentences),
            dtype=np.bool_,
            count=len(self._briefing.sentences),
        )

    def passages_with(self, mask: Mask) -> list[int]:
        """The rows of the passages that hold a sentence of ``mask``, rising."""
        first, last = self._bounds
        so_far = np.concatenate(([0], np.cumsum(mask)))
        rows: list[int] = np.flatnonzero(so_far[last + 1] > so_far[first]).tolist()
        return rows

    @cached_property
    def _bounds(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The places of each passage's first and last sentence; all between are its own."""
        passages = self._briefing.passages
        first = [self.place(passage.sentences[0]) for passage in passages]
        last = [self.place(passage.sentences[-1]) for passage in passages]
        return np.array(first, dtype=np.intp), np.array(last, dtype=np.intp)

    @cached_property
    def _by_article(self) -> Mapping[str, list[int]]:
        return self._places(lambda sentence: (sentence.article_id,))

    @cached_property
    def _by_outlet(self) -> Mapping[str, list[int]]:
        return self._places(
            lambda sentence: sentence.attribution.outlets if sentence.attribution else ()
        )

    @cached_property
    def _by_speaker(self) -> Mapping[str, list[int]]:
        return self._places(
            lambda sentence: (sentence.attribution.speaker,)
            if sentence.attribution and sentence.attribution.speaker
            else ()
        )

    @cached_property
    def _stems_of_speakers(self) -> Mapping[str, frozenset[str]]:
        return {who: frozenset(split_words(who)) for who in self._by_speaker}

    def _places(self, keys: Callable[[Sentence], tuple[str, ...]]) -> Mapping[str, list[int]]:
        held: dict[str, list[int]] = {}
        for place, sentence in enumerate(self._briefing.sentences):
            for key in keys(sentence):
                held.setdefault(key, []).append(place)
        return held

    def _at(self, held: Mapping[str, list[int]], keys: Iterable[str]) -> Mask:
        mask = np.zeros(len(self._briefing.sentences), dtype=np.bool_)
        for key in keys:
            mask[held.get(key, [])] = True
        return mask


def _pronoun_of(sentence: Sentence) -> str:
    speaker = sentence.attribution.speaker if sentence.attribution else None
    return (speaker or "").casefold()


def _names_any(words: str, called: frozenset[str]) -> bool:
    """Whether ``words`` hold one of those ``called`` so, or a name of two words."""
    named = {word.casefold() for word in _NAMED.findall(words)}
    return bool(named & called) or _TWO_NAMES.search(words) is not None
