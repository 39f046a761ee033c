"""Questions for what rests on nobody, on one outlet, on several, or on people without names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.question_frames import THE_TEXT, core_question
from qa.question_topics import topic_of
from qa.understanding import Sourcing
from qa.whole_forms import WholeForms

_MAX_READ = 300
_SAID = (
    r"(?:claims?|statements?|sentences?|assertions?|facts|figures|passages?|information|"
    r"paragraphs?|quotes?|quotations?|allegations?|estimates?)"
)
_OUTLET = (
    r"(?:outlets?|(?:news)?papers?|publications?|publishers?|media(?:\s+outlets?)?|news\s+\w+)"
)
_SOURCE = rf"(?:sources?|sourcing|attributions?|references?|citations?|{_OUTLET})"
_NOBODY = rf"(?:nobody|no[\s-]?one|none|no\s+(?:named\s+|particular\s+)?{_SOURCE})"
_ANYBODY = (
    rf"(?:anybody|any\s?one|any\s+(?:named\s+|particular\s+)?{_SOURCE}|an?\s+{_SOURCE}|sources)"
)
_CREDITED = r"(?:attributed|credited|sourced|ascribed)"
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
_HOLDS = rf"(?:\s+(?:in|of)\s+{THE_TEXT})?"
_HINT = (
    r"sourc|attribut|credit|ascrib|referenc|citation|outlet|paper|publi|media|news|\bown\b|itself|"
    r"anonym|unnamed|nobody|no[\s-]?one|none"
)
_FORMS = WholeForms(
    rf"(?:which|what)(?:\s+of\s+the|\s+other)?\s+{_SAID}{_HOLDS}{_BE}\s*{_WITHOUT}",
    rf"(?:which|what)\s+{_SAID}{_HOLDS}\s+(?:lacks?|misses)\s+(?:an?\s+|any\s+)?{_NAMED}{_SOURCE}",
    # "What has no source?" may be of water.
    rf"what(?:['’]s|\s+is)\s+(?:left\s+)?(?:{_UNSOURCED}|not\s+{_CREDITED}\s+to\s+{_ANYBODY}|"
    rf"{_CREDITED}\s+to\s+{_NOBODY}){_HOLDS}",
    rf"what(?:['’]s|\s+is)\s+(?:said|stated|claimed|reported|asserted)\s+{_WITHOUT}",
    rf"(?:is|are)\s+(?:all|every(?:\s+one\s+of)?)\s+(?:of\s+)?(?:the\s+|its\s+)?{_SAID}{_HOLDS}\s+"
    rf"{_CREDITED}(?:\s+to\s+{_ANYBODY})?",
    rf"what\s+does\s+(?:it|{THE_TEXT})\s+(?:say|claim|assert|state|report)\s+(?:without\s+"
    rf"(?:(?:naming|giving|citing|crediting|quoting|stating)\s+(?:any\s+|an?\s+|its\s+)?{_SOURCE}|"
    rf"(?:any\s+|an?\s+)?{_SOURCE})|(?:in|on|under)\s+its\s+own\s+(?:voice|name|authority|"
    r"account|behalf|words)|by\s+itself|itself)",
    rf"what\s+does\s+{THE_TEXT}\s+itself\s+(?:say|claim|assert|state)",
    rf"does\s+{THE_TEXT}\s+(?:contain|have|make)\s+(?:any\s+)?{_UNSOURCED}\s+{_SAID}",
    rf"(?:which|what)\s+{_SAID}\s+does\s+{THE_TEXT}\s+"
    rf"(?:credit|attribute|ascribe|source)\s+to\s+{_NOBODY}",
    rf"(?:for\s+)?(?:which|what)(?:\s+{_SAID})?\s+(?:does|is|are)\s+(?:{THE_TEXT}|there)\s+"
    rf"(?:gives?|names?|cites?|has|have|credits?|given|named|cited)?\s*{_NOBODY}"
    r"(?:\s+(?:given|named|cited|for|stated))?",
    rf"(?:(?:list|show|give|name|mark|highlight|find)\s+(?:me\s+|us\s+)?)?"
    rf"(?:all\s+(?:of\s+)?|the\s+|any\s+|every\s+)*{_UNSOURCED}\s+{_SAID}{_HOLDS}",
    rf"(?:list|show|give|name|mark|highlight|find)\s+(?:me\s+|us\s+)?"
    rf"(?:all\s+(?:of\s+)?|the\s+|any\s+|every\s+)*{_SAID}{_HOLDS}\s+(?:that\s+|which\s+)?"
    rf"(?:(?:is|are|has|have|come|comes)\s+)?{_WITHOUT}",
    rf"(?:is|are)\s+there\s+(?:any\s+|an?\s+)?{_UNSOURCED}\s+{_SAID}{_HOLDS}",
    rf"(?:is|are)\s+(?:there\s+)?(?:anything|something|any\s+(?:of\s+the\s+)?{_SAID}){_HOLDS}\s+"
    rf"(?:that\s+(?:is|are|has)\s+)?{_WITHOUT}",
    hint=_HINT,
    opening=r"^\W*(?:please\s+)?",
)
_MATTER = re.compile(
    r"\s+(?:about|regarding|concerning|on)\s+(?!(?:its|his|her|their|whose)\s+own\b|nobody|no\s)"
    r"(?P<matter>\S.*?)(?=\s+(?:is|are|was|were|has|have|had|lacks?|comes?|rests?|rel(?:y|ies)|"
    r"hangs?|stands?|stems?|not|without|with\s+no|"
    r"attributed|credited|does|do)\b|\W*$)",
    re.I,
)
_OF_OUTLETS = re.compile(rf"\b(?:no|any|an?|without|lacking)\s+(?:named\s+)?{_OUTLET}\b", re.I)
_RESTS = (
    r"(?:rests?|rel(?:y|ies)|depends?|(?:is|are)\s+(?:based|credited|attributed|sourced|carried|"
    r"reported|backed|supported|confirmed)|hangs?|has|have|comes?)"
    r"(?:\s+(?:only|just|solely))?(?:\s+(?:on|to|from|by|with))?(?:\s+(?:only|just|solely))?"
)
_ONE = (
    rf"(?:an?\s+single|one|only\s+one|just\s+one|one\s+single|a\s+lone)\s+(?:named\s+)?{_SOURCE}"
    r"(?:\s+(?:only|alone))?"
)
_SEVERAL = (
    r"(?:more\s+than\s+one|several|multiple|two|at\s+least\s+two|two\s+or\s+more|many|different|"
    rf"various|both)\s+(?:named\s+|different\s+)?{_SOURCE}"
)
_UNNAMED = r"(?:anonymous|unnamed)"
_PEOPLE = r"(?:sources?|officials?|people|experts?|insiders?|voices?|speakers?)"


def _counted(number: str, adjective: str) -> str:
    """Forms that ask for what rests on ``number`` sources, which is ``adjective``."""
    return (
        rf"(?:(?:which|what)(?:\s+of\s+the|\s+other)?\s+{_SAID}{_HOLDS}\s+(?:{_RESTS}\s+{number}|"
        rf"(?:is|are)\s+{adjective})|(?:what|which){_HOLDS}\s+(?:(?:rests?|relies|is\s+(?:based|"
        rf"reported|credited|attributed|carried))\s+(?:on|to|by)\s+(?:only\s+|just\s+)?{number}|"
        rf"is\s+{adjective})"
        rf"|(?:is|are)\s+(?:there\s+)?(?:anything|any\s+(?:of\s+the\s+)?{_SAID}){_HOLDS}\s+"
        rf"(?:that\s+(?:is|are)\s+)?{adjective}|(?:list|show|give|name)\s+(?:me\s+)?(?:all\s+|the\s+)*"
        rf"(?:{adjective}\s+{_SAID}|{_SAID}{_HOLDS}\s+(?:that\s+|which\s+)?{_RESTS}\s+{number})"
        rf"{_HOLDS})"
    )


_OTHERS = (
    (Sourcing.ONE, WholeForms(_counted(_ONE, r"single[\s-]sourced"), hint=_HINT)),
    (
        Sourcing.SEVERAL,
        WholeForms(
            _counted(_SEVERAL, r"(?:multi|multiply|double|doubly)[\s-]?sourced"), hint=_HINT
        ),
    ),
    (
        Sourcing.UNNAMED,
        WholeForms(
            rf"(?:(?:which|what)\s+{_SAID}{_HOLDS}\s+{_RESTS}\s+(?:an?\s+|the\s+)?{_UNNAMED}\s+{_PEOPLE}"
            rf"|what{_HOLDS}\s+{_RESTS}\s+(?:an?\s+|the\s+)?{_UNNAMED}\s+{_PEOPLE}"
            rf"|which\s+{_PEOPLE}\s+are\s+{_UNNAMED}"
            r"|who\s+(?:speaks|spoke|talks|talked)\s+on\s+condition\s+of\s+anonymity"
            rf"|(?:who|which|what)(?:\s+(?:is|are))?\s+(?:the\s+)?{_UNNAMED}\s+{_PEOPLE}{_HOLDS}"
            r"(?:\s+(?:is|are)\s+(?:quoted|cited|used|relied\s+on))?"
            rf"{_HOLDS}"
            rf"|(?:is|are)\s+(?:there\s+)?(?:any\s+|an?\s+)?{_UNNAMED}\s+{_PEOPLE}{_HOLDS}(?:\s+(?:quoted|cited|used))?"
            rf"|does\s+(?:it|{THE_TEXT})\s+(?:use|quote|cite|rely\s+on|name)\s+"
            rf"(?:any\s+|an?\s+)?{_UNNAMED}\s+{_PEOPLE}"
            rf"|what\s+(?:do|does|did)\s+(?:the\s+|an?\s+|any\s+)?{_UNNAMED}\s+{_PEOPLE}\s+(?:say|claim|tell|report)s?"
            rf"|who\s+(?:is|are)\s+(?:quoted|cited)\s+(?:{_UNNAMED}ly|without\s+(?:a\s+)?names?|anonymously)"
            rf"|(?:list|show|name|give)\s+(?:me\s+)?(?:all\s+|the\s+)*{_UNNAMED}\s+{_PEOPLE}{_HOLDS})",
            hint=_HINT,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Sourced:
    """A question for what rests on such sources; ``topic`` holds the stems of its matter.

    None where all is wanted.
    """

    sourcing: Sourcing
    topic: frozenset[str] = frozenset()


def sourcing_asked(question: str) -> Sourced | None:
    """What ``question`` asks for of that kind; None where it asks for something else."""
    core = core_question(question)
    if len(core) > _MAX_READ:
        return None
    bare, topic = core, frozenset[str]()
    if (about := _MATTER.search(core)) is not None:
        bare = core[: about.start()] + core[about.end() :]
        topic = topic_of(about["matter"]).stems
    for sourcing, form in _OTHERS:
        # "Which claims rest on one source?" speaks of no matter.
        if form.match(core):
            return Sourced(sourcing)
        if form.match(bare):
            return Sourced(sourcing, topic)
    if _FORMS.match(bare) is None:
        return None
    nobody = Sourcing.NO_OUTLET if _OF_OUTLETS.search(bare) else Sourcing.NOBODY
    return Sourced(nobody, topic)
