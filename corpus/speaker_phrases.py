"""Whether the words before a verb of saying can be its subject: somebody who speaks.

The search for a subject walks back from the verb to where a clause seems to
begin. Where it has met a verb that it does not know, what it brings back is no
name. Nobody is credited then: a wrong speaker is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.lexicon import (
    AUXILIARIES,
    FINITE_VERBS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    words_of,
)
from corpus.noun_phrases import Token
from corpus.who_speaks import is_of_speakers

_IN_NAMES = words_of("via outside")  # "Via Campesina", "outside experts"
# What stands before "the", "its" and the like inside a phrase.
_BEFORE_DETERMINERS = PREPOSITIONS | words_of("and or & all both half not who whom whose than")
# Where those are who speak: "herders around the lake", but not "arguments along these lines".
_ABOUT = words_of("around along throughout")
_INNER_DETERMINERS = words_of("the a an its his her their our this these no any every each")
# No phrase of a speaker ends with one of these.
_NEVER_LAST = (
    PREPOSITIONS
    | AUXILIARIES
    | PRONOUNS
    | words_of("and or but not than as the a an its their having being rather nor longer following")
) - words_of("he she they it we i you us me them him those there this these that in out off over")
_NEVER_LAST_BUT_ALONE = words_of("who whom which that it they he she we i you those this these")
# Nor begins with one: adverbs, and verbs whose subject stands before them.
_NEVER_FIRST = words_of(
    """whose hence already partly little often never always ever otherwise sooner less more far long
    becoming having have has had been above exempt once every nothing something hardly"""
)
# Who these are told of has said nothing: "neither side disclosed the price".
_NOBODY = words_of("neither no nobody none any anybody anyone whoever hardly scarcely")
# What follows these is no statement yet: "if Iceland says yes".
_SUPPOSING = words_of("if unless whether than nor")
# They end no phrase of several words: "some builders worked on such projects".
_NEVER_LAST_OF_MANY = words_of(
    "such other several some few every own new old main latest recent final earlier"
)
_ALONE = words_of("he she it they we i")


def can_speak(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether ``tokens[start : end + 1]``, before a verb of saying, can name its subject."""
    phrase = tokens[start : end + 1]
    first, last = phrase[0], phrase[-1]
    alone = len(phrase) == 1
    if last.low in _NEVER_LAST or (not alone and last.low in _NEVER_LAST_BUT_ALONE):
        return False
    if not alone and last.low in _NEVER_LAST_OF_MANY:
        return False
    if not alone and first.low in _ALONE and phrase[1].low not in ("and", "&"):
        return False  # "from which she reads stress"
    if first.low in _NOBODY or (not first.capital and first.low in _NEVER_FIRST):
        return False
    told = alone or last.capital or any(token.low == "who" for token in phrase)
    noun = not alone and is_determiner(phrase[-2])  # "people familiar with the matter"
    if last.low in FINITE_VERBS and not (told or noun):
        return False  # "Panama and Belize feel confirmed", "the museum holds objects that …"
    if start and tokens[start - 1].low in _SUPPOSING:
        return False
    if first.low in PREPOSITIONS | _ABOUT and first.low not in _IN_NAMES:
        return False
    if _is_participle(first) and (alone or phrase[1].low in FUNCTION_WORDS):
        return False  # "shared by officials", "signed the treaty"
    if start and _ends_in_predicate(tokens, start):
        return False
    if start and tokens[start - 1].low in ("which", "that") and _is_participle(first):
        return False  # "banks which moved staff abroad approved projects"
    return not any(
        word.low in _INNER_DETERMINERS
        and not word.capital
        and before.is_word
        and not before.capital  # "the institute Play the Game"
        and before.low not in _BEFORE_DETERMINERS
        and not (before.low in _ABOUT and at and is_of_speakers(phrase[at - 1].low))
        for at, (before, word) in enumerate(pairwise(phrase))
    )


def is_determiner(token: Token) -> bool:
    """Whether a noun, or an adjective of one, follows: "the lead author", "the study's lead"."""
    return token.low in _INNER_DETERMINERS or token.low.endswith(("'s", "’s"))


def _ends_in_predicate(tokens: Sequence[Token], start: int) -> bool:
    """Whether the word before is the verb of an earlier subject: "has been told of each step"."""
    return tokens[start - 1].low in (FINITE_VERBS - _SAY_WITHOUT_THAT) | words_of("be been being")


_SAY_WITHOUT_THAT = words_of(
    "said says say think thinks thought tell tells told know knows knew hope hopes believe believes"
)


def _is_participle(token: Token) -> bool:
    return not token.capital and token.low.endswith(("ed", "ing")) and len(token.low) > 4
