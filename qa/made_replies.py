"""Answers and abstentions put together from evidence, whichever way it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.articles import Article
from corpus.sentences import Sentence
from qa.answers import AbstainReason, Abstention, Answer
from qa.citations import cite, is_pronoun
from qa.evidence import Evidence
from qa.source_replies import SourceReply
from qa.writer import write_extract

NEAREST = 3
# How sure a reply is that the briefing's structure gives, rather than reading.
STRUCTURAL_CONFIDENCE = 0.9


class ReplyMaker:
    """Makes replies that cite ``articles``, which are keyed by their id."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles

    def answer(
        self,
        query: str,
        text: str,
        evidence: Sequence[Evidence],
        *,
        short: str | None = None,
        confidence: float = STRUCTURAL_CONFIDENCE,
    ) -> Answer:
        """The answer ``text``, whose markers count ``evidence``.

        A pronoun that is all of ``short`` says nothing by itself, and is left out.
        """
        return Answer(
            question=query,
            query=query,
            text=text,
            short=None if short is None or is_pronoun(short) else short,
            citations=cite(evidence, self._articles),
            confidence=confidence,
        )

    def silence(
        self, query: str, nearest: Sequence[Evidence] = (), confidence: float = 0.0
    ) -> Abstention:
        """The reply that the briefing does not say, with what is nearest."""
        return Abstention(
            question=query,
            query=query,
            reason=AbstainReason.NOT_IN_BRIEFING,
            nearest=cite(nearest, self._articles),
            confidence=confidence,
        )

    def listing(
        self,
        query: str,
        own: Sequence[Sentence],
        *,
        most: int,
        more: str,
        short: str | None = None,
    ) -> Answer | Abstention:
        """``own``, or the first ``most`` of them and how many more there are.

        ``more`` begins that sentence: "The briefing credits Reuters for".
        """
        if not own:
            return self.silence(query)
        # To say that there is one more takes as long as the one.
        shown = own if len(own) <= most + 1 else own[:most]
        chosen = [Evidence(item, 1.0) for item in shown]
        text = write_extract(chosen)
        if left := len(own) - len(shown):
            chosen.append(Evidence(own[most], 1.0))
            text += f" {more} {left:,} more sentences, such as this. [{most + 1}]"
        return self.answer(query, text, chosen, short=short)

    def about_sources(
        self,
        query: str,
        named: SourceReply | None,
        *,
        nearest: Sequence[Evidence] = (),
        confidence: float = STRUCTURAL_CONFIDENCE,
    ) -> Answer | Abstention:
        """The reply that names sources, or silence where nobody is credited."""
        if named is None:
            return self.silence(query, nearest[:NEAREST])
        return self.answer(
            query, named.text, named.evidence, short=named.short, confidence=confidence
        )
