"""Which of the evidence that was found an answer holds."""

from __future__ import annotations

from collections.abc import Sequence

from index.lexical import split_words
from qa.evidence import Evidence
from qa.finder import Found
from qa.settings import Settings

# Of a question's stems, the share that a sentence must leave out before another is looked for.
_LEFT_OUT = 0.4


def choose_several(found: Found, settings: Settings) -> tuple[Evidence, ...]:
    """The evidence that an answer of several sentences holds, surest first."""
    return strong_evidence(found, settings)[: settings.max_sentences]


def strong_evidence(found: Found, settings: Settings) -> tuple[Evidence, ...]:
    """The evidence that answers about as surely as the first."""
    floor = found.confidence * (1 - settings.support_margin)
    return tuple(item for item in found.evidence if item.support >= floor)


def add_uncovered(
    chosen: Sequence[Evidence], found: Found, topic: frozenset[str], settings: Settings
) -> tuple[Evidence, ...]:
    """Evidence of another article for what of ``topic`` the chosen sentences leave out.

    A question that joins two matters is answered by a sentence on each; at most
    one is added, and only where it answers about as surely.
    """
    said = frozenset(stem for item in chosen for stem in split_words(item.sentence.text))
    articles = {item.sentence.article_id for item in chosen}
    missing = topic - said
    if len(missing) < _LEFT_OUT * len(topic):
        return ()
    for item in strong_evidence(found, settings):
        covered = missing & frozenset(split_words(item.sentence.text))
        if item.sentence.article_id not in articles and 2 * len(covered) > len(missing):
            return (item,)
    return ()
