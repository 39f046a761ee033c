"""Plainer ways to put a question that found no answer as it was put.

People wrap a question in ways that no list of forms holds. What is left once the words are
gone that speak of the asking, of the text and of its sources says what is meant; where
that is plain, the question is put anew in words that the other rules know. It is then
read and weighed like any question, and told as what was searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from qa.late_patterns import finds, late_pattern
from qa.matter_words import matter_stems, trim_to_matter, without_outlets
from qa.plain_questions import plain_question
from qa.question_forms import form_of
from qa.question_frames import TEXT_NOUN, core_question
from qa.question_openers import WH_WORDS
from qa.read_questions import claim_as_asked
from qa.source_questions import PRESS_NOUN
from qa.understanding import Form, NamedOutlet

# Where words are spoken of, and not "the source of the water".
_OF_WORDS = (
    rf"\b(?:{PRESS_NOUN}|papers?|cit(?:e|es|ed|ing|ations?)|credit\w*|attribut\w+|footnot\w*|"
    r"bibliograph\w*|quot(?:e|es|ed|ing|ations?)|publish\w*|referenc\w+|claims?|lines?|sentences?|"
    r"bits?|remarks?|statements?|passages?|paragraphs?|stuff|figures?|dates?)\b"
)
# Another source than that of what is named, another time, or whoever denies it.
_OTHERWISE = (
    r"\b(?:else|others?|another|before|after|than|until|doubt\w*|denie[sd]|deny|dispute\w*)\b"
)
# What asks for a source, and not for "the source of the river" or "a credit of two million".
_SOURCE_CUE = (
    r"\b(?:which|what)\s+(?:\w+\s+)?(?:outlets?|publications?|newspapers?|magazines?|papers?|"
    r"sources?)\b|\b(?:which|what)\s+(?:(?:news|press|wire)\s+)?agency\b|\b(?:named|another|one)\s+(?:outlet|publication|newspaper|paper|source)\b"
    r"|\b(?:name|names?\s+of)\s+(?:(?:the|a|that)\s+)?(?:outlet|publication|newspaper|magazine|paper)\b"
    r"|\bpublishers?\s+of\b|\ba\s+(?:newspaper|paper|magazine)\b|\bthe\s+publication\s+behind\b"
    r"|\b(?:footnote[ds]?|bibliography)\b|\battribut(?:e[ds]?|ion)\b|\bencyclop\w+"
    r"|\bcredit(?:s|ed)?\s+(?:for|to|with|whom|who)\b|\b(?:the|a|give|whose)\s+credit\s+(?:for|that|of)\b"
    r"|\bcit(?:e|es|ed|ing|ations?)\b|\breference(?:s|d)?\s+(?:for|is|given)\b"
    r"|\bsources?\s+(?:for|behind|there|here|given|cited|named|is\s+cited)\b|\bsource\W*$|\bsourced\b"
    r"|\bwhose\s+(?:claim|line|story|words?|news|view|coverage|reporting|(?:it|this|that)\s+is)\b"
    r"|\bquote\s+from\s+where\b|\bwho\s+(?:they|you|we|it)\s+(?:got|get|took|take)\b"
    r"|\bwhere\b[^?]{0,80}\bpublished\b"
    r"|\bwhere(?:['’]s|\s+(?:is|was|are|were|did|does|do|has|have|you|we|they|it)(?:['’]d)?)\b[^?]{0,80}"
    r"\b(?:from|read|taken|get|got)\b|\bwhere\s+(?:we|they|you)['’]d\s+read\b"
    r"|\bfrom\s+where\b|\b(?:leaning|relying|relies|leans)\s+on\b|\baccording\s+to\s+_+"
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
# Who is asked what an outlet leaves out, or without it, is not told what it says.
_LEFT_OUT = (
    r"\b(?:without|aside|apart|except|besides|skip|leave\s+out|left\s+out|omit\w*|wrong|silent|miss\w*|"
    r"instead|not|never|fails?|failed|other\s+than|but\s+not)\b|n['’]t\b"
)
_SENTENCE_END = (
    r"(?<=[;:?!])\s+|(?<=\w\w\w[.])\s+|\s+[–—-]\s+"
    r"|,\s+(?=(?:so|and|but|or)?\s*(?:what|who|whose|which|where)\b)"
)
_INTENSIFIED = (
    rf"\b({WH_WORDS})\s+(?:on\s+earth|in\s+the\s+world|the\s+(?:hell|heck|devil)|exactly|precisely)\b"
)
# "Which outlets operate there?", "whose news agency broke ties?"
_OUTLETS_DO = (
    rf"^\W*(?:and\s+)?(?:which|what|whose)\s+(?:\w+\s+)?(?:{PRESS_NOUN}|agency|papers?|sources?)\s+"
    r"(?!(?:is|are|was|were|has|have|had|do|does|did|can|could|would|will|should|may|might|must|for|on|"
    r"in|of|behind|about|that|gave|gives?|names?|named|else|first|also|here|there|it|this)\b)\w+"
)
_OF_ITS_STAFF = (
    r"\b(?:journalists?|reporters?|correspondents?|editors?|writers?|office|newsroom|staff|owners?|"
    r"owned|founded|hostile|biased|reliable)\b"
)
_WOULD_YOU = r",?\s*(?:would|could|can|will)\s+(?:you|u)\W*$"
_IN_TEXT = rf"\b(?:in|of)\s+(?:the|this)\s+{TEXT_NOUN}\b"
_QUOTED = r"[\"“„«]\w[^\"“”„«»]*\s[^\"“”„«»]*\w[\"“”»]"  # two words at least
_ENOUGH = 2  # stems that name a matter
_MAX_READ = 500

Holds = Callable[[str], bool]


def rewordings(
    query: str,
    outlets: Sequence[NamedOutlet],
    credited: Callable[[str], bool],
    holds: Holds,
    sentence_of: Callable[[str], str | None] = lambda matter: None,
) -> Iterator[str]:
    """Other ways to put ``query``, the likeliest first; none where it is plain already.

    ``outlets`` are those that it names, ``credited`` tells of an outlet's name whether the
    articles credit it, ``holds`` of a stem whether they hold it, and ``sentence_of`` which of
    their sentences a matter points at, if any.
    """
    query = without_intensifiers(query[:_MAX_READ])
    named = [outlet for outlet in outlets if credited(outlet.name) and not outlet.excluded]
    is_from = finds(_IS_FROM, query) or len(outlets) > 1
    # "What is Reuters cited for on the toll?" does not ask whom else it credits for that.
    if is_from if outlets else finds(_SOURCE_CUE, query):
        sourced = _matter_sourced(query, outlets, holds)
        whom = "outlet" if finds(PRESS_NOUN, query) else "source"
        quoted = late_pattern(_QUOTED).search(query)
        meant = None
        asking = _asking(query)
        if finds(_OF_WORDS, query) and not finds(f"{_LEFT_OUT}|{_OTHERWISE}", asking):
            meant = sentence_of(quoted[0]) if quoted else None
            if meant is None and sourced is not None:
                meant = sentence_of(sourced)
        if meant is not None:
            yield f"Which {whom} is credited for the claim that {meant}?"
        elif sourced is not None:
            yield f"Which {whom} is credited for {sourced}?"
            yield f"Which {whom} is credited for the claim that {sourced}?"
    about_it = finds(_LEFT_OUT, query) or finds(_OF_ITS_STAFF, query)
    if named and not about_it and _wants_words(query):
        whom = " and ".join(dict.fromkeys(outlet.name for outlet in named))
        matter = trim_to_matter(without_outlets(query, outlets))
        stems = matter_stems(matter)
        if stems and all(map(holds, stems)):
            yield f"What does {whom} report about {matter}?"
        elif not matter and finds(_BY_CUE, query):
            yield f"What does {whom} report?"
    plain = plain_question(query, holds)
    if plain is not None and any(
        map(holds, matter_stems(_without_names(plain, outlets)))
    ):
        yield plain


def _questions(query: str) -> list[str]:
    return [one for one in late_pattern(_SENTENCE_END).split(query) if one.endswith("?")]


def _asking(query: str) -> str:
    """What of ``query`` asks; all of it where no part of it ends so."""
    return " ".join(_questions(query)) or query


def _without_names(words: str, outlets: Sequence[NamedOutlet]) -> str:
    for outlet in outlets:
        words = words.replace(outlet.written, " ")
    return words


def without_intensifiers(query: str) -> str:
    """``query`` without the heat: "what is it?" of "what on earth is it?"."""
    return late_pattern(_INTENSIFIED).sub(r"\1", query)


def _wants_words(query: str) -> bool:
    """Whether ``query`` may want what somebody said, and nothing about whoever said it."""
    core = late_pattern(_WOULD_YOU).sub("", core_question(query))
    return form_of(core) is Form.OPEN or finds(_IN_TEXT, query)


def _matter_sourced(query: str, outlets: Sequence[NamedOutlet], holds: Holds) -> str | None:
    """What ``query`` asks the source of: the part of it that names most of what there is.

    None where that is too little, where a claim stands in a clause of its own, and where
    something else is asked: "What is the official's name? I distrust anonymous sources."
    """
    asking = _questions(query)
    if not any(finds(_SOURCE_CUE, one) or finds(_IS_FROM, one) for one in asking) and any(
        any(map(holds, matter_stems(one))) for one in asking
    ):
        return None
    if claim_as_asked(query) is not None or finds(_OUTLETS_DO, query):
        return None  # its claim was read as one; what outlets do is not what they are credited for
    parts = [
        trim_to_matter(part, of_source=True)
        for sentence in late_pattern(_SENTENCE_END).split(without_outlets(query, outlets))
        for part in late_pattern(_SOURCE_CUE).split(sentence)
    ]
    best = max(parts, key=lambda part: sum(map(holds, matter_stems(part, of_source=True))))
    stems = matter_stems(best, of_source=True)
    # Of what the articles hardly know nobody is the source.
    known = sum(map(holds, stems))
    return best if len(stems) >= _ENOUGH and 2 * known >= len(stems) else None
