"""Publishers that find out or judge, by verbs that make nobody else a source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.lexicon import PREPOSITIONS, words_of
from corpus.noun_phrases import Token
from corpus.press_words import PAPERS_AT_HAND, PEOPLE_OF_NEWS
from corpus.said_clauses import reaches_verb
from corpus.spans import Span
from corpus.subject_phrases import AFTER_ASIDES, subject_words

# Set into what was found out: "the bridge, as the Post has learned, will close".
_FINDING_OUT = words_of(
    """calculates calculated learns learned learnt understands understood relates related recounts
    recounted surmises suspects supposes judges jokes informs informed specifies specified
    clarifies clarified"""
)
# These are so behind "as" alone: "last year, the Post established, with two banks, a fund".
_AS_FINDING_OUT = _FINDING_OUT | words_of(
    "hears heard documented established counted computed discovered worked has describes tells"
)
# With a verdict behind them: "calls the plan bold".
_JUDGING = words_of(
    """calls regards regarded considers deems deemed describes described recalls recalled judged
    compares compared"""
)
_JUDGED = words_of("the this these that it them such")
# With what it is behind them: "has learned that …", "has learned of …", "understands that …".
_KNOWING_THAT = words_of(
    "learned learnt understands hears surmises suspects supposes judges informs specifies specified"
)
# These are told, not learnt: "TASS specified that …".
_TELLING = words_of("specified")
# These without "that" as well: "Reuters understands the mine will close".
_UNDERSTANDING = words_of("understands hears")
_OPENING_CLAUSES = PREPOSITIONS | words_of("how what why who when where whether if it")
# These in the past as well: "Nikkei learned from two delegates that …".
_LEARNING = words_of("learned learnt")
_OWN = words_of("it its they their")
_OWN_WITHIN = 14  # words behind the verb
_TELLING_WITHIN = 10
# With a paper behind them: "has seen a copy of the letter", "has obtained the draft".
_HAVING_AT_HAND = words_of("seen reviewed obtained viewed examined")
# With whoever told them behind them: "quotes two advisers", "cites officials who …".
_QUOTING = words_of("quotes quoted cites cited")
# Nobody's report rests on these: "has seen its contracts cut", "has seen how letters were lost".
_NOT_A_PAPER_OF = words_of("its their how that what why from in by of as")
_PAPER_WITHIN = 5  # words behind the verb
_PERFECT_WITHIN = 2  # words before it: "has since learned"


_VERBS = {"told"} | _AS_FINDING_OUT | _JUDGING | _KNOWING_THAT | _HAVING_AT_HAND | _QUOTING


def publisher_before(body: str, tokens: Sequence[Token], verb: int) -> tuple[Span, bool] | None:
    """The subject of a verb by which only a publisher is a source, and whether it is set in.

    "Nepal earns little, the Kathmandu Post has calculated", "Euronews calls the
    plan bold", "Reuters has seen the draft". Whether the words name a publisher is
    for the caller to see.
    """
    low = tokens[verb].low
    if low not in _VERBS or not verb or body[tokens[verb].start].isupper():
        return None
    behind = [token.low for token in tokens[verb + 1 : verb + 3]] or ["."]
    found = subject_words(tokens, verb - 1 if low == "told" else verb)
    if found is None:
        return None
    start, end = found
    was_told = low == "told" and _was_told(tokens, start, verb)
    if low == "told" and not was_told:
        return None
    quoted_as = start > 0 and tokens[start - 1].low == "as"
    if low in ("worked", "has"):
        needed = "out" if low == "worked" else "it"
        set_in = quoted_as and behind[0] == needed
    else:
        finding = _AS_FINDING_OUT if quoted_as else _FINDING_OUT
        set_in = low in finding and _sets_in(tokens, start, behind[0], quoted_as=quoted_as)
    worked_out = low == "worked" and behind == ["out", "that"] and not is_own(tokens, verb)
    # "Considers the sale of its headquarters" is no verdict.
    judged = _JUDGED - {"the"} if low == "considers" else _JUDGED
    judges = low in _JUDGING and behind[0] in judged and not quoted_as
    quotes = low in _QUOTING and behind[0] not in PREPOSITIONS and behind[0][0].isalnum()
    quotes = quotes and (low != "cited" or _cites_somebody(tokens, verb))
    if not (set_in or judges or quotes or was_told or worked_out or _knows(tokens, verb)):
        return None
    span = Span(tokens[start].start, tokens[end].end)
    return span, set_in


def _sets_in(tokens: Sequence[Token], start: int, behind: str, *, quoted_as: bool) -> bool:
    """Whether a subject and its verb are set into a sentence: ", the Post relates, …"."""
    set_off = quoted_as or (start > 0 and tokens[start - 1].low in (",", "—", "–"))
    return set_off and (behind in AFTER_ASIDES or (quoted_as and behind in PREPOSITIONS))


def is_own(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a publisher learnt of its own affairs: "CNN learned that its van was gone"."""
    behind = [token.low for token in tokens[verb + 1 : verb + 1 + _OWN_WITHIN]]
    return any(
        one in ("its", "their") or (before == "that" and one in _OWN)
        for before, one in pairwise(behind)
    )


def _was_told(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether a clause was told: "Reuters was told by an official that the mine closed"."""
    behind = [token.low for token in tokens[verb + 1 : verb + 1 + _TELLING_WITHIN]]
    passive = tokens[verb - 1].low in ("was", "were", "been")
    if not passive or not behind:
        return False
    if behind[0] in ("the", "a", "an", "ministers", "officials"):
        # "Has been told the inquiry will report", but not "has been told the truth".
        clause = reaches_verb(tokens[verb + 2 : verb + 1 + _TELLING_WITHIN])
        return tokens[verb - 1].low == "been" and clause and not is_own(tokens, verb)
    if behind[0] not in ("by", "that"):
        return False
    if "that" not in behind:  # "the mine will close, Reuters was told by a clerk"
        return start > 0 and tokens[start - 1].low in (",", "as") and "to" not in behind
    # "Was told by a judge to pay" is a story about the publisher.
    return "to" not in behind[: behind.index("that")] and not is_own(tokens, verb)


def _cites_somebody(tokens: Sequence[Token], verb: int) -> bool:
    """Whether people are cited, and no costs: "cited a diplomat as saying"."""
    behind = [token.low for token in tokens[verb + 1 : verb + 1 + _TELLING_WITHIN]]
    return "saying" in behind or not PEOPLE_OF_NEWS.isdisjoint(behind[:4])


def _knows(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb tells what its subject found out, or has before it to report from."""
    low = tokens[verb].low
    perfect = any(
        token.low in ("has", "have") for token in tokens[max(0, verb - _PERFECT_WITHIN) : verb]
    )
    behind = tokens[verb + 1 : verb + 1 + _PAPER_WITHIN]
    if low in _KNOWING_THAT:
        present = low.endswith("s")
        if low in _LEARNING:
            clause: tuple[str, ...] = ("that", "of", "from", ":")
            own = not perfect and is_own(tokens, verb)
            return bool(behind) and behind[0].low in clause and not own
        clause = ("that",) if present else ("that", "of")
        tells = present or perfect or low in _TELLING
        if low in _UNDERSTANDING and behind and behind[0].low != "that":
            told = reaches_verb(tokens[verb + 2 : verb + 2 + _TELLING_WITHIN])
            return told and behind[0].low not in _OPENING_CLAUSES and not is_own(tokens, verb)
        return tells and bool(behind) and behind[0].low in clause
    if low not in _HAVING_AT_HAND or not perfect:
        return False
    for token in behind:
        if not token.is_word or token.low in _NOT_A_PAPER_OF:
            return False
        if token.low in PAPERS_AT_HAND:
            return True
    return False
