"""What people say around a question: who they are, what it is for, thanks.

A reader that learnt from bare questions stumbles over a sentence that goes before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from corpus.outlets import load_outlets
from qa.claim_frames import framed_claim
from qa.conversation import is_bare, leans_back
from qa.intents import understand
from qa.named_outlets import find_named_outlets
from qa.orders import is_order
from qa.question_frames import is_asking, is_of_asker, split_question, strip_opening
from qa.question_topics import topic_of
from qa.read_questions import as_asked
from qa.understanding import Intent

_OF_THE_WHOLE = (Intent.OVERVIEW, Intent.SOURCES, Intent.BY_SOURCING, Intent.ORDER)
_ENOUGH = 3  # words that name a matter
# These may point back even where no follow-up rule sees it: "was that expected?".
_POINTING = re.compile(
    r"\b(?:it|its|they|them|their|this|that|these|those|he|him|his|she|her)\b", re.I
)


class SetApart(NamedTuple):
    """The one sentence that asks, and those before it that it may lean on, oldest first."""

    question: str
    before: tuple[str, ...] = ()


def set_apart(question: str, names: Callable[[], Collection[str]]) -> SetApart:
    """``question`` without what is said around it; ``names`` gives those that the articles use.

    It is asked only where the question leans on a sentence before it.

    It is left whole where several sentences ask, where the one that asks leans
    on another that holds none of the ``names`` ("The ship sank. Why did it sink?"),
    and where it is an order to do something else.
    """
    if is_order(question) or framed_claim(question) is not None:
        return SetApart(question)
    parts = split_question(question)
    weighty = [part for part in parts if not _is_courtesy(part)]
    asking = (
        [part for part in weighty if part.endswith("?")]
        or [part for part in weighty if is_asking(part) or _is_of_text(part)]
        or [part for part in weighty if not is_of_asker(part)]
    )
    if len(asking) != 1:
        return SetApart(question)
    before = weighty[: weighty.index(asking[0])]
    alone = question if len(parts) == 1 else _closed(asking[0])
    if _is_of_text(alone):
        return SetApart(alone)
    bare = as_asked(alone, joints=False)
    # What is about the matter, and not about the asker, may say what is meant.
    others = [part for part in before if not is_of_asker(part)]
    if not leans_back(bare):
        return SetApart(question if others and not _names_enough(bare, others) else alone)
    named = tuple(part for part in before if _holds(part, names()))
    if set(others) - set(named) or (named and is_bare(bare)):
        return SetApart(question)
    return SetApart(bare, named)


def _names_enough(asking: str, others: Sequence[str]) -> bool:
    """Whether ``asking`` can do without ``others``: it names its matter, and they no outlet."""
    return (
        _POINTING.search(asking) is None
        and len(topic_of(asking).stems) >= _ENOUGH
        and not find_named_outlets(" ".join(others), load_outlets(), ())
    )


def _is_of_text(asking: str) -> bool:
    """Whether ``asking`` is for the whole text or for a part of it that is told by its place."""
    asks = understand(asking, ())
    return asks.intent in _OF_THE_WHOLE or asks.place is not None


def _closed(sentence: str) -> str:
    return sentence if sentence[-1] in "?!." else f"{sentence}?"


def _is_courtesy(part: str) -> bool:
    """Whether ``part`` asks for nothing that an article could tell: "can you help me?"."""
    return (
        not topic_of(part).beyond_overview().words
        and not _is_of_text(part)
        and not leans_back(strip_opening(part))
    )


def _holds(part: str, names: Collection[str]) -> bool:
    """Whether ``part`` holds one of ``names``, of which a large library has tens of thousands."""
    lowered = part.casefold()
    return any(
        name in lowered and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lowered)
        for name in map(str.casefold, names)
    )
