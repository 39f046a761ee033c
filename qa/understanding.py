"""What a question was understood to ask.

Apart from the rules that read it off its words, which take a while to load and
which whoever only looks at the outcome has no need of.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.spans import Span


class Form(StrEnum):
    """What the words of an answer have to be, where the question says so."""

    DATE = "date"  # a time, however rough
    DAY = "day"  # a time to the day: a year alone is none
    YEAR = "year"
    NUMBER = "number"
    PERSON = "person"
    PLACE = "place"
    YES_NO = "yes_no"
    REASON = "reason"
    OPEN = "open"


class Intent(StrEnum):
    """The kinds of reply, each made in its own way."""

    PASSAGES = "passages"  # the sentences that answer
    OVERVIEW = "overview"  # sentences that cover the sections
    SOURCES = "sources"  # everybody whom the briefing credits
    WHICH_SOURCE = "which_source"  # whom it credits for one claim
    BY_SOURCE = "by_source"  # what one outlet is credited with
    BY_SOURCING = "by_sourcing"  # what it credits to nobody, to one outlet, to several
    BEYOND = "beyond"  # what no text can tell of itself
    ORDER = "order"  # not a question but a command to do something else


class Sourcing(StrEnum):
    """What a sentence may rest on, by whom it is credited to."""

    NOBODY = "nobody"
    NO_OUTLET = "no_outlet"  # though somebody may say it
    ONE = "one"  # outlet, or where there is none, somebody who says it
    SEVERAL = "several"  # outlets
    UNNAMED = "unnamed"  # people who are called by what they are: "a senior official"


class Unit(StrEnum):
    """What a text is counted in."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the text itself: its ``number``-th ``unit``, or the section with a heading.

    1 is the first and -1 the last; of a section that is called by stems of its
    ``heading`` it is None. ``credits`` says that whoever is credited there is wanted,
    and not what it says. Where it is not ``sure`` that the text is meant ("the lead"),
    whatever the reader finds is better.
    """

    unit: Unit
    number: int | None = None
    heading: frozenset[str] = frozenset()
    credits: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """The stems of what a text may mention; ``every`` says that all the places are wanted.

    ``name`` is the name that it is, as it is written in the question; None of anything else.
    """

    stems: frozenset[str]
    every: bool
    name: str | None = None


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """An outlet in a question: its canonical name, as written, and where.

    ``asked_of`` says that the question wants what the outlet reports, rather
    than something about it; ``excluded`` that it wants what any but the outlet
    reports. An outlet that nobody knows has the name by which the question calls it.
    """

    name: str
    written: str
    span: Span
    asked_of: bool
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question's intent and form, and what is left of it as a topic.

    ``topic`` holds the stems of the words that name the matter itself, without
    those that only ask; ``several`` says that more than one sentence is wanted.
    ``outlets`` are those asked of, or else all that are named.

    ``wants_speaker`` is for WHICH_SOURCE: "who said that it may join?" wants
    the person or body that said it, and the outlet only where there is none;
    "who reported that …?" and "which outlet …?" want the outlet.
    ``asked_speaker`` are the question's own words, without article, for the
    speaker whose words are wanted ("officials" of "what do the officials
    believe?"); the topic holds them too. None where nobody is asked of. It may
    be anything that is said to say or think something, a country too.

    ``sourcing`` is for BY_SOURCING. ``place`` is the part of the text that is asked
    for, ``mention`` what is asked to be mentioned, ``values`` is NUMBER or DATE where all
    of these are wanted; a text that has none such is asked as if there were none of the
    three. ``read_as`` is what the reader is asked; ``bare`` says that this is no question
    but words that name a matter, as of what is typed into a search box.
    ``excluded`` are outlets whose words do not count: "who but Reuters says so?".
    """

    intent: Intent
    form: Form
    topic: frozenset[str]
    several: bool
    outlets: tuple[NamedOutlet, ...] = ()
    wants_speaker: bool = False
    asked_speaker: str | None = None
    read_as: str = ""
    bare: bool = False
    excluded: frozenset[str] = frozenset()
    place: Place | None = None
    mention: Mention | None = None
    values: Form | None = None
    sourcing: Sourcing | None = None
