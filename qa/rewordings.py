"""Plainer ways to put a question that found no answer as it was put.

People wrap a question in ways that no list of forms holds. What is left once the words are
gone that speak of the asking, of the text and of its sources says what is meant; where
that is plain, the question is put anew in words that the other rules know. It is then
read and weighed like any question, and told as what was searched for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from qa.matter_words import matter_stems, trim_to_matter, without_outlets
from qa.plain_questions import plain_question
from qa.question_forms import form_of
from qa.question_frames import TEXT_NOUN, core_question
from qa.question_openers import WH_WORDS
from qa.source_questions import PRESS_NOUN
from qa.understanding import Form, NamedOutlet

_SOURCE_CUE = (
    r"\b(?:outlets?|publications?|publishers?|newspapers?|magazines?|broadcasters?|encyclop\w+|"
    r"footnote[ds]?|bibliography|attribut\w+|credit(?:s|ed)?|cit(?:e|es|ed|ing|ations?)|"
    r"references?|referenced|sources?|sourced|sourcing|coverage|reporting)\b"
    r"|\b(?:name\s+of\s+the|which|what|the|a)\s+paper\b|\b(?:which|what)\s+(?:news\s+)?agency\b"
    r"|\bwhose\s+(?:claim|line|story|words?|news|view|(?:it|this|that)\s+is)\b"
    r"|\bwho\s+(?:they|you|we|it)\s+(?:got|get|have|had|took|take)\b"
    r"|\bwhere\b.{0,80}\bpublished\b"
    r"|\bwhere(?:['’]s|\s+(?:is|was|are|were|did|does|do|has|have|you|we|they|it))\b.{0,80}"
    r"\b(?:from|read|taken|get|got)\b"
    r"|\bfrom\s+where\b|\b(?:leaning|relying|relies|leans|based|rests?)\s+on\b"
    r"|\baccording\s+to\s+_+"
)
# "Is that from Reuters?", "Reuters or who?", "= Reuters": where an outlet is named.
_IS_FROM = (
    r"\b(?:is|was|are|were)\s+(?:that|this|it|those|these)\b|\bor\s+(?:what|who)\b|=|\bused\b"
)
_BY_CUE = (
    r"\b(?:from|sourced|credit\w*|attribut\w+|traced?|cit(?:e|es|ed|ing)|quot\w+|says?|said|saying|"
    r"tells?|reports?|reported|reporting|contribut\w+|bits?|parts?|passages?|sentences?|claims?|"
    r"statements?|lines?|stuff|learn|coverage|words?|suppl\w+|according|have|has|got|references?|"
    r"source|basis|down\s+to|think\w*|view|eyes|take|for)\b"
)
_OVERVIEW_CUE = (
    r"\b(?:summar\w+|sum(?:s|ming)?\b.{0,30}\bup|gist|overview|tl\s?;?\s?dr|synopsis|pr[eé]cis|"
    r"abstract|recap|rundown|lowdown|nutshell|digest|condense|boil\b.{0,40}\bdown|blurb|"
    r"highlights|take-?aways?|take\s+away|bottom\s+line|catch\s+me\s+up|up\s+to\s+(?:speed|date)|"
    r"fill(?:ing)?\s+(?:me\s+)?in|"
    r"(?:main|key|central|essential|important|major|significant|big|top|biggest|core)\s+"
    r"(?:\w+\s+)?(?:points?|ideas?|facts?|things?|messages?|news|aspects?|story)|"
    r"what\s+(?:is|was)\s+(?:it|this|that)\s+(?:all\s+)?about|subject\s+of|what\s+happened)\b"
)
# For whom and what for an overview is wanted.
_PURPOSE = r"\b(?:for|to|so\s+(?:that\s+)?(?:i|we)|because|before|since|as)\b[^,;:.?!–—]*"
_SENTENCE_END = (
    r"(?<=[;:?!])\s+|(?<=\w\w\w[.])\s+|\s+[–—-]\s+"
    r"|,\s+(?=(?:so|and|but|or)?\s*(?:what|who|whose|which|where)\b)"
)
_CLAUSE_END = rf"{_SENTENCE_END}|,\s+"
_INTENSIFIED = (
    rf"\b({WH_WORDS})\s+(?:on\s+earth|in\s+the\s+world|the\s+(?:hell|heck|devil)|exactly|precisely)\b"
)
_IN_TEXT = rf"\b(?:in|of)\s+(?:the|this)\s+{TEXT_NOUN}\b"
_ENOUGH = 2  # stems that name a matter
_MAX_READ = 500

Holds = Callable[[str], bool]


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.I)


def _has(words: str, text: str) -> bool:
    return _pattern(words).search(text) is not None


def rewordings(
    query: str, outlets: Sequence[NamedOutlet], credited: Callable[[str], bool], holds: Holds
) -> Iterator[str]:
    """Other ways to put ``query``, the likeliest first; none where it is plain already.

    ``outlets`` are those that it names, ``credited`` tells of an outlet's name whether the
    articles credit it, and ``holds`` of a stem whether they hold it.
    """
    query = without_intensifiers(query[:_MAX_READ])
    named = [outlet for outlet in outlets if credited(outlet.name) and not outlet.excluded]
    is_from = _has(_IS_FROM, query) or len(outlets) > 1
    # "What is Reuters cited for on the toll?" does not ask whom else it credits for that.
    if is_from if outlets else _has(_SOURCE_CUE, query):
        sourced = _matter_sourced(query, outlets, holds)
        whom = "outlet" if _has(PRESS_NOUN, query) else "source"
        if sourced is not None:
            yield f"Which {whom} is credited for {sourced}?"
            yield f"Which {whom} is credited for the claim that {sourced}?"
    if named:
        whom = " and ".join(dict.fromkeys(outlet.name for outlet in named))
        matter = trim_to_matter(without_outlets(query, outlets))
        if any(map(holds, matter_stems(matter))) and _wants_words(query):
            yield f"What does {whom} report about {matter}?"
        elif not matter and _has(_BY_CUE, query) and _wants_words(query):
            yield f"What does {whom} report?"
    elif _has(_OVERVIEW_CUE, query) and _is_of_all(query, holds):
        yield "Give me an overview."
    if (plain := plain_question(query, holds)) is not None:
        yield plain


def without_intensifiers(query: str) -> str:
    """``query`` without the heat: "what is it?" of "what on earth is it?"."""
    return _pattern(_INTENSIFIED).sub(r"\1", query)


def _wants_words(query: str) -> bool:
    """Whether ``query`` may want what somebody said, and no day, number or person."""
    form = form_of(core_question(query))
    return form in (Form.OPEN, Form.YES_NO, Form.REASON) or _has(_IN_TEXT, query)


def _matter_sourced(query: str, outlets: Sequence[NamedOutlet], holds: Holds) -> str | None:
    """What ``query`` asks the source of: the part of it that names most of what there is.

    None where that is too little, or where what it asks is something else: "What is the
    official's name? I distrust anonymous sources."
    """
    asking = [one for one in _pattern(_SENTENCE_END).split(query) if one.endswith("?")]
    if not any(_has(_SOURCE_CUE, one) or _has(_IS_FROM, one) for one in asking) and any(
        any(map(holds, matter_stems(one))) for one in asking
    ):
        return None
    parts = [
        trim_to_matter(part, of_source=True)
        for sentence in _pattern(_SENTENCE_END).split(without_outlets(query, outlets))
        for part in _pattern(_SOURCE_CUE).split(sentence)
    ]
    best = max(parts, key=lambda part: sum(map(holds, matter_stems(part, of_source=True))))
    stems = matter_stems(best, of_source=True)
    return best if len(stems) >= _ENOUGH and any(map(holds, stems)) else None


def _is_of_all(query: str, holds: Holds) -> bool:
    """Whether ``query`` names no matter beside the wish for all of a text.

    What it is wanted for is none, as long as it is nothing that the articles hold.
    """

    def is_known(words: str) -> bool:
        return any(map(holds, matter_stems(words)))

    for clause in _pattern(_CLAUSE_END).split(query):
        if not _has(_OVERVIEW_CUE, clause) and not is_known(clause):
            continue
        bare = _pattern(_PURPOSE).sub(
            lambda found: found.group() if is_known(found.group()) else " ", clause
        )
        if matter_stems(_pattern(_OVERVIEW_CUE).sub(" ", bare)):
            return False
    return True
