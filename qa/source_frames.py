"""What a question for a source is about, where it stands in a frame and not behind a verb.

"Which paper is the list credited to?", "the talks in May: whose reporting is that?" and
"is there a source for the loan?" ask who says something. The reader, which sees no
credits, is to be asked for the matter alone: "the list?".
"""

from __future__ import annotations

import re
from functools import cache

from qa.question_topics import topic_of
from qa.source_questions import PRESS_NOUN, asks_for_sources, asks_which_source

_SOURCE = rf"(?:(?:named\s+|original\s+|clear\s+)?(?:{PRESS_NOUN}|sources?|papers?|media))"
_REFERENCE = (
    r"(?:(?:named\s+|clear\s+|stated\s+)?(?:sources?|references?|citations?|attributions?|credits?))"
)
_CREDITED = (
    r"(?:attributed|credited|ascribed|traced|sourced)(?:\s+back)?(?:\s+to)?"
)
_BE = r"(?:is|are|was|were)"
_WHOM = rf"(?:who(?:m|se)?|(?:which|what)\s+(?:of\s+the\s+)?(?:\w+\s+)?{_SOURCE})"
_FRAMES = (
    rf"(?:to\s+|by\s+)?{_WHOM}\s+{_BE}\s+(?P<credited>\S.*?)\s+{_CREDITED}",
    rf"(?:to\s+)?{_WHOM}\s+(?:do|does|did|should|must|can)\s+(?:we|i|you|they|it)\s+"
    r"(?:attribute|credit|ascribe)\s+(?P<ours>\S.*?)(?:\s+to)?",
    rf"{_WHOM}\s+{_BE}\s+(?:being\s+)?(?:credited|cited|quoted|named|given)\s+"
    r"(?:for|with|as\s+(?:the|an?)\s+source\s+(?:of|for|on))\s+(?P<cited>\S.*?)",
    rf"(?:which|what)\s+(?:\w+\s+)?{_SOURCE}\s+(?:{_BE}|stands?|stood|lies?)\s+behind\s+"
    r"(?P<behind>\S.*?)",
    rf"{_BE}\s+there\s+(?:an?\s+|any\s+)?{_REFERENCE}\s+(?:(?:given|named|cited|stated|at\s+all)\s+)?"
    r"(?:for|behind)\s+(?P<given>\S.*?)",
    r"on\s+whose\s+(?:word|authority|say-so)\s+(?:is|are|was|were|do|does|did)\s+(?:it|we|they|you|"
    r"(?:the|this)\s+\w+)\s+(?:say|saying|said|state|stated|report|reporting|reported|claimed|claim|"
    r"claiming|stating)\s+(?P<clause>that\s+\S.*?)",
)
# What is asked behind the matter: "the talks in May, whose reporting is that?"
_BEHIND = re.compile(
    r"^(?P<front>\S.{5,}?)\s*(?:[,;:–—-]+|\?)\s+(?P<asked>(?:and\s+)?(?:whose|who|which|what|where|"
    r"according)\b[^,;:]{3,60})$",
    re.I,
)
_HELD = (
    r"(?:claims?|statements?|news|stor(?:y|ies)|idea|views?|opinion|assertion|assessment|estimate|"
    r"warning|prediction|forecast|suggestion|rumou?r|information|reports?|points?|arguments?|bits?|"
    r"lines?|passages?|parts?|sentences?|paragraphs?|sections?|details?|facts?|figures?|quotes?|"
    r"remarks?|things?|stuff)"
)
_NAMED = re.compile(
    rf"^(?:(?:the|this|that|our|your|its)\s+)?(?:\w+\s+)?{_HELD}\s+"
    rf"(?:(?P<that>that|saying|saying\s+that)\s+(?=\S+\s+\S)|(?:of|about|on|regarding|concerning|"
    r"with|for|as\s+to)\s+)",
    re.I,
)
_LEAD = r"^\W*(?:(?:and|so|but|or|then|also|ok|well)\W+)*"
_MAX_READ = 500


@cache
def _frames() -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{'|'.join(_FRAMES)})\W*$", re.I)


def framed_matter(core: str) -> str | None:
    """What ``core`` asks the source of, in its own words; None where it stands in no such frame.

    "the list" of "which paper is the list credited to?", "that it rose" of "on whose
    word do we say that it rose?".
    """
    opening = core[:_MAX_READ].strip()
    if (found := _frames().match(opening)) is not None:
        return next(part for part in found.groups() if part is not None)
    if (found := _BEHIND.match(opening)) is not None:
        asked = found["asked"]
        # "…, who said that he was ill?" asks of a claim of its own.
        of_it = not topic_of(asked).beyond_sources().words
        if of_it and (asks_which_source(asked) or asks_for_sources(asked)):
            return found["front"]
    return None


def outright(matter: str) -> str:
    """``matter`` as the reader is asked for it: without "the news of" and its like, as a question.

    "That it rose" and "the news that it rose" are the claim "Is it true that it rose?".
    """
    bare = matter.rstrip(" ?!.,;:–—-")
    found = _NAMED.match(bare)
    rest = bare[found.end() :] if found is not None else bare
    if (that := re.match(r"that\s+(?=\S+\s+\S)", rest, re.I)) is not None:
        return f"Is it true that {rest[that.end() :]}?"
    if found is not None and found["that"]:
        return f"Is it true that {rest}?"
    return f"{rest[:1].upper()}{rest[1:]}?"
