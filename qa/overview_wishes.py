"""Wishes for an overview in words that no list of forms holds, and of what it is to be.

"For our weekly newsletter we want a blurb on this item, 50 words tops" wants all of the text;
"summarise the main terms of the river treaty for a client memo" wants all of an article on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from qa.clauses import is_clause
from qa.matter_words import matter_stems
from qa.plain_questions import says_nothing
from qa.question_openers import WH_WORDS

Holds = Callable[[str], bool]

_OVERVIEW_CUE = (
    r"\b(?:summar\w+|sum(?:s|ming)?\b.{0,30}\bup|gist|overview|tl\s?;?\s?dr|synopsis|pr[eé]cis|"
    r"abstract|recap|rundown|lowdown|nutshell|digest|condense|boil\b.{0,40}\bdown|blurb|"
    r"highlights|take-?aways?|take\s+away|catch\s+me\s+up|up\s+to\s+(?:speed|date)|"
    r"fill(?:ing)?\s+(?:me\s+)?in|"
    r"(?:main|key|central|essential|important|major|significant|principal|big|top|biggest|core)\s+"
    r"(?:\w+\s+)?(?:points?|ideas?|facts?|things?|messages?|aspects?|terms?|elements?|findings?|"
    r"conclusions?|provisions?)|"
    r"what\s+(?:is|was)\s+(?:it|this|that)\s+(?:all\s+)?about|subject\s+of\s+the\s+text)\b"
)
# For whom and what for an overview is wanted.
_PURPOSE = (
    r"\b(?:for|to)\s+(?:(?:my|our|a|an|the|some|all)\s+)?(?:\w+\s+)?(?:team|boss|editor|director|"
    r"colleagues?|class|presentation|newsletter|moderator|meeting|panel|audience|listeners?|"
    r"readers?|gran|mum|mother|father|dad|kids?|children|friends?|minister|committee|board|client|"
    r"customers?|school|homework|note|notes|memo|slide|slides|email|introduction|somebody|someone|"
    r"people|beginners?|lay\w*|me|us)\b(?:\s+(?:presentation|moderator|members?|chair))?"
    r"|\bto\s+(?:email|send|forward|show|tell|read|hand|pass|bring)\b[^,;:.?!–—]*"
    r"|\b(?:so\s+(?:that\s+)?|before\s+|because\s+)(?:i|we)\b[^,;:.?!–—]*"
    r"|\b(?:\d+|\w+)\s+(?:words?|lines?|sentences?|minutes?|bullets?|points?)(?:\s+(?:tops|max\w*|or\s+so|"
    r"at\s+most|or\s+less|or\s+fewer))?\b|\bnothing\s+(?:too\s+)?(?:fancy|long|elaborate|special)\b"
)
_CLAUSE_END = (
    r"(?<=[;:?!])\s+|(?<=\w\w\w[.])\s+|\s+[–—-]\s+"
    r"|,\s+(?=(?:so|and|but|or)?\s*(?:what|who|whose|which|where)\b)|,\s+"
)
_ASKS = rf"\b(?:{WH_WORDS})\b"


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.I)


def wants_all(query: str, holds: Holds) -> bool:
    """Whether ``query`` names no matter beside the wish for all of a text, for whom it may be.

    ``holds`` tells of a stem whether the articles hold it.
    """
    if _pattern(_OVERVIEW_CUE).search(query) is None:
        return False
    for clause in _pattern(_CLAUSE_END).split(query):
        if _pattern(_OVERVIEW_CUE).search(clause) is not None:
            if matter_stems(_bare(clause)):
                return False
        elif not says_nothing(_pattern(_PURPOSE).sub(" ", clause), holds):
            return False
    return True


def subject_wanted(query: str) -> frozenset[str]:
    """The stems of that of which ``query`` wants an overview; none where it may ask for less."""
    if _pattern(_OVERVIEW_CUE).search(query) is None:
        return frozenset()
    bare = _bare(query)
    # "Sum up what it costs" asks for the costs.
    if is_clause(bare) or _pattern(_ASKS).search(bare) is not None:
        return frozenset()
    return frozenset(matter_stems(bare))


def _bare(words: str) -> str:
    return _pattern(_OVERVIEW_CUE).sub(" ", _pattern(_PURPOSE).sub(" ", words))
