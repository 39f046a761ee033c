"""Who makes a claim: the sentence has to hold the claim as well as whoever makes it.

Asked "Who says that the barns are empty?", a reader that points at words is drawn
to any sentence in which somebody says something. So two questions are put to one
sentence, who says so and whether it is so, and the weaker answer counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.sentences import Sentence
from qa.evidence import Evidence
from qa.finder import Found
from qa.intents import Form, Intent, Understanding

Read = Callable[[Understanding, Sentence | None], Found]


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
    sure = found.confidence
    if sure >= threshold:
        sure = min(sure, read(whether, found.evidence[0].sentence).confidence)
        if sure >= threshold:
            return Claimant(found.evidence, sure, made=True)
    # Somebody else may say so in words that ask less for a name.
    so = read(whether, None)
    if so.confidence >= threshold and _is_other(so, found):
        who = replace(asks, intent=Intent.PASSAGES)
        told = read(who, so.evidence[0].sentence)
        both = min(so.confidence, told.confidence)
        if both >= threshold:
            return Claimant(told.evidence, both, made=True)
    return Claimant(found.evidence, sure, made=False)


def _is_other(one: Found, other: Found) -> bool:
    return not other.evidence or one.evidence[0].sentence != other.evidence[0].sentence
