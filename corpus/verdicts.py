"""Verbs by which their subject says what something is: "calls it a bargain", "spoke of a trap"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.calendar import CALENDAR_WORDS
from corpus.denials import ADMITTING, DENYING, admits, denies
from corpus.lexicon import BEFORE_PARTICIPLES, PREPOSITIONS, words_of
from corpus.noun_phrases import Token
from corpus.numerals import IN_WORDS
from corpus.quotations import MASK

_CALLING = words_of("call calls called termed")
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
# "Tells the crew that it is late", but "tells us that" shows it.
_TELLING = words_of("tell tells")
_SHOWN = words_of("us you me them which that of about")
# "Disputes the figure", but not "disputes the title with two others".
_DISPUTING = words_of("dispute disputes disputed contest contests contested")
_STATED = words_of(
    """figure figures claim claims account accounts allegation allegations charge charges report
    reports version accusation accusations finding findings number numbers estimate estimates
    toll description"""
)
_THE = words_of("the this that these those any all his her their its")
# "Urged drivers to slow down", "urged restraint", but not "urged on by the crowd".
_ATTRIBUTING = words_of("attribute attributes attributed")
# "Confirmed 312 cases", "confirmed the number", but not "confirmed the judge in office".
_CONFIRMING = words_of("confirm confirms confirmed")
_CONFIRMED = _STATED | words_of(
    """case cases death deaths dead casualties injuries injury this it news deal talks visit outage
    sale arrest arrests attack"""
)
# "The ministry promised an inquiry, AFP said.": a promise was made where somebody tells of it.
_PROMISING = words_of("promised pledged vowed")
_PROMISED = words_of("a an more new no the its their")
_TELLERS = words_of("said says reported reports")
_NUMBER = re.compile(rf"\d[\d,.]*|{IN_WORDS}")
_URGING = words_of("urge urges urged")
_URGED = words_of("caution restraint calm patience action dialogue moderation unity vigilance")
_VERBS = _CALLING.union(
    *(_GOES_ON, _DESCRIBING, _LIKENING, _ACCUSING, _BLAMING, DENYING, ADMITTING, _TELLING),
    *(_DISPUTING, _URGING, _PROMISING, _ATTRIBUTING, _CONFIRMING),
)
_CALLED = words_of("it this that these those them")
_QUOTES = frozenset("“‘\"'«”’")
_ARTICLES = words_of("a an")
_PLEADED = _ARTICLES | _QUOTES | words_of("the more less")
_TIMES = words_of("few day days week weeks month months year years moment hour hours minute")
_OPENING = frozenset("“‘\"«")
_DESCRIBED_WITHIN = 8  # words between "described" and what is quoted: "a mood in which “…”"
_QUOTED_WORDS = 3  # fewer are a name: "described the “Big Bang”"
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
        described = low.startswith("describe") and _quotes(tokens, verb, _DESCRIBED_WITHIN)
        return described or _reaches(behind, words_of("as"))
    if low in _TELLING:
        return behind[0].low not in _SHOWN and any(token.low == "that" for token in behind[1:6])
    if low in DENYING:
        return denies(tokens, verb, _WITHIN)
    if low in ADMITTING:
        return admits(tokens, verb, _WITHIN)
    if low in _PROMISING:
        return behind[0].low in _PROMISED and _is_told_by_another(tokens)
    if low in _DISPUTING:
        return behind[0].low in _THE and any(token.low in _STATED for token in behind[1:4])
    if low in _ATTRIBUTING:
        return behind[0].low not in PREPOSITIONS and _reaches(behind[1:], words_of("to"))
    if low in _CONFIRMING:
        counted = _NUMBER.fullmatch(behind[0].low) is not None
        return (counted or behind[0].low in _THE | {"it"}) and any(
            token.low in _CONFIRMED for token in behind[:3]
        )
    if low in _URGING:
        first = behind[0].low
        urged = first not in PREPOSITIONS and first != "to" and _reaches(behind, words_of("to"))
        return urged or first in _URGED
    if low in _LIKENING:
        return _reaches(behind[1:], words_of("to"))
    if low in _ACCUSING:
        return behind[0].low != "of" and _reaches(behind[1:], words_of("of"))
    if low in _BLAMING:
        return _quotes(tokens, verb, 1) or (
            behind[0].is_word and behind[0].low not in PREPOSITIONS
        )
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


def _is_told_by_another(tokens: Sequence[Token]) -> bool:
    """Whether the sentence ends in a name and a verb of saying: "…, AFP said."."""
    at = len(tokens) - 1
    while at > 0 and not tokens[at].is_word:
        at -= 1
    if tokens[at].low not in _TELLERS or at < 2:
        return False
    first = at - 1
    while first > 0 and (tokens[first].capital or tokens[first].low == "the"):
        first -= 1
    return first < at - 1 and tokens[first].low == ","


def _quotes(tokens: Sequence[Token], verb: int, within: int) -> bool:
    """Whether what is described or blamed is told in quoted words, and not only so called."""
    for at in range(verb + 1, min(verb + 1 + within, len(tokens))):
        if tokens[at].low in _OPENING:
            quoted = tokens[at + 1 : at + 1 + _QUOTED_WORDS]
            return len(quoted) == _QUOTED_WORDS and all(_is_masked(token) for token in quoted)
        if not tokens[at].is_word:
            return False
    return False


def _is_masked(token: Token) -> bool:
    return token.low.startswith(MASK)


def _reaches(tokens: Sequence[Token], wanted: frozenset[str]) -> bool:
    """Whether one of ``wanted`` comes before any other sign, and tells no time."""
    for at, token in enumerate(tokens):
        if token.low in wanted:
            return at + 1 == len(tokens) or tokens[at + 1].low not in _TIMES
        if not token.is_word and token.low not in "-&%":
            return False
    return False
