"""Who makes a claim: the sentence has to hold the claim, and to say who makes it.

Asked "Who says that the barns are empty?", a reader that points at words is drawn
to any sentence in which somebody says something. So it is asked first where the
claim is made, and who makes it only of that sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.lexicon import NOUN_LIKE_SAYING, SAYING, SAYING_OR_PLURAL, words_of
from corpus.sentences import Sentence
from index.lexical import split_words
from qa.denials import count_denials
from qa.evidence import Evidence
from qa.finder import Found
from qa.understanding import Form, Intent, Understanding

Read = Callable[[Understanding, Sentence | None], Found]

# A sentence that names whoever asks for a name is as good as the best for the claim, if it
# supports it by this share.
_ABOUT_AS_GOOD = 0.9
# Where the claim is sure nowhere, one that is about as good by this share, and as sure as this
# share of the threshold, makes it if it is what the other question finds.
_ALIKE, _LEAST = 0.8, 0.2
# Verbs whose subject holds what follows, though no rule of credits knows them.
_HOLDING = (SAYING - NOUN_LIKE_SAYING - SAYING_OR_PLURAL - {"forecast"}) | words_of(
    """suspect suspects suspected consider considers considered regard regards
    regarded sees calls hope hopes hoped fear fears feared worry worries worried attributes
    attributed blame blames blamed feel feels deem deems deemed judges judged oppose opposes opposed
    favour favours favoured favor favors favored reject rejects rejected defend defends defended
    doubt doubts certain sure convinced confident"""
)
_HOLDS_WITHIN = 10  # words behind a name
_WORD = re.compile(r"[\w’'-]+")
# A claim is denied by words that stand so far before, or behind, its own.
_BEFORE, _BEHIND = 4, 3


@dataclass(frozen=True, slots=True)
class Claimant:
    """The evidence for who makes a claim, best first, and how sure it is, in [0, 1].

    ``made``: that is sure enough. ``evidence[0].short`` covers whoever it is.
    """

    evidence: tuple[Evidence, ...]
    confidence: float
    made: bool


def find_claimant(
    asks: Understanding, *, claim: str | None, read: Read, threshold: float
) -> Claimant:
    """The sentence that says who makes the claim that ``asks`` is about.

    ``claim`` asks whether it is so; None where the question names its claim in no
    clause. ``read`` finds evidence in one sentence, or, for None, in all that may
    be cited.
    """
    found = read(asks, None)
    if claim is None:
        return Claimant(found.evidence, found.confidence, found.confidence >= threshold)
    whether = replace(asks, intent=Intent.PASSAGES, form=Form.YES_NO, read_as=claim)
    so = read(whether, None)
    if not found.evidence or not so.evidence:
        return Claimant(found.evidence, min(found.confidence, so.confidence), made=False)
    best, named = so.evidence[0].sentence, found.evidence[0].sentence
    support = {item.sentence: item.support for item in so.evidence}.get(named, 0.0)
    if so.confidence < threshold:
        # In words far from the question's the claim itself is seldom sure. Where the same
        # sentence is found either way, and says who speaks in it, the other question decides.
        alike = support >= max(_ALIKE * so.confidence, _LEAST * threshold) and _is_credited(named)
        sure = found.confidence if alike else min(found.confidence, so.confidence)
        return Claimant(found.evidence, sure, made=alike and sure >= threshold)
    if support >= _ABOUT_AS_GOOD * so.confidence and (_is_credited(named) or best == named):
        told, sure = found, support
    elif _is_credited(best):
        told, sure = so, so.confidence
    else:
        told, sure = read(replace(asks, intent=Intent.PASSAGES), best), so.confidence
    if named != best or not _is_credited(best):
        # Else its credit says who: that it makes the claim is enough.
        sure = min(sure, told.confidence)
    return Claimant(told.evidence or so.evidence, sure, made=sure >= threshold)


def _is_credited(sentence: Sentence) -> bool:
    credit = sentence.attribution
    return credit is not None and bool(credit.outlets or credit.speaker)


def says_the_contrary(claim: str, sentence: str) -> bool:
    """Whether one of the two denies what the other says: "is for sale", "is not for sale".

    Of ``sentence``, the words about those that it shares with ``claim`` count.
    """
    meant = set(split_words(claim))
    words = [*_WORD.finditer(sentence)]
    shared = [at for at, word in enumerate(words) if meant.intersection(split_words(word[0]))]
    if not shared:
        return False
    about = words[max(0, shared[0] - _BEFORE) : shared[-1] + 1 + _BEHIND]
    told = sentence[about[0].start() : about[-1].end()]
    return count_denials(claim) % 2 != count_denials(told) % 2


def holds_something(sentence: str, end: int) -> bool:
    """Whether the name that ends at ``end`` of ``sentence`` is told to hold or say something."""
    behind = [word.casefold() for word in _WORD.findall(sentence[end:])[:_HOLDS_WITHIN]]
    return not _HOLDING.isdisjoint(behind)
