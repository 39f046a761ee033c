"""A statement that is brought along to be checked, without the frame that it stands in.

"Somebody told me that it sank. Is that right?", "can I write that it sank?" and "it sank,
correct?" all ask "Is it true that it sank?", which the reader knows how to take.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.lexicon import AUXILIARIES, FINITE_VERBS, PLURALS, SAYING
from qa.question_frames import EMPTY_WORDS, TEXT_NOUN, is_scene, strip_opening
from qa.question_openers import OPENERS, VERBS_FIRST
from qa.saying_forms import HELD

_TEXT = rf"(?:it|they|(?:the|this)\s+{TEXT_NOUN}|(?:the|this)\s+report)"
_STATE = (
    r"(?:say|write|state|report|print|publish|claim|assume|conclude|assert|infer|tell\s+(?:\w+\s+){1,3}?"
    r"|take\s+it|understand|saying|writing|stating|claiming|thinking|assuming|believing|"
    r"concluding|understanding|reporting)"
)
_FINE = (
    r"(?:true|right|correct|fair|accurate|the\s+case|a\s+fact|safe|ok(?:ay)?|fine|false|wrong|"
    r"mistaken|justified)"
)
# "Say on air that", "write in the lead that"
_PLACED = (
    r"(?:on\s+(?:the\s+)?(?:air|radio|record|website|page)|in\s+(?:print|writing|public|"
    r"(?:the|my|our|a)\s+(?:lead|article|piece|report|notes?|memo|copy|headline|caption|script|brief|bulletin|"
    r"broadcast|column|post|e-?mail|essay|paper|draft|newsletter|cable))|to\s+(?:my|our|the)\s+(?:readers|"
    r"listeners|viewers|audience|boss|editor|class|team|minister|board|clients?|colleagues))\s+that\s+"
)
_HARDLY = r"(?:(?:\w+ly|still|also|just|now|not|so|then|indeed)\s+)*"
# With one of these before it, what follows is a statement to be checked.
_BEFORE = (
    rf"(?:can|could|may|should|would|might)\s+(?:i|we|one)\s+{_HARDLY}{_STATE}\s+"
    rf"(?:{_PLACED}|that\s+|(?!(?:to|with|for)\s))",
    rf"(?:am|are)\s+(?:i|we)\s+{_HARDLY}{_FINE}\s+(?:(?:to|in|if\s+(?:i|we))\s+)?{_STATE}\s+(?:that\s+)?",
    rf"(?:am|are)\s+(?:i|we)\s+{_HARDLY}{_FINE}\s+that\s+",
    rf"(?:is|was|would)(?:n['’]t)?\s+it\s+{_HARDLY}(?:be\s+)?{_HARDLY}{_FINE}\s+(?:or\s+not\s+)?"
    rf"(?:to|if\s+(?:i|we))\s+{_STATE}\s+(?:that\s+)?",
    # "Is it fair that it rose?" asks for a judgement.
    rf"(?:is|was)(?:n['’]t)?\s+it\s+{_HARDLY}(?:true|right|correct|accurate|the\s+case|a\s+fact)\s+"
    r"(?:or\s+not\s+)?that\s+",
    rf"{_FINE}\s+to\s+{_STATE}\s+(?:that\s+)?",
    r"(?:would|do)\s+you\s+agree\s+that\s+|can\s+it\s+(?:really\s+)?be\s+(?:said\s+)?that\s+",
    r"is\s+there\s+(?:any|some)\s+(?:truth|substance)\s+(?:in|to)\s+"
    rf"(?:the\s+(?:{HELD}|notion)\s+)?that\s+",
    rf"is\s+what\b[^,.;:?!]{{0,40}}?\b{_FINE}\s*,?\s+that\s+",
    r"(?:(?:can|could|would|will)\s+(?:you|someone)\s+|(?:i|we)(?:['’]d\s+like|\s+want|\s+need)\s+"
    r"to\s+|please\s+|kindly\s+|let\s+me\s+|just\s+|quick(?:ly)?\s+)*(?:(?:double-?\s?|fact-?\s?)?"
    r"check(?:ing)?|confirm(?:ing)?|verify(?:ing)?|say|tell\s+me|know)\s*(?:for\s+(?:me|us)\s+)?"
    r"(?:that|whether(?:\s+or\s+not)?|if)\s+",
    r"(?:(?:please|kindly|just|quick(?:ly)?|can\s+you|could\s+you)\s+)*(?:yes\s+or\s+no|true\s+or\s+"
    r"false|right\s+or\s+wrong|fact\s?-?\s?check(?:\s+(?:this|it))?|correct\s+me\s+if\s+i['’]?m\s+"
    r"wrong|(?:double-?)?check(?:ing)?(?:\s+(?:this|it))?|verify(?:\s+this)?|confirm(?:\s+this)?|"
    r"(?:say|tell\s+me)\s+(?:whether|if)\s+this\s+(?:holds(?:\s+up)?|is\s+\w+|stands(?:\s+up)?))"
    r"\s*(?:[:,–—]|\s-\s|-\s)\s*(?:but\s+|that\s+)?",
    rf"(?:do|does|did)\s+{_TEXT}\s+{_HARDLY}(?:say|state|support|claim|confirm|suggest|report|"
    rf"write|bear\s+out|back\s+up)\s+(?:anywhere\s+)?(?:the\s+{HELD}\s+)?that\s+",
)
# Whose statement it is, where something behind it asks whether that is so.
_BROUGHT = (
    r"(?:some(?:body|one)|people|they|every(?:body|one)|(?:my|our|one\s+of\s+(?:my|our))\s+"
    r"(?:[\w’'-]+\s+){0,3}?[\w’'-]+|(?:the|an?|this)\s+(?:draft|columnist|caption|headline|post|tweet|"
    r"colleague|friend|reader|caller|guest|neighbou?r|lead))\s+(?:(?:at|on|in|from)\s+(?:(?:the|my|our)\s+)?"
    r"[\w’'-]+\s+)?(?:has\s+|have\s+|just\s+|also\s+|keeps\s+|once\s+)*"
    r"(?:says?|said|saying|claims?|claimed|swears?|swore|writes?|wrote|thinks?|believes?|insists?|"
    r"insisted|reckons?|(?:tells?|told)\s+(?:me|us)|maintains?|assures?\s+(?:me|us)|has\s+it)\s+"
    r"(?:that\s+)?",
    r"(?:i|we)(?:['’](?:m|re|ve|d)|\s+am|\s+are|\s+was|\s+were|\s+have|\s+had)?\s+(?:(?:just|always|also|once|been|only)\s+)*"
    r"(?:told|hear|heard|read|assume|assuming|assumed|believe|think|thought|suppose|take\s+it|"
    r"gather|understand|understood|seem\s+to\s+remember|remember|remembered|written|wrote|put|noted|drafted|"
    r"presume|recall|under\s+the\s+impression)\s+(?:(?:somewhere|in\s+\w+|on\s+\w+|elsewhere)\s+)?(?:that\s+)?",
    r"(?:word\s+has\s+it|it\s+is\s+said|rumou?r\s+has\s+it|apparently|supposedly|allegedly|so|then)"
    r"\s*,?\s*(?:that\s+)?",
)
_DO = (
    r"(?:is|was|does|did|do|has|have|had|can|will|would|are|were|could|should|must|may|might|wo|ca)"
)
# What asks, behind a statement, whether it is so. A mark or a dash stands before it.
_BEHIND = (
    rf"(?:is|was|would)(?:n['’]t)?\s+(?:that|this|it)\s+{_HARDLY}(?:be\s+)?(?:{_FINE}|so)",
    rf"{_DO}(?:n['’]?t)?\s+(?:it|they|he|she|we|there|i|this|that)(?:\s+not)?",
    rf"(?:{_FINE}|yes|no|yeah|innit|eh|really|isn['’]?t\s+that\s+so|"
    r"(?:ok(?:ay)?|safe|fine|fair)\s+to\s+\w+(?:\s+(?:that|this|it))?(?:\s+(?:on|in|from|by|as)\b.{0,40}?)?)",
    r"(?:right\s+or\s+wrong|true\s+or\s+(?:false|not)|yes\s+or\s+no|fact\s+or\s+\w+|myth\s+or\s+\w+)",
    r"(?:(?:can|could|will|would)\s+you\s+)?(?:please\s+)?(?:verify|confirm|check)(?:\s+(?:that|this|it))?",
    rf"(?:do|does|did)\s+{_TEXT}\s+{_HARDLY}(?:say|state|support|confirm|claim)\s+(?:that|this|so|it)",
    rf"is\s+(?:he|she)\s+{_FINE}|(?:or\s+)?did\s+i\s+(?:mis\w+|get)\s+(?:that|it)(?:\s+{_FINE})?",
    r"(?:ok(?:ay)?|safe|fine|fair|right)\s+to\s+(?:leave|keep|have)\s+(?:it|that)(?:\s+(?:like\s+that|in|as\s+it\s+is|so))?",
    r"(?:does|will|would)\s+(?:that|this|it)\s+(?:stand(?:\s+up)?|hold(?:\s+up|\s+true)?|check\s+out)",
    r"is\s+there\s+(?:anything|something|any\s+truth)\s+(?:in|to)\s+(?:it|that|this)",
    r"or\s+(?:not|no|am\s+i\s+(?:wrong|mistaken)(?:\s+there)?|is\s+(?:that|it)\s+\w+)",
    r"if\s+i['’]?m\s+not\s+mistaken|if\s+i\s+remember\s+(?:right(?:ly)?|correctly|well)|i\s+(?:believe|think|take\s+it|gather|suppose|assume)",
    r"(?:is\s+)?that(?:['’]s|\s+is)?\s+(?:about\s+it|the\s+(?:gist|idea|sense)(?:\s+of\s+it)?)|did\s+i\s+get\s+that\s+right",
    rf"that['’]s\s+what\s+{_TEXT}\s+says?|is\s+that\s+(?:impression|view|reading|claim|statement)\s+{_FINE}",
    rf"is\s+that\s+what\s+(?:{_TEXT}(?:['’](?:s|re)|\s+is|\s+are)?|(?:he|she)['’]s)\s+say(?:s|ing)?",
)
_WITHIN = re.compile(
    r",\s+(?:if\s+i['’]?m\s+not\s+mistaken|if\s+i\s+remember\s+(?:right(?:ly)?|correctly)|i\s+(?:believe|"
    r"think|take\s+it|gather|suppose))\s*,\s+",
    re.I,
)
# One of these stands in every question that has such a frame.
_MAY_FRAME = re.compile(
    r"\b(?:true|right|correct|fair|accurate|case|fact|safe|ok|okay|fine|false|wrong|truth|mistaken|"
    r"check\w*|confirm\w*|verify\w*|whether|yes|no|yeah|innit|eh|really|say|says|said|write|state|"
    r"assume|claim|stand|hold|anything|believe|think|remember|so|if|substance|agree)\b|"
    rf"(?:[,;:.?!]|[–—-])\s*\W*{_DO}(?:n['’]?t)?\s+\w+\W*$",
    re.I,
)
_JOINT = r"^\W*(?:(?:and|so|but|or|ok|okay|well|hey|hi|sorry|please|quick|now|then)\b\W*)*"
_ASKED = re.compile(rf"^(?:{VERBS_FIRST})(?:n['’]?t)?\b", re.I)
_OPENS = re.compile(rf"^(?:{OPENERS})\b", re.I)
_MARKS = " \t,;:.?!–—-\"“”„«»‘’'"
_LEAST = 3  # words of a statement
# Whether somebody said so is another question than whether it is so.
_SPEAKER = re.compile(
    r"^(?:(?:the|an?)\s+)?(?:[\w’'.-]+\s+){1,5}?(?:says?|said|claims?|claimed|insists?|insisted|"
    r"argues?|argued|wrote|writes|told|thinks?|believes?|warns?|warned|announced)\s+(?:that\s+)?\S",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOST_BEHIND = 2
_MAX_READ = 500


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"{_JOINT}(?:{'|'.join(_BEFORE)})", re.I)


@cache
def _brought() -> re.Pattern[str]:
    return re.compile(rf"{_JOINT}(?:{'|'.join(_BROUGHT)})", re.I)


@cache
def _behind() -> re.Pattern[str]:
    mark = r"(?:\s*[,;:.?!\"”]|\s+[–—-]|\s(?=innit))+\s*(?:(?:and|but)\s+)?"
    return re.compile(rf"{mark}(?:{'|'.join(_BEHIND)})\W*$", re.I)


def framed_claim(query: str) -> str | None:
    """The yes-or-no question that ``query`` asks of a statement in a frame; None for any other.

    "Is it true that it sank?" of "Somebody told me that it sank. Is that right?".
    """
    words = query.strip()
    if len(words) > _MAX_READ or _MAY_FRAME.search(words) is None:
        return None
    rest = _WITHIN.sub(" ", words)
    framed = rest != words
    for _ in range(_MOST_BEHIND):
        if (behind := _behind().search(rest)) is None:
            break
        rest, framed = rest[: behind.start()], True
    before = _before().match(rest)
    if before is not None:
        rest = rest[before.end() :]
    elif not framed:
        return None
    elif (brought := _brought().match(rest)) is not None:
        rest = rest[brought.end() :]
    else:
        rest = strip_opening(rest)
    lead, colon, behind_colon = rest.rpartition(": ")
    claim = (behind_colon if colon and is_scene(lead) else rest).strip(_MARKS)
    if len(claim.split()) < _LEAST or _SPEAKER.match(claim) is not None:
        return None
    if _ASKED.match(claim) is not None:
        # "Yes or no: did it sink?" asks by itself; with nothing before it, so did the whole.
        return None if before is None else f"{claim[0].upper()}{claim[1:]}?"
    clause = before is not None and before[0].rstrip().casefold().endswith("that")
    if not (clause or _has_verb(claim)) or _OPENS.match(claim) is not None:
        return None
    if before is None and re.search(r"[?!]\s", claim):
        return None
    first = claim.split(" ", 1)[0]
    if first.lower() in EMPTY_WORDS and not first.isupper():
        claim = claim[0].lower() + claim[1:]
    return f"Is it true that {claim}?"


def _has_verb(claim: str) -> bool:
    """Whether ``claim`` may be a clause: "a refund for the toll" is none."""
    words = [word.casefold() for word in _WORD.findall(claim)[1:]]
    return any(
        word in FINITE_VERBS or word in AUXILIARIES or word in SAYING or word.endswith("ed")
        or word.removesuffix("n't") in AUXILIARIES or (word.endswith("s") and word not in PLURALS)
        for word in words
    )  # fmt: skip
