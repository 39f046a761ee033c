"""How what was read stands as evidence: how sure each sentence is, and in what order."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.dates import published_on
from corpus.lexicon import words_of
from index.lexical import split_words
from qa.briefing import Briefing
from qa.clauses import is_clause
from qa.confidence import ConfidenceModels, Signals
from qa.credit_register import CreditRegister
from qa.evidence import Evidence, fits_form
from qa.reader import Reading
from qa.second_look import SecondLook
from qa.sentence_signals import SentenceSignals
from qa.settings import Settings
from qa.understanding import Form, Understanding

# Of what stands no further below than confidence errs, the newer article's comes first.
_AS_HIGH = 0.05
_FAR_BELOW = 0.2
# Of bare words that one sentence holds, all of them, at least so many: of 281 sets of 4 and more
# that were written for training and never trained on, 280 had an answer, 277 of them there.
_NAMING_WORDS = 4
_NAMED = 0.9
_TURNING = words_of(
    "not no never without before after until till against except unless instead but"
)
_WORD = re.compile(r"[^\W\d_]+")
_HALF = 0.5  # of the words, by their rarity
# So high a sentence stands beside a heading to be cited in its stead: where it tells another
# number, the text is right as a rule, and what stands lower speaks of something else.
_OF_A_HEADING = 0.75
_LAST = sys.maxsize
_FEW_WORDS = 3  # of so short a sentence, cited, half are wrong on dev questions

_Weighed = tuple[Evidence, Signals, float]  # with its standing in [0, 1]


def answers(weighed: Sequence[tuple[Evidence, Signals]], threshold: float) -> bool:
    """Whether the best of what was weighed is as sure as ``threshold``."""
    return bool(weighed) and weighed[0][0].support >= threshold


class Weigher:
    """Weighs what was read of one briefing. Several threads may use it at once."""

    def __init__(
        self,
        briefing: Briefing,
        register: CreditRegister,
        signals: SentenceSignals,
        models: ConfidenceModels,
        settings: Settings,
    ) -> None:
        self._register = register
        self._signals = signals
        self._models = models
        self._settings = settings
        self._days = {article.article_id: published_on(article) for article in briefing.articles}

    def weigh(
        self,
        read: Iterable[tuple[Reading, Signals]],
        look: SecondLook,
        understanding: Understanding,
        must: frozenset[str],
    ) -> list[tuple[Evidence, Signals]]:
        """What was read as evidence, best first; none is surer than one before it.

        How sure the model is holds for the best sentence, on whose like it was fitted;
        another is as sure in the share in which it stands to the best.
        """
        seen = [(reading, look.signals(reading.sentence, first)) for reading, first in read]
        model = self._models.of(understanding, [signals for _, signals in seen])
        weighed = []
        for reading, signals in seen:
            least = _NAMED if _names_whole(understanding, reading) else 0.0
            support = max(least, sure := model.probability(signals))
            # Where it is but named, no words of it are asked for.
            short = None if sure < least else look.short(reading)
            reading = replace(reading, short=short)
            weighed.append(
                (
                    self._evidence(reading, support, signals, understanding, must),
                    signals,
                    max(least, model.standing(signals)),
                )
            )
        if understanding.bare:
            weighed = _named_first(weighed)
        if understanding.form is not Form.YES_NO:  # "The plan failed." is a verdict
            weighed = self._fuller_first(weighed)
        weighed = self._in_order(self._with_headings(weighed))
        found: list[tuple[Evidence, Signals]] = []
        for evidence, signals, standing in weighed:
            support = evidence.support
            if found:
                share = min(1.0, standing / max(weighed[0][2], 1e-9)) if support else 0.0
                support = min(found[-1][0].support, found[0][0].support * share)
            found.append((replace(evidence, support=support), signals))
        return found

    def _fuller_first(self, weighed: Sequence[_Weighed]) -> list[_Weighed]:
        """With what says next to nothing put below the surest other that would be given.

        To a reader "Doubts remain." answers nearly everything. Where it holds no word of
        the question, a fuller sentence that is nearly as sure comes first.
        """
        surest = max((evidence.support for evidence, *_ in weighed), default=0.0)
        sure = [
            standing
            for evidence, signals, standing in weighed
            if evidence.support >= max(self._settings.answer_threshold, surest - _FAR_BELOW)
            and not _says_little(evidence, signals)
        ]
        if not sure:
            return list(weighed)
        return [
            (evidence, signals, min(standing, max(sure) - _AS_HIGH - 1e-6))
            if _says_little(evidence, signals)
            else (evidence, signals, standing)
            for evidence, signals, standing in weighed
        ]

    def _with_headings(self, weighed: Sequence[_Weighed]) -> list[_Weighed]:
        """With headings only where no sentence answers, or none nearly as well as one of them.

        A sentence tells more than a heading, and whom it is credited to; and where the two
        differ, the text is the more exact.
        """
        headings = [_height(item) for item in weighed if item[0].sentence.is_heading]
        if not headings:
            return list(weighed)
        prose = [item for item in weighed if not item[0].sentence.is_heading]
        answered = any(
            item[0].support >= self._settings.answer_threshold
            and _height(item) >= _OF_A_HEADING * max(headings)
            for item in prose
        )
        return prose if answered else list(weighed)

    def _in_order(self, weighed: Sequence[_Weighed]) -> list[_Weighed]:
        """Best first; of what stands about as high, the newer article's, then the earlier place."""
        ranked = sorted(weighed, key=lambda item: -_height(item))
        keys: list[tuple[int, int, float, int]] = []
        top, level = math.inf, 0
        for item in ranked:
            if top - _height(item) > _AS_HIGH:
                top, level = _height(item), level + 1
            sentence = item[0].sentence
            place = _LAST if sentence.is_heading else self._register.place(sentence)
            day = self._days.get(sentence.article_id)
            keys.append(
                (
                    level,
                    -day.toordinal() if day else 0,
                    -_height(item),
                    place,
                )
            )
        order = sorted(range(len(ranked)), key=keys.__getitem__)
        return [ranked[at] for at in order]

    def _evidence(
        self,
        reading: Reading,
        support: float,
        signals: Signals,
        understanding: Understanding,
        must: frozenset[str],
    ) -> Evidence:
        sentence = reading.sentence
        if must and not must & self._signals.frame(sentence):
            support = 0.0
        if signals.misfit and understanding.form is Form.NUMBER:
            # "By how much?" is not answered by words that hold no number, however near.
            support = 0.0
        if sentence.is_heading and understanding.form is Form.YES_NO and signals.own < _HALF:
            # "A winner without a majority" settles no claim in other words than its own.
            support = 0.0
        evidence = Evidence(sentence, support, reading.short)
        words = evidence.answering_words
        # The words have to be of the kind asked for; a name is no date.
        if words is not None and not fits_form(words, understanding.form):
            return replace(evidence, short=None)
        return evidence


def _height(weighed: _Weighed) -> float:
    """The standing of a sentence that may answer at all."""
    evidence, _, standing = weighed
    return standing if evidence.support else 0.0


def _says_little(evidence: Evidence, signals: Signals) -> bool:
    """Whether a sentence has but a few words, and none of the question's."""
    return signals.own == 0.0 and len(evidence.sentence.text.split()) <= _FEW_WORDS


def _named_first(weighed: Sequence[_Weighed]) -> list[_Weighed]:
    """With what says little no surer than a sentence that holds most of the bare words."""
    named = [
        (evidence.support, standing) for evidence, signals, standing in weighed
        if signals.own >= _HALF
    ]  # fmt: skip
    if not named:
        return list(weighed)
    support, height = max(named)
    return [
        (replace(evidence, support=min(evidence.support, support)), signals, min(standing, height))
        if _says_little(evidence, signals)
        else (evidence, signals, standing)
        for evidence, signals, standing in weighed
    ]


def _names_whole(understanding: Understanding, reading: Reading) -> bool:
    """Whether bare words name what a sentence tells: it holds every one of them.

    Those that put something forward, or turn what is told, may be true or not.
    """
    if not understanding.bare or len(understanding.topic) < _NAMING_WORDS:
        return False
    told = reading.sentence.text
    if not understanding.topic <= frozenset(split_words(told)) or is_clause(understanding.read_as):
        return False
    asked = _TURNING & frozenset(_WORD.findall(understanding.read_as.casefold()))
    return asked <= frozenset(_WORD.findall(told.casefold()))
