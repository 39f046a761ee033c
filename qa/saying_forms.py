"""Verbs of saying as questions use them: one alternation for every pattern that needs one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.lexicon import NAMING_VERBS, SAYING, THAT_ALONE, words_of

# Forms in which a text credits nobody but a question may ask, and verbs of holding an opinion.
_ASKED = words_of(
    """allege alleging assume assumes assumed boast boasts calculate complain confide concede
    counter criticise criticises criticize criticizes deem deems deemed describe detail details
    exclaim foresee foresees foresaw forecast grumble hint hope hopes hoped joke jokes lament
    laments mention mentions mentioned mutter outline outlines pledge pledges predict promise
    promises protest quip quips quote reckon recommend reiterate respond responds retort saying
    sigh signal signals speculate speculates speculated suspect suspects suspected swear testify
    testifies think tweet tweets urge vow vows worry worries worried written"""
)
# What is done to things as well: "who recalled the cars?", "who quoted a price?".
_WITH_THINGS = words_of(
    """point points pointed project projects projected quote quotes quoted post posted detail
    details detailed outline outlines outlined recall recalls recalled signal signals signaled
    signalled counter counters countered urge urges urged praised criticise criticises criticised
    criticize criticizes criticized written worry worries worried hope hopes hoped tweet tweets
    tweeted"""
)


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first, so that none hides another."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


# With "that" and a clause behind it, each of these says something.
SAYS_THAT = rf"(?:{alternation(SAYING | _ASKED)}|(?:points?|pointed)\s+out)"
# These say something by themselves.
SAYS = (
    rf"(?:{alternation((SAYING | _ASKED) - THAT_ALONE - NAMING_VERBS - _WITH_THINGS)}|"
    r"(?:points?|pointed)\s+out)"
)
# "Who claimed responsibility?" asks who did it, and nobody's words.
CLAIMS = (
    r"claim(?:s|ed)(?!\s+(?:responsibility|victory|credit|asylum|(?:the|a)\s+(?:title|prize|medal|"
    r"win|record)|(?:\w+\s+)?lives?)\b)"
)
# What somebody may hold, or a text tell, with a clause or a matter behind it.
HELD = (
    r"(?:claims?|statements?|news|stor(?:y|ies)|idea|view|opinion|assertion|assessment|estimate|"
    r"warning|prediction|forecast|suggestion|rumou?r|information|reports?|point|argument|"
    r"allegation|accusation)"
)
