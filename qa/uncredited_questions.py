"""Questions for what the article says on nobody's authority but its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.question_frames import HOLDER, core_question
from qa.question_topics import topic_of

_MAX_READ = 300
_SAID = (
    r"(?:claims?|statements?|sentences?|assertions?|facts?|figures?|numbers?|passages?|parts?|"
    r"points?|things?|lines?|bits?|information|details?|paragraphs?|quotes?|allegations?|estimates?|"
    r"news|content|material)"
)
_OUTLET = (
    r"(?:outlets?|(?:news)?papers?|publications?|publishers?|media(?:\s+outlets?)?|news\s+\w+)"
)
_SOURCE = rf"(?:sources?|sourcing|attributions?|credits?|references?|citations?|{_OUTLET})"
_NOBODY = rf"(?:nobody|no[\s-]?one|none|no\s+(?:named\s+|particular\s+)?{_SOURCE})"
_ANYBODY = (
    rf"(?:anybody|any\s?one|any\s+(?:named\s+|particular\s+)?{_SOURCE}|an?\s+{_SOURCE}|sources)"
)
_CREDITED = r"(?:attributed|credited|sourced|ascribed|traced)"
_NAMED = r"(?:named\s+|stated\s+|given\s+|clear\s+)?"
_UNSOURCED = r"(?:un(?:attributed|sourced|credited|referenced))"
# Behind "is", "are", "has", "have".
_WITHOUT = (
    rf"(?:(?:left\s+)?{_UNSOURCED}|(?:not|n['’]t|never)\s+{_CREDITED}(?:\s+to\s+{_ANYBODY})?"
    rf"|{_CREDITED}\s+to\s+{_NOBODY}|(?:given\s+|stated\s+|made\s+)?"
    rf"(?:no|without|with\s+no|lacking|missing)\s+(?:an?\s+|any\s+)?{_NAMED}{_SOURCE}"
    rf"(?:\s+(?:given|named|cited|stated|at\s+all))?)"
)
_BE = r"(?:['’]s|\s+(?:is|are|was|were|has|have|had|comes?|stands?|goes|go|gives?|names?|cites?))"
_HOLDS = rf"(?:\s+(?:in|of)\s+(?:the|this|that)\s+{HOLDER})?"
_FORMS = tuple(
    re.compile(rf"^\W*(?:please\s+)?{form}\W*$", re.I)
    for form in (
        rf"(?:which|what)(?:\s+of\s+the|\s+other)?\s+{_SAID}{_HOLDS}{_BE}\s*{_WITHOUT}",
        rf"(?:which|what)\s+{_SAID}{_HOLDS}\s+(?:lacks?|misses)\s+(?:an?\s+|any\s+)?{_NAMED}{_SOURCE}",
        rf"(?:what|which){_HOLDS}{_BE}\s*(?:there\s+)?{_WITHOUT}",
        rf"what{_BE}\s+(?:said|stated|claimed|reported|asserted)\s+{_WITHOUT}",
        rf"what\s+(?:does|did|do)\s+(?:the|this|that)\s+{HOLDER}\s+(?:say|claim|assert|state|"
        r"report)\s+(?:without\s+(?:naming|giving|citing|crediting|quoting|attributing|stating|any|an?)"
        r"\b.{0,40}|(?:in|on|under)\s+its\s+own\s+\w+|by\s+itself|itself|of\s+its\s+own(?:\s+accord)?)",
        rf"(?:which|what)\s+{_SAID}\s+(?:does|did|do)\s+(?:the|this|that)\s+{HOLDER}\s+"
        rf"(?:credit|attribute|ascribe|source)\s+to\s+{_NOBODY}",
        rf"(?:for\s+)?(?:which|what)(?:\s+{_SAID})?\s+(?:does|did|do|is|are)\s+(?:(?:the|this|that)\s+{HOLDER}|"
        rf"there)\s+(?:gives?|names?|cites?|has|have|credits?|given|named|cited)?\s*{_NOBODY}"
        r"(?:\s+(?:given|named|cited|for|stated))?",
        rf"(?:(?:list|show|give|name|mark|highlight|find)\s+(?:me\s+|us\s+)?)?"
        rf"(?:all\s+(?:of\s+)?|the\s+|any\s+|every\s+)*{_UNSOURCED}\s+{_SAID}{_HOLDS}",
        rf"(?:list|show|give|name|mark|highlight|find)\s+(?:me\s+|us\s+)?"
        rf"(?:all\s+(?:of\s+)?|the\s+|any\s+|every\s+)*{_SAID}{_HOLDS}\s+(?:that\s+|which\s+)?"
        rf"(?:(?:is|are|has|have|come|comes)\s+)?{_WITHOUT}",
        rf"(?:is|are)\s+there\s+(?:any\s+|an?\s+)?{_UNSOURCED}\s+{_SAID}{_HOLDS}",
        rf"(?:is|are)\s+(?:there\s+)?(?:anything|something|any\s+(?:of\s+the\s+)?{_SAID}){_HOLDS}\s+"
        rf"(?:that\s+(?:is|are|has)\s+)?{_WITHOUT}",
    )
)
_MATTER = re.compile(
    r"\s+(?:about|regarding|concerning|on)\s+(?!(?:its|his|her|their|whose)\s+own\b|nobody|no\s)"
    r"(?P<matter>\S.*?)(?=\s+(?:is|are|was|were|has|have|had|lacks?|comes?|not|without|with\s+no|"
    r"attributed|credited|does|do)\b|\W*$)",
    re.I,
)
_OF_OUTLETS = re.compile(rf"\b(?:no|any|an?|without|lacking)\s+(?:named\s+)?{_OUTLET}\b", re.I)


@dataclass(frozen=True, slots=True)
class Uncredited:
    """A question for what is credited to nobody, or with ``outlets`` to no outlet.

    ``topic`` holds the stems of its matter, none where all is wanted.
    """

    topic: frozenset[str]
    outlets: bool


def uncredited_asked(question: str) -> Uncredited | None:
    """What ``question`` asks for of that kind; None where it asks for something else."""
    core = core_question(question)[:_MAX_READ]
    bare, topic = core, frozenset[str]()
    if (about := _MATTER.search(core)) is not None:
        bare = core[: about.start()] + core[about.end() :]
        topic = topic_of(about["matter"]).stems
    if not any(form.match(bare) for form in _FORMS):
        return None
    return Uncredited(topic, _OF_OUTLETS.search(bare) is not None)
