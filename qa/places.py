"""Questions for a part of the text itself: its lead, its last line, the section on trade.

Nobody has to read for them: the text's own order answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.articles import Article
from corpus.sentences import Sentence
from index.lexical import split_words
from qa.question_frames import THE_TEXT
from qa.read_questions import as_asked
from qa.understanding import Place, Unit
from qa.whole_forms import WholeForms

_MAX_READ = 300
_ORDINALS = {
    "first": 1, "opening": 1, "initial": 1, "introductory": 1, "lead": 1, "top": 1, "second": 2,
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "last": -1, "final": -1, "closing": -1, "concluding": -1, "penultimate": -2,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8,
    "9th": 9, "10th": 10,
}  # fmt: skip
_CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_UNITS = {
    "sentence": Unit.SENTENCE, "line": Unit.SENTENCE, "paragraph": Unit.PARAGRAPH,
    "para": Unit.PARAGRAPH, "section": Unit.SECTION,
}  # fmt: skip
# One paragraph, by a name of its own; but an opening may be of a bridge and a lead of a race.
_STARTS = r"lead|lede|opening|beginning|start|intro|introduction"
_ENDS = r"end|ending|close|closing|conclusion"
_OF_TEXT = rf"\s+(?:of|in|to)\s+{THE_TEXT}"
_COUNTED = rf"(?:very\s+)?(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?P<unit>{'|'.join(_UNITS)})"
# "The opening news", "the headline claim", and no "opening statement": a court hears those.
_TOLD = r"(?:(?:opening|lead|top|headline)\s+(?:news|claim|item|story))"
_HEADED = (
    rf"(?:(?:section|chapter)(?:{_OF_TEXT})?\s+(?:on|about|called|titled|entitled|headed|named|under)"
    r"(?:\s+the\s+heading)?\s+[\"'“‘]?(?P<heading>[^\"“”?]+?)[\"'”’]?"
    r"|(?:section|chapter|heading)\s+[\"'“‘](?P<quoted>[^\"“”?]+?)[\"'”’]"
    r"|[\"'“‘]?(?P<headed>(?!(?:very\s+)?(?:first|last|final|next)\b)[^\"“”?]+?)[\"'”’]?\s+section)"
)
# "Section 3" may be of a law, and "line 3" of a metro.
_NUMBERED = (
    r"(?P<numbered>para(?:graph)?|sentence)\.?\s+(?:no\.?\s*|number\s+)?"
    rf"(?P<digits>[1-9]\d?|{'|'.join(_CARDINALS)})(?:{_OF_TEXT})?"
)
_THE = rf"(?:the|{THE_TEXT}['’]s)\s+"
_NAMED_PART = rf"(?:{_STARTS}){_OF_TEXT}|(?P<end>{_ENDS}){_OF_TEXT}"
# Nothing else says something.
_SAYING = (
    rf"(?:{_THE}(?:{_COUNTED}(?:{_OF_TEXT})?|{_TOLD}(?:{_OF_TEXT})?|lead|lede|opening|{_NAMED_PART}"
    rf"|{_HEADED}(?:{_OF_TEXT})?)|{_NUMBERED})"
)
# "What is the last sentence?" may be of a court; only the reader can tell.
_STANDING = (
    rf"(?:the\s+(?:{_COUNTED}{_OF_TEXT}|(?:very\s+)?(?P<nth>{'|'.join(_ORDINALS)})\s+para(?:graph)?"
    rf"|{_TOLD}(?:{_OF_TEXT})?|(?P<unsure>lead|lede)|{_NAMED_PART}|{_HEADED}(?:{_OF_TEXT})?)"
    rf"|{THE_TEXT}['’]s\s+(?:very\s+)?(?P<own_ordinal>{'|'.join(_ORDINALS)})\s+"
    rf"(?P<own_unit>{'|'.join(_UNITS)})|{_NUMBERED})"
)
_QUOTED = (
    rf"(?:{_THE}(?:{_COUNTED}(?:{_OF_TEXT})?|{_TOLD}(?:{_OF_TEXT})?|lead|lede|{_NAMED_PART}"
    rf"|{_HEADED})|{_NUMBERED})"
)
_FRAGMENT = (
    rf"(?:{_THE}(?:{_COUNTED}(?:{_OF_TEXT})?|{_TOLD}(?:{_OF_TEXT})?|{_NAMED_PART})|{_NUMBERED})"
)
_PLEASE = r"^\W*(?:(?:can|could|would|will)\s+(?:you|we|i)\s+)?(?:please\s+)?"
_SAYS = r"(?:say|state|tell(?:\s+(?:me|us))?|read|claim|report|mention)"
_HINT = (
    r"\b(?:sentence|line|para|paragraph|section|chapter|heading|under|lead|lede|opening|beginning|"
    r"start|intro|introduction|end|ending|close|closing|conclusion|begin|open|conclude|finish|top|"
    r"headline)\b"
)
_SPEAKS = WholeForms(
    rf"what\s+does\s+{_SAYING}\s+{_SAYS}",
    rf"how\s+does\s+{_SAYING}\s+read",
    r"what(?:['’]s|\s+is)\s+(?:(?:said|stated|written|reported|told)\s+)?(?:in|at)\s+"
    + _STANDING,
    rf"what(?:['’]s|\s+is)\s+{_STANDING}",
    r"(?:quote|repeat|cite|print|copy|(?:read|give|show|send)(?:\s+(?:me|us|out|back))*)\s+"
    + _QUOTED,
    _FRAGMENT,
    r"(?:how|with\s+what)\s+does\s+(?:the|this)\s+(?:news\s+)?(?:article|briefing|text|story)\s+"
    r"(?:begin|start|open|(?P<ends>end|close|conclude|finish))",
    r"what\s+is\s+(?:said|written|reported)\s+under\s+(?:the\s+heading\s+)?"
    r"[\"'“‘](?P<heading>[^\"“”?]+?)[\"'”’]",
    hint=_HINT,
    opening=_PLEASE,
)
_SOURCE = (
    r"(?:sources?|outlets?|credited|cited|given|named|quoted|attributed|behind|backs?)"
)
_ASKS_WHO = r"(?:who|whom|which|what|whose)\b"
_CREDITS = WholeForms(
    rf"{_ASKS_WHO}[^?]{{0,60}}?\b{_SOURCE}\b[^?]{{0,20}}?\s"
    rf"(?:for|of|in|behind|by)\s+{_STANDING}",
    rf"(?:to\s+)?{_ASKS_WHO}[^?]{{0,60}}?\s{_STANDING}\s+(?:is\s+)?(?:attributed|credited|"
    r"ascribed|sourced|rests?|based|rel(?:y|ies)|cites?|quotes?|credits?|names?)"
    r"(?:\s+(?:to|on|from))?",
    rf"where\s+(?:is|does)\s+{_STANDING}(?:\s+(?:come|taken|drawn))?\s+from",
    hint=_HINT,
)


def place_asked(question: str) -> Place | None:
    """The part of the text that ``question`` asks for; None where it asks for none."""
    if len(question) > _MAX_READ:
        return None
    for asked in (as_asked(question), question):
        for forms, credits in ((_SPEAKS, False), (_CREDITS, True)):
            if (found := forms.match(asked)) is not None:
                return _place(found.groupdict(), credits=credits)
    return None


def _place(groups: dict[str, str | None], *, credits: bool) -> Place:
    sure = not groups.get("unsure")
    if digits := groups.get("digits"):
        counted = _UNITS[(groups["numbered"] or "").lower()]
        number = _CARDINALS.get(digits.lower()) or int(digits)
        return Place(counted, number=number, credits=credits)
    ordinal = groups.get("ordinal") or groups.get("own_ordinal")
    unit = groups.get("unit") or groups.get("own_unit")
    if ordinal and unit:
        return Place(_UNITS[unit.lower()], number=_ORDINALS[ordinal.lower()], credits=credits)
    heading = groups.get("heading") or groups.get("quoted") or groups.get("headed")
    if heading:
        return Place(Unit.SECTION, heading=frozenset(split_words(heading)), credits=credits)
    if nth := groups.get("nth"):
        number = _ORDINALS[nth.lower()]
    else:
        number = -1 if groups.get("end") or groups.get("ends") else 1
    return Place(Unit.PARAGRAPH, number=number, credits=credits, sure=sure)


def sentences_at(
    place: Place, article: Article, sentences: Sequence[Sentence]
) -> tuple[Sentence, ...]:
    """Those of ``sentences``, all of ``article`` in their order, that stand at ``place``.

    Empty where the article has no such part.
    """
    if place.number is None:
        return tuple(
            one
            for one in sentences
            if place.heading and place.heading <= frozenset(split_words(one.heading or ""))
        )
    parts = _parts(place.unit, article, sentences)
    at = place.number - 1 if place.number > 0 else len(parts) + place.number
    return parts[at] if 0 <= at < len(parts) else ()


def _parts(
    unit: Unit, article: Article, sentences: Sequence[Sentence]
) -> list[tuple[Sentence, ...]]:
    """``sentences`` one by one, by paragraph or by section, in their order."""
    if unit is Unit.SENTENCE:
        return [(one,) for one in sentences]
    # Lines that end within a sentence are a page's; where none do, a line is a paragraph.
    wrapped = any("\n" in one.text for one in sentences)
    ends = re.compile(r"\n\s*\n" if wrapped else r"\n")
    parts: list[list[Sentence]] = []
    for one in sentences:
        before = parts[-1][-1] if parts else None
        if (
            before is not None
            and one.heading == before.heading
            and not (
                unit is Unit.PARAGRAPH
                and ends.search(article.text, before.span.end, one.span.start)
            )
        ):
            parts[-1].append(one)
        else:
            parts.append([one])
    return [tuple(part) for part in parts]
