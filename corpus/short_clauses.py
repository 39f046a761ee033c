"""Short sentences that a label could be taken for: a verb, and at once what it is done to.

"The bank rejects the claim." tells something, "Trade with the neighbours." heads a paragraph.
No list holds all verbs, but in English a noun stands at once before "the" or "its" only where
a clause or a time follows ("Peace talks a year on.").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.lexicon import DETERMINERS, FUNCTION_WORDS, PLURALS, PREPOSITIONS, PRONOUNS, words_of
from corpus.numerals import SCALES, TENS, UNITS

_OBJECTS = words_of("the a an its his her their no any").union(UNITS, TENS, SCALES)
# "Peace talks a year on.", "Sales tax no more.", "World politics the old way."
_TIMES = words_of(
    """day days night morning week weeks month months year years decade decades century centuries
    hour hours minute minutes time times generation generations way ways more longer less next
    same"""
)
_LAST_OF_LABELS = words_of("over on later ago apart after before")
# What stands before "the" as well, between nouns: "prices double the average".
_NO_VERBS = FUNCTION_WORDS | PREPOSITIONS | PRONOUNS | words_of(
    """double triple half twice thrice versus worth plus minus save besides alone together apart
    perhaps always sometimes nowadays towards upwards overseas afterwards whereas unless yes"""
)
# "The costs its backers hid.", "The town that eats its young.", "What the mayor owes the voters."
_BEFORE_NOUNS = DETERMINERS | words_of("small big new old many few some all more most")
_BEFORE_VERBS_OF_LABELS = words_of("that who which whose")
_OPENS_LABELS = words_of("what how why when where who which whether if behind inside")
_NO_VERB_ENDS = ("ss", "us", "is", "ics", "’s", "'s")
_PEOPLE = PLURALS - FUNCTION_WORDS - PRONOUNS
_OBJECT_WITHIN = 3  # words behind the verb
_WORD = re.compile(r"[\w&][\w&.’'-]*")
_SIGN = re.compile(r"[^\w\s&.’'*-]|\s-\s")


def does_something(sentence: str) -> bool:
    """Whether a verb stands in a short sentence with its object behind it.

    "Bank fines: a ranking" has a sign between.
    """
    return any(_holds_object(_WORD.findall(part)) for part in _SIGN.split(sentence))


def _holds_object(words: Sequence[str]) -> bool:
    lowered = [word.casefold() for word in words]
    if not lowered or lowered[-1] in _LAST_OF_LABELS or lowered[0] in _OPENS_LABELS:
        return False
    return any(
        lowered[at + 1] in _OBJECTS
        and _TIMES.isdisjoint(lowered[at + 2 : at + 1 + _OBJECT_WITHIN])
        and words[at].islower()
        and _may_be_verb(lowered, at)
        for at in range(1, len(words) - 2)
    )


def _may_be_verb(lowered: Sequence[str], at: int) -> bool:
    """Whether the word at ``at`` can be a verb of what stands before it, by their numbers."""
    word, before = lowered[at], lowered[at - 1]
    if word in _NO_VERBS or word.endswith(_NO_VERB_ENDS) or before in _BEFORE_NOUNS:
        return False
    if _BEFORE_VERBS_OF_LABELS.intersection(lowered[:at]):
        return False
    if word.endswith("s"):
        return True
    return _is_plural(before) and not word.endswith(("ly", "ing"))


def _is_plural(word: str) -> bool:
    return word in _PEOPLE or (word.endswith("s") and not word.endswith(_NO_VERB_ENDS))
