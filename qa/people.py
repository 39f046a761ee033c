"""Which names of a library are people's: whoever "she" can stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.letters import CAPITAL
from corpus.outlets import OutletList
from corpus.sentences import Sentence

PERSONAL_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Minister|Chancellor|Mayor|King|"
    r"Queen|Prince|Princess|Pope|Bishop|Rabbi|Imam|Senator|Governor|General|Colonel|Judge|Justice|"
    r"Ambassador)\b\.?"
)
# A given name, initials, small words, and one name more.
_NAME = (
    rf"{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}\.)*"
    rf"(?:\s+(?:de|da|dos|la|van|von|der|al|bin|ben|el|{CAPITAL}[\w’'-]+)){{1,3}}"
)
_FULL_NAME = rf"(?:^|\s)(?P<name>{_NAME})$"
_TITLED = rf"\b{PERSONAL_TITLE}\s+(?P<name>{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'-]+){{0,2}})"
_PERSONAL_ASIDE = rf"(?<!\w)(?P<name>{_NAME}),\s+(?:who\b|whose\b|aged\s+\d|\d{{2}},)"
# Nouns of which the names of bodies, papers, places and agreements are made.
BODY_WORDS = re.compile(
    r"\b(?:Accords?|Pact|Deal|Agreement|Treaty|Protocol|Convention|Charter|Act|Law|House|Bank|"
    r"Council|Union|States?|Kingdom|Republic|Emirates|Office|Party|Company|Group|Court|Commission|"
    r"Committee|Ministry|Department|University|College|School|Institute|Cent(?:er|re)|Agency|"
    r"League|Press|Fund|Forum|Authority|Organi[sz]ation|Association|Federation|Foundation|Society|"
    r"Survey|Service|Board|Network|Parliament|Assembly|Senate|Congress|Airlines?|Airport|Motors?|"
    r"Foods?|Energy|Partners|Holdings?|International|Without|Borders|Asia|Africa|America|Europe|"
    r"East|West|North|South|Sea|Ocean|Lake|Mount|Islands?|River|Valley|Bay|Port|City|Street|Lane|"
    r"Road|Bridge|Pass|World|Times|Post|News|Standard|Daily|Weekly|Herald|Tribune|Gazette|"
    r"Courier|Journal|Review|Star|Mail|Monitor|Observer|Guardian|Record|Radio|TV|Television)\b"
)
_POSSESSIVE = re.compile(r"[’']s?$")


def people_in(sentences: Iterable[Sentence], outlets: OutletList) -> frozenset[str]:
    """Full names, in lower case, that ``sentences`` use of people, and their last words.

    Somebody who speaks, has a title, an age, or is a "who", and no outlet or body.
    """
    # Only a conversation needs these, so that a single question does not compile them.
    full_name = re.compile(_FULL_NAME)
    told_of = (re.compile(_TITLED), re.compile(_PERSONAL_ASIDE))
    found: set[str] = set()
    for sentence in sentences:
        credit = sentence.attribution
        if credit is not None and credit.speaker is not None:
            found.update(match["name"] for match in [full_name.search(credit.speaker)] if match)
        for pattern in told_of:
            found.update(match["name"] for match in pattern.finditer(sentence.text))
    names = [
        _POSSESSIVE.sub("", name).split()
        for name in found
        if BODY_WORDS.search(name) is None and outlets.resolve(name) is None
    ]
    # An office may stand in front: "Prosecutor Milan Horvat".
    return frozenset(
        " ".join(words[-last:]).casefold() for words in names for last in (1, 2, len(words))
    )
