"""Whether what stands around a verb of saying is what was said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import (
    CLAUSE_ONLY,
    FINITE_VERBS,
    NAMING_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    THAT_ALONE,
    words_of,
)
from corpus.noun_phrases import Token
from corpus.speaker_phrases import is_determiner
from corpus.subject_phrases import AFTER_ASIDES
from corpus.who_speaks import is_of_speakers

_THAT = words_of("that how why whether")
_ADVERBS = words_of("merely only also later again then")
_FINDING = words_of("find finds found")
_FOUND = words_of("out fault evidence")
_NOT_FOUND = words_of("evidence proof sign signs link reason trace wrongdoing fault")
_AS_SOON = words_of("soon long far")
_CLAIMING = words_of(
    """claims claimed claim believes believe believed promised promises promise pledged pledges
    pledge vowed vows vow"""
)
_AGREEING = words_of("agree agrees agreed")  # to a plan, and with somebody
_OBJECTING = words_of("object objects objected")  # "to the plan on the grounds that"
_TELLING = words_of("tell tells")
_ASKING = words_of("ask asks asked")
# What is there more of than before: "has added so much capacity that prices have dropped".
_ADDING = words_of("add adds added")
_HAVING = words_of("has have had")
_MORE = words_of("so another new extra")
_CLOSING_QUOTES = frozenset("”\"»")
# With what is expected to happen behind them: "expect prices to ease".
_EXPECTING = words_of("expect expects expected")
_DEMANDING = words_of("demands demanded demand")
_CLAUSE_OPENERS = frozenset(
    {"that", "how", "why", "whether", "there", "it", "he", "she", "they", "we", "out"}
)
# "…, the agency reported citing a minister", with no comma between.
_CITING = words_of("citing quoting referring")
_BEFORE_BACKGROUND = words_of("after since once when")
_CITED_WITHIN = 40  # words
_TIME_WORDS = 5  # "on Tuesday evening"
_ENDS = frozenset(".;:")
_AFTER_NOUNS = frozenset({"by", "of", "for", "from", "on", "in", "at", "this", "last"})


def takes_clause(tokens: Sequence[Token], verb: int, start: int) -> bool:
    """Whether what stands around the verb can be what was said."""
    word = tokens[verb].low
    if word in NAMING_VERBS:
        # "“Where is it?” he asked."
        return word in _ASKING and start > 0 and tokens[start - 1].low in _CLOSING_QUOTES
    as_told = start > 0 and tokens[start - 1].low == "as"
    if as_told and (word in _DEMANDING or (start > 1 and tokens[start - 2].low in _AS_SOON)):
        return False  # "as the buyers demand", "as soon as parliament has agreed"
    if word in _TELLING and start > 0 and tokens[start - 1].low in _CLOSING_QUOTES:
        return True  # "“It is late,” the minister tells Delo."
    if word not in CLAUSE_ONLY or as_told:
        return True  # "as Reuters reported in March"
    following = tokens[verb + 1 : verb + 20]
    if word == "point":
        return bool(following) and following[0].low == "out"
    if not following or following[0].low in ',.:;“"‘”':
        listed = word in THAT_ALONE and following and following[0].low in ",."
        return not listed or (start > 0 and not tokens[start - 1].is_word)
    first = following[0].low
    if first in FINITE_VERBS:
        return False  # a noun: "several points should be …"
    if first == "to" and word not in _CLAIMING:
        # "Expects to leave" tells of no statement, "admitted to a friend that" does.
        told = word in _OBJECTING or (word not in _AGREEING and _is_hearer(following[1:3]))
        return told and any(token.low == "that" for token in following[:8])
    if word in _EXPECTING and first not in PREPOSITIONS:
        within = list(takewhile(lambda token: token.is_word, following[:9]))
        if any(token.low == "to" for token in within):
            return True
    if word == "ruled" and start and tokens[start - 1].low in _BEFORE_BACKGROUND:
        return False  # "can race again after a tribunal ruled that"
    if word == "ruled" and is_aside(tokens, start, verb):
        return True  # "the sale was void, the court ruled on Monday"
    if _cites_before_that(tokens, verb):
        return True
    if word in THAT_ALONE:
        adverb = len(following) > 1 and (first in _ADVERBS or first.endswith("ly"))
        clause = following[1].low if adverb else first
        if len(following) > 1 and first in ("in", "on") and _is_date(following[1]):
            return any(token.low == "that" for token in following[:4])
        return clause in _THAT or (word in _FINDING and _is_found(following))
    if is_aside(tokens, start, verb):
        return True
    if word in _ADDING and first in _MORE:
        return False
    if word in _ADDING and _is_perfect(tokens, verb) and first not in _AFTER_NOUNS:
        return first in _CLAUSE_OPENERS
    if first in _AFTER_NOUNS:
        # "Reported on Monday that", "reported last year in the Annals of Botany that".
        return any(
            token.low == "that" and (at < 6 or following[at - 1].capital)
            for at, token in enumerate(following[:12])
        )
    if word in ("pointed", "points", "point"):
        return first == "out"
    return first in _CLAUSE_OPENERS or reaches_verb(following[1:])


def _cites_before_that(tokens: Sequence[Token], verb: int) -> bool:
    """Whether who told it is set in before what was said: "on Friday, citing two aides, that"."""
    following = tokens[verb + 1 : verb + 1 + _CITED_WITHIN]
    comma = next((at for at, token in enumerate(following) if not token.is_word), 0)
    cites = following[comma : comma + 2]
    if comma > _TIME_WORDS or len(cites) < 2 or cites[0].low != "," or cites[1].low not in _CITING:
        return False
    behind = [token.low for token in following[comma + 2 :]]
    within = behind[: behind.index("that")] if "that" in behind else []
    return within[-1:] == [","] and _ENDS.isdisjoint(within)


def is_first_told(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb says who broke the news: "first reported", "reported from Dakar"."""
    low, behind = tokens[verb].low, tokens[verb + 1 : verb + 3]
    if low in ("reported", "reports") and len(behind) == 2 and behind[0].low == "from":
        return behind[1].capital
    return low in ("reported", "revealed") and tokens[verb - 1].low == "first"


def is_aside(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether "X reported" is set behind or into the clause it reports."""
    behind = [token.low for token in tokens[verb + 1 : verb + 3]] or ["."]
    before = tokens[start - 1].low if start else ""
    set_off = before in (",", "”", '"', "—", "–")
    cites = behind[0] in _CITING or behind == ["with", "reference"]
    at_the = [token.low for token in tokens[verb + 1 : verb + 4]]
    then = at_the == ["at", "the", "time"] or behind in (["then", ","], ["then", "."])
    return set_off and (behind[0] in AFTER_ASIDES | CALENDAR_WORDS or cites or then)


def ends_clause(tokens: Sequence[Token], verb: int) -> bool:
    return verb + 1 >= len(tokens) or tokens[verb + 1].low in ",.;)?!"


def reaches_verb(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb comes before any punctuation."""
    for token in tokens:
        if not token.is_word and token.low not in "-–’'&%":
            return False
        if token.low in FINITE_VERBS:
            return True
    return False


def _is_hearer(tokens: Sequence[Token]) -> bool:
    """Whether somebody is told: not "agreed to reopen talks on the price that it pays"."""
    return bool(tokens) and (
        tokens[0].capital
        or is_determiner(tokens[0])
        or tokens[0].low in PRONOUNS
        or any(is_of_speakers(token.low) for token in tokens)
    )


def _is_perfect(tokens: Sequence[Token], verb: int) -> bool:
    """Whether it is told what has been done until now: "has since added"."""
    return any(token.low in _HAVING for token in tokens[max(0, verb - 2) : verb])


def _is_date(token: Token) -> bool:
    return token.low.isdigit() or token.low in CALENDAR_WORDS


def _is_found(following: Sequence[Token]) -> bool:
    """Whether what is found is a finding: "found no evidence", but not "found no buyers"."""
    first, second = (*(token.low for token in following[:2]), "")[:2]
    return first in _FOUND or (first == "no" and second in _NOT_FOUND)
