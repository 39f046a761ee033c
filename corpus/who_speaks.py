"""Words for those who can say something, and the word of a phrase that tells who it is."""

from __future__ import annotations

import re

from corpus.acronyms import is_acronym
from corpus.letters import CAPITAL
from corpus.lexicon import DETERMINERS, PREPOSITIONS, SPEAKING_GROUPS, words_of
from corpus.press_words import DOCUMENTS, PEOPLE_OF_NEWS

_CAPITAL = re.compile(rf"(?:^|-){CAPITAL}")  # "Taqi al-Din"
PERSONS = words_of(
    """activist adult adviser advisor advocate aide ally ambassador analyst attorney author
    backer banker biographer bishop boss broker builder businessman businesswoman bystander
    campaigner candidate captain chairman chairwoman chancellor chief child citizen clergyman
    clerk client coach colleague commander commentator commissioner conservative consul
    consultant contemporary correspondent councillor counsellor crewman critic customer dealer
    delegate democrat deputy designer detective developer diplomat director diver doctor driver
    dweller economist editor employee enemy envoy executive expert eyewitness farmer father
    fisherman foe forecaster friend general governor guest guard guide hardliner head historian
    holder host individual insider inspector investigator investor journalist judge king
    lawmaker lawyer
    leader lecturer legislator lender liberal man manager mayor member migrant minister moderate
    monk mother neighbor neighbour nurse observer officer official operator opponent organiser
    organizer owner parent partner passenger peacekeeper peer person physician pilot planner
    player politician president priest prince producer professor proponent prosecutor publisher
    pundit queen rebel refugee relative reporter representative republican resident retailer
    rival ruler sailor sceptic scholar scientist secretary senator sheriff shopkeeper skeptic
    skipper soldier source specialist spokesman spokesperson spokeswoman strategist student
    successor predecessor supporter survivor teacher technician tenant trader trainer translator
    treasurer tutor negotiator speaker
    veteran victim villager visitor volunteer voter witness woman worker writer youngster"""
)
BODIES = words_of(
    """academy administration agency alliance army association authority bank board body branch
    brigade broker bureau cabinet carrier center centre chamber charity church club coalition
    college commission committee community company confederation congregation congress consortium
    cooperative corporation council counsel court crew delegation department developer
    directorate embassy exchange family federation firm force forum foundation fund government
    group hospital institute institution insurer intelligence journalist jury leadership league
    maker management media military ministry mission monarchy monitor movement navy network
    office operator opposition organisation organization palace panel parliament party police
    presidency prosecution public regime regulator school secretariat senate service side society
    staff start-up startup supplier tank team think tracker tribunal trust union university
    utility watchdog youth"""
)
# Whoever does something, in the plural: "contractors", "cyclists", but not "factors".
_DOERS = ("ers", "ors", "ists", "ians", "ees")
_THINGS = words_of(
    """answers barriers borders chambers computers corners covers disorders errors factors
    fees figures horrors letters margins matters mirrors numbers offers orders others papers
    posters quarters rumors rumours sectors sensors servers terrors trees tremors vouchers
    waters winters"""
)
_MANY = words_of("men women people clergy personnel al")  # "Obi et al."
_ENDS_HEAD = PREPOSITIONS | words_of(
    "around along who that which familiar close speaking not whose near to"
)


def head_of(words: str) -> str:
    """The noun that a phrase is about: "chief" of "the police chief of Bar"."""
    parts = words.split()
    for index, part in enumerate(parts):
        if not index:
            continue
        before = parts[index - 1]
        # "Two people briefed on it", but "two retired officers".
        somebody = before[0].isupper() or is_of_speakers(before)
        did = part.endswith(("ed", "ing")) and somebody and before.casefold() not in DETERMINERS
        # "The WHO" is no clause about somebody.
        if did or (part.casefold().strip(".,") in _ENDS_HEAD and not is_acronym(part)):
            return before
    return parts[-1] if parts else ""


def is_somebody(words: str) -> bool:
    """Whether a phrase names people or a body: by a capital, or by a noun for such."""
    head = head_of(words)
    low = head.casefold().strip(".,")
    if low in DOCUMENTS:
        return False
    return _CAPITAL.search(head) is not None or is_of_speakers(low)


def is_of_speakers(low: str) -> bool:
    """Whether a noun in lower case, or its plural, is one for people or a body."""
    if low.endswith(_DOERS) and low not in _THINGS:
        return True
    singular = low.removesuffix("s")
    if low.endswith("ies"):
        singular = f"{low[:-3]}y"
    if low.endswith("men"):
        singular = f"{low[:-2]}an"
    return not {low, singular}.isdisjoint(PERSONS | BODIES) or low in (
        _MANY | PEOPLE_OF_NEWS | SPEAKING_GROUPS
    )
