"""Wishes for an overview in words that no list of forms holds, and of what it is to be.

"For our weekly newsletter we want a blurb on this item, 50 words tops" wants all of the text;
"summarise the main terms of the river treaty for a client memo" wants all of an article on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.clauses import is_clause
from qa.late_patterns import finds, late_pattern
from qa.matter_words import matter_stems, trim_to_matter
from qa.plain_questions import says_nothing
from qa.question_frames import is_scene
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
_CLAUSE_END = r"(?<=[;:?!])\s+|(?<=\w\w\w[.])\s+|\s+[–—-]\s+|,\s+"
_ASKS = rf"\b(?:{WH_WORDS})\b"
# "Who had the big idea?", "is this a good summary?", "do not summarise": no wish for one.
_NO_WISH = (
    r"\b(?:who|whom|whose|when|where|why|which|not|never|sources?|outlets?)\b|n['’]t\b"
    r"|^\W*(?:is|are|was|were|has|have|had|does|did|do|must|might)\b(?!\s+(?:there|you\s+(?:have|got))\b)"
)
# "In one number", "the most important year": of less than all.
_ONE_VALUE = r"\b(?:one|single)\s+(?:\w+\s+)?(?:number|date|year|name|figure|price|amount|word)\b"
_NARROW = r"\b(?:most|biggest|largest|key|main|important|principal|central|core|top)\b"
_OF_SOMETHING = re.compile(
    r"\b(?:on|of|about|regarding|concerning)\s+"
    r"(?:(?:the|this|these|that|all|our|your|attached|whole|entire|full)\s+)*(\w+)",
    re.I,
)
_ALL_OF_IT = frozenset(
    {
        "it", "this", "that", "all", "everything", "item", "items", "content", "contents", "news",
        "situation", "events", "developments", "matter", "topic", "issue", "whole",
    }
)  # fmt: skip


def wants_all(query: str, holds: Holds) -> bool:
    """Whether ``query`` names no matter beside the wish for all of a text, for whom it may be.

    ``holds`` tells of a stem whether the articles hold it.
    """
    if not _may_wish(query):
        return False
    for clause in late_pattern(_CLAUSE_END).split(query):
        if finds(_OVERVIEW_CUE, clause):
            bare = _bare(clause)
            if matter_stems(bare) or not all(map(_is_all, _OF_SOMETHING.findall(bare))):
                return False
        elif not says_nothing(late_pattern(_PURPOSE).sub(" ", clause), holds):
            return False
    return True


def subject_wanted(query: str) -> str:
    """That of which ``query`` wants an overview; nothing where it may ask for less."""
    if not _may_wish(query):
        return ""
    bare = _bare(query)
    # "Sum up what it costs" asks for the costs.
    if is_clause(bare) or finds(_ASKS, bare) or finds(_NARROW, bare):
        return ""
    return trim_to_matter(bare)


def _may_wish(query: str) -> bool:
    wishes = [one for one in late_pattern(_CLAUSE_END).split(query) if finds(_OVERVIEW_CUE, one)]
    asks = any(finds(_NO_WISH, one) or finds(_ONE_VALUE, one) for one in wishes)
    return bool(wishes) and not asks


def _is_all(word: str) -> bool:
    return word.casefold() in _ALL_OF_IT or is_scene(word)


def _bare(words: str) -> str:
    return late_pattern(_OVERVIEW_CUE).sub(" ", late_pattern(_PURPOSE).sub(" ", words))
