"""How a press review tells what a paper thinks: "Le Monde hopes that …", "the FAZ applauds".

Verbs of opinion and perception, in the present, by which nobody but a paper is
a source here. What it thinks of its own affairs ("hopes to sell its office",
"welcomes its new editor") is no opinion; whether the subject is a paper is for
the caller to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.clause_openers import opening_name
from corpus.letters import CAPITAL
from corpus.lexicon import words_of
from corpus.noun_phrases import Token, read_noun_phrase
from corpus.quotations import MASK
from corpus.spans import Span
from corpus.subject_phrases import subject_words

# With a clause behind them: "wonders whether", "regrets that".
_WONDERING = words_of(
    """hopes fears wonders doubts expects trusts suspects regrets laments asks demands concedes
    worries despairs marvels rejoices imagines dreads wishes muses"""
)
# With what they judge behind them: "praises the minister", "laments “a fine”".
_JUDGING = words_of(
    """praises mocks laments welcomes applauds regrets criticises criticizes condemns derides
    ridicules deplores doubts hails dismisses denounces scolds chides lambasts demands questions
    bemoans commends salutes castigates berates slams scorns pities admires decries urges"""
)
# Seen or spoken of is what anybody sees, unless it is in the paper's own words.
_SEEING = words_of("sees detects discerns senses smells spots finds deems")
_SPEAKING = words_of("speaks talks")
_CALLING = words_of("calls pleads longs")  # "for an inquiry"
# With nothing behind them: "the Standard, by contrast, applauds."
_ALONE = words_of(
    """applauds disagrees agrees shrugs demurs approves disapproves despairs rejoices sighs
    scoffs"""
)
# Behind what it says, before its name: "“A folly,” scoffs Die Zeit."
_SIGHING = words_of(
    """applauds mocks scoffs sighs wonders rejoices jeers gushes thunders sneers fumes muses
    grumbles"""
)
# In the past with its own words at once behind them: "Kazinform hailed “a new age”".
_JUDGED = words_of(
    """hailed praised mocked lamented welcomed applauded condemned derided ridiculed deplored
    denounced decried lauded trumpeted bemoaned lambasted slammed"""
)
_OPINIONS = _WONDERING | _JUDGING | _SEEING | _SPEAKING | _CALLING | _ALONE | _SIGHING | _JUDGED
# "Le Monde and Die Zeit welcome the plan."
_OF_SEVERAL = {verb.removesuffix("s"): verb for verb in _WONDERING | _JUDGING}

_CLAUSES = words_of("that whether how why what who if where when")
_OBJECTS = words_of("the this that these those a an it them him her")
_OWN = words_of("its itself their")
# What a paper is made of: no news but its own.
_OWN_AFFAIRS = words_of(
    """editor editors editor-in-chief staff staffers journalist journalists reporter reporters
    columnist columnists subscriber subscribers circulation newsroom newsrooms studio studios
    publisher publishers owner owners shareholders readership lawsuit error errors mistake mistakes
    edition editions apology layoffs"""
)
_OPENING = frozenset("“\"«")
_JOINTS = words_of("and but yet")
_QUOTED_WITHIN = 4  # words behind the verb
_WITHIN = 12

_NAME = (
    rf"(?:the\s+)?{CAPITAL}[\w-]*(?:\s+(?:(?:of|the|de|della|des)\s+)?{CAPITAL}[\w-]*){{0,4}}"
)
# "In Le Monde's view, the ferry is late."
_IN_ITS_VIEW = re.compile(rf"\bIn\s+({_NAME})[’']s?\s+(?:view|opinion|eyes|judge?ment|verdict)\b")
# "Le Soir takes another view: “…”"
_BEFORE_QUOTED = re.compile(
    rf"\W{{0,3}}({_NAME})\s+(?!is\s+\w+(?:ed|ing)\b|has\b|was\b|does\b)[a-z]+s\b"
    rf"(?![^:]{{0,90}}\b(?:its|their|said|says|told)\b)[^.;:{MASK}]{{0,90}}:\s*\W?{MASK}"
)
# "For Le Figaro, the plan is “a fine”", "For the FAZ it is a matter of principle: “…”"
_FOR_WHOM = re.compile(
    rf"\W{{0,3}}For\s+({_NAME}),?\s+(?:it|this|that|there|the|these|a|an|what)\b"
    rf"[^.;:{MASK}]{{0,60}}?\b(?:is|are|remains|means|amounts|seems|looks|shows|marks|proves)\b"
    rf"[^;{MASK}]{{0,120}}{MASK}"
)


def find_opinions(body: str, tokens: Sequence[Token]) -> Iterator[tuple[Span, str]]:
    """The subjects in ``body``, whose quotations are masked, of such verbs, with the verb."""
    for at, token in enumerate(tokens):
        if token.capital or not at:
            continue
        if token.low in _OPINIONS:
            yield from _around(tokens, at)
        elif token.low in _OF_SEVERAL and _is_meant(tokens, at, _OF_SEVERAL[token.low]):
            words = subject_words(tokens, at)
            if words is not None and any(one.low == "and" for one in tokens[slice(*words)]):
                yield Span(tokens[words[0]].start, tokens[words[1]].end), token.low
    if MASK in body:
        for pattern in (_FOR_WHOM, _BEFORE_QUOTED):
            if (whom := pattern.match(body)) is not None:
                yield Span(*whom.span(1)), "for"
    for view in _IN_ITS_VIEW.finditer(body):
        yield Span(*view.span(1)), "for"


def _around(tokens: Sequence[Token], verb: int) -> Iterator[tuple[Span, str]]:
    """The subject before the verb, or behind it where that stands behind a quotation."""
    low = tokens[verb].low
    if low in _SIGHING and tokens[verb - 1].low[0] in f"{MASK}”\"»,":
        quoted = any(MASK in token.low for token in tokens[max(0, verb - 3) : verb])
        phrase = read_noun_phrase(tokens, tokens[verb].end)
        if quoted and phrase is not None:
            yield phrase, low
    if _is_meant(tokens, verb, low):
        words = subject_words(tokens, verb) or _subject_of_both(tokens, verb)
        if words is not None:
            first, last = words
            yield Span(tokens[first].start, tokens[last].end), low


def _is_meant(tokens: Sequence[Token], verb: int, low: str) -> bool:
    """Whether what stands behind the verb is what a paper thinks, and of other things."""
    behind = [token.low for token in tokens[verb + 1 : verb + 1 + _WITHIN]] or ["."]
    first = behind[0]
    if first in ".,;!?":
        return low in _ALONE
    if first == "to" or not _OWN_AFFAIRS.isdisjoint(behind) or _is_about_itself(behind):
        return False
    quoted = any(MASK in word for word in behind[:_QUOTED_WITHIN])
    if low in _JUDGED:
        return first in _OPENING and quoted
    if low in _SEEING:
        return quoted and first != "that"
    if low in _SPEAKING:
        return quoted and first == "of"
    if low in _CALLING:
        return first == "for"
    if low in _WONDERING and (first in _CLAUSES or quoted):
        return True
    if low not in _JUDGING:
        return False
    # "Questions the minister", but not "questions remain".
    return quoted or first in _OBJECTS or tokens[verb + 1].capital


def _is_about_itself(behind: Sequence[str]) -> bool:
    """Whether the words behind a verb are of its subject: "that it will", "the sale of its"."""
    it = behind[0] in _CLAUSES and behind[1:2] in (["it"], ["they"])
    return it or not _OWN.isdisjoint(behind[:5])


def _subject_of_both(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The name that opens the clause: "Le Figaro is less patient and speaks of “a fine”"."""
    if tokens[verb - 1].low not in _JOINTS:
        return None
    name = opening_name(tokens, verb - 1)
    if name is None:
        return None
    own = any(token.low == "its" for token in tokens[name[1] + 1 : verb - 1])
    return None if own else name
