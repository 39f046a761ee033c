"""Replies that the order and the credits of the text give, without reading for an answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

import numpy as np

from corpus.publishers import OutletKind
from corpus.sentences import Sentence
from index.passage_index import PassageIndex
from qa.answers import Abstention, Answer
from qa.briefing import Briefing
from qa.credit_register import CreditRegister, Mask
from qa.evidence import Evidence
from qa.made_replies import ReplyMaker
from qa.mentions import sentences_with
from qa.overview import choose_overview, openings
from qa.places import sentences_at
from qa.settings import Settings
from qa.source_kinds import kinds_asked
from qa.source_replies import list_sources, name_source
from qa.trace import Trace
from qa.understanding import Form, Mention, Place, Understanding, Unit
from qa.value_lists import holds_value
from qa.writer import write_extract

# An overview looks at no more sentences than this, those that open each article, so that a
# large library stays quick.
_MAX_OVERVIEW_INPUT = 200
# Sentences that are shown where all are wanted that mention something, or hold a number.
_MOST_LISTED = 12


class StructuralReplier:
    """Overviews, lists of sources, and what stands at a place. Several threads may use it."""

    def __init__(
        self,
        briefing: Briefing,
        register: CreditRegister,
        index: PassageIndex,
        settings: Settings,
        make: ReplyMaker,
    ) -> None:
        self._briefing = briefing
        self._register = register
        self._index = index
        self._settings = settings
        self._make = make

    def citable(self, allowed: Mask | None) -> Mask:
        """The ``allowed`` sentences, None for all, that say something themselves."""
        citable = ~self._register.lead_ins
        return citable if allowed is None else citable & allowed

    def sentences(self, mask: Mask) -> list[Sentence]:
        """The sentences of ``mask`` in their order."""
        return [self._briefing.sentences[place] for place in np.flatnonzero(mask).tolist()]

    def overview(self, query: str, allowed: Mask | None, trace: Trace) -> Answer | Abstention:
        """A few sentences that stand for all that is allowed."""
        return self._overview_of(query, self.sentences(self.citable(allowed)), trace)

    def sources(self, query: str, allowed: Mask | None) -> Answer | Abstention:
        """Whom the briefing credits in what is allowed, of the sort that ``query`` names."""
        own = self.sentences(self.citable(allowed))
        kinds = kinds_asked(query)
        if not kinds:
            return self._make.about_sources(query, list_sources(self._briefing, own))
        named = list_sources(self._briefing, own, among=self._credited_of(kinds))
        # Of what sort an outlet is that nobody knows is not for us to say.
        unknown = list_sources(self._briefing, own, among=self._credited_of({None}))
        return self._make.about_sources(query, named, nearest=unknown.evidence if unknown else ())

    def _credited_of(self, kinds: Collection[OutletKind | None]) -> frozenset[str]:
        """The outlets credited that are of one of ``kinds``, None for those that nobody knows."""
        return frozenset(name for name in self._briefing.credited() if self._kind_of(name) in kinds)

    def _kind_of(self, outlet: str) -> OutletKind | None:
        known = self._briefing.known_outlets.exact(outlet)
        return None if known is None else known.kind

    def from_the_text(
        self, query: str, asks: Understanding, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention | None:
        """What the text itself tells of a place, a mention or its values; None for all else."""
        reply: Answer | Abstention | None = None
        if asks.place is not None:
            reply = self._at_place(query, asks.place, allowed, trace)
        if reply is None and asks.mention is not None:
            own = self._mentioning(asks.mention, self.citable(allowed))
            most = _MOST_LISTED if asks.mention.every else self._settings.max_overview_sentences
            reply = self._listing(query, own, most, "names this")
        if reply is None and asks.values is not None:
            own = [
                one
                for one in self.sentences(self.citable(allowed))
                if holds_value(one.text, asks.values)
            ]
            what = "dates" if asks.values is Form.DATE else "numbers"
            reply = self._listing(query, own, _MOST_LISTED, f"gives {what}")
        return reply

    def _mentioning(self, mention: Mention, allowed: Mask) -> list[Sentence]:
        rows = self._index.lexical.rows_with(mention.stems).tolist()
        places = {
            self._register.place(one) for row in rows for one in self._index.passages[row].sentences
        }
        near = [self._briefing.sentences[place] for place in sorted(places) if allowed[place]]
        return sentences_with(mention, near)

    def _listing(
        self, query: str, own: Sequence[Sentence], most: int, does: str
    ) -> Answer | Abstention | None:
        if not own:
            return None
        return self._make.listing(query, own, most=most, more=f"The briefing {does} in")

    def _at_place(
        self, query: str, place: Place, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention | None:
        """What stands at ``place``, or whom it is credited to.

        None where no article has such a place, or more have one than an overview has
        sentences: which of them is meant is not said.
        """
        own = self._standing_at(place, allowed)
        if not own:
            return None
        evidence = [Evidence(item, 1.0) for item in own]
        if place.credits:
            return self._make.about_sources(query, name_source(evidence), nearest=evidence)
        if place.unit is Unit.SECTION and len(own) > self._settings.max_overview_sentences:
            return self._overview_of(query, own, trace)
        return self._make.answer(query, write_extract(evidence), evidence)

    def _standing_at(self, place: Place, allowed: Mask | None) -> list[Sentence]:
        found: list[Sentence] = []
        articles = 0
        for article_id, group in groupby(self._briefing.sentences, lambda one: one.article_id):
            sentences = tuple(group)
            if allowed is not None and not allowed[self._register.place(sentences[0]) :][
                : len(sentences)
            ].any():
                continue
            own = sentences_at(place, self._briefing.by_id[article_id], sentences)
            if allowed is not None:
                own = tuple(one for one in own if allowed[self._register.place(one)])
            articles += bool(own)
            if articles > self._settings.max_overview_sentences:
                return []
            found.extend(own)
        return found

    def _overview_of(
        self, query: str, own: Sequence[Sentence], trace: Trace
    ) -> Answer | Abstention:
        with trace.stage("read"):
            sentences = openings(own, most=_MAX_OVERVIEW_INPUT)
            if not sentences:
                return self._make.silence(query)
            vectors = self._index.embedder.encode_passages([item.text for item in sentences])
            rows = choose_overview(sentences, vectors, limit=self._settings.max_overview_sentences)
        chosen = [Evidence(sentences[row], 1.0) for row in rows]
        return self._make.answer(query, write_extract(chosen), chosen)
