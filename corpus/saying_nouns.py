"""Whether a word that can be a verb of saying is a noun where it stands.

"The union claims that it won" says something, "the territorial claims between
them" and "infrastructure projects, among them a canal" do not. A verb has a
subject of its number before it and what is said behind it, or it is set, with
its subject, into what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from corpus.lexicon import (
    AUXILIARIES,
    FINITE_VERBS,
    NOUN_LIKE_SAYING,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING_OR_PLURAL,
    words_of,
)
from corpus.noun_phrases import Token

# Verbs of the third person that are plural nouns as well.
_PLURAL_NOUNS = SAYING_OR_PLURAL | words_of(
    "protests objects demands doubts hints calls counters answers attributes"
)
# Verbs of a plural subject that are singular nouns as well.
_SINGULAR_NOUNS = NOUN_LIKE_SAYING | words_of(
    "object protest demand point recall hint call answer attribute"
)
_NOUNS = _PLURAL_NOUNS | _SINGULAR_NOUNS | {"thought"}
_STATES = words_of("states state")
_AFTER_STATES = words_of("the a an its his her their this these there it he she they no all any")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
# What stands behind a noun and never at the head of what is said.
_AFTER_NOUNS = (
    (PREPOSITIONS - {"like"})
    | AUXILIARIES
    | FINITE_VERBS
    | words_of("and or but nor as such than which who whose including")
)
_SINGULAR = words_of("the a an this that one another each every he she it who his her its their")
_ENDS = frozenset(",.;)!?")
_QUOTES = frozenset("“\"«")
_REACH = 6  # words behind the verb within which "that" may follow a time or a place


def is_noun_of_states(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "states" is a noun: "two Baltic states", "states that share a border"."""
    if tokens[verb].low not in _STATES:
        return False
    behind = tokens[verb + 1 : verb + 3]
    if not behind or behind[0].low in ':"“‘':
        return False
    if behind[0].low == "." and verb > 1 and tokens[verb - 1].capital:
        return False  # "…, the Rubber Board states."
    if behind[0].low == ",":
        return tokens[verb - 1].low not in PRONOUNS  # "as it states, …"
    if behind[0].low != "that" or len(behind) < 2:
        return True
    return not (behind[1].capital or behind[1].low in _AFTER_STATES or behind[1].low.endswith("s"))


def is_noun(tokens: Sequence[Token], verb: int, start: int) -> bool:
    """Whether the word at ``verb``, before which a phrase begins at ``start``, is a noun."""
    low = tokens[verb].low
    if low not in _NOUNS or start >= verb:
        return False
    before, phrase = tokens[verb - 1], tokens[start:verb]
    behind = tokens[verb + 1 : verb + 1 + _REACH]
    follows = behind[0].low if behind else "."
    if low in _PLURAL_NOUNS and not _is_singular(phrase):
        return True  # "laboratory notes", "public works projects"
    if low in _SINGULAR_NOUNS and _is_one_of_a_name(phrase):
        return True
    if follows == "that":
        return _holds_verb(phrase)  # "the aldermen expressed fears that …"
    if (low, follows) == ("point", "out"):
        return False
    if before.low.endswith(_POSSESSIVES):
        return True  # "Jefferson's comments “may be …”"
    if low in _SINGULAR_NOUNS:
        return not _is_plural(phrase)
    # "…, the bank estimates in its report." is set behind what it says; lists hold nouns alone.
    set_off = start > 0 and _sets_off(tokens[start - 1]) and before.low != ","
    if low == "thought" or set_off or (follows == "to" and low.startswith("claim")):
        return follows in _ENDS and not set_off
    if any(token.low == "that" or token.low in _QUOTES for token in behind):
        return False  # "notes, however, that …", "remarks in reply, “…”"
    if follows in _ENDS:
        return True
    if follows in _AFTER_NOUNS:
        return True
    return follows.endswith(("ed", "ing")) and not behind[0].capital


def _is_one_of_a_name(phrase: Sequence[Token]) -> bool:
    """Whether the word behind ``phrase`` is one of a name's: "asked about a Reuters report"."""
    at = len(phrase) - 1
    while at >= 0 and phrase[at].capital:
        at -= 1
    return 0 <= at < len(phrase) - 1 and phrase[at].low in ("a", "an")


def _sets_off(token: Token) -> bool:
    return not token.is_word or token.low == "as"


def _holds_verb(phrase: Sequence[Token]) -> bool:
    """Whether the phrase before is a clause already: "commanders ignored reports"."""
    if any(token.low == "who" for token in phrase):
        return False  # "one who attended claims"
    subject = list(takewhile(lambda token: token.is_word, phrase))
    return any(
        not token.capital
        and (token.low in FINITE_VERBS or (token.low.endswith("ed") and len(token.low) > 4))
        # But not in "those affected by the flood claim".
        and all(behind.low != "by" for behind in phrase[at + 1 : at + 2])
        for at, token in enumerate(subject)
        if at
    )


def _is_singular(phrase: Sequence[Token]) -> bool:
    """Whether a verb of the third person may follow: a name, a pronoun, "the minister"."""
    return phrase[0].low in _SINGULAR or any(
        token.capital or token.low.endswith(_POSSESSIVES) for token in phrase
    )


def _is_plural(phrase: Sequence[Token]) -> bool:
    """Whether a noun in the phrase may be a plural: "critics in the party claim"."""
    return any(
        token.low in PLURALS
        or (token.low.endswith("s") and not token.low.endswith(("ss", "’s", "'s", "is", "its")))
        for token in phrase
    )
