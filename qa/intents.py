"""What kind of reply a question asks for, read off its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.lexicon import FUNCTION_WORDS
from index.lexical import split_words
from qa.named_outlets import NamedOutlet


class Intent(StrEnum):
    """The kinds of reply, each made in its own way."""

    PASSAGES = "passages"  # the sentences that answer
    OVERVIEW = "overview"  # sentences that cover the sections
    SOURCES = "sources"  # everybody whom the briefing credits
    WHICH_SOURCE = "which_source"  # whom it credits for one claim
    BY_SOURCE = "by_source"  # what one outlet is credited with
    ORDER = "order"  # not a question but a command to do something else


class Form(StrEnum):
    """What the words of an answer have to be, where the question says so."""

    DATE = "date"
    YEAR = "year"
    NUMBER = "number"
    PERSON = "person"
    PLACE = "place"
    YES_NO = "yes_no"
    REASON = "reason"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question's intent and form, and what is left of it as a topic.

    ``topic`` holds the stems of the words that name the matter itself, without
    those that only ask; ``several`` says that more than one sentence is wanted.
    """

    intent: Intent
    form: Form
    topic: frozenset[str]
    several: bool
    outlets: tuple[NamedOutlet, ...] = ()


_OVERVIEW = re.compile(
    r"\b(?:summar(?:y|i[sz]e|i[sz]ing|ies)|sum(?:s|ming)?\s+(?:it\s+|this\s+|things\s+)?up"
    r"|key\s+(?:take-?aways?|points?|facts|messages?|findings)"
    r"|(?:main|major|central)\s+(?:points?|messages?|ideas?|take-?aways?|news|story|findings|facts|topics?)"
    r"|take-?aways?|tl\s?;?\s?dr|overview|gist|nutshell|brief\s+me|recap|bottom\s+line|essence|outline"
    r"|in\s+(?:brief|short|a\s+few\s+words|one\s+paragraph)|highlights"
    r"|what(?:['’]s|\s+is|\s+was)?\s+(?:(?:this|the|that|your)\s+)?"
    r"(?:(?:article|briefing|text|piece|story|report|document|news|it|this)\s+)?(?:all\s+)?about"
    r"|what\s+does\s+(?:the|this)\s+(?:article|briefing|text|piece|story|report)\s+(?:say|cover|tell\s+us)"
    r"|catch\s+me\s+up|bring\s+me\s+up\s+to)\b",
    re.I,
)
_SOURCE_NOUN = (
    r"(?:sources?|outlets?|publications?|newspapers?|papers?|media(?:\s+outlets?)?|news\s+agenc(?:y|ies)|"
    r"agenc(?:y|ies)|publishers?|news\s+organi[sz]ations?|think\s+tanks?|broadcasters?|magazines?|organs?)"
)
_SAY = (
    r"(?:says?|said|reports?|reported|writes?|wrote|claims?|claimed|notes?|noted|states?|stated|mentions?|"
    r"mentioned|argues?|argued|describes?|described|publish(?:es|ed)?|carries|carried|covers?|covered|"
    r"supports?|gives?|gave|confirms?|confirmed|calls?|called|tells?|told|suggests?|suggested|warns?|warned|"
    r"expects?|believes?|thinks?|predicts?|predicted|speaks?|talks?)"
)
_SOURCE_LIST = re.compile(
    rf"\b(?:(?:who|what|which)\s+(?:\w+\s+){{0,3}}?(?:are|is|were)\s+(?:\w+\s+){{0,3}}?{_SOURCE_NOUN}"
    rf"|(?:what|which)\s+(?:\w+\s+)?{_SOURCE_NOUN}\s+(?:\w+\s+){{0,3}}?(?:cite[sd]?|credit(?:s|ed)?|quote[sd]?|use[sd]?|name[sd]?|mention(?:s|ed)?|rel(?:y|ies|ied)|listed|behind|here|there|draw|drawn|appear)"
    rf"|(?:list|name|show|give)\s+(?:\w+\s+){{0,3}}?{_SOURCE_NOUN}"
    rf"|who\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:cited|credited|quoted|the\s+sources?)"
    rf"|where\s+(?:does|did)\s+(?:the|this|its|your|all)\s+(?:\w+\s+){{0,2}}?(?:information|reporting|news|article|briefing|facts)\s+come)",
    re.I,
)
_WHICH_SOURCE = re.compile(
    rf"(?:\b(?:which|what|whose)\s+(?:\w+\s+){{0,2}}?{_SOURCE_NOUN}\b"
    rf"|^\W*(?:and\s+|so\s+)?who\s+(?:\w+ly\s+|first\s+|else\s+)?(?:reports?|reported|writes|wrote|published|says|said|claims|claimed|states|stated)\b"
    rf"|\b(?:what|who)(?:['’]s|\s+is|\s+was|\s+are)\s+(?:the\s+|your\s+|its\s+)?(?:source|sources|credited)\b"
    rf"|\bsources?\s+(?:for|of)\b|\baccording\s+to\s+who(?:m)?\b"
    rf"|\bwho(?:m)?\s+(?:does|do|is|are)\s+.*\b(?:credit|cite|attribute)"
    rf"|\b(?:attributed|credited|ascribed)\s+to\s+who(?:m)?\b"
    rf"|\bwhere\s+(?:does|did|do)\b.*\b(?:come|stem|originate)\s+from\b"
    rf"|\bwho\s+(?:is|was)\s+(?:being\s+)?(?:credited|cited|quoted)\s+(?:for|with|as|on)\b)",
    re.I,
)
_ORDER_VERB = (
    r"(?:write|ignore|disregard|forget|pretend|act|translate|compose|print|output|recommend|imagine|draft|"
    r"roleplay|role-play|generate|reveal|repeat|sing|execute|run|delete|remove|send|buy|book|order|play|"
    r"rewrite|rephrase|paraphrase|respond|reply|answer\s+only|say\s+(?:that|only|“|\"|'|hello)|stop|"
    r"override|bypass|simulate|invent|make\s+up|create|code|program|build|draw|paint|solve|calculate|hack|"
    r"obey|follow\s+my|switch|become|behave|speak\s+like|talk\s+like|swear|praise|insult)"
)
_ORDER = re.compile(
    rf"(?:^|[.!?;:\n]\s*|\b(?:and|then|instead|now|please|just|kindly|first|next)\s+|,\s*)"
    rf"(?:please\s+|now\s+|just\s+|then\s+|instead\s+|kindly\s+|also\s+)*(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?)?"
    rf"{_ORDER_VERB}\b(?!\s*\?)",
    re.I,
)
_YOU_ARE = re.compile(
    r"\b(?:you\s+are\s+(?:now|a|an|no\s+longer)|from\s+now\s+on|system\s+prompt|your\s+(?:instructions|prompt|rules|guidelines|training))\b",
    re.I,
)
_DATE = re.compile(
    r"^\W*(?:and\s+|so\s+|but\s+)?(?:since\s+|until\s+|by\s+|from\s+)?when\b"
    r"|\b(?:what|which|on\s+what|on\s+which)\s+(?:exact\s+|precise\s+)?(?:dates?|days?|months?|weekdays?)\b|\bwhen\s+(?:exactly|will|did|does|do|was|were|is|are)\b"
    r"|—\s*(?:and\s+|since\s+|until\s+)?when\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:what|which|wich|in\s+what|in\s+which|since\s+what|until\s+what)\s+year\b|\b(?:launch|start|founding)\s+year\b", re.I)
_NUMBER = re.compile(
    r"\bhow\s+(?:many|much|big|large|old|far|high|tall|wide|heavy|often|long)\b"
    r"|\b(?:what|which)\s+(?:\w+\s+)?(?:number|percentage|share|amount|price|cost|sum|population|rate|size|total|volume|budget|figure|proportion|margin|salary|fee)\b",
    re.I,
)
_PERSON = re.compile(r"^\W*(?:and\s+|so\s+|but\s+)?(?:by\s+|with\s+|to\s+|for\s+)?(?:who|whom|whose)\b", re.I)
_PLACE = re.compile(r"^\W*(?:and\s+|so\s+|but\s+)?(?:from\s+|in\s+)?where\b|\b(?:what|which)\s+(?:city|town|country|place|venue|location|region)\b", re.I)
_YES_NO = re.compile(
    r"^\W*(?:(?:and|so|but|then|ok|okay|well)\W+)?(?:is|are|was|were|am|does|do|did|has|have|had|will|would|can|could|may|might|must|should|shall|"
    r"isn['’]t|aren['’]t|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|didn['’]t|hasn['’]t|haven['’]t|won['’]t|wouldn['’]t|can['’]t)\b",
    re.I,
)
_REASON = re.compile(
    r"\bwhy\b|\bhow\s+come\b|\bwhat\s+(?:\w+\s+){0,2}?(?:reasons?|purpose|motives?|aims?|goals?|matter)\b|\bwhat\s+for\b|\bfor\s+what\s+reason",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:list|name|which\s+\w+s|what\s+(?:are|were)|caveats?|risks?|limits?|limitations?|doubts?|reservations?|uncertaint(?:y|ies)|"
    r"concerns?|problems?|challenges?|obstacles?|reasons?|benefits?|points?|areas|sectors|ways|aspects|details|"
    r"consequences|effects|implications|everything|all|about|relations|interests|how|why|explain|describe|overview|summar\w+|"
    r"tell\s+(?:me|us)\s+(?:more|about))\b",
    re.I,
)
# Words by which a question asks and a reader speaks of the text itself; no topic of their own.
_ASKING = (
    "article briefing text piece story report document passage author writer here say says said tell tells "
    "told give gives given show please according mention mentions mentioned describe describes explain "
    "list name state stated cite cites cited credit credited source sources outlet outlets publication "
    "publications newspaper newspapers paper media agency agencies news information know find about "
    "summary summarise summarize overview key main point points takeaway takeaways gist brief briefly "
    "quick short bottom line message messages important thing things question answer help want need like "
    "exactly precisely actually really many much kind sort type whole entire everything anything something "
    "recap highlight highlights outline nutshell essence tldr fact facts word words sentence paragraph one "
    "report reports reported write writes wrote claim claims claimed quote quotes quoted use used "
    "make makes come comes call bring catch full people person"
)


def understand(query: str, outlets: tuple[NamedOutlet, ...]) -> Understanding:
    """Read ``query`` for what it asks; ``outlets`` are those that it names."""
    topic = topic_stems(query, outlets)
    form = _form_of(query)
    several = _SEVERAL.search(query) is not None
    if _ORDER.search(query) or _YOU_ARE.search(query):
        return Understanding(Intent.ORDER, form, topic, several)
    cued = tuple(outlet for outlet in outlets if outlet.asked_of)
    if cued and not _WHICH_SOURCE.search(query):
        return Understanding(Intent.BY_SOURCE, form, topic, True, cued)
    if _SOURCE_LIST.search(query) and not topic:
        return Understanding(Intent.SOURCES, form, topic, True)
    if _WHICH_SOURCE.search(query) and topic:
        return Understanding(Intent.WHICH_SOURCE, form, topic, False, outlets)
    if _OVERVIEW.search(query) and not topic:
        return Understanding(Intent.OVERVIEW, form, topic, True)
    return Understanding(Intent.PASSAGES, form, topic, several, outlets)


def topic_stems(query: str, outlets: tuple[NamedOutlet, ...] = ()) -> frozenset[str]:
    """The stems of the words in ``query`` that name the matter, not the asking."""
    named = {stem for outlet in outlets if outlet.asked_of for stem in split_words(outlet.written)}
    asking = set(split_words(_ASKING)) | named
    return frozenset(
        stem
        for stem in split_words(query)
        if stem not in asking and stem not in FUNCTION_WORDS and len(stem) > 1
    )


def _form_of(query: str) -> Form:
    for pattern, form in (
        (_YEAR, Form.YEAR),
        (_DATE, Form.DATE),
        (_NUMBER, Form.NUMBER),
        (_REASON, Form.REASON),
        (_PERSON, Form.PERSON),
        (_PLACE, Form.PLACE),
        (_YES_NO, Form.YES_NO),
    ):
        if pattern.search(query):
            return form
    return Form.OPEN
