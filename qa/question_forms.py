"""What the words of an answer have to be: a date, a number, a person, yes or no."""

from __future__ import annotations

import re

from qa.understanding import Form

_JOINT = r"^\W*(?:(?:and|so|but|or|then|also|ok|okay|well)\W+)*"
_BEFORE = (
    r"(?:(?:in|on|at|by|for|from|to|with|since|until|till|of|under|around|about|after|"
    r"before|roughly)\s+)?"
)
_WHICH = r"(?:what|which|wich|whichever)\s+"
_QUANTITY = (
    r"(?:number|percentage|per\s?cent|share|amount|price|cost|sum|population|rate|size|total|"
    r"volume|budget|"
    r"proportion|margin|salary|fee|length|height|weight|distance|speed|age|capacity|quantity|"
    r"fraction|value|"
    r"temperature|output|turnover|revenue|profit|bill|wage|fine)"
)
# Read at the beginning of the question that is left without its polite opening.
_OPENINGS = (
    (rf"{_BEFORE}{_WHICH}(?:\w+\s+)?years?\b", Form.YEAR),
    (r"(?:the\s+)?years?\s+(?:of|when|in\s+which)\b", Form.YEAR),
    (
        rf"{_BEFORE}{_WHICH}(?:\w+\s+)?(?:dates?|days?|months?|weekdays?|weeks?|times?|hours?)\b",
        Form.DAY,
    ),
    (rf"{_BEFORE}when\s+(?:exactly|precisely)\b", Form.DAY),
    (rf"{_BEFORE}when\b", Form.DATE),
    (rf"{_BEFORE}{_WHICH}(?:\w+\s+)?(?:century|decade|deadline)\b", Form.DATE),
    (r"(?:the\s+)?exact\s+date\s+(?:of|when|for)\b", Form.DAY),
    (r"(?:the\s+)?date\s+(?:of|when|for)\b", Form.DATE),
    (r"how\s+(?:long\s+ago|soon|recently|early|late)\b", Form.DATE),
    (
        rf"{_BEFORE}how\s+(?:many|much|big|large|old|far|high|tall|wide|heavy|often|long|fast|"
        rf"strong|deep|expensive|costly|small|low)\b",
        Form.NUMBER,
    ),
    (
        # "What is a margin?" asks what the word means.
        rf"(?!what\s+(?:is|are)\s+(?:an?\s+)?{_QUANTITY}\W*$)(?:{_WHICH}|what(?:['’]s|\s+is|\s+was|\s+are|\s+were|\s+will\s+be)\s+(?:the|its|their|"
        rf"his|her)\s+)(?:\w+\s+){{0,2}}?{_QUANTITY}\b(?!\s+of\s+(?:interest|living))",
        Form.NUMBER,
    ),
    (rf"(?:the\s+)?(?:total\s+|exact\s+)?{_QUANTITY}\s+of\b", Form.NUMBER),
    (r"what\s+(?:will|would|does|do|did|has|might|could)\s+(?:\S+\s+){1,6}?cost\b", Form.NUMBER),
    (r"why\b|how\s+come\b|what\s+for\b", Form.REASON),
    (
        r"what(?:['’]s|\s+(?:is|was|are|were))\s+(?:the\s+)?(?:\w+\s+)?(?:reasons?|purpose|"
        r"motives?|motivation|rationale|causes?|point\s+of)\b",
        Form.REASON,
    ),
    (rf"{_BEFORE}{_WHICH}(?:\w+\s+)?(?:reasons?|purpose|motives?|grounds)\b", Form.REASON),
    (
        r"what\s+(?:motivates?|motivated|causes?|caused|drives|drove|prompts?|prompted|led\s+to|"
        r"explains)\b",
        Form.REASON,
    ),
    (r"(?:the\s+)?(?:reasons?|motives?|causes?)\s+(?:for|of|why|behind)\b", Form.REASON),
    (rf"{_BEFORE}(?:who|whom|whose|who['’]s)\b", Form.PERSON),
    (
        rf"{_BEFORE}{_WHICH}(?:\w+\s+)?(?:person|man|woman|people|politician|minister|president|"
        rf"official|expert|spokesman|spokeswoman|spokesperson|professor|judge|leader|author)\b",
        Form.PERSON,
    ),
    (rf"{_BEFORE}where\b", Form.PLACE),
    (
        rf"{_BEFORE}{_WHICH}(?:\w+\s+)?(?:city|town|village|country|place|venue|location|region|"
        rf"continent|state|capital|port|street)\b",
        Form.PLACE,
    ),
    (
        r"(?:is|are|was|were|am|does|do|did|has|have|had|will|would|can|could|may|might|must|"
        r"should|shall|"
        r"(?:is|are|was|were|does|do|did|has|have|had|wo|would|ca|could|should|"
        r"must)n['’]?t)\b(?!\s*,?\s*(?:not\s+)?(?:use|cite|say)\b)",
        Form.YES_NO,
    ),
)
_AT_OPENING = tuple((re.compile(_JOINT + opening, re.I), form) for opening, form in _OPENINGS)
# Where the opening says nothing ("harbour bridge open since when"), the words inside do.
_INSIDE = tuple(
    (re.compile(inside, re.I), form)
    for inside, form in (
        (
            r"\b(?:what|which|wich)\s+year\b|\b(?:launch|start|starting|founding|signing|"
            r"opening)\s+year\b|\byear\s+(?:started|founded|launched|signed)\b",
            Form.YEAR,
        ),
        (
            r"\b(?:what|which)\s+(?:exact\s+)?(?:date|day|month|time)\b|\bwhen\s+exactly\b",
            Form.DAY,
        ),
        (
            r"\b(?:since|until|till|by|from)\s+when\b|(?<!just )\bwhen\s*\W*$|\bwhen\s+(?:will"
            r"|did|does|do|was|were|is|are)\b|\b(?:launch|start|opening|closing|release)\s+date\b",
            Form.DATE,
        ),
        (r"\bhow\s+(?:many|much|big|large|old|far|high|tall|wide|often|long)\b", Form.NUMBER),
        (r"\bwhy\b|\bhow\s+come\b|\bwhat\s+(?:\w+\s+)?reasons?\b", Form.REASON),
        (r"[,;:—–-]\s*(?:by\s+|with\s+|to\s+|for\s+|and\s+)?who(?:m|se)?\b", Form.PERSON),
        (r"[,;:—–-]\s*(?:and\s+|from\s+)?where\b|\bwhere\s*\W*$", Form.PLACE),
    )
)
# Patterns look no further than this from where they start.
_MAX_READ = 400


def form_of(core: str) -> Form:
    """The form that ``core``, a question without its polite opening, asks for.

    Its first question word decides; the ones inside count where there is none.
    """
    opening = core[:_MAX_READ]
    # What is asked on behind a dash is the question: "Does it trade with Israel — since when?"
    _, dash, tail = opening.rpartition(" — ")
    if dash and (form := _form_at_opening(tail)) is not Form.OPEN:
        return form
    if (form := _form_at_opening(opening)) is not Form.OPEN:
        return form
    # "According to Wikipedia, when …": the first comma may close what is no part of the question.
    for comma in re.finditer(r"[,:;]\s+", opening):
        if (form := _form_at_opening(opening[comma.end() :])) not in (Form.OPEN, Form.YES_NO):
            return form
        if form is Form.YES_NO:
            return form
        break
    for pattern, form in _INSIDE:
        if pattern.search(opening):
            return form
    return Form.OPEN


def _form_at_opening(text: str) -> Form:
    for pattern, form in _AT_OPENING:
        if pattern.match(text):
            return form
    return Form.OPEN
