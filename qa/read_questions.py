"""What the reader is asked: the matter of a question, without what frames it.

The reader sees passages without their credits, and learnt from questions that ask
outright. "Could you tell me when it began?" is read as "when it began?", and
"which outlet says that it began in 2020?" as "Is it true that it began in 2020?".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.named_outlets import NamedOutlet
from qa.question_frames import HOLDER, OF_THE_TEXT, core_question, split_question, strip_opening

_MAX_READ = 500
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_SAY = (
    r"(?:says?|said|claims?|claimed|states?|stated|argues?|argued|warns?|warned|notes?|noted|"
    r"believes?|believed|thinks?|thought|predicts?|predicted|suggests?|suggested|asserts?|"
    r"asserted|maintains?|maintained|contends?|contended|insists?|insisted|mentions?|mentioned|"
    r"confirms?|confirmed|explains?|explained|announces?|announced|reveals?|revealed|shows?|"
    r"reports?|reported|writes?|wrote|written|published|tells?|told|estimates?|estimated|"
    r"expects?|expected|finds?|found)"
)
_HELD = (
    r"(?:claims?|statements?|news|stor(?:y|ies)|idea|view|opinion|assertion|assessment|estimate|"
    r"warning|prediction|forecast|suggestion|rumou?r|information|reports?|point|argument|"
    r"allegation|accusation)"
)
# A clause has a subject and a verb: "that story" is none.
_THAT = re.compile(
    rf"\b(?:{_SAY}|{_HELD})\s+(?:us\s+|me\s+)?that\s+(?P<clause>\S+\s+\S.*?)\W*$", re.I
)
_WHETHER = re.compile(
    rf"\b{_SAY}\s+(?:us\s+|me\s+)?(?:whether|if)\s+(?P<clause>\S+\s.+?)\W*$", re.I
)
_ASKED_WITHIN = re.compile(
    rf"\b{_SAY}\s+(?:us\s+|me\s+)?(?P<question>(?:when|where|why|how|what|who|whom|whose|which)"
    r"\s+\S.*)$",
    re.I,
)
# Left out, "that" is missed after these alone: "which paper says trade will grow?".
_NO_THAT = re.compile(
    r"\b(?:says?|said|claims|claimed|believes|thinks|argues|argued|insists|warns)\s+"
    r"(?!(?:about|of|on|so|it|this|that|these|those|to|in|for|with|what|when|where|why|how|who|"
    r"whether|if)\b)(?P<clause>\S+\s+\S+\s+\S.*?)\W*$",
    re.I,
)
_ACCORDING = re.compile(
    r"^\W*according\s+to\s+(?:whom?|(?:which|what)\s+\S+(?:\s+\S+)?)[,:]?\s+"
    r"(?P<question>(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|"
    r"should|must)\s+\S.*)$",
    re.I,
)
_BEHIND = (
    re.compile(
        r"\s*[,;–—-]*\s+(?:please|pls|plz|thanks|thank\s+you|thx|cheers|exactly|precisely|asap|"
        r"if\s+(?:you\s+(?:know|can)|possible|i\s+may\s+ask|known)|in\s+(?:brief|short|a\s+word))"
        r"(?:\s+(?:in\s+advance|a\s+lot|very\s+much|so\s+much))?(?=\W*$)",
        re.I,
    ),
    re.compile(
        r"\s*,?\s+(?:as\s+)?"
        r"(?:(?:mentioned|stated|given|described|named|reported|told|said)\s+)?"
        rf"{OF_THE_TEXT}(?=\W*$)",
        re.I,
    ),
)
# "By 2018" and "before 2018" leave the day open, and so does a year that is not at the end.
_DATED = re.compile(
    r"^\W*(?P<asked>(?:is|are|was|were|did|does|do|has|have|had|will)(?:n['’]t)?\s+\S.*?)\s+"
    r"(?:(?P<since>(?:ever\s+)?since)|in|on)\s+(?:the\s+year\s+|early\s+|late\s+|spring\s+|"
    r"summer\s+|autumn\s+|winter\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"(?:{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?)?(?:1[0-9]|20)\d{{2}}\W*$",
    re.I,
)
_QUOTED = re.compile(r"^\s*[\"“„«](?P<inside>[^\"“”„«»]+)[\"”“»]\s*$")
_MARKS = re.compile(r"(?=[!.]*\?)[?!.]{2,}\s*$")
_TEXT_SAYS = re.compile(rf"^\W*(?:does|did)\s+(?:the|this)\s+{HOLDER}\s", re.I)
_CREDITED = r"according\s+to\s+(?:the\s+)?"


def as_asked(
    query: str, outlets: Sequence[NamedOutlet] = (), *, joints: bool = True
) -> str:
    """``query`` without greetings, thanks, and "according to" the article or one of ``outlets``.

    Itself where nothing would be left. Without ``joints`` an "and" before it stays.
    """
    bare, kept = _QUOTED.sub(r"\g<inside>", query), 0
    for pattern in _BEHIND:
        bare = pattern.sub("", bare)
    bare = _MARKS.sub("?", bare)
    for part in split_question(bare):
        start = bare.index(part, kept)
        rest = strip_opening(part, joints=joints)
        bare = bare[:start] + rest + bare[start + len(part) :]
        kept = start + len(rest)
    for outlet in outlets:
        if outlet.asked_of:
            name = re.escape(outlet.written)
            bare = re.sub(rf"^\W*{_CREDITED}{name}\s*[,:]?\s+(?=\S)", "", bare, flags=re.I)
            bare = re.sub(rf"\s*,?\s*\b{_CREDITED}{name}(?=\W*$)", "", bare, flags=re.I)
    return bare if any(map(str.isalnum, bare)) else query


def claim_as_asked(query: str) -> str | None:
    """The question to which a passage is the answer that makes the claim ``query`` speaks of.

    None where it names the claim in no clause: "who reported on trade?".
    """
    core = core_question(query)[:_MAX_READ]
    if (found := _ACCORDING.match(core)) is not None:
        return found["question"]
    # What stands first is what is said: "who said when the ship that sank would sail?"
    hits = [
        found
        for pattern in (_THAT, _WHETHER, _ASKED_WITHIN)
        if (found := pattern.search(core)) is not None
    ]
    first = min(hits, key=lambda found: found.start(), default=_NO_THAT.search(core))
    if first is None:
        return None
    parts = first.groupdict()
    return parts.get("question") or f"Is it true that {parts['clause']}?"


def date_as_asked(query: str) -> str | None:
    """The question for the day or year that ``query`` asks to have confirmed; None for any other.

    "Did it begin in 2018?" is answered by the sentence that says when it began,
    also where that was in another year.
    """
    if (found := _DATED.match(core_question(query)[:_MAX_READ])) is None:
        return None
    when = "Since when" if found["since"] else "When"
    return f"{when} {found['asked'][0].lower()}{found['asked'][1:]}?"


def text_is_asked(query: str) -> bool:
    """Whether ``query`` asks if the text itself says so: "does the article say that …?"."""
    return _TEXT_SAYS.match(core_question(query)[:_MAX_READ]) is not None
