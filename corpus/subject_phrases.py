"""The words before a verb that are its subject, with relative clauses and appositions."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import (
    AUXILIARIES,
    BEFORE_NOUNS,
    BEFORE_VERBS,
    CLAUSE_WORDS,
    CONNECTIVES,
    FINITE_VERBS,
    NO_ADVERBS,
    PREPOSITIONS,
    words_of,
)
from corpus.noun_phrases import MAX_PHRASE_WORDS, Token
from corpus.speaker_phrases import can_speak, is_determiner
from corpus.times_beside import before_date, behind_time_opener
from corpus.who_speaks import is_of_speakers

# What follows a verb that is set, with its subject, behind or into a clause.
AFTER_ASIDES = frozenset({",", ".", "on", "in", "this", "late", "last", "earlier"})
# "The minister today said".
_ADVERBIAL = BEFORE_VERBS | words_of("today yesterday tonight tomorrow meanwhile")
_SAID = words_of("said says")
# What stands behind the comma that a name is described behind.
_OF_ONE = words_of("a an the who whose its his her one head chief director president chairman")
_BEFORE_OFFICES = words_of("the a an its his her their one another")
_ARTICLES = words_of("the a an")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_WITHIN_NAMES = words_of("de van von der den al el bin ibn da dos di la le du of")
_CLOSES_NAME = frozenset({",", ".", ":", ";", "–", "—", "(", ")"})
_MAX_NAME = 5  # words
_THEMSELVES = words_of("himself herself itself themselves")
_GOES_ON = words_of("and or but")
_OPENS_CLAUSE = words_of("while whereas but although though because so yet nor")
_REACH = 40  # tokens that a subject with its relative clause and apposition may take
_MAX_APPOSITION = 24
_MAX_RELATIVE = 6


def subject_words(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The indices of the first and the last word of what the verb at ``verb`` is told of.

    None where nothing stands there that can speak (``corpus.speaker_phrases``).
    """
    end = None if _is_inverted(tokens, verb) else _subject_end(tokens, verb)
    if end is None:
        return None
    start = _subject_start(tokens, end)
    if start > end or end - start + 1 > MAX_PHRASE_WORDS:
        return None
    if tokens[start].low == "according" or (
        tokens[end].low == "rest" and tokens[verb].low == "assured"
    ):
        return None  # "according to 2009 estimates", "rest assured"
    head = _head_end(tokens, start, end)
    if head is not None:  # the clause about it is no part of what has to be able to speak
        start, end_of_head = head
        speaks = start <= end_of_head and end - start + 1 <= MAX_PHRASE_WORDS
        return (start, end) if speaks and can_speak(tokens, start, end_of_head) else None
    return (start, end) if can_speak(tokens, start, end) else None


def _is_inverted(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the subject stands behind the verb: "she met the mayor, a baker, said Ada Obi."."""
    if tokens[verb].low not in _SAID or not verb or tokens[verb - 1].low != ",":
        return False
    behind = verb + 1
    while behind < len(tokens) and tokens[behind].capital and behind - verb <= _MAX_NAME:
        if tokens[behind].low in CALENDAR_WORDS:
            return False  # "Ada Obi, the mayor, said Tuesday."
        behind += 1
    ends = behind >= len(tokens) or tokens[behind].low in ".;" or (
        tokens[behind].low == "," and tokens[min(behind + 1, len(tokens) - 1)].low in _OF_ONE
    )
    return behind > verb + 1 and ends and any(
        token.low in FINITE_VERBS or (token.low.endswith("ed") and not token.capital)
        for token in tokens[max(0, verb - _REACH) : verb]
    )


def _head_end(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The first and the last word before a clause that tells who a subject is.

    "The minister who runs the port", "the firm that owns Sea Lines": a noun of a person or a
    body, a verb, and its object.
    """
    runs = start > 1 and tokens[start - 1].low in FINITE_VERBS  # where the walk back has stopped
    before = start - 2 if runs else start - 1
    before = before if before > 0 and tokens[before].low in ("that", "which") else 0
    relative = next((at for at in range(start + 1, end) if tokens[at].low == "who"), before)
    if not relative or relative + 2 > end or not is_of_speakers(tokens[relative - 1].low):
        return None
    verb, behind = tokens[relative + 1], tokens[relative + 2]
    does = verb.low.endswith(("s", "ed")) or verb.low in FINITE_VERBS
    if verb.capital or not does or not (is_determiner(behind) or behind.capital):
        return None
    if relative == before:
        start = _subject_start(tokens, relative - 1)
    return start, relative - 1


def end_with_name(tokens: Sequence[Token], start: int, end: int) -> int:
    """``end``, or the last word of the name behind a description: "its director, Inès Roubaud"."""
    if end + 2 >= len(tokens) or tokens[end + 1].low != "," or not _is_office(tokens, start, end):
        return end
    at = end + 2
    if tokens[at].low in _ARTICLES:  # "its head, the Tongan economist Sione Fakahau"
        at = _behind_description(tokens, at + 1)
    last = at - 1
    while last + 1 < len(tokens) and last - at < _MAX_NAME and _is_in_name(tokens, last + 1, at):
        last += 1
    closes = last + 1 >= len(tokens) or tokens[last + 1].low in _CLOSES_NAME
    return last if closes and last > at else end


def _is_office(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the phrase tells what somebody is: "the mayor", "Fiji's auditor of accounts"."""
    head = next(
        (at - 1 for at in range(start + 1, end + 1) if tokens[at].low in PREPOSITIONS), end
    )
    if tokens[head].capital and tokens[head].low not in _BEFORE_OFFICES:
        return False
    owned = any(token.low.endswith(_POSSESSIVES) for token in tokens[start:head])
    return owned or tokens[start].low in _BEFORE_OFFICES


def _behind_description(tokens: Sequence[Token], at: int) -> int:
    """Where the capitals begin behind some words in lower case, a name of a place aside."""
    behind = at
    for index in range(at, min(at + _MAX_NAME, len(tokens))):
        if not tokens[index].is_word:
            break
        if not tokens[index].capital:
            behind = index + 1
    return behind


def _is_in_name(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether the word at ``at`` can be of a name that begins at ``first``."""
    return tokens[at].capital or (at > first and tokens[at].low in _WITHIN_NAMES)


def _subject_end(tokens: Sequence[Token], verb: int) -> int | None:
    """The index of the subject's last word, behind which adverbs and asides may stand."""
    end = verb - 1
    floor = max(0, verb - _REACH)
    while end >= floor and (tokens[end].low in _ADVERBIAL or _is_adverb(tokens, end)):
        end -= 1
    # "the unions for their part", "the officials themselves"
    while end >= floor and tokens[end].low in _THEMSELVES:
        end -= 1
    if end - 2 >= floor and tokens[end].low == "part" and tokens[end - 2].low == "for":
        end -= 3
    end = before_date(tokens, end, floor)
    if end >= floor and tokens[end].low == ")":
        while end >= floor and tokens[end].low != "(":
            end -= 1
        end -= 1
    if end >= floor and tokens[end].low == ",":
        opening = apposition_start(tokens, end)
        if opening is None:
            return None
        end = opening - 1
    while end >= floor and tokens[end].low in "*_":
        end -= 1
    return end if end >= floor and tokens[end].is_word else None


def _is_adverb(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.capital and at:
        return False  # "Fergus Daly said"
    return token.low.endswith("ly") and token.low not in NO_ADVERBS


def _subject_start(tokens: Sequence[Token], end: int) -> int:
    """The index of the subject's first word; beyond ``end`` where there is no subject."""
    start = end
    floor = max(0, end - _REACH)
    joined: int | None = None  # where an "and" joins two halves of the subject
    while start > floor:
        token = tokens[start - 1]
        if not token.is_word and token.low not in "&*":
            break
        named = token.capital and start > 1  # "the minister Beat Jans"
        named = named or (start > 1 and is_determiner(tokens[start - 2]))  # "the lead author"
        named = named or _leads_an_office(tokens, start - 1)
        named = named or (token.low == "think" and tokens[start].low in ("tank", "tanks"))
        if token.low in CLAUSE_WORDS or (token.low in FINITE_VERBS and not named):
            relative = _relative_start(tokens, start)
            if relative is None:
                break
            start = relative
            continue
        if token.low == "and":
            joined = start if joined is None else joined
        start -= 1
    stopped = tokens[start - 1].low if start else ""
    named = joined is not None and tokens[joined - 2].capital and tokens[joined].capital
    if joined is not None and (stopped in FINITE_VERBS or (stopped == "," and not named)):
        start = joined  # but not of "the Globe and Mail"
    while start < end and (tokens[start].low in CONNECTIVES or tokens[start].low == "*"):
        start += 1
    return behind_time_opener(tokens, start, end)


def _leads_an_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether "lead" tells of somebody's rank: "lead author Ada Obi", not "teams lead authors"."""
    office = tokens[at + 1]
    ranks = tokens[at].low == "lead" and is_of_speakers(office.low) and not office.capital
    return ranks and not office.low.endswith("s") and (not at or not tokens[at - 1].is_word)


def _relative_start(tokens: Sequence[Token], at: int) -> int | None:
    """The index of "who" in "a grid operator who took part", seen from inside the clause."""
    for index in range(at - 1, max(0, at - _MAX_RELATIVE), -1):
        if tokens[index].low == "who" and tokens[index - 1].is_word:
            return index
        if not tokens[index].is_word:
            return None
    return None


def apposition_start(tokens: Sequence[Token], closing: int) -> int | None:
    """The comma that opens the apposition which the comma at ``closing`` ends."""
    for index in range(closing - 1, max(-1, closing - _MAX_APPOSITION), -1):
        low = tokens[index].low
        if low in '“”"«»;:—–':
            return None
        if low == ",":
            return index if _may_be_apposition(tokens, index) else None
    return None


def _may_be_apposition(tokens: Sequence[Token], comma: int) -> bool:
    """Whether what a comma opens can stand in for what is before it.

    "South Africa has more, and buyers, says the dealer": here it goes on instead.
    """
    first = tokens[comma + 1].low
    return not (
        first in _GOES_ON or first in AUXILIARIES or _opens_clause(*tokens[comma + 1 : comma + 3])
    )


def _opens_clause(word: Token, behind: Token) -> bool:
    """Whether a clause with a subject of its own begins: "while Rome", and no "while waiting"."""
    return word.low in _OPENS_CLAUSE and (behind.capital or behind.low in BEFORE_NOUNS)
