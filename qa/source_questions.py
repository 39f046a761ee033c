"""Questions about where something comes from: the outlets, or the person who said it."""

from __future__ import annotations

import re

from qa.judging_forms import JUDGES
from qa.late_patterns import finds
from qa.saying_forms import CLAIMS, SAYS, SAYS_THAT

# What names nothing but publishers.
PRESS_NOUN = (
    r"(?:outlets?|publications?|newspapers?|newsletters?|broadcasters?|magazines?|publishers?|"
    r"(?:news\s+|press\s+|wire\s+)agenc(?:y|ies)|weekl(?:y|ies)|dail(?:y|ies)|monthl(?:y|ies)|"
    r"fortnightl(?:y|ies)|quarterl(?:y|ies)|(?:radio|tv|television)\s+(?:stations?|channels?)|"
    r"news\s+(?:portals?|websites?)|"
    r"news\s+(?:organi[sz]ations?|sites?|outlets?|sources?)|(?:media|news)\s+(?:outlets?|"
    r"compan(?:y|ies)|house|houses)|medium|newswires?|"
    r"tabloids?|journals?|wire\s+services?)"
)
# Words that name other things as well: "a source of energy", "the agency's budget".
_UNCLEAR = (
    r"(?:sources?|agenc(?:y|ies)|papers?|media|press|think[\s-]?tanks?|websites?|sites?|"
    r"references?)"
)
_NOUN = rf"(?:{PRESS_NOUN}|{_UNCLEAR})"
# Of a body, which does other things as well: "which firm supports the club?"
_TELL = rf"(?:{SAYS}|maintains?|contends?|speaks?|spoke|talks?|talked)"
_REPORT = (
    r"(?:reports?|reported|writes?|wrote|written|publish(?:es|ed)?|cover(?:s|ed)|carr(?:y|ies|"
    r"ied)|prints?|printed|ran|"
    r"broadcasts?|broke|breaks|documents?|documented|posted|posts|contributed|contributes|"
    r"supplied|supplies|provided|provides)"
)
_SAY = (
    rf"(?:{SAYS}|maintains?|contends?|calls?|called|supports?|gives?|gave|"
    r"speaks?|spoke|talks?|talked|sees?)"
)
# Of these, what "who" does to a report alone: people carry out audits and write songs, too.
# "Who covers the upkeep?" asks who pays.
_PAID = (
    r"(?:costs?|bills?|loss(?:es)?|gap|expenses?|rest|remainder|shortfall|deficit|upkeep|damages?|"
    r"fees?|rent|wages?|salar(?:y|ies)|other\s+half|half|debts?|premiums?|maintenance|tuition|fares?)"
)
_TELL_ALL = (
    r"(?:publish(?:es|ed)?|broadcasts?|cover(?:s|ed)(?!\s+(?:(?:the|its|their|his|her|\w+(?:['’]s|"
    rf"s['’]))\s+)?(?:[a-z-]+\s+)?{_PAID}(?:\s+(?:of|for)\b|\W*$)))"
)
_CREDIT = (
    r"(?:cite[sd]?|credit(?:s|ed)?|quote[sd]?|attribute[sd]?|name[sd]?|mention(?:s|ed)?|"
    r"used?|rel(?:y|ies|ied)|listed|based|ascribe[sd]?|referenced?)"
)
_AUX = r"(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|should|must)"
_CLAIM = (
    r"(?:claims?|figures?|numbers?|statements?|information|facts?|quotes?|quotations?|lines?|"
    r"sentences?|news|reports?|"
    r"assertions?|estimates?|stor(?:y|ies)|items?|data|remarks?|assessments?|views?|passages?|"
    r"statistics?|percentages?|"
    r"opinions?|words?|analysis|bit|part|detail|idea|allegations?|price|prices|date|number|"
    r"rumou?rs?|comments?|points?|(?:phrases?|wording|expressions?)(?=\s+(?:about|on|that)\b)|"
    r"paragraphs?|arguments?|accounts?|"
    r"forecasts?|predictions?|warnings?|accusations?|suggestions?)"
)
# What somebody says, and nothing else that somebody may have or make.
_SAID = (
    r"(?:claims?|statements?|quotes?|quotations?|assertions?|estimates?|remarks?|assessments?|"
    r"opinions?|allegations?|accusations?|forecasts?|predictions?|warnings?|comments?|"
    r"arguments?|reporting|information|rumou?rs?)"
)
_REPORTED = rf"(?:{_SAID}|news|scoop|reports?|stor(?:y|ies)|figures?|views?|words|analysis)"
_TEXT = r"(?:article|briefing|text|piece|story|report|author|writer|reporter|journalist)"
LEAD = r"^\W*(?:(?:and|so|but|or|then|also|ok|well)\W+)*"
_PREP = r"(?:(?:in|on|from|by|to|with|of|at|according\s+to|based\s+on)\s+)?"
_ADVERB = r"(?:\w+ly\s+|first\s+|else\s+|also\s+|actually\s+|then\s+|has\s+|have\s+|had\s+)*"

_WHICH_SOURCE = (
    r"(?:"
    rf"{LEAD}{_PREP}which\s+(?:one\s+)?(?:of|among|from)\s+(?:\w+\s+){{0,2}}?(?:{_NOUN}\s+"
    rf"(?:{_REPORT}|{_SAY}|{_CREDIT})|(?:{PRESS_NOUN}|sources?)\s+{_AUX})\b|"
    rf"{LEAD}{_PREP}(?:which|what|whose)\s+(?:\w+\s+){{0,2}}?{PRESS_NOUN}\s+(?:else\s+|"
    rf"here\s+)?(?:{_AUX}|{_REPORT}|{_SAY}|{_CREDIT}|\w+ly|the|that)\b"
    rf"|{LEAD}(?:which|what)\s+(?:\w+\s+)?(?:portals?|stations?|channels?)\s+(?:{SAYS}|"
    r"broadcasts?)\b"
    rf"|{LEAD}{_PREP}(?:which|what|whose)\s+(?:\w+\s+)?{_UNCLEAR}\s+(?:else\s+|"
    rf"also\s+)?(?:{_REPORT}|{_SAY}|{_CREDIT})\b"
    rf"|{LEAD}{_PREP}(?:which|what|"
    rf"whose)\s+(?:\w+\s+)?{_UNCLEAR}\s+{_AUX}\s.{{0,160}}?\b(?:{_REPORT}|{_SAY}|{_CREDIT}|come|"
    rf"from|talk|speak|tell|in|to|for|appear|say|state|claim)\b"
    rf"|{LEAD}(?:from|in)\s+(?:which|what)\s+(?!(?!news|web|internet)\w+\s+sites?\b)(?:\w+\s+)?{_UNCLEAR}\s+{_AUX}\b"
    rf"|{LEAD}according\s+to\s+(?:who|whom|which|what)\b"
    rf"|{LEAD}who\s+(?:was\s+it\s+(?:that|who)\s+)?{_ADVERB}(?:report(?:s|ed)|{_TELL_ALL})\b"
    r"(?!.{0,120}\bto\s+(?:the\s+)?(?:authorit|police|court|coastguard|regulator|offic|owner))"
    r"(?!\s+(?:to|for|"
    r"the\s+(?:costs?|bill|loss(?:es)?|gap|expenses|rest|shortfall|deficit))\b)"
    rf"|{LEAD}who\s+{_ADVERB}{_REPORT}\s+(?:that\b|about\b|"
    rf"(?:(?:the|this|that|these|an?|its)\s+)?(?:\S+\s+){{0,2}}?{_REPORTED}\b)"
    rf"|\bwhose\s+(?:\w+\s+)?{_REPORTED}\s+(?:is|are|was|were)\b|\bwhose\s+reporting\b"
    r"|\bon\s+whose\s+(?:authority|say-so|word)\b|\bwhose\s+word\b"
    rf"|(?:{LEAD}|(?:['’]s|\b(?:the|an?|any|no|its|your|their|what|which|whose|name|give|cite|"
    r"list|show|is|are))\s+)(?:(?:named|original|main|news|primary|exact|other)\s+)?"
    r"sourc(?:es?|ing)\s+(?:for|on|behind)\b|\bsourc(?:es?|ing)\s+of\s+(?:(?:the|that|this|your|its|these|"
    rf"those)\s+)?(?:\S+\s+){{0,2}}?{_CLAIM}\b|\borigins?\s+of\s+(?:the|that|this)\s+"
    rf"(?:\S+\s+)?{_REPORTED}\b|\bsources?\s+of\s+(?:the\s+)?\W?\d"
    rf"|\bwhere\s+(?:does|did|do|is|are|has|"
    rf"was)\s+(?:\S+\s+){{0,3}}?{_CLAIM}\s+(?:\S+\s+){{0,12}}?(?:come|came|stem|originate|taken|"
    rf"drawn|published|printed|quoted)\b"
    rf"|{LEAD}(?:which|what)\s+\w+\s+(?:does|did|do|is|are|was|were)\s+(?:the|that|this)\s+"
    rf"(?:\S+\s+){{0,2}}?{_REPORTED}\s+(?:\S+\s+){{0,12}}?(?:come|stem|originate|taken)\b"
    rf"|\bwhere\s+(?:does|did|do|is|are)\s+(?:the|that|this|"
    rf"your)\s+(?:\S+\s+){{0,3}}?{_CLAIM}\s+(?:\S+\s+){{0,12}}?from\b"
    rf"|\bwhere\s+(?:did|do|does|has|have)\s+(?:you|they|we|it|(?:the|this)\s+{_TEXT})\s+(?:read|get|find|hear|learn|see|take|got|"
    r"found|learnt|learned)\b"
    rf"|{LEAD}(?:from|by)\s+whom\s+(?:does|did|has|have|is|was)\s+(?:the|this)\s+"
    rf"(?:\S+\s+){{0,2}}?(?:{_TEXT}|{_SAID})\b"
    rf"|{LEAD}(?:which|what)\s+(?:\w+\s+)?{_NOUN}\s+(?:first\s+)?(?:had|has|have|back(?:s|ed)?(?:\s+up)?|"
    rf"(?:is|are|stands?)\s+behind)\s+(?:the|this|that)\s+(?:\S+\s+){{0,2}}?{_REPORTED}\b"
    rf"|{LEAD}(?:which|what)\s+(?:\w+\s+)?{_NOUN}\s+weigh(?:s|ed)\s+in\b"
    rf"|{LEAD}(?:which|what)\s+\w+\s+(?:is|are|was|were)\s+(?:cited|quoted)\s+"
    r"(?:for|with|as|on|about|regarding)\b"
    r"|\bwhere\s+(?:is|was)\s+it\s+(?:said|stated|reported|written|claimed|mentioned)\b"
    r"|\b(?:who|which|what)\s+(?:is|are|was|were|gets?|got)\s+(?:being\s+)?(?:credited|cited|"
    r"quoted|named|mentioned)\s+(?:for|with|as|on|about|regarding)\b"
    r"|\b(?:attributed|credited|ascribed|traced)\s+(?:back\s+)?to\s+(?:who(?:m)?|which|what)\b|"
    r"\bto\s+whom\b.{0,200}\b(?:attributed|credited|ascribed)\b"
    rf"|{LEAD}(?:who(?:m)?|which\s+\w+|what\s+\w+)\s+(?:is|are|was|were)\s.{{1,200}}\s(?:attributed|"
    r"credited|ascribed|traced)(?:\s+back)?\s+to\W*$"
    r"|\b(?:who|whom|what|which\s+\w+)\s+(?:should|do|must|can|could|would|may)\s+(?:i|we|one|"
    r"you)\s+(?:cite|credit|quote|name|attribute|reference|thank)\b"
    r"|\b(?:who|whom)\s+(?:does|do|did|is|has|have)\b.{0,120}\b(?:credit|cite|attribute|quote|"
    r"credited|cited)\s+(?:for|with|on|about|as)\b"
    rf"|\b(?:find|get|give)\s+(?:me\s+)?the\s+source\b|\bwho\s+(?:is|was)\s+behind\s+(?:the|that|"
    rf"this)\s+(?:\w+\s+)?{_CLAIM}\b"
    rf"|{LEAD}who\s+(?:has|had|have)\s+(?:the\s+|this\s+|that\s+)?(?:story|news|scoop|"
    rf"information|report)\b"
    rf"|{LEAD}(?:which|what)\s+(?:\w+\s+)?{_NOUN}\s+{_ADVERB}(?:{JUDGES}|{_REPORT}\s+"
    rf"(?:the|that|an?)\b)"
    r"|\bfrom\s+whom\s+(?:do|did)\s+(?:we|you)\s+(?:know|learn|hear|have\s+it)\s+that\b"
    r")"
)
# Verbs that say something with whatever stands behind them; the others only with a clause.
_PERSONAL = (
    r"(?:says?|said(?!\s+(?:sorry|goodbye|farewell)\b|\s+(?:yes|no)(?:\s+to\b|\W*$))|"
    rf"{CLAIMS}|"
    r"states?|stated|argues?|argued|warns?|warned|notes?|noted|"
    r"believes?(?!\s+in\b)|believed|thinks?(?!\s+up\b)|"
    r"thought(?!\s+up\b)|predicts?|predicted|suggests?|suggested|doubts?|doubted|asserts?|asserted|contends?"
    r"|insists?|insisted|remarks?|"
    r"remarked|observed|points?\s+out|pointed\s+out|complain(?:s|ed)|"
    r"told\s+(?:\S+\s+){1,4}?(?:that|of|about)|"
    rf"(?!{_REPORT}\s){SAYS_THAT}\s+that(?=\s+\S+\s+\S))"
)
_PERSON = (
    r"(?:officials?|experts?|analysts?|persons?|people|man|woman|ministers?|ministr(?:y|ies)|"
    r"politicians?|speakers?|spokes(?:man|woman|person|people)|"
    r"engineers?|critics?|observers?|professors?|scientists?|economists?|lawyers?|leaders?|"
    r"diplomats?|insiders?|witness(?:es)?)"
)
_PERSON_NOUN = rf"(?:{_PERSON}|governments?|body|company|firm)"
_BODY = (
    r"(?:institutes?|institutions?|universit(?:y|ies)|banks?|groups?|organi[sz]ations?|"
    r"commissions?|committees?|councils?|unions?|part(?:y|ies)|authorit(?:y|ies)|regulators?|"
    r"researchers?|stud(?:y|ies)|surveys?|polls?|charit(?:y|ies)|watchdogs?|audits?)"
)
# Who may judge, but does other things as a rule.
_JUDGE = (
    r"(?:courts?|judges?|countr(?:y|ies)|ngos?|senators?|clubs?|coach(?:es)?|mayors?|presidents?|"
    r"editors?|companies|firms|agenc(?:y|ies)|astronomers?|teams?)"
)
_WANTS_SPEAKER = (
    rf"(?:{LEAD}(?:who\s+(?:(?:is|was)\s+it\s+(?:that|who)\s+)?"
    rf"|(?:which|what)\s+(?:of\s+the\s+)?(?:[\w-]+\s+){{0,3}}?"
    rf"(?:{_PERSON_NOUN}|{_BODY}|{_JUDGE})\s+)"
    r"(?:(?:else|first|also|ever|since|has|had|have|\w+ly)\s+|"
    rf"in\s+(?:the|this)\s+{_TEXT}\s+)*{JUDGES}"
    rf"|{LEAD}(?:which|what)\s+(?:\S+\s+)?{_BODY}\s+(?:(?:{SAYS_THAT}|finds?|found|shows?|"
    r"showed)\s+that\s|(?:says?|said|warns?|warned|argues?|argued|insists?|insisted)\s"
    r"(?!(?:yes|no|goodbye|so)\b))\s*\S+\s+\S"
    rf"|{LEAD}who\s+(?:else\s+|first\s+|\w+ly\s+|has\s+|had\s+)?{_PERSONAL}(?![\w’'])"
    rf"|{LEAD}(?:according\s+to\s+|to\s+)?(?:which|what)\s+(?!(?:do|does|did|has|have|had|will|"
    rf"would|can|could|is|are|was|were)\b)(?:\S+\s+)?(?:{_PERSON}\s+{_SAY}|{_PERSON_NOUN}\s+(?:{_TELL}|"
    rf"{_AUX}\s+(?:\S+\s+){{0,12}}?(?:say|think|believe|claim|cited|quoted)))\b"
    rf"|{LEAD}according\s+to\s+(?:which|what)\s+(?:\S+\s+)?{_PERSON_NOUN}\b"
    r"|\bwhose\s+(?:exact\s+|own\s+)?(?:words?|opinion|view|assessment|quote|quotation|remark|"
    r"judge?ment|prediction|warning)\s+(?:is|are|was|were)\b"
    rf"|\bby\s+whom\s+(?:is|was|were)\s+it\s+(?:said|claimed|stated)\b|\bwho\s+(?:is|"
    rf"was)\s+it\s+(?:who|that)\s+{_PERSONAL}"
    r"|\bon\s+whose\s+(?:authority|say-so|word)\b|\bwhose\s+word\b"
    rf"|{LEAD}who\s+(?:first\s+|\w+ly\s+)?(?:made|makes|gave|gives|issued|offered|offers|"
    r"floated|voiced|put\s+forward|came\s+up\s+with|is\s+responsible\s+for|"
    rf"stands?\s+behind|vouch(?:es|ed)\s+for)\s+(?:the|this|that|an?)\s+(?:\S+\s+)?{_SAID}\s+"
    r"(?:about|of|on|that|for|regarding)\b"
    rf"|{LEAD}who\s+(?:\w+ly\s+)?(?:raised|raises|voiced|voices|expressed|expresses|"
    r"brought\s+up|brings\s+up)\s+(?:the\s+|this\s+|that\s+|an?\s+)?(?:\w+\s+)?(?:concerns?|"
    r"doubts?|questions?|objections?|issues?|caveats?|worr(?:y|ies)|fears?|possibility|"
    r"criticisms?)\b"
    rf"|\bby\s+whom\s+(?:is|was|were)\s+(?:the|this|that)\s+(?:\S+\s+){{0,2}}?{_SAID}\b"
    rf"|\b(?:{_CLAIM})\b.{{0,120}}[,:;–—-]\s*(?:and\s+)?(?:who\s+(?:makes?|made|says?|said|gave)"
    r"\s+(?:it|so|that|this)|whose\s+(?:is|was)\s+(?:it|that|this))\b)"
)
_NAMES_SOURCES = re.compile(
    rf"\b(?:{_NOUN}|citations?|reporting)\b"
    r"|\bwho(?:m)?\s+(?:\w+\s+)?(?:is|are|was|were|gets?|get|got|has\s+been|have\s+been|do|does|"
    r"did)\s+(?:\S+\s+){0,3}?(?:cited?|quoted?|credit(?:ed)?|rel(?:y|ied)|behind|mentioned|named|"
    r"referenced?|use|draw|sourced)\b"
    r"|\b(?:what|which|whom|who)\s+(?:is|are|was|were|does|do|did)\s+(?:\S+\s+){0,3}?(?:based|"
    r"rest|rely|draw|drawn|built|founded)\b"
    r"|\b(?:based|rests?|relies|rely|draws?)\s+on\s*\W*$"
    r"|\bwhere\s+(?:is|does|did|do|was|are|have|has|comes?)\b.{0,60}\b(?:from|come|get|got|read|"
    r"find|found|take|taken)\b"
    rf"|{LEAD}who\s+{_ADVERB}(?:{_REPORT}|says?|said|claims?|claimed|states?|stated)\s+(?:this|"
    rf"that|it|so|all\s+this|all\s+that|these\s+things)\b"
    r"|\bwho\s+(?:is|are|was|were)\s+(?:\S+\s+){0,2}?behind\b|\bwhose\s+(?:reporting|information|"
    r"story|news|words)\b",
    re.I,
)
# The author of the article itself, or its date, are not its sources.
_AUTHOR = re.compile(
    r"\b(?:who(?:m)?|by\s+whom)\b.{0,20}\b(?:wrote|written|writes|authored|published|author|"
    r"compiled|edited)\b(?:\s+by)?.{0,10}\b(?:article|piece|text|briefing|this)?\W*$"
    r"|\bauthor\b|\bwho\s+(?:is|are)\s+the\s+(?:writer|editor|publisher|journalist)s?\b",
    re.I,
)
# Of the unclear ones a think tank or an agency may as well be quoted as publish.
_WANTS_PUBLISHER = re.compile(
    rf"{LEAD}{_PREP}(?:which|what)\s+(?:\w+\s+)?"
    rf"(?:{PRESS_NOUN}|media|press|papers?|websites?|sites?)\s",
    re.IGNORECASE,
)
_EITHER = re.compile(r"^\W*(?:(?:and|so|but|or|ok)\W+)*(?:is|was|are|were|does|do|did)\b", re.I)
_EITHER_AFTER_DASH = re.compile(r"\s—\s(?:and\s+|so\s+)?(?:is|was|are|were)\s", re.I)
# Every alternative of the two long patterns holds one of these. To compile the two takes
# some 130 ms of a cold question's time, and most questions ask for nobody's words.
_MAY_ASK_SOURCE = re.compile(
    rf"\bwho|\bwhere\b|\bsourc|\borigin|\baccording\b|attributed|credited|ascribed|traced|named|"
    rf"mentioned|\bcite|\bcitation|\battribution|\bcredit\b|\bquote|\bname\b|\breference|\bthank\b|\b(?:which|what)\s+\w+\s+"
    rf"(?:is|are|was|were|does|did|do)\b|\b{_NOUN}\b|\b(?:portals?|stations?|channels?)\b",
    re.I,
)
_MAY_ASK_SPEAKER = re.compile(
    r"\bwho|\baccording\b|\b(?:which|what)\s+(?:\S+\s+){0,5}?"
    rf"(?:{_PERSON_NOUN}|{_BODY}|{_JUDGE})\b",
    re.I,
)
_MAX_READ = 500


def may_ask_source(core: str) -> bool:
    """Whether a quick look finds any of the words with which sources are asked for."""
    return _MAY_ASK_SOURCE.search(core[:_MAX_READ]) is not None


def asks_which_source(core: str) -> bool:
    """Whether ``core`` asks who reported something, whatever it is."""
    opening = core[:_MAX_READ]
    named = may_ask_source(opening) and finds(_WHICH_SOURCE, opening)
    return named or wants_speaker(core)


def wants_publisher(core: str) -> bool:
    """Whether ``core`` asks which outlet it was, so that a ministry is no answer."""
    return _WANTS_PUBLISHER.search(core[:_MAX_READ]) is not None


def wants_speaker(core: str) -> bool:
    """Whether ``core`` asks for the person or body that said something, not for the outlet."""
    opening = core[:_MAX_READ]
    return _MAY_ASK_SPEAKER.search(opening) is not None and finds(_WANTS_SPEAKER, opening)


def asks_for_sources(core: str) -> bool:
    """Whether ``core`` speaks of sources at all; with no topic, it wants the list of them."""
    opening = core[:_MAX_READ]
    return _NAMES_SOURCES.search(opening) is not None and _AUTHOR.search(opening) is None


def asks_either(core: str) -> bool:
    """Whether ``core`` is a yes/no question, or ends in one: with two outlets, it asks which."""
    opening = core[:_MAX_READ]
    return _EITHER.match(opening) is not None or _EITHER_AFTER_DASH.search(opening) is not None


_SPEECH = (
    rf"(?:{SAYS}|see|sees|consider|considers|make\s+of|put\s+it|have\s+to\s+say|feel|feels|judge|"
    rf"assess|view|recommend|question|point\s+out|{SAYS_THAT}\s+that)"
)
_SUBJECT = r"(?P<who>(?:[\w’'.-]+\s+){0,5}?[\w’'.-]+)"
_SPEAKER_ASKED = re.compile(
    rf"\b(?:do|does|did|have|has|had|will|would|can|could|"
    rf"might)\s+(?:also\s+)?{_SUBJECT}\s+(?:\w+ly\s+|also\s+|still\s+|already\s+|"
    rf"then\s+)?{_SPEECH}\b"
    r"|\baccording\s+to\s+(?P<by>(?:[\w’'.-]+\s+){0,4}?[\w’'.-]+)\s*(?:[,?!:;—]|$)"
    r"|\b(?:in|from)\s+(?:the\s+)?(?:view|opinion|eyes|judge?ment|words|"
    r"assessment)\s+of\s+(?P<of>(?:[\w’'.-]+\s+){0,4}?[\w’'.-]+)\s*(?:[,?!:;—]|$)"
    r"|\b(?:what(?:['’]s|\s+is|\s+are|\s+was|\s+were)|"
    r"in)\s+(?P<own>(?:[\w.-]+\s+){0,4}?[\w.-]+)(?:['’]s|s['’])\s+(?:\w+\s+)?(?:view|opinion|"
    r"position|take|assessment|statement|stance|comment|words|judge?ment)s?\b"
    r"|\b(?:quote|quotes|statement|words|view|comment|comments|remarks?|opinion)\s+(?:by|of|"
    r"from)\s+(?P<from>(?:[\w’'.-]+\s+){0,4}?[\w’'.-]+)\s*(?:[,?!:;—]|$)",
    re.I,
)
_NOBODY = re.compile(
    r"^(?:(?:the|this|that|your|its|their|an?)\s+)?(?:(?:\w+\s+)?(?:article|briefing|text|story|"
    r"piece|report|author|document|news|passage|paragraph|headline))$"
    r"|^(?:i|you|we|it|they|he|she|this|that|these|those|who|whom|which|what|there|one|people|"
    r"anyone|somebody|someone|nobody|everyone)\b"
    r"|\b(?:is|are|was|were|do|does|did|which|what|who|that|when|where|why|how)\b",
    re.I,
)
_DETERMINER = re.compile(
    r"^(?:the|an?|this|that|these|those|some|any|other|its|their|our)\s+", re.I
)


def speaker_asked(core: str) -> str | None:
    """The words of ``core`` that name the speaker whose words are wanted, without an article.

    "officials" of "what do the officials believe?"; None where nobody is asked of.
    """
    for match in _SPEAKER_ASKED.finditer(core[:_MAX_READ]):
        words = next(group for group in match.groups() if group is not None)
        bare = _DETERMINER.sub("", words).strip(" .’'")
        if bare and not _NOBODY.search(words) and not _NOBODY.search(bare):
            return bare
    return None
