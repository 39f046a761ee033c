"""What a question for a source is about, where it stands in a frame and not behind a verb.

"Which paper is the list credited to?", "the talks in May: whose reporting is that?" and
"is there a source for the loan?" ask who says something. The reader, which sees no
credits, is to be asked for the matter alone: "the list?".
"""

from __future__ import annotations

import re
from functools import cache

from qa.question_frames import as_question, core_question, is_asking, split_question
from qa.saying_forms import HELD, SAYS
from qa.source_questions import LEAD, PRESS_NOUN, may_ask_source

_OUTLET = rf"(?:{PRESS_NOUN}|sources?|papers?|media)"
_WHICH = rf"(?:which|what)\s+(?:of\s+the\s+)?(?:\w+\s+)?{_OUTLET}"
_PAPER = rf"(?:which|what)\s+(?:of\s+the\s+)?(?:\w+\s+)?(?:{PRESS_NOUN}|papers?)"
_COMES = r"(?:comes?|came|stems?|stemmed|originates?|originated)"
_CREDITED = r"(?:attributed|credited|ascribed|traced|sourced)(?:\s+back)?"
_CREDIT = r"(?:attribute|credit|ascribe)"
_BE = r"(?:is|are|was|were)"
_WE = r"(?:do|does|did|should|must|can)\s+(?:we|i|you|they|it)"
_TOLD = rf"(?:{SAYS}|reports?|reported|wrote|writes?|publish(?:es|ed)|carries|carried|has|had)"
_IT = r"(?:it|this|that|so|those|these|them)"
_FRAMES = (
    rf"to\s+(?:whom|{_WHICH})\s+{_BE}\s+(?P<behind_to>\S.*?)\s+{_CREDITED}",
    rf"(?:whom?|{_WHICH})\s+{_BE}\s+(?P<before_to>\S.*?)\s+{_CREDITED}\s+to",
    rf"to\s+(?:whom|{_WHICH})\s+{_WE}\s+{_CREDIT}\s+(?P<ours_behind_to>\S.*?)",
    rf"(?:whom?|{_WHICH})\s+{_WE}\s+{_CREDIT}\s+(?P<ours_before_to>\S.*?)\s+to",
    # Bids and water come from somewhere, too: with no publisher asked for, but words.
    rf"(?:from|in)\s+{_PAPER}\s+{_COMES}\s+(?P<comes>\S.*?)",
    rf"(?:from\s+)?{_PAPER}\s+(?:does|do|did)\s+(?P<does_come>\S.*?)\s+(?:come|stem|originate)(?:\s+from)?",
    rf"from\s+(?:whom|{_WHICH})\s+{_COMES}\s+(?P<words_come>(?:the|this|that)\s+{HELD}\b.*?)",
    rf"(?:from\s+)?(?:whom?|{_WHICH})\s+(?:does|do|did)\s+(?P<words_do>(?:the|this|that)\s+{HELD}\b.*?)"
    r"\s+(?:come|stem|originate)(?:\s+from)?",
    rf"(?:who|{_WHICH})\s+{_BE}\s+(?:being\s+)?(?:credited|cited|quoted|named)\s+"
    r"(?:for|with|as\s+(?:the|an?)\s+source\s+(?:of|for|on))\s+(?!\w+ing\b)(?P<cited>\S.*?)",
    r"(?:which|what)\s+(?:\w+\s+)?(?:sources?|outlets?|publications?)\s+"
    rf"(?:{_BE}|stands?|stood|lies?)\s+behind\s+(?P<stood_for>\S.*?)",
    rf"{_WHICH}\s+(?:first\s+|also\s+)?(?:gave|gives?|provide[sd]?|carr(?:y|ies|ied)(?!\s+out\b)|"
    r"publish(?:es|ed)?|reports?|reported|ran|broke|covers?|covered|mentions?|mentioned|printed)\s+"
    r"(?!(?:that|on|about|whether|if|how|what|when|where|why|who|it|this|so|him|her|them|us|me)\b)"
    r"(?P<reported>\S.*?)",
    rf"{_BE}\s+there\s+(?:an?\s+|any\s+)?(?:(?:named|stated|clear|original)\s+)?"
    r"(?:sources?|reference|citations?|attributions?)\s+(?:(?:given|named|cited|stated)\s+)?"
    r"(?:for|behind)\s+(?P<given>\S.*?)",
)
# What is asked behind the matter: "the talks in May, whose reporting is that?"
_ASKED_BEHIND = (
    rf"(?:and\s+)?(?:whose\s+(?:\w+\s+)?(?:reporting|words?|{HELD})\s+{_BE}\s+{_IT}"
    rf"|who\s+(?:first\s+)?{_TOLD}\s+{_IT}|{_WHICH}\s+(?:{_TOLD}\s+{_IT}|{_BE}\s+{_IT}\s+from)"
    rf"|(?:from|in|according\s+to)\s+(?:whom|{_WHICH})|{_WHICH})"
)
# "Is there a source for it? Which one?"
_WHICH_ONE = re.compile(r"^\W*(?:(?:and|or|if\s+so)\W+)*(?:which|what|who)(?:\s+ones?)?\W*$", re.I)
_PART = r"(?:bits?|lines?|passages?|parts?|sentences?|paragraphs?|sections?|details?|things?|stuff)"
_NO_CLAUSE = (
    r"(?!(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must)\b|\w+ed\b|"
    r"(?:mention|tell|cover|deal|speak|talk|describe|name|say|concern|come)s?\b)"
)
_ABOUT = r"(?:about|on|regarding|concerning|as\s+to)\s+(?!which\b|whom?\b|whose\b)"
_NAMED = re.compile(
    rf"^(?:(?:the|this|that|our|your)\s+)?(?:{HELD}|{_PART}|figures?|facts?)\s+"
    rf"(?:(?P<that>that\s+{_NO_CLAUSE}|saying\s+(?:that\s+)?)(?=\S+\s+\S)|{_ABOUT}"
    r"|(?<=\snews\s)of\s+|(?<=\sclaim\s)of\s+|(?<=\sreport\s)of\s+|(?<=\sfigure\s)of\s+)",
    re.I,
)
_MAX_READ = 500


@cache
def _frames() -> re.Pattern[str]:
    return re.compile(rf"{LEAD}(?:{'|'.join(_FRAMES)})\W*$", re.I)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:[,;:?]|\s[–—-])\s+{_ASKED_BEHIND}\W*$", re.I)


def framed_matter(query: str) -> str | None:
    """What ``query`` asks the source of, in its own words; None where it stands in no such frame.

    "The list" of "which paper is the list credited to?".
    """
    core = core_question(query)
    if _WHICH_ONE.match(core) is not None:
        before = [part for part in split_question(query) if part.endswith("?")][:-1]
        core = before[-1] if before else core
    core = core[:_MAX_READ].strip()
    # Most questions ask for no source, and need not wait for the patterns to be compiled.
    if not may_ask_source(core):
        return None
    if (found := _frames().match(core)) is not None:
        return next(part for part in found.groups() if part is not None)
    if (tail := _behind().search(core)) is not None:
        front = core[: tail.start()].strip()
        return front if " " in front and not is_asking(front) else None
    return None


def outright(matter: str) -> str:
    """``matter`` as the reader is asked for it: without "the news of" and its like.

    "The news that it rose" is the claim "Is it true that it rose?".
    """
    found = _NAMED.match(matter)
    if found is None:
        return as_question(matter)
    rest = matter[found.end() :]
    return f"Is it true that {rest.rstrip(' ?!.,;:–—-')}?" if found["that"] else as_question(rest)
