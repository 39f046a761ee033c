"""From a question that stands alone to its reply, one way for each intent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cached_property

import numpy as np

from corpus.sentences import Sentence
from index.lexical import split_words
from index.passage_index import PassageIndex
from qa.agreement import Agreement, merge_copies, weigh_agreement
from qa.answers import Abstention, Answer, Standing
from qa.asked_of_another import may_be_of_whom_is_named
from qa.briefing import Briefing
from qa.chosen_evidence import add_uncovered, choose_several, strong_evidence
from qa.citations import (
    cite,
    in_mid_sentence,
    is_pronoun,
    join_names,
    named_speaker,
    says_by_pronoun,
)
from qa.claimants import find_claimant, holds_something, says_the_contrary
from qa.conversation import StandAlone
from qa.credit_register import CreditRegister, Mask
from qa.denials import count_denials
from qa.evidence import Evidence
from qa.finder import EvidenceFinder
from qa.made_replies import NEAREST, STRUCTURAL_CONFIDENCE, ReplyMaker
from qa.people import people_in
from qa.read_questions import claim_as_asked
from qa.settings import Settings
from qa.short_quotations import match_quotations
from qa.source_frames import framed_matter
from qa.source_questions import wants_publisher
from qa.source_replies import name_source
from qa.structural_replies import StructuralReplier
from qa.trace import Trace
from qa.understanding import Form, Intent, Sourcing, Understanding
from qa.whole_lists import whole_list
from qa.writer import write_extract

# A question that joins two matters may need a sentence on each.
_JOINS = re.compile(r"\b(?:and|both|compared?|versus|vs|differ\w*|than)\b", re.IGNORECASE)
# What is longer than this share of its sentence is no short answer.
_SHORT_SHARE = 0.6
# Of sentences that rest on nobody, on one source, …: an editor wants them all.
_MOST_LISTED = 12
_CREDITS = {
    Sourcing.NOBODY: "credits nobody",
    Sourcing.NO_OUTLET: "credits no outlet",
    Sourcing.ONE: "credits one source",
    Sourcing.SEVERAL: "credits several outlets",
    Sourcing.UNNAMED: "quotes somebody without a name",
}
_ARTICLES = frozenset({"the", "a", "an"})
# Letters of a name by which its longer forms are known.
_SHORTEST_NAME = 5


class Replier:
    """Makes replies over one briefing. Several threads may use it at once."""

    def __init__(
        self,
        briefing: Briefing,
        register: CreditRegister,
        finder: EvidenceFinder,
        index: PassageIndex,
        settings: Settings,
    ) -> None:
        self._briefing = briefing
        self._register = register
        self._finder = finder
        self._settings = settings
        self._make = ReplyMaker(briefing.by_id)
        self._structural = StructuralReplier(briefing, register, index, settings, self._make)
        self._publishers = briefing.publishers()
        self._texts = {article.article_id: article.text for article in briefing.articles}

    def reply(
        self, alone: StandAlone, asks: Understanding, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        """The reply to ``alone``, from the ``allowed`` sentences, None for all."""
        if asks.excluded:
            allowed = self._structural.citable(allowed) & ~self._register.credited_to(asks.excluded)
        told = self._structural.from_the_text(alone.text, asks, allowed, trace)
        if told is not None and (asks.place is None or asks.place.sure):
            return told
        if asks.place is not None and asks.place.sure and asks.place.number is not None:
            # What is said elsewhere, or whom all of it credits, is no answer.
            return self._make.silence(alone.text)
        reply = self._by_intent(alone, asks, allowed, trace)
        return reply if told is None or isinstance(reply, Answer) else told

    def _by_intent(
        self, alone: StandAlone, asks: Understanding, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        query = alone.text
        match asks.intent:
            case Intent.ORDER | Intent.BEYOND:
                return self._make.silence(query)
            case Intent.OVERVIEW:
                return self._structural.overview(query, allowed, trace)
            case Intent.SOURCES:
                return self._structural.sources(query, allowed)
            case Intent.BY_SOURCING:
                return self._by_sourcing(alone, asks, allowed, trace)
            case Intent.BY_SOURCE:
                return self._by_source(alone, asks, allowed, trace)
            case Intent.PASSAGES | Intent.WHICH_SOURCE:
                return self._by_reading(alone, asks, allowed, trace)

    def reply_with_sources(self, query: str, previous: Answer) -> Answer | Abstention:
        """Whom the briefing credits for what ``previous`` was answered with."""
        # Whoever says otherwise is no source of what was answered.
        against = frozenset(previous.standing.against if previous.standing else ())
        cited = {
            (item.article_id, item.span): item.support
            for item in previous.citations
            if item.marker not in against
        }
        evidence = [
            Evidence(sentence, cited[(sentence.article_id, sentence.span)])
            for sentence in self._briefing.sentences
            if (sentence.article_id, sentence.span) in cited
        ]
        evidence.sort(key=lambda item: -item.support)
        confidence = min(previous.confidence, STRUCTURAL_CONFIDENCE)
        return self._make.about_sources(
            query, name_source(evidence), nearest=evidence, confidence=confidence
        )

    def _by_source(
        self, alone: StandAlone, asks: Understanding, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        """What the outlets asked of are credited with: on the topic, or all of it."""
        names = {outlet.name for outlet in asks.outlets}
        spelt = self._spellings(names)
        theirs = self._register.credited_to(names) | self._register.said_by(
            lambda speaker: any(_is_publisher(speaker, name) for name in spelt)
        )
        mask = self._structural.citable(allowed) & theirs
        if not mask.any() and asks.topic:
            # "Chatham House is cooler: the plan, it reckons, …" credits nobody in a way that
            # is known, but may tell what is asked; that is for the reader to say.
            told = self._structural.citable(allowed) & self._naming(spelt)
            if told.any():
                return self._by_reading(alone, asks, told, trace)
        if not mask.any():
            return self._make.silence(alone.text, ())
        own = self._structural.sentences(mask)
        if asks.topic:
            reply = self._by_reading(alone, asks, mask, trace)
            # "What does it say about trade?" is answered by a sentence about trade, and by any
            # of an article on trade; the reader, which sees no credits, looks for more.
            about = [item for item in own if self._is_about(item, asks.topic)]
            if isinstance(reply, Answer) or asks.form is not Form.OPEN or not about:
                return reply
            own = about
        whom = f"The briefing credits {join_names(sorted(names))} for"
        return self._make.listing(
            alone.text, own, most=self._settings.max_overview_sentences, more=whom
        )

    def _by_sourcing(
        self, alone: StandAlone, asks: Understanding, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        """What rests on nobody, on one source, …: on the topic, or all of it."""
        sourcing = asks.sourcing or Sourcing.NOBODY
        mask = self._structural.citable(allowed) & self._register.resting_on(sourcing)
        own = self._structural.sentences(mask)
        if own and asks.topic:
            # All of an article on trade is about trade: those that speak of it come alone.
            own = [item for item in own if asks.topic <= _stems_at(item)] or [
                item for item in own if self._is_about(item, asks.topic)
            ]
            if not own:
                asks = replace(asks, intent=Intent.PASSAGES)
                return self._by_reading(alone, asks, mask, trace)
        speakers = dict.fromkeys(map(named_speaker, own)) if sourcing is Sourcing.UNNAMED else {}
        return self._make.listing(
            alone.text,
            own,
            most=_MOST_LISTED,
            more=f"The briefing {_CREDITS[sourcing]} for",
            short=join_names([in_mid_sentence(who) for who in speakers if who]) or None,
        )

    def _is_about(self, sentence: Sentence, topic: frozenset[str]) -> bool:
        """Whether every stem of ``topic`` is of the sentence, its heading or its whole article."""
        missing = topic - _stems_at(sentence)
        subject = split_words(self._briefing.subject_of(sentence.article_id)) if missing else ()
        return all(any(_same_stem(stem, other) for other in subject) for stem in missing)

    def _spellings(self, names: Iterable[str]) -> frozenset[str]:
        """``names`` with every other name of each: "WHO", "World Health Organization"."""
        known = [self._briefing.known_outlets.exact(name) for name in names]
        return frozenset(names).union(*(outlet.names for outlet in known if outlet))

    def _naming(self, spelt: Collection[str]) -> Mask:
        """The sentences that name one of ``spelt``."""
        return np.fromiter(
            (any(_names(item.text, name) for name in spelt) for item in self._briefing.sentences),
            dtype=np.bool_,
            count=len(self._briefing.sentences),
        )

    def _by_reading(
        self, alone: StandAlone, asks: Understanding, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        """The sentences that answer, if the surest of them is sure enough."""
        if asks.intent is Intent.WHICH_SOURCE and asks.wants_speaker:
            return self._by_claim(alone, asks, allowed, trace)
        if asks.asked_speaker is not None and asks.intent is Intent.PASSAGES:
            allowed = self._narrow_to_speaker(asks.asked_speaker, allowed)
        joins = _JOINS.search(alone.text) is not None
        found = self._finder.find(
            asks,
            trace,
            must=alone.must,
            allowed=allowed,
            whole=joins,
            brief=alone.anew,
            # Why it is so stands in no headline.
            headlines=asks.intent is Intent.PASSAGES
            and asks.form is not Form.REASON
            and asks.asked_speaker is None,
        )
        if found.confidence < self._settings.answer_threshold:
            return self._make.silence(alone.text, found.evidence[:NEAREST], found.confidence)
        if asks.asked_speaker is not None and may_be_of_whom_is_named(
            asks.asked_speaker,
            found.evidence[0].sentence,
            self._register.before(found.evidence[0].sentence),
            lambda: self._people,
        ):
            return self._make.silence(alone.text, found.evidence[:NEAREST])
        if asks.intent is Intent.WHICH_SOURCE:
            best = found.evidence[:1]
            credit = best[0].sentence.attribution
            if wants_publisher(alone.text) and not (credit and credit.outlets):
                return self._make.silence(alone.text, best)  # whoever it is credited to is none
            claim = claim_as_asked(alone.text) or framed_matter(alone.text)
            if (
                claim is not None
                and count_denials(claim) == count_denials(alone.text)
                and says_the_contrary(claim, best[0].sentence.text)
            ):
                return self._make.silence(alone.text, best)
            return self._make.about_sources(
                alone.text, name_source(best), nearest=best, confidence=found.confidence
            )
        merged = replace(found, evidence=tuple(merge_copies(found.evidence)))
        chosen = choose_several(merged, self._settings) if asks.several else merged.evidence[:1]
        agreement = weigh_agreement(
            strong_evidence(merged, self._settings), asks.form, self._publishers
        )
        short = chosen[0].short
        if (
            asks.form in (Form.REASON, Form.YES_NO)
            or agreement.against
            or (short is not None and len(short) > _SHORT_SHARE * len(chosen[0].sentence.span))
        ):
            short = None  # no few words of the article are the answer
        if short is not None:
            sentence = chosen[0].sentence
            short = match_quotations(sentence, whole_list(sentence, short, alone.text))
        # Where outlets say different things, each is heard and none is picked.
        heard = [item for item in agreement.against if item not in chosen]
        chosen = (*chosen, *heard[: max(0, self._settings.max_sentences - len(chosen))])
        if joins and not asks.several:
            chosen = (*chosen, *add_uncovered(chosen, merged, asks.topic, self._settings))
        answer = self._make.answer(
            alone.text,
            write_extract(chosen),
            chosen,
            short=short.of(self._texts[chosen[0].sentence.article_id]) if short else None,
            confidence=found.confidence,
        )
        return replace(answer, standing=self._standing(agreement, answer))

    def _by_claim(
        self, alone: StandAlone, asks: Understanding, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        """Who makes a claim, for a question that may name it in a clause."""
        claim = claim_as_asked(alone.text)
        held = find_claimant(
            asks,
            claim=claim,
            read=lambda asked, only: self._finder.find(
                asked,
                trace,
                must=alone.must,
                allowed=allowed if only is None else self._only(only),
                brief=alone.anew,
            ),
            threshold=self._settings.answer_threshold,
        )
        best = held.evidence[:1]
        if not held.made:
            return self._make.silence(alone.text, held.evidence[:NEAREST], held.confidence)
        if says_the_contrary(claim or alone.text, best[0].sentence.text):
            return self._make.silence(alone.text, best)
        short = best[0].short
        words = short.of(self._texts[best[0].sentence.article_id]) if short else ""
        named = name_source(best, speaker_first=True)
        if named is not None:
            speaker = named_speaker(best[0].sentence)
            if speaker and words and not _share_words(speaker, words):
                named = replace(named, short=None)  # two speak in it: which of them, it shows
            elif speaker is None and says_by_pronoun(best[0].sentence):
                # The outlet only reports what "she" says.
                named = replace(named, short=self._whom_a_pronoun_means(best[0].sentence))
            return self._make.about_sources(
                alone.text, named, nearest=best, confidence=held.confidence
            )
        # Where it points at words of the claim itself, or at anybody who holds nothing, the
        # article speaks, and nobody else.
        sentence = best[0].sentence
        if (
            short is None
            or asks.topic.intersection(split_words(words))
            or not holds_something(sentence.text, short.end - sentence.span.start)
        ):
            return self._make.silence(alone.text, best)
        if is_pronoun(words):
            words = self._whom_a_pronoun_means(sentence) or words
        return self._make.answer(
            alone.text, write_extract(best), best, short=words, confidence=held.confidence
        )

    def _whom_a_pronoun_means(self, sentence: Sentence) -> str | None:
        """Who speaks in ``sentence`` as "he" or "she", where the sentence before tells."""
        speaker = self._register.speaker_behind(sentence)
        return None if speaker is None else in_mid_sentence(speaker)

    def _only(self, sentence: Sentence) -> Mask:
        mask = np.zeros(len(self._briefing.sentences), dtype=np.bool_)
        mask[self._register.place(sentence)] = True
        return mask

    def _standing(self, agreement: Agreement, answer: Answer) -> Standing:
        cited = {(one.article_id, one.span): one.marker for one in answer.citations}
        against = (
            cited.get((item.sentence.article_id, item.sentence.span)) for item in agreement.against
        )
        return Standing(
            outlets=agreement.outlets,
            carried_by=cite(
                [
                    item
                    for item in agreement.carried_by
                    if (item.sentence.article_id, item.sentence.span) not in cited
                ],
                self._briefing.by_id,
            ),
            against=tuple(marker for marker in against if marker is not None),
        )

    def _narrow_to_speaker(self, asked: str, allowed: Mask | None) -> Mask | None:
        """Only sentences that ``asked`` is said to have said, where there are such sentences."""
        stems = frozenset(split_words(asked))
        if not stems:
            return allowed
        theirs = self._register.said_by_one_named(stems)
        *before, surname = asked.split()
        if before and self._is_only_one(asked.casefold(), surname.casefold()):
            # Named in full once, whoever speaks is "Marsh" from there on.
            theirs = theirs | self._register.said_by(surname.__eq__)
        mask = self._structural.citable(allowed) & theirs
        return mask if mask.any() else allowed


    def _is_only_one(self, name: str, surname: str) -> bool:
        """Whether whoever has the full ``name``, in lower case, alone has its ``surname``."""
        bearers = [one for one in self._full_names if one.endswith(f" {surname}")]
        return bool(bearers) and all(one.endswith(name) or name.endswith(one) for one in bearers)

    @cached_property
    def _full_names(self) -> frozenset[str]:
        """Names of people, and whatever else is called by several words, in lower case."""
        return self._people | {name.casefold() for name in self._briefing.names()}

    @cached_property
    def _people(self) -> frozenset[str]:
        """Names of people, in lower case."""
        return people_in(self._briefing.sentences, self._briefing.known_outlets)


def _stems_at(sentence: Sentence) -> frozenset[str]:
    return frozenset(split_words(f"{sentence.heading or ''} {sentence.text}"))


def _names(words: str, name: str) -> bool:
    """Whether ``words`` hold ``name``, written so, and not as a part of a longer name.

    "An independent economist" is neither The Independent nor The Economist, and
    "Nature England" not Nature.
    """
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words):
        before, behind = words[: found.start()].split(" "), words[found.end() :]
        follows = behind[:1] in ("", " ") and behind[1:2].isupper()
        goes_before = len(before) > 1 and before[-1] == "" and before[-2][:1].isupper()
        if not follows and not (goes_before and before[-2].casefold() not in _ARTICLES):
            return True
    return False


def _is_publisher(speaker: str, name: str) -> bool:
    """Whether ``speaker`` is ``name`` itself, as "the Atlantic Council" is."""
    first, _, rest = speaker.partition(" ")
    bare = rest if first.casefold() in _ARTICLES else speaker
    return name in (speaker, bare) or name.removeprefix("The ") == bare


def _share_words(one: str, other: str) -> bool:
    return not set(split_words(one)).isdisjoint(split_words(other))


def _same_stem(one: str, other: str) -> bool:
    """Whether two stems are of one word, or one is a form of a name: "Kenya", "Kenyan"."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST_NAME and long.startswith(short))
