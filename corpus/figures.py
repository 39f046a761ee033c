"""Whose figures they are: "data from the port show", "Kpler data show", "puts the toll at 30"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.lexicon import words_of
from corpus.noun_phrases import Token
from corpus.spans import Span
from corpus.subject_phrases import subject_words
from corpus.who_speaks import is_of_speakers, is_somebody

_FIGURES = words_of("data figures numbers statistics records")
_SHOW = words_of("show shows showed suggest suggests suggested indicate indicates indicated")
# What every sentence holds that rests on figures.
_MAY_TELL = re.compile(
    r"(?i:\b(?:data|figures|numbers|statistics|records|estimates)\s|\sputs?\sthe\s)"
)
_PUBLISHED = r"(?:(?:compiled|collected|gathered|released|published|provided|issued)\s+)?"
_FROM = re.compile(
    rf"\b(?:data|figures|numbers|statistics|records|estimates)\s+{_PUBLISHED}(?:from|by)\s+"
    r"([^\s,.;:“”\"()][^,;:“”\"()]{1,70}?)\s+"
    r"(?:show|shows|showed|suggest|suggests|suggested|indicate|indicates|indicated)\b"
    # What they show is told in a clause, or was told before: no "records show a loss".
    r"(?=\s+that\b|\s*[,.:;]|\s*$)",
    re.IGNORECASE,
)
# Of whom the figures are that a phrase consists of: "official data from the port".
_MADE_BY = re.compile(
    rf"(?:the\s+)?(?:[\w-]+\s+){{0,2}}(?:data|figures|numbers|statistics|estimates)\s+{_PUBLISHED}"
    r"(?:from|by)\s+(?=\S)",
    re.IGNORECASE,
)
# "Puts the cost of both at €140m"; a deal does so, too, but no deal is somebody.
_PUT_AT = re.compile(
    r"\bputs?\s+the\s+(?:[\w-]+\s){0,2}(?:toll|costs?|price|number|loss|losses|value|damage|odds|"
    r"chances?|figure|sum|amount|total|share|bill|deficit|turnout|drop|fall|rise|increase|decline|growth|"
    r"output|rate|probability|shortfall|surplus|backlog|volume)\s(?:(?:of|in|from|to|for)\s"
    r"[^,.;:]{2,50}?\s)?at\s(?:[a-z]+\s){0,3}[$€£¥]?\d(?![\d.,]*\s?[ap]\.?m\b)",
)
_OF_A_COUNTRY = re.compile(r"(?:.*(?:ish|ese|an|ch)|u\.?[sk]\.?|e\.?u\.?)")


def find_figures(body: str, tokens: Sequence[Token]) -> Iterator[tuple[Span, bool]]:
    """Whoever the figures come from that ``body``, whose quotations are masked, rests on.

    And whether that is somebody for sure: "Bloomberg data show", at the start of a sentence,
    are no other than "Recent data show" to those who know no publisher.
    """
    if _MAY_TELL.search(body) is None:
        return
    for made in _FROM.finditer(body):
        if is_somebody(made[1]):
            yield Span(*made.span(1)), True
    at = {token.start: index for index, token in enumerate(tokens)}
    for put in _PUT_AT.finditer(body):
        verb = at.get(put.start())
        found = subject_words(tokens, verb) if verb else None
        if found is not None:
            span = Span(tokens[found[0]].start, tokens[found[1]].end)
            if is_somebody(span.of(body)):
                yield span, True
    for index in range(2, len(tokens)):
        figures = tokens[index - 1]
        if tokens[index].low in _SHOW and figures.low in _FIGURES and not figures.capital:
            owner = _owner_before(tokens, index)
            if owner is not None:
                yield owner


def maker_within(words: str) -> int:
    """Where in ``words`` those begin who made the figures that they are about; 0 if none."""
    made = _MADE_BY.match(words)
    return made.end() if made is not None and is_somebody(words[made.end() :]) else 0


def _owner_before(tokens: Sequence[Token], verb: int) -> tuple[Span, bool] | None:
    """ "Kpler" of "Kpler data show", "the ministry" of "the ministry figures show"."""
    behind = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if behind is not None and behind.is_word and behind.low != "that":
        return None
    found = subject_words(tokens, verb)
    if found is None or found[1] - found[0] < 1:
        return None
    start, last = found[0], found[1] - 1
    owner = tokens[last]
    named = owner.capital and _OF_A_COUNTRY.fullmatch(owner.low) is None
    body = is_of_speakers(owner.low) and not owner.low.endswith("s")
    if not (named or body):
        return None
    return Span(tokens[start].start, owner.end), body or last > 0
