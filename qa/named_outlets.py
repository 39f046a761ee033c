"""Outlets that a question names, and whether it asks what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.outlets import OutletList
from corpus.spans import Span
from qa.outlet_slots import AFTER_SAYING, find_slots, publisher_name, resolve_in_slot
from qa.understanding import NamedOutlet

_AFTER = re.compile(
    rf"{AFTER_SAYING}"
    r"|^(?:['’]s?)\s+(?:\w+\s+)?(?:report|reports|reporting|story|stories|article|articles|view|"
    r"views|take|account|coverage|claim|claims|"
    r"position|analysis|piece|line|version|words|opinion|stance|statement|statements|perspective|"
    r"information|arguments?|assessment|contribution|angle|points?|messages?|findings?|verdict|"
    r"judge?ment|observations?|comments?|remarks?|conclusions?|reading|description|"
    r"interpretation|input|material)\b"
    r"|^\s+(?:report|reports|reporting|coverage|article|articles|piece|story|view|views|opinion|"
    r"claims?|take|quotes?|statements?|version|analysis|information)\b"
    r"|^\s+(?:is\s+|was\s+|being\s+|get\s+|been\s+|as\s+)*(?:cited|quoted|credited|mentioned|"
    r"named|a\s+source|(?:(?:comes|came|turns|turned|shows|showed)\s+up|appears?|appeared|figures|figured|"
    r"features|featured)\s+as\s+an?\s+source(?!\s+of\s+(?!news\b|information\b))|"
    r"one\s+of\s+the\s+sources|among\s+the\s+sources|listed|used|referenced)\b"
    r"|^\s+(?:got|have|has|had)\s+(?:anything\s+|something\s+|to\s+say\s+|for\s+us\s+|"
    r"us\s+)?(?:on|about|to\s+say|regarding|for\s+us)\b",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:according\s+to|per|as\s+per|(?:credited|ascribed|attributed?)\s+to|"
    r"(?:we|you|they|i|it)\s+(?:credit|ascribe)s?\s+to|on\s+the\s+(?:authority|word)\s+of|"
    r"(?:reported|published|written|said|quoted|cited|covered|claimed|stated|credited|provided|"
    r"contributed|supplied)\s+(?:by|in|to)|"
    r"(?:report|reports|reporting|article|articles|story|stories|claims?|quotes?|information|news"
    r"|coverage|anything|something|nothing|what|have|got|get|comes?|came|coming|taken|is|are|"
    r"everything|sentences?|statements?|passages?|parts?|view|views|opinion|position|take|facts?|"
    r"all|items?|lines?|words|know|learn|read|hear|it|that|this)\s+"
    r"(?:\w+\s+){0,2}?(?:by|from|in|of)|have\s+from|"
    r"(?:rests?|rely|relies|based|draws?|drawn)\s+(?:up)?on|"
    r"(?:be|is|been)\s+(?:known|learned|learnt|heard)\s+from|source[sd]?\s+(?:to|from)|quoting|citing|"
    r"(?:does|do|did|is|are)\s+(?:the\s+|this\s+)?(?:article|briefing|text|piece|it|you|report|"
    r"story|author)\s+(?:also\s+|even\s+|ever\s+)?(?:quote|cite|mention|credit|use|name|"
    r"refer\s+to|rely\s+on|draw\s+on|include|contain)|"
    r"what\s+(?:does\s+|do\s+|did\s+)?(?:says?|said|writes?|wrote|reports?|reported|thinks?|"
    r"thought|claims?))\s*(?:the\s+)?$"
    r"|^\W*(?:(?:and|or|but|so|also|then|please)\W+)*(?:(?:what|how)\s+about|as\s+for|from|in|by|"
    r"quote|cite|quoting|citing|show\s+me|only|just|try|give\s+me)?\s*(?:the\s+)?$"
    r"|[—–]\s*(?:and|or|but|also|what\s+about)?\s*(?:from\s+|in\s+|by\s+|about\s+)?(?:the\s+)?$",
    re.I,
)
# Nothing but the name before it: it is asked of if nothing, or only "on …", follows.
_OPENS = re.compile(
    r"^\W*(?:(?:and|or|but|so|also|then|please)\W+)*(?:(?:what|how)\s+about|as\s+for|show\s+me|"
    r"only|just|try|give\s+me)?\s*(?:the\s+)?$"
    r"|[—–]\s*(?:and|or|but|also|what\s+about)?\s*(?:the\s+)?$",
    re.I,
)
_OPENS_WITH = re.compile(r"^\s*\W*$|^\s*(?:on|about|regarding|concerning)\b|^\s*[:,–—-]\s", re.I)
_HOLDER = re.compile(r"\b(?:for|at|to|with|than|against)\s+(?:the\s+)?$", re.I)
_ACCORDING = re.compile(
    r"\b(?:according\s+to|attributed\s+to|credited\s+to|ascribed\s+to|sourced?\s+to|refer\s+to|"
    r"said\s+to|cited\s+to)\s+(?:the\s+)?$",
    re.I,
)
_ALSO_ASKED = re.compile(
    r"^\s*(?:,|and|or|&|/|,\s*(?:and|or))\s*(?:(?:by|from|in)\s+)?(?:the\s+)?$", re.I
)
_EITHER = re.compile(r"^\s*,?\s*or\s+(?:rather\s+)?(?:(?:by|from|in)\s+)?(?:the\s+)?$", re.I)
_YES_NO = re.compile(
    r"(?:^|[—–.!?:]\s*)\W*(?:(?:and|so|but|or|ok)\W+)*(?:is|was|are|were)\b[^.?!]*$", re.I
)
_EXCLUDES = re.compile(
    r"\b(?:except(?:\s+for)?|excluding|besides|(?:apart|aside)\s+from|other\s+than|rather\s+than|"
    r"instead\s+of|who\s+but|anyone\s+but|everyone\s+but)\s+(?:the\s+)?$",
    re.I,
)
# A question shows within these many characters what it wants of a name.
_SEEN_BEFORE, _SEEN_AFTER = 120, 80


def find_named_outlets(
    query: str, known: OutletList, credited: Iterable[str]
) -> tuple[NamedOutlet, ...]:
    """The outlets named in ``query``: known ones, and those the library credits.

    Where a question asks what somebody reports, a slip of the pen is forgiven,
    and a name that can only be a publisher's is one, though nobody knows it.
    """
    credited = tuple(credited)
    found = [
        (span, outlet.name)
        for span, outlet in known.find_in(query, any_case=True)
        if not outlet.is_ambiguous(span.of(query)) or span.of(query)[0].isupper()
    ]
    covered = {place for span, _ in found for place in range(span.start, span.end)}
    for name in credited:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", query, re.I):
            span = Span(*match.span())
            if covered.isdisjoint(range(span.start, span.end)):
                found.append((span, name))
                covered.update(range(span.start, span.end))
    asked = {span for span, _ in found if _is_asked_of(query, span)}
    for slot in find_slots(query):
        if any(slot.span.overlap(span) for span, _ in found):
            continue
        hit = resolve_in_slot(query, slot, known, credited) or publisher_name(query, slot)
        if hit is not None:
            found.append(hit)
            asked.add(hit[0])
    found.sort()
    asked |= _coordinated(query, [span for span, _ in found], asked)
    excluded = {span for span, _ in found if _EXCLUDES.search(query[: span.start]) is not None}
    return tuple(
        NamedOutlet(
            name, span.of(query), span, span in asked and span not in excluded, span in excluded
        )
        for span, name in found
    )


def without_those_left_out(query: str, outlets: Sequence[NamedOutlet]) -> str:
    """``query`` without an opening that says whose word is not wanted, where that one is all.

    "Apart from Reuters, how many were hurt?" asks how many were hurt.
    """
    if len(outlets) != 1 or not outlets[0].excluded:
        return query
    opening = _EXCLUDES.search(query[: outlets[0].span.start])
    if opening is None or query[: opening.start()].strip():
        return query
    asked = query[outlets[0].span.end :].lstrip()
    if not asked.startswith(","):
        return query
    asked = asked[1:].strip()
    return asked[:1].upper() + asked[1:] or query


def _is_asked_of(query: str, span: Span) -> bool:
    before = query[max(0, span.start - _SEEN_BEFORE) : span.start]
    after = query[span.end : span.end + _SEEN_AFTER]
    if _OPENS.search(before) and (
        _OPENS_WITH.search(after) or (not before.strip() and _AFTER.match(after))
    ):
        return True
    if _OPENS.search(before) and not _AFTER.match(after):
        return False
    if _BEFORE.search(before) and not re.match(r"\s+\w+\s+who\b", after):
        return True
    if _AFTER.match(after) is None:
        return False
    return _HOLDER.search(before) is None or _ACCORDING.search(before) is not None


def _coordinated(query: str, spans: list[Span], asked: set[Span]) -> set[Span]:
    """Outlets joined to one that is asked of, and the two of "is that A or B?"."""
    more = set(asked)
    pairs = list(pairwise(spans))
    # There and back: "Reuters, AFP and the BBC say" is asked of all three.
    for first, second in (*pairs, *reversed(pairs)):
        between = query[first.end : second.start]
        opening = query[max(0, first.start - _SEEN_BEFORE) : first.start]
        alternatives = _EITHER.match(between) and _YES_NO.search(opening)
        if alternatives or (_ALSO_ASKED.match(between) and (first in more or second in more)):
            more |= {first, second}
    return more
