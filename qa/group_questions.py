"""Whether somebody is one of several, asked as who these are.

A reader finds "who founded the league?" in a list of founders, and fails at "was Norway
among the founders?" over the same list. So the second is put as the first, and answered
where the sentence that tells who they are names the one that was asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.letters import CAPITAL
from corpus.numerals import IN_WORDS
from index.lexical import split_words
from qa.matter_words import matter_stems
from qa.question_frames import strip_opening
from qa.question_openers import VERBS_FIRST
from qa.question_topics import is_talk

_IS_IT_TRUE = re.compile(r"^\W*is\s+it\s+true\s+that\s+", re.I)
_PARTS = re.compile(
    rf"^\W*(?:(?P<aux>{VERBS_FIRST})(?:n['’]t)?\s+)?(?:the\s+)?"
    r"(?P<who>[^\W\d_][\w.’'-]*(?:\s+[^\W\d_][\w.’'-]*){0,3}?)\s+"
    r"(?P<be>is\s+|are\s+|was\s+|were\s+|has\s+been\s+|have\s+been\s+)?(?P<rest>\S.*?)\W*$",
    re.I,
)
_ONE_OF = re.compile(
    r"^(?:(?:also|indeed|really|not|still|actually|counted|listed|named|mentioned|included)\s+)*"
    r"(?:(?:one|two|three|some|(?:a\s+)?part|(?:a\s+)?members?)\s+of|among|amongst|on\s+the\s+list\s+of|"
    r"in\s+the\s+list\s+of)\s+(?P<group>\S.*)$"
    r"|^an?\s+(?P<kind>\S.*)$",
    re.I,
)
_DETERMINER = re.compile(r"^(?:the|those|these|its|their)\s+", re.I)
_SEVERAL = re.compile(r",|\b(?:and|or|as\s+well\s+as)\b")
# "Northern Ireland" is no Ireland.
_LONGER_NAMES = re.compile(
    rf"\b(?:North|South|East|West|Northern|Southern|Eastern|Western|New|Saudi)\s+{CAPITAL}[\w’'-]+"
)
_JOINED = re.compile(r"^(?:and|or|nor|but)\b|^,", re.I)
_NUMBER = re.compile(rf"\b(?:\d+|(?!one\b)(?:{IN_WORDS}))\b")
_SHORT_ACRONYM = 2  # "US" is a word, too
_MAX_READ = 500
_NAMES = re.compile(rf"{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'-]+)+")


@dataclass(frozen=True, slots=True)
class GroupQuestion:
    """Who all are of a group, for a question whether one of them is.

    ``who`` are stems of that one, ``numbers`` those of the group's numbers.
    """

    question: str
    who: frozenset[str]

    numbers: frozenset[str] = frozenset()

    def is_borne_out_by(self, named: str | None, quote: str) -> bool:
        """Whether ``named``, of ``quote``, tells several and whom was asked about among them.

        By the letters of the name at least. How many there are, where the question says
        so, has to stand in ``quote``.
        """
        if named is None or _SEVERAL.search(named) is None:
            return False
        others = _LONGER_NAMES.sub(" ", named)
        return self.who <= {*split_words(others), *_acronyms_in(others)} and self.numbers <= set(
            split_words(quote)
        )


def group_question(query: str, holds: Callable[[str], bool]) -> GroupQuestion | None:
    """What to ask instead of ``query``; None where it does not ask this of a name.

    ``holds`` tells of a stem whether the articles hold it: a name that they do not
    know is in none of their groups.
    """
    asked = strip_opening(query).replace(" = ", " is ")
    claim = _IS_IT_TRUE.sub("", asked)
    found = _PARTS.match(claim[:_MAX_READ])
    if found is None or _JOINED.match(found["rest"]) or is_talk(found["who"]):
        return None
    if not matter_stems(found["rest"]):
        return None
    who = frozenset(split_words(found["who"]))
    if not any(map(holds, who)):
        return None
    member = _ONE_OF.match(found["rest"])
    if member is not None and (found["be"] or found["aux"]):
        group = _DETERMINER.sub("", member["group"] or member["kind"])
        return GroupQuestion(f"Which are the {group}?", who, _numbers_in(group))
    if not found["who"][0].isupper():
        return None
    if found["be"]:
        return GroupQuestion(f"Who {found['be']}{found['rest']}?", who, _numbers_in(found["rest"]))
    if claim != asked or (found["aux"] or "").lower() in ("did", "does", "do"):
        return GroupQuestion(f"Who {found['rest']}?", who, _numbers_in(found["rest"]))
    return None


def _acronyms_in(text: str) -> set[str]:
    """What the names in ``text`` may be called by their first letters: "uae"."""
    return {
        "".join(word[0] for word in found.split()).casefold()
        for found in _NAMES.findall(text)
        if len(found.split()) > _SHORT_ACRONYM
    }


def _numbers_in(words: str) -> frozenset[str]:
    return frozenset(
        stem for number in _NUMBER.findall(words.casefold()) for stem in split_words(number)
    )
