"""What a question says that somebody judged: "described the deal as symbolic", "put it at 3 m".

Whoever did said something, though no verb of saying stands there, and what was
said can be asked for as a claim: "the deal is symbolic", "it is 3 m".
"""

from __future__ import annotations

import re
from functools import cache

from corpus.numerals import IN_WORDS

_AS = (
    r"(?:describ(?:es?|ed)|characteri[sz](?:es?|ed)|portray(?:s|ed)?|depict(?:s|ed)?|"
    r"label(?:s|led|ed)?|brand(?:s|ed)?|denounc(?:es?|ed)|regard(?:s|ed)?|interpret(?:s|ed)?|"
    r"decri(?:es|ed)|classif(?:y|ies|ied))"
)
# These are done as well: "dismissed the coach as results worsened", "as governor".
_DONE_AS = (
    r"(?:hail(?:s|ed)?|prais(?:es?|ed)|dismiss(?:es|ed)?|condemn(?:s|ed)?|criticis(?:es?|ed)|"
    r"criticiz(?:es?|ed)|reject(?:s|ed)?|view(?:s|ed)?|sees?|rat(?:es?|ed)|slam(?:s|med)?)"
)
_AT = r"(?:puts?|estimat(?:es?|ed)|valu(?:es?|ed)|assess(?:es|ed)|reckon(?:s|ed)?|gaug(?:es?|ed))"
_CALLS = (
    r"(?:calls?|called|(?:(?:is|are|was|were)\s+)?calling|dub(?:s|bed)?|deem(?:s|ed)?|"
    r"terms?|termed)"
)
_BARE = r"(?:to|as|at|by|in|for|off|on|out|of|with|from|about|and|or|into|after|before|over)\b"
_SELF = r"\w+sel(?:f|ves)\b"
_WHAT = rf"(?!{_BARE}|{_SELF})\S+(?:\s+(?!as\b)\S+){{0,8}}?"
_THAT = r"(?!(?:that|who|which|what|whose)\b)"
# "Praised the crew as the plane landed", "as it left", "as of Monday", "as a whole" judge nothing.
_NO_TERM = (
    r"(?:(?:well|soon|long|far|much|many|early|late|recently|quickly|if|though|it|they|he|she|we|i|"
    r"you|when|of|such|a\s+result|a\s+whole|next\s+of\s+kin|part\s+of\s+(?:the|its|their|an?))\b"
    r"|(?:(?:the|an?|its|his|her|their)\s+)?"
    rf"(?:(?:{_THAT}[\w-]+\s+){{1,2}}(?:began|begins?|fell|rose|sank|left|went|broke|grew|fled|ran|"
    r"came|took|was|were|is|are|had|has)\b"
    r"|(?!\w+ly\b)[\w-]+\s+(?:(?!and\b|\w+ly\b)[\w-]+\s+)?(?!and\b)\w{3,}ed\W*$))"
)
# Of what is done, whoever did it may stand behind "as": "as prime minister", "as a member".
_TERM_OF_DEED = (
    r"(?:(?:an?|the|no|not|too|so|very|mere|merely|only|simply|\w+ly)\s+"
    r"(?!(?:member|tourist|child|student|guest|witness|precaution|way|sign|matter|last\s+resort|"
    r"(?:\w+\s+)?(?:minister|president|judge|manager|leader|coach|captain|head|mayor|chair\w*))\b)\S"
    r"|(?:un|in|im|ir)\w{3,}\W*$|\w+(?:able|ible|al|ic|ive|ous|ful|less|ing|ary|ory)\W*$"
    r"|(?:weak|wrong|false|fake|risky|racist|good|bad|dead|over|empty|naive|propaganda|nonsense|"
    r"lies|spam)\W*$)"
)
_ABOUT = (
    r"(?:(?:about|around|some|over|under|nearly|almost|roughly|only|just|up\s+to|close\s+to|"
    r"a\s+mere|(?:more|less|fewer)\s+than|at\s+(?:least|most))\s+)*"
)
_NUMBER = (
    rf"(?:\W?\d|(?:{IN_WORDS}|half|a\s+(?:third|quarter|half|dozen|hundred|thousand|million))\b)"
)
# "Put posters up at 12 stations", "put the team ahead at 2-1", "assessed the damage at 8 p.m.".
_WHERE_OR_WHEN = (
    r"[\d:.,]*\s*(?:(?:\w+\s+){0,2}?(?:stations?|schools?|sites?|plants?|crossings?|windows?|"
    r"shops?|hospitals?|locations?|places|junctions?|airports?|ports|street|road|avenue)\b|"
    r"[ap]\.?m\b|o['’]clock|km/h|-\d|-time\b|\w+['’]s?\s+(?:notice|readiness)\b)"
)
_COUNT = r"(?=(?:\S+\s+){0,3}?(?:number|count|total|tally|toll)\b)"
_AHEAD = r"(?!(?:up|down|forward|back|in)\b)"
_BEHIND = r"(?<!\bahead)(?<!\bon)(?<!\bup)(?<!\bout)(?<!\boff)(?<!\bdown)(?<!\bfor\ssale)"
# "Called the airline the next day", "the police a day after the crash", "the vote a second time".
_MOMENT = (
    r"(?:the\s+(?:(?:next|same|following|previous|other|very|minute|moment|night|day)\b|"
    r"\w+\s+(?:day|night|morning|evening|week|month|year|time)\b)"
    r"|an?\s+(?:(?:few|full|good)\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?)\s+(?:after|"
    r"before|early|late|into)\b|an?\s+(?:second|third|last|further)\s+time\b"
    r"|.*\b(?:later|earlier|ago)\b|only\s+(?:to|after|when|once|if)\b)"
)
# "Called the meeting the bank held", and no "the worst the country has had".
_OWN_CLAUSE = (
    rf"(?:the\s+(?!\w+(?:st|est)\b)(?:{_THAT}\w+\s+){{1,3}}(?:had|has|was|were|lost|wanted|missed|"
    r"held)\b|an?\s+\w+\s+ha[sd]\b)"
)
_PLAIN_TERM = (
    r"(?:[\"“‘']\S.*|(?:(?:\w+ly|very|so|too)\s+)?(?:unfair|unjust|unlawful|illegal|unsafe|reckless|"
    r"unacceptable|absurd|irresponsible|premature|dangerous|misleading|false|wrong|inadequate|"
    r"excessive|symbolic|historic)(?=\W*$))"
)
_WITHIN = r"(?:of|in|on|at|for|with|by|from|about|between|against|and)"
_CALLED = (
    rf"(?!{_BARE}|{_SELF}|that\b)\S+"
    rf"(?:\s+(?:(?!{_BARE}|that\b)|{_WITHIN}\s+(?!an?\s|only\b))\S+){{0,6}}?"
    r"(?<!\sthe)(?<!\shis)(?<!\sits)"
)
_JUDGED = (
    rf"(?:{_AS}\s+(?P<as_what>{_WHAT})\s+as\s+(?P<as_term>(?!{_NO_TERM})\S.*)"
    rf"|{_DONE_AS}\s+(?P<done_what>{_WHAT})\s+as\s+"
    rf"(?P<done_term>(?!{_NO_TERM})(?={_TERM_OF_DEED})\S.*)"
    rf"|{_AT}\s+(?P<at_what>{_AHEAD}{_WHAT}{_BEHIND})\s+at\s+"
    rf"(?P<at_term>{_ABOUT}{_NUMBER}(?!{_WHERE_OR_WHEN}).*)"
    rf"|{_AT}\s+(?P<count>{_COUNT}{_WHAT})\s+at\s+(?P<counted>{_ABOUT}{_NUMBER}.*)"
    rf"|{_CALLS}\s+(?P<what>{_CALLED})\s+(?P<term>(?!{_MOMENT}|{_OWN_CLAUSE})"
    rf"(?:(?:an?|only|merely|simply|little|nothing|the)\s+\S.*|{_PLAIN_TERM})))"
)
# The same without names, within longer patterns.
JUDGES = re.sub(r"\?P<\w+>", "?:", _JUDGED)
_MAY_JUDGE = re.compile(r"\s(?:as|at|calls?|called|calling|dub|deem|term)", re.I)
# What is judged is plural by its head: "the costs of the plan are", "the news of them is".
_HEAD_ENDS = re.compile(
    r"\s(?:of|in|on|at|for|from|against|between|with|to|by|over|since|after|before|under|last|this)\s",
    re.I,
)
_PLURAL = re.compile(
    r"[^\W_]s$(?<!ss)(?<!us)(?<!is)(?<!news)(?<!ics)(?<!gas)(?<!lens)(?<!series)"
    r"|\b(?:people|police|women|men|children|media|they|we|you)$|^(?:these|those)\b"
    r"|\sand\s(?=the\s|his\s|her\s|its\s|their\s)",
    re.I,
)
_SUBJECTS = {"me": "I", "him": "he", "her": "she", "them": "they", "us": "we"}
# "Who described it as a sham, and why?"
_TAIL = re.compile(
    r"(?:,\s.*|\s+and\s+(?:why|when|where|how|who|as)\b.*|\s+(?:yesterday|today|"
    r"(?:last|this)\s+\w+|on\s+(?:\w+day|\d.*)|(?:according\s+to|in)\s+(?:the|this)\s+"
    r"(?:article|briefing|text|report)))$",
    re.I,
)
_WHEN = re.compile(r"\s+(?:yesterday|today|(?:last|this)\s+(?:week|month|year|\w+day))$", re.I)
# "Where did the minister who called the deal a mistake speak?" asks about something else.
_ASKS_ELSE = re.compile(
    r"\b(?:did|does|do)\b|\w\W+(?:and\W+)?(?<!\bit\s)(?:that|who|which)\s+(?:\w+ly\s+)?$", re.I
)
_MAX_READ = 500


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{_JUDGED}$", re.I)


def judged_claim(core: str) -> str | None:
    """The claim that somebody is said to have judged so in ``core``, as a clause; else None.

    "The deal is symbolic" of "who described the deal as symbolic?".
    """
    asked = core[:_MAX_READ].rstrip(" ?!.")
    if _MAY_JUDGE.search(asked) is None or (found := _pattern().search(asked)) is None:
        return None
    if _ASKS_ELSE.search(asked[: found.start()]) is not None:
        return None
    what, term = (part for part in found.groups() if part is not None)
    what = _WHEN.sub("", _SUBJECTS.get(what.lower(), what))
    head = _HEAD_ENDS.split(what)[0]
    # A name is singular, whatever its last letter: "the United States", "Hamas".
    plural = _PLURAL.search(head) is not None and not head.rsplit(" ", 1)[-1][:1].isupper()
    return f"{what} {'are' if plural else 'is'} {_TAIL.sub('', term)}"
