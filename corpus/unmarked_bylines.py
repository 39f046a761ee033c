"""By-lines without "By", below a headline: "Ada Obi" above "Health correspondent"."""

from __future__ import annotations

import re

from corpus.credit_names import MARKS, split_names
from corpus.letters import CAPITAL
from corpus.lexicon import FUNCTION_WORDS, HEADING_WORDS

_ROLE = re.compile(
    r"(?:[^\W\d_][\w'’&-]*\s+){0,5}?"
    r"(?i:correspondents?|editors?|reporters?|columnists?|writers?)"
    rf"(?:\s+(?:in|at|for)\s+{CAPITAL}.*|,\s+{CAPITAL}.*)?"
)
_PERSON = re.compile(
    rf"{CAPITAL}[\w.'’-]*(?:\s+(?:van|von|den|der|de|da|del|bin|al))*(?:\s+{CAPITAL}[\w.'’-]*){{1,2}}"
)
_PLACED = re.compile(
    rf"(?P<person>[^,]+?)\s+in\s+{CAPITAL}[\w.’'-]*(?:\s+{CAPITAL}[\w.’'-]*){{0,2}}"
)
_BETWEEN = re.compile(r"\s*,\s+(?:and\s+)?|\s+and\s+")
_WORDS_IN_PERSON = (2, 3)
_MOST_PEOPLE = 3
_MAX_CHARS = 80


def is_person(line: str) -> bool:
    """Whether ``line`` may be no more than the names of people: "Ada Obi and Bo Ek"."""
    people = split_names(line.strip(MARKS))
    return len(people) <= _MOST_PEOPLE and all(map(_PERSON.fullmatch, people))


def are_people_in_places(line: str, headline: str) -> bool:
    """Whether ``line`` says who wrote and from where: "Ada Obi in Tresk and Bo Ek in Orve".

    One name alone may be a heading where ``headline`` has all its words in capitals as well:
    "Hard Choices in Tresk".
    """
    listed = _BETWEEN.split(line.strip(MARKS))
    placed = [_PLACED.fullmatch(one) for one in listed]
    if len(line) > _MAX_CHARS or len(listed) > _MOST_PEOPLE:
        return False
    if not all(one is not None and _is_name(one["person"]) for one in placed):
        return False
    return len(listed) > 1 or any(len(word) > 3 and word.islower() for word in headline.split())


def _is_name(words: str) -> bool:
    """Whether ``words`` may be one person's name, and hold nothing that headings are made of."""
    lowered = {word.casefold() for word in words.split()}
    return _PERSON.fullmatch(words) is not None and not lowered & (HEADING_WORDS | FUNCTION_WORDS)


def is_role(line: str) -> bool:
    """Whether ``line`` says what a reporter is: "Health correspondent", "editor in Tresk"."""
    return len(line) <= _MAX_CHARS and _ROLE.fullmatch(line.strip(MARKS)) is not None


def is_person_with_role(line: str) -> bool:
    """Whether ``line`` is a name and a role, with a comma or without: "Ada Obi, Africa editor"."""
    if len(line) > _MAX_CHARS:
        return False
    person, comma, role = line.strip(MARKS).partition(",")
    if comma:
        return _PERSON.fullmatch(person) is not None and is_role(role)
    words = line.strip(MARKS).split()
    if words and words[-1][0].isupper():
        return False  # "Harbour Board Loses Its Editor" is a headline
    return any(
        _PERSON.fullmatch(" ".join(words[:count])) is not None and is_role(" ".join(words[count:]))
        for count in _WORDS_IN_PERSON
    )
