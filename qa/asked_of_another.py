"""Questions for the words of somebody else than whom they name: "what did his opponent say?"."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.sentences import Sentence
from index.lexical import split_words
from qa.citations import says_by_pronoun

_ANOTHERS = re.compile(r"(?:(?:his|her|their)|(?P<of>[^’']+)(?:['’]s|s['’]))\s+(?P<who>.+)", re.I)


def may_be_of_whom_is_named(
    asked: str,
    sentence: Sentence,
    before: Sentence | None,
    people: Callable[[], frozenset[str]],
) -> bool:
    """Whether ``sentence`` may be the words of whom ``asked`` only names another by.

    "His opponent", "Falk's opponent": where "he" says it, and neither ``sentence`` nor the one
    ``before`` speaks of an opponent, "he" is Falk as likely. ``people`` gives names of people,
    in lower case.
    """
    another = _ANOTHERS.fullmatch(asked)
    if another is None or not says_by_pronoun(sentence):
        return False
    if another["of"] is not None and another["of"].casefold() not in people():
        return False  # "the company's head": he is no company
    told = f"{before.text if before else ''} {sentence.heading or ''} {sentence.text}"
    return set(split_words(another["who"])).isdisjoint(split_words(told))
