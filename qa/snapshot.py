"""Articles at one moment, and how a question travels over them: from its words to evidence."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from corpus.sentences import Sentence
from index.passage_index import PassageIndex
from qa.answers import AbstainReason, Abstention, Answer
from qa.briefing import Briefing
from qa.citations import in_mid_sentence
from qa.compound import join_answers, split_compound
from qa.confidence import Signals, way_to_answer
from qa.conversation import (
    EARLIER,
    JOINT,
    StandAlone,
    asks_for_source,
    asks_which,
    stand_alone,
)
from qa.credit_register import CreditRegister, Mask
from qa.definitions import plain_definition
from qa.errors import QuestionTooLongError
from qa.filters import Filters
from qa.finder import EvidenceFinder
from qa.intents import understand
from qa.named_articles import ArticleNames
from qa.named_outlets import find_named_outlets
from qa.other_words import OtherWords
from qa.overview_wishes import subject_wanted, wants_all
from qa.packaged_reader import PackagedReader
from qa.people import people_in
from qa.preambles import set_apart
from qa.replies import Replier
from qa.selecting import select
from qa.settings import Settings
from qa.spelling import SpellingCorrector
from qa.trace import Trace
from qa.understanding import Form, Intent, Understanding


class Snapshot:
    """Answers over articles that do not change. Several threads may ask at once."""

    def __init__(
        self,
        briefing: Briefing,
        index: PassageIndex,
        *,
        reader: PackagedReader,
        settings: Settings,
    ) -> None:
        self.briefing = briefing
        self.index = index
        self._settings = settings
        self._register = CreditRegister(briefing)
        self._finder = EvidenceFinder(
            briefing, self._register, index, reader.reader, reader.confidence, settings
        )
        self._replier = Replier(briefing, self._register, self._finder, index, settings)
        self._credited = briefing.credited()
        self._other_words = OtherWords(index, self._credited)
        self._articles = ArticleNames(briefing)
        self._spelling = SpellingCorrector(
            briefing.vocabulary, is_word=reader.reader.knows_word, english=reader.reader.words
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        return self.briefing.names()

    @cached_property
    def _people(self) -> frozenset[str]:
        return people_in(self.briefing.sentences, self.briefing.known_outlets)

    def search(self, question: str, trace: Trace, *, read: bool) -> None:
        """Note in ``trace`` what is found for a question that stands alone."""
        asks = self._understand(self._stand_alone(*self._set_apart(question, ())).text)
        if self.briefing.articles and read:
            self._finder.find(asks, trace)
        elif self.briefing.articles:
            self._finder.search(asks.read_as, trace)

    def ask(
        self, question: str, history: Sequence[str], filters: Filters, trace: Trace
    ) -> Answer | Abstention:
        """The reply, without the question as it was written and without times."""
        limit = self._settings.max_question_chars
        asked = clean_question(question, limit=limit)
        if not any(char.isalnum() for char in asked):
            return Abstention(question, asked, AbstainReason.EMPTY_QUESTION, ())
        if not self.briefing.articles:
            return Abstention(question, asked, AbstainReason.NO_ARTICLES, ())
        allowed = select(
            filters,
            self.briefing.articles,
            self._register,
            self._credited,
            self.briefing.known_outlets,
        )
        core, past = self._set_apart(asked, _clean_earlier(history, limit=limit))
        if not past and core != asked and asks_for_source(core):
            # "I distrust that date. Which paper is it from?": what "it" is was set apart.
            told = self._reply_in_other_words(self._as_written(asked), allowed, trace, {})
            if told is not None:
                return told
        reply = self._reply(core, past, allowed, trace)
        if isinstance(reply, Answer):
            return reply
        # What was set apart before may have named the matter: "I doubt that 1901. Says who?"
        whole = self._stand_alone(core, past) if history else self._as_written(asked)
        if whole.joined:
            return reply  # what would be dropped is what is asked now
        tried = {} if past else {self._understand(core): reply}
        return self._reply_in_other_words(whole, allowed, trace, tried) or reply

    def read_signals(
        self, question: str, history: Sequence[str]
    ) -> tuple[str, list[tuple[Sentence, Signals]]]:
        """See ``Assistant.read_signals``."""
        asked = clean_question(question, limit=self._settings.max_question_chars)
        asked, history = self._set_apart(asked, history)
        alone = self._stand_alone(asked, history)
        asks = self._understand(alone.text)
        way = way_to_answer(asks)
        if (history and asks_for_source(asked)) or asks.intent not in (
            Intent.PASSAGES,
            Intent.WHICH_SOURCE,
        ):
            return way, []
        return way, [
            (reading.sentence, signals)
            for reading, signals in self._finder.read_signals(asks, Trace())
        ]

    def _reply(
        self, asked: str, past: Sequence[str], allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        if past and asks_for_source(asked):
            # "Says who?", asked twice in a row, asks of the same question.
            while len(past) > 1 and asks_for_source(past[-1]):
                past = past[:-1]
            previous = self._reply(past[-1], past[:-1], allowed, trace)
            if isinstance(previous, Abstention):
                return replace(previous, query=f"Which source says: {previous.query}")
            cited = next(
                (item for item in previous.citations if item.outlets or item.speaker),
                previous.citations[0],
            )
            words = in_mid_sentence(" ".join(cited.quote.split()).rstrip("."))
            return self._replier.reply_with_sources(f"Which source says that {words}?", previous)
        named = self._articles.find(asked, past, self.briefing.known_outlets)
        if named is not None:
            own = self._register.of_articles(named.articles)
            own = own if allowed is None else own & allowed
            reply = self._reply_in_parts(named.question, past, own, trace)
            # What was searched for is told in the words that say in which article.
            return replace(reply, query=named.named) if reply.query == named.question else reply
        return self._reply_in_parts(asked, past, allowed, trace)

    def _reply_in_parts(
        self, asked: str, past: Sequence[str], allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        parts = split_compound(asked)
        if len(parts) == 1:
            return self._reply_whole(asked, past, allowed, trace)
        # Each part may refer to the one before it.
        replies = [
            self._reply(part, [*past, *parts[:number]], allowed, trace)
            for number, part in enumerate(parts)
        ]
        answers = [reply for reply in replies if isinstance(reply, Answer)]
        if not answers:
            return self._reply_whole(asked, past, allowed, trace)
        # Read as a whole, it would be answered as if the first were all that was asked.
        left = [
            part for part, reply in zip(parts, replies, strict=True) if reply not in answers
        ]
        return replace(join_answers(answers), unanswered=tuple(left))

    def _reply_whole(
        self, asked: str, past: Sequence[str], allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        alone = self._stand_alone(asked, past)
        reply = self._reply_to(alone, allowed, trace)
        if isinstance(reply, Answer) and self._says_it_again(alone, reply, allowed, trace):
            return Abstention(
                reply.question, reply.query, AbstainReason.NOT_IN_BRIEFING, reply.citations[:1]
            )
        return reply

    def _says_it_again(
        self, alone: StandAlone, reply: Answer, allowed: Mask | None, trace: Trace
    ) -> bool:
        """Whether ``reply`` to what is asked on behind a dash answers the question before it.

        "How many islands do they claim — which five are they?" is not answered by "five".
        """
        before, _, asked_on = alone.text.rpartition(JOINT)
        if not alone.joined or reply.short is None or not asks_which(asked_on):
            return False
        first = self._reply_to(StandAlone(f"{before}?"), allowed, trace)
        return (
            isinstance(first, Answer)
            and first.short == reply.short
            and first.citations[0].quote == reply.citations[0].quote
        )

    def _reply_to(
        self, alone: StandAlone, allowed: Mask | None, trace: Trace
    ) -> Answer | Abstention:
        asks = self._understand(alone.text)
        if (
            asks.intent is Intent.PASSAGES
            and not asks.outlets
            and wants_all(alone.text, self.index.lexical.holds)
        ):
            asks = replace(asks, intent=Intent.OVERVIEW)
        return self._replier.reply(alone, asks, allowed, trace)

    def _reply_in_other_words(
        self,
        alone: StandAlone,
        allowed: Mask | None,
        trace: Trace,
        tried: Mapping[Understanding, Answer | Abstention],
    ) -> Answer | None:
        """The answer to what ``alone`` asks, put more plainly; None where that finds none.

        What is understood as one of the ``tried`` is not asked again.
        """
        replies = dict(tried)
        article = self._articles.find(alone.text, (), self.briefing.known_outlets)
        if article is not None:
            alone = replace(alone, text=article.question)
            own = self._register.of_articles(article.articles)
            allowed = own if allowed is None else own & allowed
            replies = {}  # it was asked of other articles, too

        def reply(other: StandAlone) -> Answer | Abstention:
            asks = self._understand(other.text)
            if asks not in replies:
                replies[asks] = self._replier.reply(other, asks, allowed, trace)
            return replies[asks]

        named = find_named_outlets(alone.text, self.briefing.known_outlets, self._credited)
        asks = understand(alone.text, named)
        told = self._other_words.answer(replace(alone, anew=True), asks, named, reply)
        if told is None and asks.intent is Intent.PASSAGES and not named:
            return self._overview_of_subject(alone, allowed, trace)
        return told

    def _overview_of_subject(
        self, alone: StandAlone, allowed: Mask | None, trace: Trace
    ) -> Answer | None:
        """An overview of the one article on what ``alone`` wants an overview of."""
        articles = self._articles.on(subject_wanted(alone.text))
        if len(articles) != 1:
            return None
        own = self._register.of_articles(articles)
        asks = Understanding(Intent.OVERVIEW, Form.OPEN, frozenset(), several=True)
        told = self._replier.reply(alone, asks, own if allowed is None else own & allowed, trace)
        return told if isinstance(told, Answer) else None

    def _set_apart(self, asked: str, history: Sequence[str]) -> tuple[str, list[str]]:
        """What is asked, and what was asked or said before it, without what frames them."""
        past: list[str] = []
        for earlier in history:
            if any(map(str.isalnum, earlier)):
                apart = set_apart(self._spelling.correct(earlier), lambda: self._names)
                past += [*apart.before, apart.question]
        apart = set_apart(self._spelling.correct(asked), lambda: self._names)
        return apart.question, [*past, *apart.before]

    def _as_written(self, asked: str) -> StandAlone:
        """All of ``asked``, but for its slips."""
        return StandAlone(self._spelling.correct(asked))

    def _stand_alone(self, asked: str, past: Sequence[str]) -> StandAlone:
        alone = stand_alone(asked, past, self._names, self._people) if past else StandAlone(asked)
        plain = plain_definition(alone.text)
        return alone if plain is None else replace(alone, text=plain)

    def _understand(self, query: str) -> Understanding:
        named = find_named_outlets(query, self.briefing.known_outlets, self._credited)
        return understand(query, named)


def _clean_earlier(history: Sequence[str], *, limit: int) -> list[str]:
    """The last of ``history`` that are looked at; "says who?" asks of the one before it."""
    first = max(0, len(history) - EARLIER)
    while first and asks_for_source(history[first]):
        first -= 1
    return [
        clean_question(one, limit=limit, name=f"earlier question {number}")
        for number, one in enumerate(history[first:], start=first + 1)
    ]


def clean_question(question: str, *, limit: int, name: str = "the question") -> str:
    """``question``, called ``name``, without control characters and needless white space.

    Letters and their accents are one character each (NFC): some keyboards send two.

    Raises:
        QuestionTooLongError: if more than ``limit`` code points are left.
    """
    spaced = "".join(
        char if not unicodedata.category(char).startswith("C") or char == "\u200d" else " "
        for char in unicodedata.normalize("NFC", question)
    )
    cleaned = " ".join(spaced.split())
    if len(cleaned) > limit:
        raise QuestionTooLongError(
            f"{name} has {len(cleaned):,} characters; ask it in at most {limit:,}"
        )
    return cleaned
