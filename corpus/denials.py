"""What is denied or owned up to as a statement: "denied selling it", "admits taking the money".

A court denies an appeal, and a ministry denies somebody a visa; neither says anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.calendar import CALENDAR_WORDS
from corpus.lexicon import PREPOSITIONS, words_of
from corpus.noun_phrases import Token

DENYING = words_of("deny denies denied")
ADMITTING = words_of("admit admits admitted")
_PERFECT = words_of("having being knowing ever")
_BEHIND_GERUNDS = words_of("a an the any his her its their him them it that this these those")
_BLAME = words_of(
    """link links involvement wrongdoing knowledge role responsibility intention intentions plan
    plans connection connections part guilt complicity ties"""
)
_CHARGES = words_of(
    """charge charges allegation allegations accusation accusations report reports rumour rumours
    rumor rumors suggestion suggestions story stories"""
)
_THE = words_of("the this these those all both such his her its their any")
_ENDS = frozenset(",.;)!?—–")
# "Denied this on Monday", "denied it when asked".
_BEHIND_IT = CALENDAR_WORDS | words_of("on in at when and but but yesterday today later again")
# Nouns: "denied housing to migrants", "admitted nursing staff".
_NOUNS = words_of(
    """housing funding parking boarding training planning building financing nursing schooling
    lending banking broadcasting advertising pricing hearing hearings nothing anything something
    everything evening morning king wedding operating working voting fishing mining drilling
    landing paying playing trading sailing standing incoming outgoing visiting remaining existing"""
)
# "Denied building permits"
_GRANTED = words_of(
    "permission permissions permit permits right rights licence licences license licenses access"
)
_MANY = words_of("people children men women families")
_NEVER_OBJECTS = PREPOSITIONS | words_of("to and or but nor is are was were be been")
_JUDGES = words_of(
    """court courts judge judges tribunal magistrate magistrates panel justices chamber
    arbitrator arbitrators registrar umpire jury"""
)


def denies(tokens: Sequence[Token], verb: int, within: int) -> bool:
    """Whether what the verb at ``verb`` denies is something said, or done."""
    behind = tokens[verb + 1 : verb + 1 + within]
    first, second = behind[0].low, behind[1].low if len(behind) > 1 else "."
    judged = bool(verb) and any(token.low in _JUDGES for token in tokens[max(0, verb - 4) : verb])
    if first in ("this", "it", "that") and not judged:
        heard = first == "this" and second == "to"  # "denied this to Reuters"
        return heard or second in _ENDS or second in _BEHIND_IT
    if first in _THE | _CHARGES and not judged:
        charge = next((at for at, one in enumerate(behind[:4]) if one.low in _CHARGES), None)
        if charge is not None and all(one.is_word for one in behind[:charge]):
            return True
    if first == "any":
        return any(token.low in _BLAME for token in behind[1:4])
    return first in _BLAME & words_of("wrongdoing involvement responsibility") or _is_deed(behind)


def admits(tokens: Sequence[Token], verb: int, within: int) -> bool:
    """Whether the verb at ``verb`` tells what its subject owns up to having done."""
    behind = tokens[verb + 1 : verb + 1 + within]
    return behind[0].low not in ("being", "ever") and _is_deed(behind)


def _is_deed(behind: Sequence[Token]) -> bool:
    first, second = behind[0].low, behind[1].low if len(behind) > 1 else "."
    if first in _PERFECT:
        return second[0].isalpha()
    if not first.endswith("ing") or len(first) < 5 or behind[0].capital or first in _NOUNS:
        return False
    if len(behind) < 2 or second in _BEHIND_GERUNDS or behind[1].capital or second in '“"«':
        return len(behind) > 1
    # "Admitted dying patients": whoever is many may be what the gerund describes.
    object_ = behind[1].is_word and second not in _NEVER_OBJECTS | _MANY
    alone = object_ and not second.endswith("s")
    return alone and all(token.low not in _GRANTED for token in behind[1:4])
