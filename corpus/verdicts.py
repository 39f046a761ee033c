"""Verbs by which their subject says what something is: "calls it a bargain", "spoke of a trap"."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import BEFORE_PARTICIPLES, PREPOSITIONS, words_of
from corpus.noun_phrases import Token

_CALLING = words_of("call calls called")
# "Speaks of a trap", "pleads for a delay".
_GOES_ON = {
    **dict.fromkeys(words_of("speak speaks spoke spoken"), "of"),
    **dict.fromkeys(words_of("plead pleads pleaded"), "for"),
}
_DESCRIBING = words_of(
    """describe describes described dismiss dismisses dismissed depict depicts depicted reject
    rejects rejected"""
)
_LIKENING = words_of("liken likens likened")
_ACCUSING = words_of("accuse accuses accused")
_BLAMING = words_of("blame blames blamed")
# So only where a medium is named in front: "Bloomberg sees revenue rising" is a forecast.
_SEEING = words_of("sees reads views regards considers treats")
_VERBS = _CALLING | _GOES_ON.keys() | _DESCRIBING | _LIKENING | _ACCUSING | _BLAMING
_CALLED = words_of("it this that these those them")
_QUOTES = frozenset("“‘\"'«”’")
_ARTICLES = words_of("a an")
_PLEADED = _ARTICLES | _QUOTES | words_of("the more less")
_TIMES = words_of("few day days week weeks month months year years moment hour hours minute")
_WITHIN = 10  # words between the verb and what it calls something


def gives_verdict(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb at ``verb`` tells what its subject says of something.

    "Called the vote a second disappearance" does, "called the police" does not.
    """
    low = tokens[verb].low
    if low in _SEEING:
        return _opens_in_a_medium(tokens, verb) and _reaches(tokens[verb + 1 :], words_of("as"))
    if low not in _VERBS:
        return False
    behind = tokens[verb + 1 : verb + 1 + _WITHIN]
    if not behind or (verb and tokens[verb - 1].low in BEFORE_PARTICIPLES):
        return False
    if low in _GOES_ON:
        if low.startswith("plead") and (len(behind) < 2 or behind[1].low not in _PLEADED):
            return False  # "pleaded for mercy"
        return behind[0].low == _GOES_ON[low]
    if low in _DESCRIBING:
        return _reaches(behind, words_of("as"))
    if low in _LIKENING:
        return _reaches(behind[1:], words_of("to"))
    if low in _ACCUSING:
        return behind[0].low != "of" and _reaches(behind[1:], words_of("of"))
    if low in _BLAMING:
        return behind[0].is_word and behind[0].low not in PREPOSITIONS
    if behind[0].low in PREPOSITIONS or behind[0].low == "out":
        return False
    if behind[0].low in _CALLED:
        return len(behind) > 1 and behind[1].low not in PREPOSITIONS | CALENDAR_WORDS
    return _reaches(behind[1:], _ARTICLES | _QUOTES)


def _opens_in_a_medium(tokens: Sequence[Token], verb: int) -> bool:
    """Whether it is told where somebody judges: "In the Post, Ada Obi sees the vote as a door"."""
    first = next((at for at in range(min(2, verb)) if tokens[at].is_word), verb)
    comma = next((at for at in range(first + 1, verb) if tokens[at].low == ","), verb)
    named = any(
        token.capital and token.low not in CALENDAR_WORDS for token in tokens[first + 1 : comma]
    )
    return tokens[first].low == "in" and named and first + 1 < comma < verb - 1


def _reaches(tokens: Sequence[Token], wanted: frozenset[str]) -> bool:
    """Whether one of ``wanted`` comes before any other sign, and tells no time."""
    for at, token in enumerate(tokens):
        if token.low in wanted:
            return at + 1 == len(tokens) or tokens[at + 1].low not in _TIMES
        if not token.is_word and token.low not in "-&%":
            return False
    return False
