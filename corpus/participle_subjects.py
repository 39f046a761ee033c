"""Who goes on with a participle of saying: "The minister left early, saying that …"."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import (
    AUXILIARIES,
    BEFORE_PARTICIPLES,
    BEFORE_VERBS,
    CLAUSE_WORDS,
    FINITE_VERBS,
    PREPOSITIONS,
    SAYING,
    words_of,
)
from corpus.noun_phrases import MAX_PHRASE_WORDS, Token
from corpus.quotations import MASK
from corpus.speaker_phrases import can_speak
from corpus.who_speaks import is_of_speakers

NO_FIRST_SUBJECT = PREPOSITIONS | CLAUSE_WORDS | words_of("there it this that these those such")
GOING_ON = words_of(
    "saying adding arguing warning insisting claiming stressing noting explaining writing calling"
)
# Behind these a clause may stand without "that"; "claiming the prize" is no statement.
_WITHOUT_THAT = words_of("saying arguing insisting")
# What takes a side: whoever does so speaks for himself, be it but a name.
_SIDING = words_of(
    """objects object objected disputes dispute disputed rejects reject rejected opposes oppose
    opposed contests contest contested rebuts rebut rebutted welcomes welcome welcomed defends
    defend defended criticises criticizes criticised criticized dismisses dismissed"""
)
_VERBS_BEFORE = (
    FINITE_VERBS
    | _SIDING
    | SAYING
    | AUXILIARIES
    | words_of("threw withdrew chose blew hid fed struck upheld oversaw hurt overthrew forgave")
)
_IN_NAMES = words_of("the of for and")
_TIMES = words_of("last next this yesterday today tomorrow once")
_REACH = 60  # tokens from the opening of a clause to its participle
_CLAUSE_WITHIN = 16
_CALLED_WITHIN = 7
_QUOTED_WORDS = 3  # fewer are a name: "calling it “Liberty Place”"
_OPENING = frozenset('“"«')
_BESIDE_VERBS = BEFORE_VERBS | words_of("today yesterday")
_PERSONS = words_of("he she")
_PARTS = words_of("who whom whose which that when while as before after")
_SILENT = PREPOSITIONS | words_of("so no yes goodbye nothing little")


def subject_of_participle(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The first and last word of who opens the clause that the participle at ``at`` goes on with.

    None where nothing is said behind the participle, or somebody else speaks before.
    """
    if at < 3 or tokens[at - 1].low != "," or not _tells(tokens, at):
        return None
    floor = max(0, at - _REACH)
    clause = max((one + 1 for one in range(floor, at) if tokens[one].low in ";:"), default=floor)
    verb = next((one for one in range(clause, at - 1) if is_clause_verb(tokens[one])), clause)
    end = verb
    while end > clause and tokens[end - 1].low in _BESIDE_VERBS:
        end -= 1
    phrase = tokens[clause:end]
    if (clause and clause == floor) or not phrase or len(phrase) > MAX_PHRASE_WORDS:
        return None
    done_to = tokens[verb].low in BEFORE_PARTICIPLES and tokens[verb + 1].low.endswith("ed")
    if done_to or not all(token.is_word for token in phrase):
        return None
    if phrase[0].low in NO_FIRST_SUBJECT or not can_speak(tokens, clause, end - 1):
        return None
    # A name alone may be a publisher's, or a firm's, of which somebody says so.
    siding = tokens[verb].low in _SIDING and tokens[verb + 1].low != "by" and _is_a_name(phrase)
    person = tokens[at].low == "writing" or tokens[at + 1].low in _PERSONS or siding
    if not (person or any(is_of_speakers(word.low) for word in phrase)):
        return None
    first = verb + (tokens[verb].low in _SIDING)
    if any(token.low in SAYING for token in tokens[first:at]):
        return None  # "…, said Ada Obi, adding that"
    return clause, end - 1


def _is_a_name(phrase: Sequence[Token]) -> bool:
    """Whether ``phrase`` is but a name, and no "Last week Ada Obi"."""
    return all(
        token.low in _IN_NAMES or (token.capital and token.low not in CALENDAR_WORDS | _TIMES)
        for token in phrase
    )


def is_clause_verb(token: Token) -> bool:
    done = token.low.endswith("ed") and not token.capital and len(token.low) > 4
    return done or token.low in _VERBS_BEFORE


def _tells(tokens: Sequence[Token], participle: int) -> bool:
    """Whether what is said stands behind the participle at ``participle``."""
    behind = tokens[participle + 1 : participle + 1 + _CLAUSE_WITHIN]
    if not behind:
        return False
    low = tokens[participle].low
    if low == "calling":
        return _quotes(behind[: _CALLED_WITHIN + 1 + _QUOTED_WORDS])
    if low == "writing":
        written = behind[0].low in ("in", "on", "for", "that")
        return written and any(token.low == "that" for token in behind)
    if behind[0].low == "that" or (low == "warning" and behind[0].low == "of"):
        return True
    if low == "saying" and behind[0].low in ("in", "on"):  # "saying in a statement that"
        return any(token.low == "that" for token in behind[:_CALLED_WITHIN])
    if low not in _WITHOUT_THAT or behind[0].low in _SILENT:
        return False
    for at, token in enumerate(behind):
        if token.low in _OPENING:
            return _quotes(behind[at:])
        if not token.is_word or token.low in _PARTS:
            return False  # "saying a prayer for those who had died"
        if at and is_clause_verb(token):
            return True
    return False


def _quotes(tokens: Sequence[Token]) -> bool:
    """Whether words are quoted, and enough of them that they are no name."""
    opened = next((at for at, token in enumerate(tokens) if token.low in _OPENING), None)
    if opened is None or not all(token.is_word for token in tokens[:opened]):
        return False
    quoted = tokens[opened + 1 : opened + 1 + _QUOTED_WORDS]
    return len(quoted) == _QUOTED_WORDS and all(token.low.startswith(MASK) for token in quoted)
