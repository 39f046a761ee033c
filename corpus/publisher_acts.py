"""What only a publisher does to news: checks it, carries it, is reporting it.

"Reuters traced the clip to Linz", "Le Monde carries a poll which puts …", "the
BBC is reporting that …", "Les Echos is more hopeful, noting that …". Whether the
subject is a publisher is for the caller to see; what a publisher does about
itself ("the BBC traced its roots") is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.clause_openers import opening_name
from corpus.lexicon import PREPOSITIONS, SAYING, SAYING_OR_PLURAL, words_of
from corpus.noun_phrases import Token
from corpus.numerals import IN_WORDS
from corpus.press_words import PUBLISHED_WORKS
from corpus.publisher_subjects import is_own
from corpus.said_clauses import reaches_verb
from corpus.spans import Span
from corpus.subject_phrases import AFTER_ASIDES, subject_words

# With what was looked into behind them.
_CHECKING = words_of(
    """traced traces rated rates debunked debunks geolocated geolocates verified verifies
    authenticated authenticates documented documents"""
)
_IDENTIFYING = words_of("identified identifies")
_ESTABLISHING = words_of("established establishes")
_ASSESSING = words_of("assessed assesses pegged pegs values valued estimates estimated")
_GIVING = words_of("gave gives given")  # "the toll as 30"
_CARRYING = words_of("publishes carries runs prints features")
_ONGOING = words_of("reporting saying")
_ADDING = words_of(
    "noting adding warning arguing saying reporting writing claiming stressing suggesting recalling"
)
_REPORTING = words_of("reported reports")
_HAVING = words_of("has have had")
_ACTS = _HAVING | (
    _CHECKING | _IDENTIFYING | _ESTABLISHING | _ASSESSING | _GIVING | _REPORTING | _CARRYING
    | _ONGOING | _ADDING
)  # fmt: skip
# With what happens in the world behind them: "reported fighting", "reported no change".
_EVENTS = words_of(
    """fighting clashes shelling explosion explosions blast blasts airstrike airstrikes strikes
    attack attacks gunfire drones casualties deaths arrests detentions protest protests riots unrest
    floods flooding fire fires power-cuts blackouts outages looting looters advances advance
    movement movements change changes delays leaks shortages queues abuses killings"""
)
_EVENT_WITHIN = 4

_FIGURE = re.compile(
    r"\s(?:an?|the)\s(?:[a-z-]+\s){1,3}of\s(?:[a-z]+\s){0,3}?[$€£¥]?(?:\d|"
    rf"{IN_WORDS}\b)[^.;:]*"
)
# A publisher is a firm, too: "Salt reports a fall of 4 percent in sales".
_RESULTS = re.compile(
    r"\b(?:loss|loss-making|losses|profits?|revenues?|earnings|income|sales|turnover|dividend|net|"
    r"advertis\w+|ad|readers|readership|viewers|viewership|subscri\w+|circulation|audience|shares?|"
    r"quarter(?:ly)?|margins?|staff)\b"
)

_BE = words_of("is are was were be been being")
_NOT_LOOKED_INTO = PREPOSITIONS | words_of("its their it's itself and or but that as")
_OWN = words_of("its their itself")
_AT_A_FIGURE = re.compile(r"[^;:]{1,90}?\sat\s(?:[a-z]+\s){0,2}[$€£¥]?\d")
_AS_A_FIGURE = re.compile(
    r"\sthe\s(?:[a-z’'-]+\s){1,4}(?:(?:of|in|at)\s[^,.;:]{2,40}?\s)?as\s(?:[a-z]+\s){0,2}[$€£¥]?\d"
)
_WORKS = PUBLISHED_WORKS | words_of(
    "article articles letter letters op-ed commentary column piece story stories essay excerpts"
)
_BEHIND_WORKS = words_of(
    "which that showing arguing suggesting saying claiming warning by with from according putting"
)
_WITHIN = 8  # words between a verb and what shows that it is meant
_SILENT = words_of("declines refuses has does")
# Of the verbs of saying, those that are nothing else: not "makes a similar point".
_SAYING = frozenset(
    word for word in SAYING - SAYING_OR_PLURAL if word.endswith(("d", "s", "wrote", "thought"))
)
_CLAUSES = words_of("that how whether who")


def find_acts(body: str, tokens: Sequence[Token]) -> Iterator[tuple[Span, str]]:
    """The subjects in ``body`` of what only a publisher does, with the verb."""
    for at, token in enumerate(tokens):
        if token.low not in _ACTS or token.capital or not at:
            continue
        if token.low in _ADDING and tokens[at - 1].low == ",":
            words = _opening_subject(tokens, at)
        elif token.low in _ONGOING:
            words = _reporting_subject(tokens, at)
        elif token.low in _HAVING:
            # "Bloomberg has it that": so do lore and luck, which publish nothing.
            words = subject_words(tokens, at) if _has_it_that(tokens, at) else None
        elif tokens[at - 1].low not in _BE and _is_meant(body, tokens, at):
            words = subject_words(tokens, at)
        else:
            continue
        if words is not None:
            first, last = words
            yield Span(tokens[first].start, tokens[last].end), token.low


def _has_it_that(tokens: Sequence[Token], verb: int) -> bool:
    return [token.low for token in tokens[verb + 1 : verb + 3]] == ["it", "that"]


def _is_meant(body: str, tokens: Sequence[Token], verb: int) -> bool:
    """Whether what stands behind the verb shows that news are checked, or carried."""
    low = tokens[verb].low
    behind = tokens[verb + 1 : verb + 1 + _WITHIN]
    if not behind or not behind[0].is_word or behind[0].low in _OWN:
        return False
    lows = [token.low for token in behind]
    if low in _ESTABLISHING:
        return lows[0] in _CLAUSES
    if low in _CHECKING:
        return lows[0] not in _NOT_LOOKED_INTO
    if low in _IDENTIFYING:
        # "Identified two men as the divers", but not "identified Ada Obi as its heir".
        named = lows.index("as") if "as" in lows else 0
        return named > 0 and _OWN.isdisjoint(lows[named : named + 2])
    if low in _ASSESSING:
        return _OWN.isdisjoint(lows) and _AT_A_FIGURE.match(body, tokens[verb].end) is not None
    if low in _REPORTING:
        if not _OWN.isdisjoint(lows):
            return False
        return not _EVENTS.isdisjoint(lows[:_EVENT_WITHIN]) or _reports_figure(body, tokens[verb])
    if low in _GIVING:
        return _OWN.isdisjoint(lows) and _AS_A_FIGURE.match(body, tokens[verb].end) is not None
    carried = any(work in _WORKS and then in _BEHIND_WORKS for work, then in pairwise(lows))
    return carried and _OWN.isdisjoint(lows)


def _reports_figure(body: str, verb: Token) -> bool:
    """Whether a figure is reported that is nobody's result: "reports a toll of 40"."""
    figure = _FIGURE.match(body, verb.end) if verb.low == "reports" else None
    return figure is not None and _RESULTS.search(figure.group()) is None


def _reporting_subject(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Who "is reporting that", "has been reporting that"; also set in: "…, CNN is reporting"."""
    be = verb - 1
    if be > 0 and tokens[be].low in ("now", "also", "still"):
        be -= 1
    if tokens[be].low not in _BE:
        return None
    words = subject_words(tokens, be)
    if words is None:
        return None
    behind = tokens[verb + 1 : verb + 1 + 2 * _WITHIN]
    first = behind[0].low if behind else "."
    if first in AFTER_ASIDES and words[0] and tokens[words[0] - 1].low == ",":
        return words
    # But not "CNN was reporting from the scene when the roof fell".
    clause = first == "that" or (first not in PREPOSITIONS and reaches_verb(behind))
    return words if clause and not is_own(tokens, verb) else None


def _opening_subject(tokens: Sequence[Token], participle: int) -> tuple[int, int] | None:
    """Whose view a participle goes on with: "Les Echos is more hopeful, noting that …".

    A press review tells in the present how a paper sees it; what a firm did, and
    why, is told in the past.
    """
    behind = tokens[participle + 1].low if participle + 1 < len(tokens) else "."
    if behind != "that" and not (tokens[participle].low == "warning" and behind == "of"):
        return None
    name = opening_name(tokens, participle)
    if name is None:
        return None
    told = [token.low for token in tokens[name[1] + 1 : participle]]
    if told[0] in _SILENT or not _SAYING.isdisjoint(told) or is_own(tokens, participle):
        return None
    return name
