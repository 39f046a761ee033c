"""Speakers who are called by what they are and not by a name: "a senior official"."""

from __future__ import annotations

import re

from corpus.lexicon import words_of

# People of whom a text speaks without a name, several or one.
_MANY = words_of(
    """activists advisers advisors aides analysts bankers brokers bystanders campaigners clerks
    colleagues commanders critics delegates diplomats doctors drivers economists employees
    engineers envoys executives experts eyewitnesses fans farmers fighters fishermen friends guards
    guests historians insiders investigators investors labourers lawmakers lawyers managers medics
    men migrants ministers neighbours neighbors negotiators nurses observers officers officials
    owners parents participants passengers people pilots players politicians prosecutors protesters
    rebels recruiters refugees relatives rescuers researchers residents scientists shopkeepers
    soldiers sources staff staffers students supporters survivors teachers tourists traders
    travellers villagers volunteers voters witnesses women workers"""
)
_ONE = words_of(
    """activist adviser advisor aide analyst banker broker bystander campaigner clerk colleague
    commander critic delegate deputy diplomat doctor driver economist employee engineer envoy
    executive expert eyewitness fan farmer fighter fisherman friend guard guest historian insider
    investigator investor labourer lawmaker lawyer manager man medic migrant minister neighbour
    neighbor negotiator nurse observer officer official owner parent participant passenger person
    pilot player politician prosecutor protester rebel recruiter refugee relative rescuer researcher
    resident scientist shopkeeper soldier source staffer student supporter survivor teacher tourist
    trader traveller villager volunteer voter witness woman worker"""
)
# "The mayor", "the chief executive of Shell", "Kovac’s deputy": of one holder of an office it is
# known who that is.
_ANY = words_of("a an one another some any")
_GOES_ON = words_of(
    """of in at from for with who which that close near familiar involved on to and or but there
    here by inside within aboard behind under"""
)
_WORD = re.compile(r"[\w’'.-]*\w")


def is_unnamed(speaker: str) -> bool:
    """Whether ``speaker``, as the article words it, is people without a name."""
    # "Ada Obi, an engineer": whoever is named, is named first.
    words = _WORD.findall(speaker.partition(",")[0])
    if words:
        words[0] = words[0].casefold()
    if not {"named", "called"}.isdisjoint(words):
        return False
    for at, word in enumerate(words):
        if word not in _MANY and not (word in _ONE and words[0] in _ANY):
            continue
        # The head of the phrase: "the teachers union" is a body.
        if at + 1 == len(words) or words[at + 1] in _GOES_ON:
            return True
    return False
