"""Evidence: the sentences that answer, and how surely they do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.calendar import WEEKDAYS, names_month
from corpus.numerals import IN_WORDS, SCALES
from corpus.sentences import Sentence
from corpus.spans import Span
from index.lexical import split_words
from qa.understanding import Form


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence chosen for an answer. ``support`` is in [0, 1].

    ``short`` covers the exact words that answer, where they are known. ``copies``
    are the same words, credited alike, in other places.
    """

    sentence: Sentence
    support: float
    short: Span | None = None
    copies: tuple[Sentence, ...] = ()

    @property
    def answering_words(self) -> str | None:
        """The words that answer, to the letter, where they are known."""
        if self.short is None:
            return None
        start = self.sentence.span.start
        return self.sentence.text[self.short.start - start : self.short.end - start]


def share_covered(topic: Sequence[tuple[str, float]], near: frozenset[str]) -> float:
    """The share of ``topic`` (stems with their rarity in [0, 1]) that is in ``near``, in [0, 1].

    Rare words weigh more; a question without a topic is covered.
    """
    if not topic:
        return 1.0
    weights = {stem: 0.25 + rarity for stem, rarity in topic}
    held = sum(weight for stem, weight in weights.items() if stem in near)
    return held / sum(weights.values())


_YEAR = re.compile(r"\b(?:1[0-9]|20)\d{2}s?\b")
_DATE_WORD = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)})\b"
    r"|\b(?:yesterday|today|tonight|tomorrow|century|decade|noon|midnight|overnight)\b"
    r"|\b(?:last|next|this|earlier\s+this|later\s+this)\s+(?:week|month|year|summer|winter|spring|autumn|fall|night|quarter|weekend|season)\b"
    r"|\b(?:on|by|until|since|from)\s+\d{1,2}\b|\b\d{1,2}\s?(?:a\.?m|p\.?m)\b|\b\d{1,2}[:.]\d{2}\b"
    rf"|\b(?:in|within|after|for|over)\s+(?:\w+\s+)?(?:\d+|{IN_WORDS}|a|an|several|few)\s+"
    r"(?:hours?|days?|weeks?|months?|years?|decades?)\b"
    r"|\b(?:years?|months?|weeks?|days?|hours?)\s+(?:ago|earlier|later)\b|\b(?:before|after|once|when|as\s+soon\s+as)\b",
    re.I,
)
_NUMBER_WORD = re.compile(
    rf"\d|\b(?:{IN_WORDS}|(?:{'|'.join(SCALES)})s|half|twice|thrice|third|quarter|double|triple|once|every|daily|weekly|monthly|annually|yearly)\b",
    re.I,
)


def fits_form(text: str, form: Form) -> bool:
    """Whether ``text`` holds words of the kind that ``form`` asks for; True for an open one."""
    if form is Form.YEAR:
        return _YEAR.search(text) is not None
    if form is Form.DAY:
        return _names_day(text)
    if form is Form.DATE:
        return _YEAR.search(text) is not None or _names_day(text)
    if form is Form.NUMBER:
        return _NUMBER_WORD.search(text) is not None
    return True


def _names_day(text: str) -> bool:
    return _DATE_WORD.search(text) is not None or names_month(text)


def context_stems(sentence: Sentence, neighbours: Sequence[Sentence], title: str) -> frozenset[str]:
    """The stems of a sentence, its heading, its credit, its neighbours and the title."""
    texts = [sentence.text, sentence.heading or "", title]
    if sentence.attribution:
        texts.extend(sentence.attribution.outlets)
        texts.append(sentence.attribution.speaker or "")
    texts.extend(neighbour.text for neighbour in neighbours)
    return frozenset(stem for text in texts for stem in split_words(text))


def rarity_by_stem(
    query: str, topic: frozenset[str], rarity: Callable[[str], float]
) -> list[tuple[str, float]]:
    """Each stem of ``topic`` with the rarity of the word in ``query`` that it comes from."""
    found: dict[str, float] = {}
    for word in re.findall(r"[^\W_]+(?:\.[^\W_]+)*", query):
        for stem in split_words(word):
            if stem in topic:
                found[stem] = max(found.get(stem, 0.0), rarity(word))
    return sorted(found.items())
