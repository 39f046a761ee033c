"""Speakers who are called by what they are and not by a name: "a senior official"."""

from __future__ import annotations

import re

from corpus.lexicon import words_of

# People of whom a text speaks without a name. Whoever holds an office that has one holder, or
# speaks for a body, is known without one: "the mayor", "a spokesman for the bank".
_PEOPLE = words_of(
    """activist activists adviser advisers advisor advisors aide aides analyst analysts banker
    bankers bystander bystanders clerk clerks colleague colleagues commander commanders critic
    critics delegate delegates deputy diplomat diplomats doctor doctors driver drivers economist
    economists employee employees engineer engineers envoy envoys executive executives expert
    experts farmer farmers fisherman fishermen friend friends guard guards guest guests historian
    historians insider insiders investor investors labourer labourers lawmaker lawmakers lawyer
    lawyers man manager managers men neighbour neighbours neighbor neighbors negotiator negotiators
    nurse nurses observer observers officer officers official officials owner owners parent parents
    participant participants passenger passengers people person persons pilot pilots player players
    protester protesters recruiter recruiters refugee refugees relative relatives researcher
    researchers resident residents scientist scientists shopkeeper shopkeepers soldier soldiers
    source sources staff staffer staffers student students supporter supporters teacher teachers
    tourist tourists trader traders traveller travellers villager villagers volunteer volunteers
    voter voters witness witnesses woman women worker workers"""
)
_WORD = re.compile(r"[\w’'.-]*\w")


def is_unnamed(speaker: str) -> bool:
    """Whether ``speaker``, as the article words it, is people without a name."""
    # "Ada Obi, an engineer": whoever is named, is named first.
    words = _WORD.findall(speaker.partition(",")[0])
    return any(
        word in _PEOPLE and not (behind and behind[0][:1].isupper())
        for word, behind in ((word, words[at + 1 :]) for at, word in enumerate(words))
    )
