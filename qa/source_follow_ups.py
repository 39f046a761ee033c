"""Follow-ups that only ask who says what was just answered: "says who?"."""

from __future__ import annotations

import re
from functools import cache

from qa.source_questions import PRESS_NOUN

_OUTLET_NOUN = rf"(?:{PRESS_NOUN}|(?:source|paper|agency|media|think\s+tank|website)s?|agencies)"
_EITHER_NOUN = rf"{_OUTLET_NOUN}(?:\s+or\s+(?:{_OUTLET_NOUN}|sites?))?"
_BACK = r"(?:that|this|it|so|these|those|him|them)"
# Who denied, doubted or promised it is another question.
_SAID = (
    r"(?:says?|said|reports?|reported|claims?|claimed|writes?|wrote|states?|stated|tells?|"
    r"publish(?:es|ed)?|carried|covered|printed|told\s+(?:you|us))"
)
# "Had reported it", "was reporting that"; who did so first, or as well, is not told.
_BEFOREHAND = r"(?:(?:actually|has|had|have)\s+)"
_SAYING = (
    rf"(?:{_BEFOREHAND}{{0,2}}{_SAID}|(?:is|was|are|were|(?:has|had|have)\s+been)\s+"
    rf"{_BEFOREHAND}?(?:reporting|saying|claiming|writing|carrying))"
)
_SOURCE_FOLLOW_UP = (
    r"^\W*(?:(?:and|but|so|ok|okay|really|sorry|wait|hm+|please)\W+){0,3}(?:"
    r"(?:says?|sez)\s+who(?:m)?(?:\s+(?:exactly|please))?"
    rf"|who(?:\s+exactly|\s+else)?\s+{_BEFOREHAND}{{0,2}}{_SAID}(?:\s+(?:so|{_BACK}|all\s+that))?"
    rf"|who(?:['’]s|\s+is|\s+was)\s+(?:it\s+)?(?:saying|claiming|reporting|writing)(?:\s+{_BACK})?"
    rf"|according\s+to\s+(?:who(?:m)?|which\s+{_OUTLET_NOUN}|what\s+{_OUTLET_NOUN}|what)"
    rf"|by\s+whom\s+(?:is|was)\s+(?:that|this|it)\s+(?:said|reported|claimed|written|stated)"
    rf"|(?:what|where|who)(?:['’]s|\s+is|\s+are|\s+was|\s+were)\s+(?:the|your|that|its|"
    rf"this)\s+(?:sources?|outlets?|credits?|references?)(?:\s+(?:for|of|on|behind)\s+{_BACK})?"
    rf"|(?:do\s+you\s+have\s+|is\s+there\s+|can\s+(?:you|i)\s+(?:give|have|see|name|"
    rf"show)\s+(?:me\s+)?|give\s+(?:me\s+)?|name\s+(?:me\s+)?|show\s+(?:me\s+)?)?(?:your\s+|"
    rf"the\s+|any\s+|a\s+)?(?:sources?|citations?|references?|credits?)(?:\s+(?:please|"
    rf"for\s+{_BACK}|needed|on\s+{_BACK}))*"
    rf"|(?:from\s+|in\s+|by\s+|to\s+)?(?:which|what|whose)\s+{_EITHER_NOUN}(?:\s+(?:is|was)\s+"
    rf"(?:that|this|it)(?:\s+(?:from|in))?|\s+{_SAYING}\s*(?:so|{_BACK})?"
    rf"|\s+(?:is|was)\s+(?:it|that|this)\s+(?:that|which)\s+{_SAID}(?:\s+{_BACK})?)?"
    # "Which site?" alone may be one where something is built.
    rf"|(?:which|what)\s+sites?\s+(?:is|was)\s+{_BACK}\s+from"
    rf"|where\s+(?:is|does|did|was|do|have)\s+(?:that|this|it|you)\s+(?:come\s+|came\s+|get\s+|"
    rf"got\s+|read\s+|find\s+|found\s+|take\s+|have\s+|know\s+|stem\s+|hear\s+)?(?:that|this|"
    rf"it)?\s*(?:from|reported|said|written|stated)?"
    r"|where['’]s\s+(?:that|this|it)\s+from"
    rf"|who(?:m)?\s+(?:is|was|are|were|gets?|do\s+you|does\s+it|"
    rf"does\s+the\s+article)\s+(?:the\s+source|the\s+author\s+of\s+(?:that|this)|credited|cited|"
    rf"quoted|being\s+quoted|credit|cite|quote)(?:\s+(?:for|on|with|as\s+saying|there|"
    rf"here)(?:\s+{_BACK})?)?"
    rf"|whose\s+(?:claim|words?|statement|view|opinion|report|reporting|information|assessment|"
    rf"line)s?\s+(?:is|was|are|were)\s+{_BACK}"
    r"|on\s+(?:whose|what|which)\s+(?:authority|word|evidence)|(?:how|"
    r"where)\s+do\s+you\s+know(?:\s+(?:that|this|it))?|who\s+told\s+you(?:\s+(?:that|this|so))?"
    r"|(?:to\s+whom\s+is\s+(?:that|this|it)\s+(?:attributed|credited))|who\s+is\s+(?:that|this|"
    r"it)\s+(?:attributed|credited)\s+to"
    r")\W*$"
)


@cache
def _pattern() -> re.Pattern[str]:
    # Only a conversation needs it, and it takes long to compile.
    return re.compile(_SOURCE_FOLLOW_UP, re.I)


def asks_for_source(question: str) -> bool:
    """Whether ``question`` only asks who says what was just answered."""
    return len(question) <= 120 and _pattern().match(question) is not None
