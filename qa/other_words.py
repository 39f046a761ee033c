"""A question that found no answer as it was put is asked once more, in other words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from index.lexical import split_words
from index.passage_index import PassageIndex
from qa.answers import Abstention, Answer
from qa.citations import in_mid_sentence
from qa.claimants import says_the_contrary
from qa.conversation import StandAlone
from qa.group_questions import group_question
from qa.made_replies import STRUCTURAL_CONFIDENCE
from qa.matter_words import matter_stems
from qa.plain_questions import plain_question
from qa.pointed_at import pointed_at
from qa.premises import denied_premise
from qa.rewordings import rewordings
from qa.understanding import Intent, NamedOutlet, Understanding

# Of a premise these name nothing: "is it true that it has never sailed yet?".
_ADVERBS = frozenset({"true", "yet", "never", "ever", "still", "now", "until", "far"})
Reply = Callable[[StandAlone], Answer | Abstention]


class OtherWords:
    """Asks anew over the articles that ``index`` holds and that credit ``credited``."""

    def __init__(self, index: PassageIndex, credited: Collection[str]) -> None:
        self._index = index
        self._lexical = index.lexical
        self._credited = credited

    def answer(
        self,
        alone: StandAlone,
        asks: Understanding,
        named: Sequence[NamedOutlet],
        reply: Reply,
    ) -> Answer | None:
        """The answer to what ``alone`` asks, put more plainly; None where that finds none.

        ``asks`` is how it was understood, ``named`` are the outlets in it, and ``reply``
        gives the reply to any question.
        """
        if (
            asks.intent in (Intent.ORDER, Intent.BEYOND)
            or asks.excluded  # whoever is left out would come back
            or (asks.place is not None and asks.place.sure)
        ):
            return None
        for question in rewordings(
            alone.text, named, self._credited.__contains__, self._holds, self._sentence_of
        ):
            told = reply(replace(alone, text=question))
            if isinstance(told, Answer):
                # Asked in an article's own words, the reader is surer than is known.
                return replace(told, confidence=min(told.confidence, STRUCTURAL_CONFIDENCE))
        contradicted = self._contradicted(alone, reply)
        if contradicted is not None or named:
            return contradicted
        return self._of_a_group(alone, reply)

    def _contradicted(self, alone: StandAlone, reply: Reply) -> Answer | None:
        """What says the contrary of what is taken for granted."""
        premise = denied_premise(alone.text)
        stems = set(matter_stems(premise or "")) - _ADVERBS
        if premise is None or not stems or not all(map(self._holds, stems)):
            return None  # of what the articles do not know they deny nothing
        told = reply(replace(alone, text=premise))
        if not isinstance(told, Answer):
            return None
        quote = told.citations[0].quote
        shared = sum(stem in set(split_words(quote)) for stem in stems)
        return told if 2 * shared >= len(stems) and says_the_contrary(premise, quote) else None

    def _of_a_group(self, alone: StandAlone, reply: Reply) -> Answer | None:
        """Who all are of a group, where that names the one that was asked about."""
        plain = plain_question(alone.text, self._holds) or alone.text
        group = group_question(plain, self._holds)
        told = None if group is None else reply(replace(alone, text=group.question))
        if group is None or not isinstance(told, Answer):
            return None
        if not group.is_borne_out_by(told.short, told.citations[0].quote):
            return None
        return replace(told, short=None)  # whom it names beside is not what was asked

    def _sentence_of(self, matter: str) -> str | None:
        """The sentence that ``matter`` points at, as it stands in another."""
        meant = pointed_at(matter, self._index.passages, self._lexical)
        return None if meant is None else in_mid_sentence(" ".join(meant.text.split()).rstrip("."))

    def _holds(self, stem: str) -> bool:
        return self._lexical.holds(stem)
