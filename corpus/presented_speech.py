"""Speakers whom a clause or a participle presents, rather than a verb of saying of their own.

"A commentary by Ada Obi, who argues that …", "Le Soir quoted two parents who said …",
"Ada Obi, a broker quoted by Delo, sees “a rout”", "…, with the mayor warning that …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.lexicon import DETERMINERS, words_of
from corpus.numerals import IN_WORDS
from corpus.press_words import DOCUMENTS
from corpus.spans import Span
from corpus.who_speaks import is_of_speakers, is_somebody

_SAYING = (
    r"(?:say|argue|warn|believe|think|insist|explain|claim|call|fear|urge|suggest|predict|note|"
    r"contend|compare|blame|describe|complain|recall|maintain|admit|conclude|point)"
)
_WHO = (
    r"who\s+(?:(?:also|has|have|now)\s+)?"
    rf"(?:said|told|tells?|wrote|writes|thought|admitted|admits|{_SAYING}(?:s|d|ed)?)\b"
)
_PHRASE = r"([^\s,;:.()“”\"«»¤][^,;:()“”\"«»¤]{1,80}?)"
_DESCRIBED = r"(?:,\s+(?!who\b)[^,;:.()“”\"«»¤]{2,70})?"
_WRITTEN_BY = re.compile(
    r"\b(?:commentary|op-ed|opinion\s+piece|essay|column|article|piece|interview|letter|blog|post|"
    rf"analysis)\s+(?:by|with|from)\s+{_PHRASE}{_DESCRIBED},?\s+{_WHO}"
)
_QUOTED = re.compile(
    r"\b(?:quot(?:es|ed|ing)|cit(?:es|ed|ing)|spoke\s+(?:to|with)|spoken\s+(?:to|with)|"
    rf"speaks\s+(?:to|with)|interview(?:s|ed))\s+{_PHRASE},?\s+{_WHO}"
)
_QUOTED_BY = re.compile(
    rf"\W{{0,3}}{_PHRASE},\s+[^,;:.“”\"]{{2,80}}?\s(?:quoted|cited|interviewed|consulted)\s+by\s+"
    r"[^,;:.“”\"]{2,50},\s+(?:sees|expects|calls|called|fears|hopes|reckons|doubts|blames|"
    r"predicts|foresees|likens|compares|describes|described|dismisses|dismissed|speaks)\b"
)
# ", with the mayor warning that …", "with Ada Obi calling it “a folly”"
_WITH = re.compile(
    rf",\s+with\s+{_PHRASE}\s+(?:(?:saying|warning|arguing|insisting|claiming|adding)\s+that\b|"
    r"(?:calling|describing)\s+[^,;:.“”\"¤]{2,60}?[“\"«])"
)
_WHICH_CITED = re.compile(rf",\s+which\s+(?:cite[sd]|quote[sd])\s+{_PHRASE}\s*(?=[.,;]|$)")
_DIFFERS = re.compile(
    rf"\W{{0,3}}{_PHRASE}{_DESCRIBED},?\s+(?:goes|went)\s+(?:even\s+|much\s+)?further:\s*(?:[“\"«]|$)"
)
_NUMBER = re.compile(IN_WORDS)
_NEVER_FIRST = words_of("that this these those there no any such each every him her them it")


def find_presented(body: str) -> Iterator[Span]:
    """Whoever is presented so in ``body``, whose quotations are masked."""
    for cue, pattern in (
        (" who ", _WRITTEN_BY), (" who ", _QUOTED), (", with ", _WITH), (", which ", _WHICH_CITED)
    ):  # fmt: skip
        for presented in pattern.finditer(body) if cue in body else ():
            if _is_named(presented[1]):
                yield Span(*presented.span(1))
    for cue, opening in ((" by ", _QUOTED_BY), ("further:", _DIFFERS)):
        named = opening.match(body) if cue in body else None
        if named is not None and _is_named(named[1]):
            yield Span(*named.span(1))


def _is_named(words: str) -> bool:
    """Whether ``words`` are somebody and nothing else: "two parents", "Ada Obi"."""
    first = words.split()[0]
    low = first.casefold()
    if low in _NEVER_FIRST or not is_somebody(words):
        return False
    # "A memo dated 9 May" names nobody, "two people who saw the memo" does.
    lows = [word.casefold() for word in words.split()]
    paper = next((at for at, word in enumerate(lows) if word in DOCUMENTS), None)
    if paper is not None and not any(is_of_speakers(word) for word in lows[:paper]):
        return False
    counted = _NUMBER.fullmatch(low) is not None or low.isdigit()
    return first[0].isupper() or low in DETERMINERS or counted or is_of_speakers(low)
