"""Nouns that may stand for an outlet named before, and what else each of them may mean."""

from __future__ import annotations

import re

from corpus.letters import CAPITAL
from corpus.lexicon import words_of
from corpus.publishers import OutletKind

_NEWSPAPER = frozenset({OutletKind.NEWSPAPER})
_MAGAZINE = frozenset({OutletKind.MAGAZINE})
_BROADCASTER = frozenset({OutletKind.BROADCASTER})
_AGENCY = frozenset({OutletKind.AGENCY})
_SITE = frozenset({OutletKind.DIGITAL})
_ANY = _NEWSPAPER | _MAGAZINE | _BROADCASTER | _AGENCY | _SITE
SORTS = {
    **dict.fromkeys(words_of("paper newspaper daily tabloid broadsheet"), _NEWSPAPER),
    "think tank": frozenset({OutletKind.THINK_TANK}),
    "weekly": _NEWSPAPER | _MAGAZINE,
    **dict.fromkeys(words_of("magazine monthly fortnightly journal"), _MAGAZINE),
    **dict.fromkeys(words_of("broadcaster station channel network radio"), _BROADCASTER),
    **dict.fromkeys(words_of("programme program podcast show"), _BROADCASTER),
    **dict.fromkeys(words_of("agency newswire wire"), _AGENCY),
    **dict.fromkeys(words_of("site website portal"), _SITE),
    **dict.fromkeys(words_of("outlet publication newsroom"), _ANY),
}
# Nouns for any publisher, and for little else.
OF_ANY = words_of("outlet publication newsroom")
AIRING = words_of("station channel network")  # in what is aired people speak
# Nouns of much else, too: what was told to them, or was reported by them, shows what is meant.
PROGRAMMES = words_of("programme program podcast show")
UNSURE = PROGRAMMES | words_of(
    "agency station channel network radio wire site website portal outlet publication"
)
# So do these to other people's papers and words, where no agency of the state does them.
PUBLISHING = re.compile(
    r"(?:spoke|speaks|talked|talks) (?:to|with)|interview(?:s|ed)|publishe[sd]|post(?:s|ed)|aired|"
    r"broadcasts?|quote[sd]|quotes|cite[sd]|cites|obtained|reviewed|verified"
)
KIND_OF_INSTITUTE = (
    r"(?:group|institute|institution|cent(?:er|re)|foundation|endowment|council|forum)"
)
# With one of these, and no other word, an agency or a station is the press's.
_PRESS = r"(?:news|press|wire|radio|tv|television)"
_TAIL = (
    r"[’'](?:\s|s\s+)(?:[\w-]+\s+)?(?:report|reporting|investigation|analysis|editorial|leader|"
    r"commentary|correspondent|reporter|columnist|article|story|website|poll|survey|tally|count|"
    r"readers|viewers|listeners)"
)
NOUN = re.compile(
    rf"(?:the|this)\s+(?P<same>same\s+)?(?P<kind>(?!(?:{_PRESS}|think)\s)[\w-]+\s+)?"
    rf"(?P<press>{_PRESS}\s+)?(?P<noun>{'|'.join(SORTS)})(?P<tail>{_TAIL})?(?![\w’'-])",
    re.IGNORECASE,
)
# As it stands at the head of a sentence, for patterns.
PRESS_NOUN = rf"(?:same\s+)?(?:[\w-]+\s+)?(?:{_PRESS}\s+)?(?:{'|'.join(SORTS)})"
SINGULARS = {
    f"{noun[:-1]}ies" if noun.endswith(("cy", "ly")) else f"{noun}s": noun for noun in SORTS
}
# In small letters: "both papers", "the two news agencies".
SEVERAL = (
    r"(?:both(?:\s+of\s+the)?|the\s+(?:two|three|four|five)|all\s+(?:three|four|five)|the)\s+"
    rf"(?:{_PRESS}\s+)?(?P<plural>{'|'.join(SINGULARS)})"
)
_BASED = re.compile(r"[\w-]+-(?:based|owned|run|language|leaning)\s+")
_PLACE = re.compile(rf"(?!White|Green|\w+day\s){CAPITAL}[\w-]+\s+")
# "The Russian paper", but "the Harvard paper" is no newspaper.
_NATION = re.compile(r"\w+(?:ish|ese|an|ch|i|ic)\s+")
# What "the paper" may mean as well, once it was named: something that was researched or drawn up.
_RESEARCH = r"stud(?:y|ies)|preprint|research\w*|authors?|scientists?|whitepaper"
_OFFICES = (
    r"(?:Administration|Authority|Bureau|Service|Commission|Organi[sz]ation|"
    r"Inspectorate|Regulator|Board)"
)
OFFICE = re.compile(rf"\b{_OFFICES}\b", re.IGNORECASE)
RIVALS = {
    noun: re.compile(
        rf"\b(?:{'|'.join(sorted(other for other in SORTS if SORTS[other] & SORTS[noun]))})s?\b"
        + (rf"|\b(?:{_RESEARCH})\b" if noun == "paper" else "")
        + (rf"|\bagencies\b|\b{_OFFICES}\b" if noun == "agency" else ""),
        re.IGNORECASE,
    )
    for noun in SORTS
}
# The sentence before has to name it, and so no other.
RIVALS |= dict.fromkeys(PROGRAMMES, re.compile(r"(?!)"))
RIVALS |= dict.fromkeys(
    OF_ANY,
    re.compile(
        r"\b(?:outlet|publication|newsroom|newspaper|magazine|broadcaster|tabloid|"
        r"news\s+(?:site|agency))s?\b",
        re.IGNORECASE,
    ),
)


def is_told_by_home(kind: str, noun: str) -> bool:
    """Whether ``kind``, before ``noun``, tells where an outlet is: "the London-based daily".

    "The local daily" may be any, and "the UN agency" is none.
    """
    if _BASED.fullmatch(kind):
        return True
    if _PLACE.fullmatch(kind) is None or (noun in UNSURE and noun not in OF_ANY):
        return False
    return noun != "paper" or _NATION.fullmatch(kind) is not None
