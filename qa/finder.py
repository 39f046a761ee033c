"""From a query to evidence: search, read, weigh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.passages import Passage, join_overlapping
from corpus.sentences import Sentence
from corpus.spans import Span
from index.passage_index import DEPTH, PassageIndex, Rankings, ScoredPassage
from qa.agreement import is_other_voice, on_one_matter
from qa.briefing import Briefing
from qa.confidence import ConfidenceModels, Signals
from qa.credit_register import CreditRegister, Mask
from qa.evidence import Evidence, rarity_by_stem
from qa.headlines import Headlines
from qa.reader import Reader, Reading
from qa.second_look import SecondLook, in_its_place
from qa.sentence_signals import SentenceSignals
from qa.settings import Settings
from qa.trace import Trace
from qa.understanding import Understanding
from qa.weighing import Weigher, answers


@dataclass(frozen=True, slots=True)
class Found:
    """Evidence, best first, of all that was read; its support is calibrated, in [0, 1]."""

    evidence: tuple[Evidence, ...]
    signals: Signals | None  # of the first

    @property
    def confidence(self) -> float:
        """The support of the surest evidence, 0 where there is none."""
        return self.evidence[0].support if self.evidence else 0.0


_Key = tuple[str, Span]
# Of 134 readings of dev questions put anew, 84 showed in the first portion less than this share
# of what it takes; the rest of what is read answered 2 of these.
_HOPELESS = 2 / 3
_AT_ONCE = 2  # passages read before it is asked whether more need be: one a thread


def _key(sentence: Sentence) -> _Key:
    return sentence.article_id, sentence.span


class EvidenceFinder:
    """Searches a briefing, has the passages read, and weighs what was read."""

    def __init__(
        self,
        briefing: Briefing,
        register: CreditRegister,
        index: PassageIndex,
        reader: Reader,
        models: ConfidenceModels,
        settings: Settings,
    ) -> None:
        self._briefing = briefing
        self._index = index
        self._reader = reader
        self._settings = settings
        self._register = register
        self._signals = SentenceSignals(briefing, register)
        self._headlines = Headlines(briefing)
        self._weigher = Weigher(briefing, register, self._signals, models, settings)

    def find(
        self,
        understanding: Understanding,
        trace: Trace,
        *,
        must: frozenset[str] = frozenset(),
        allowed: Mask | None = None,
        whole: bool = False,
        brief: bool = False,
        headlines: bool = False,
    ) -> Found:
        """The evidence for what is asked among the ``allowed`` sentences, None for all.

        ``must`` are stems that a sentence, or what frames it, has to hold. With
        ``whole`` reading does not end early, however sure the first passages are; with
        ``brief`` it does where these are all but certain not to answer. With ``headlines``
        what a heading alone tells may be evidence, too.
        """
        rankings = self.search(understanding.read_as, trace, allowed=allowed)
        hits = self._hits(rankings)
        below = _below_first(hits)
        read: dict[_Key, tuple[Reading, Signals]] = {}
        look = self._second_look(understanding)
        shown: set[_Key] = set()
        weighed: list[tuple[Evidence, Signals]] = []
        silent_below = self._settings.answer_threshold
        whole = whole or understanding.several or understanding.bare
        portions = self._portions(hits, whole=whole)
        for number, part in enumerate(portions, start=1):
            if headlines:
                part = (*part, *self._headlines_above(part, allowed, below))
            _keep_better(read, self._read(part, understanding, trace, allowed, below))
            shown.update(_key(one) for passage in part for one in passage.sentences)
            if number < len(portions):
                first = self._weigher.weigh(read.values(), look, understanding, must)
                if brief and not answers(first, _HOPELESS * silent_below):
                    weighed = first
                    break
                if not answers(first, silent_below):
                    continue  # the rest is read in any case nearly always, and may stand higher
            weighed = self._weigh_again(read, look, understanding, must, trace)
            if answers(weighed, max(self._settings.sure_from, silent_below)):
                break
        if answers(weighed, silent_below):
            # What else is read is there to say whether others carry the claim or contradict it.
            lead = weighed[0][0].sentence
            bearing = [
                hit for hit in hits
                if any(_key(one) not in shown for one in hit.passage.sentences)
                and _bears_on(hit.passage, lead)
            ]  # fmt: skip
            if bearing:
                more = self._read(self._joined(bearing), understanding, trace, allowed, below)
                _keep_better(read, more)
                weighed = self._weigh_again(read, look, understanding, must, trace)
        trace.note_read(self._supports(hits, [evidence for evidence, _ in weighed]))
        return Found(tuple(evidence for evidence, _ in weighed), weighed[0][1] if weighed else None)

    def read_signals(
        self, understanding: Understanding, trace: Trace
    ) -> list[tuple[Reading, Signals]]:
        """What is read for what is asked unless less is enough, and what both looks say of it.

        What is looked at again is what stands highest by the models of confidence.
        """
        hits = self._hits(self.search(understanding.read_as, trace))
        read = self._read(self._joined(hits), understanding, trace, None, _below_first(hits))
        look = self._second_look(understanding)
        self._weigh_again(read, look, understanding, frozenset(), trace)
        return [
            (reading, look.signals(reading.sentence, first)) for reading, first in read.values()
        ]

    def _read(
        self,
        passages: Sequence[Passage],
        understanding: Understanding,
        trace: Trace,
        allowed: Mask | None,
        below: Mapping[_Key, float],
    ) -> dict[_Key, tuple[Reading, Signals]]:
        """A reading for each sentence of ``passages`` that may be cited.

        ``below`` is how far below the first the search put each of their sentences.
        """
        with trace.stage("read"):
            readings = self._reader.read(understanding.read_as, passages)
        words = rarity_by_stem(understanding.read_as, understanding.topic, self._reader.rarity)
        found: dict[_Key, tuple[Reading, Signals]] = {}
        for reading in readings:
            key = _key(reading.sentence)
            if self._may_be_cited(reading.sentence, allowed):
                found[key] = reading, self._signals.of(reading, understanding, words, below[key])
        return found

    def _may_be_cited(self, sentence: Sentence, allowed: Mask | None) -> bool:
        if sentence.is_heading:
            return True  # it was asked when it was taken
        if allowed is not None and not allowed[self._register.place(sentence)]:
            return False
        return not self._briefing.is_lead_in(sentence)

    def _headlines_above(
        self, passages: Sequence[Passage], allowed: Mask | None, below: dict[_Key, float]
    ) -> Iterator[Passage]:
        """What stands over ``passages`` and tells something, of articles ``allowed`` whole.

        No outlet is credited for a heading, and none stands as far below the first hit as
        what it is over, which is noted in ``below``.
        """
        for heading, passage in self._headlines.above(passages):
            own = self._register.of_articles([heading.article_id])
            if allowed is None or allowed[own].all():
                below.setdefault(_key(heading.sentences[0]), below[_key(passage.sentences[0])])
                yield heading

    def _weigh_again(
        self,
        read: Mapping[_Key, tuple[Reading, Signals]],
        look: SecondLook,
        understanding: Understanding,
        must: frozenset[str],
        trace: Trace,
    ) -> list[tuple[Evidence, Signals]]:
        """``read`` weighed after a second look at what stands highest.

        Where that brings another sentence to the head, it is looked at as well: what
        answers has been looked at twice.
        """
        wanted = self._settings.reread_sentences
        weighed = self._weigher.weigh(read.values(), look, understanding, must)
        highest = [item.sentence for item, _ in weighed[:wanted] if item.support]
        while unseen := [sentence for sentence in highest if sentence not in look]:
            with trace.stage("read"):
                look.take(unseen)
            weighed = self._weigher.weigh(read.values(), look, understanding, must)
            highest = [item.sentence for item, _ in weighed[:wanted] if item.support]
            if highest[0] in look:
                break
        return weighed

    def _second_look(self, understanding: Understanding) -> SecondLook:
        def place_of(sentence: Sentence) -> Passage:
            article = self._briefing.by_id[sentence.article_id]
            return in_its_place(sentence, self._signals.before(sentence), article)

        return SecondLook(self._reader, understanding.read_as, place_of)

    def _joined(self, hits: Sequence[ScoredPassage]) -> tuple[Passage, ...]:
        """What is read for ``hits``: those that overlap as one, the best hit's first."""
        joined = join_overlapping(
            [hit.passage for hit in hits], at_most=self._settings.joined_sentences
        )
        rank = {_key(one): hit.rank for hit in reversed(hits) for one in hit.passage.sentences}
        return tuple(
            sorted(joined, key=lambda passage: min(rank[_key(one)] for one in passage.sentences))
        )

    def _portions(
        self, hits: Sequence[ScoredPassage], *, whole: bool
    ) -> tuple[tuple[Passage, ...], ...]:
        """What is read for ``hits``, in the portions after which it may be enough."""
        joined = self._joined(hits)
        if whole or len(joined) <= _AT_ONCE:
            return (joined,)
        return joined[:_AT_ONCE], joined[_AT_ONCE:]

    def search(
        self,
        query: str,
        trace: Trace,
        *,
        allowed: Mask | None = None,
    ) -> Rankings:
        """The rankings of passages that hold an ``allowed`` sentence, unread."""
        with trace.stage("search"):
            trace.rankings = self._index.search(
                query,
                k=DEPTH,
                rows=None if allowed is None else self._register.passages_with(allowed),
            )
        return trace.rankings

    def _hits(self, rankings: Rankings) -> tuple[ScoredPassage, ...]:
        """What is read: the first hits, as many as make the wanted number of passages.

        Of a short article the first hits may all lie about one place, and be read as one;
        what answers in other words than the question's stands further down.
        """
        fused, wanted = rankings.fused, self._settings.read_passages
        taken, joined = 0, 0
        while joined < wanted and taken < len(fused):
            # A hit stands alone or joins a neighbour, so that each adds one at most.
            taken = min(len(fused), taken + wanted - joined)
            joined = len(self._joined(fused[:taken]))
        return fused[:taken]

    @staticmethod
    def _supports(hits: Sequence[ScoredPassage], evidence: Sequence[Evidence]) -> list[float]:
        """The support of each passage's best sentence, 0 where none was read or may be cited."""
        held = {_key(item.sentence): item.support for item in evidence}
        return [
            max(held.get(_key(one), 0.0) for one in hit.passage.sentences)
            for hit in hits
        ]

def _below_first(hits: Sequence[ScoredPassage]) -> dict[_Key, float]:
    """How far below the first hit's score the best hit stands that holds each sentence."""
    below: dict[_Key, float] = {}
    for hit in hits:
        for sentence in hit.passage.sentences:
            below.setdefault(_key(sentence), hit.score - hits[0].score)
    return below


def _keep_better(
    read: dict[_Key, tuple[Reading, Signals]], more: Mapping[_Key, tuple[Reading, Signals]]
) -> None:
    """Add ``more`` to ``read``; of a sentence that was read twice, the better reading stays."""
    for key, pair in more.items():
        if key not in read or pair[0].score > read[key][0].score:
            read[key] = pair


def _bears_on(passage: Passage, lead: Sentence) -> bool:
    """Whether a sentence of another voice in ``passage`` may carry or contradict ``lead``."""
    return any(
        is_other_voice(sentence, lead) and on_one_matter(sentence, lead)
        for sentence in passage.sentences
    )
