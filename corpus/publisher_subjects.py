"""Publishers that find out or judge, by verbs that make nobody else a source."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.lexicon import PREPOSITIONS, words_of
from corpus.noun_phrases import Token
from corpus.spans import Span
from corpus.subject_phrases import AFTER_ASIDES, subject_words

# Set into what was found out: "the bridge, as the Post has learned, will close".
_FINDING_OUT = words_of(
    """calculates calculated learns learned learnt understands understood relates related recounts
    recounted surmises suspects supposes judges jokes"""
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
_KNOWING_THAT = words_of("learned learnt understands hears surmises suspects supposes judges")
# These in the past as well: "Nikkei learned from two delegates that …".
_LEARNING = words_of("learned learnt")
_OWN = words_of("its their")
# With a paper behind them: "has seen a copy of the letter", "has obtained the draft".
_HAVING_AT_HAND = words_of("seen reviewed obtained viewed examined")
# With whoever told them behind them: "quotes two advisers", "cites officials who …".
_QUOTING = words_of("quotes quoted cites cited")
_PAPERS = words_of(
    """copy copies draft drafts document documents letter letters memo memos email emails filing
    filings transcript transcripts minutes message messages contract contracts correspondence
    recording recordings footage"""
)
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
    was_told = low == "told" and tokens[verb - 1].low == "was" and behind[0] in ("by", "that")
    if low == "told" and not was_told:
        return None
    found = subject_words(tokens, verb - 1 if was_told else verb)
    if found is None:
        return None
    start, end = found
    quoted_as = start > 0 and tokens[start - 1].low == "as"
    if low in ("worked", "has"):
        needed = "out" if low == "worked" else "it"
        set_in = quoted_as and behind[0] == needed
        perfect = low == "worked" and tokens[verb - 1].low in ("has", "have", "had")
        if perfect and behind == ["out", "that"]:
            return Span(tokens[start].start, tokens[end].end), False
    else:
        finding = _AS_FINDING_OUT if quoted_as else _FINDING_OUT
        set_in = low in finding and _sets_in(tokens, start, behind[0], quoted_as=quoted_as)
    # "Considers the sale of its headquarters" is no verdict.
    judged = _JUDGED - {"the"} if low == "considers" else _JUDGED
    judges = low in _JUDGING and behind[0] in judged and not quoted_as
    quotes = low in _QUOTING and behind[0] not in PREPOSITIONS and behind[0][0].isalnum()
    if not (set_in or judges or quotes or was_told or _knows(tokens, verb)):
        return None
    span = Span(tokens[start].start, tokens[end].end)
    return span, set_in


def _sets_in(tokens: Sequence[Token], start: int, behind: str, *, quoted_as: bool) -> bool:
    """Whether a subject and its verb are set into a sentence: ", the Post relates, …"."""
    set_off = quoted_as or (start > 0 and tokens[start - 1].low in (",", "—", "–"))
    return set_off and (behind in AFTER_ASIDES or (quoted_as and behind in PREPOSITIONS))


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
            # "CNN learned that its van was gone" is a story about CNN.
            own = len(behind) > 1 and behind[1].low in _OWN
            return bool(behind) and behind[0].low in clause and (perfect or not own)
        clause = ("that",) if present else ("that", "of")
        return (present or perfect) and bool(behind) and behind[0].low in clause
    if low not in _HAVING_AT_HAND or not perfect:
        return False
    for token in behind:
        if not token.is_word or token.low in _NOT_A_PAPER_OF:
            return False
        if token.low in _PAPERS:
            return True
    return False
