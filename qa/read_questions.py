"""What the reader is asked: the matter of a question, without what frames it.

The reader sees passages without their credits, and learnt from questions that ask
outright. "Could you tell me when it began?" is read as "when it began?", and
"which outlet says that it began in 2020?" as "Is it true that it began in 2020?".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.calendar import MONTH_NAMES
from qa.judging_forms import judged_claim
from qa.question_frames import (
    HOLDER,
    THE_TEXT,
    as_question,
    core_question,
    is_asking,
    split_question,
    strip_closing,
    strip_opening,
)
from qa.question_openers import OPENERS, WH_WORDS
from qa.saying_forms import CLAIMS, HELD, SAYS, SAYS_THAT
from qa.understanding import NamedOutlet

_MAX_READ = 500
_MONTH = rf"(?:{'|'.join(MONTH_NAMES)})"
# A clause has a subject and a verb: "that story" is none.
_THAT = re.compile(
    rf"\b(?:{SAYS_THAT}|{HELD}|from\s+whom\s+(?:do|did)\s+(?:we|you)\s+(?:know|learn|hear|"
    rf"have\s+it)|whose\s+\w+\s+(?:is|was)\s+it|on\s+whose\s+[\w-]+\s+does\s+it\s+rest)"
    r"\s+(?:us\s+|me\s+)?that\s+(?P<clause>\S+\s+\S.*?)"
    r"(?:\s+(?:\w+ly\s+)?(?:attributed|credited|ascribed|traced)(?:\s+back)?\s+to)?\W*$",
    re.I,
)
_WHETHER = re.compile(
    rf"\b(?:{SAYS}|holds|held)\s+(?:us\s+|me\s+)?(?:whether|if)\s+(?P<clause>\S+\s.+?)\W*$", re.I
)
_ASKED_WITHIN = re.compile(
    rf"\b(?:{SAYS}|finds?|found)\s+(?:us\s+|me\s+)?(?P<question>(?:{WH_WORDS})"
    r"\s+\S.*)$",
    re.I,
)
# Left out, "that" is missed after these alone: "which paper says trade will grow?".
_NO_THAT = re.compile(
    rf"\b(?:says?|said|{CLAIMS}|believes|thinks|argues|argued|insists|"
    # "Who warns buyers of haste?" has no clause.
    r"warns(?!\s+(?:\S+\s+){1,4}?(?:against|of|about|off)\b(?!.*\s(?:is|are|was|were|will|would|"
    r"can|could|may|might|has|have|had)\s)))\s+"
    r"(?!(?:about|of|on|so|it|this|that|these|those|to|in|for|with|what|when|where|why|how|who|"
    r"whether|if|yes|no|against|sorry|goodbye|farewell)\b)(?P<clause>\S+\s+\S+\s+\S.*?)\W*$",
    re.I,
)
_ACCORDING = re.compile(
    r"^\W*according\s+to\s+(?:whom?|(?:which|what)\s+\S+(?:\s+\S+)?)[,:]?\s+"
    r"(?P<question>(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|"
    r"should|must)\s+\S.*)$",
    re.I,
)
_ABOUT = r"(?:about|on|regarding|concerning|as\s+to)"
_TOLD = (
    rf"(?:{SAYS}|{HELD}|publish(?:es|ed)?|finds?|found|objects?|objected|know|known|learn(?:ed|t)?|read|hear|heard|figures?|numbers?|data|words?|"
    r"phrases?|quotes?|quotations?|remarks?|comments?|details?|passages?|parts?|bits?|sections?|"
    r"sentences?|items?|lines?|facts?|speaks?|talks?|writes?|weighs?\s+in|cited|quoted|credited|"
    r"sources?|sourcing|coverage|thing|something|anything|have|has|got)"
)
# What stands behind "about", but for what follows it: "come from", "taken from".
_MATTER = re.compile(
    rf"(?:^\W*(?:(?:what|how)\s+)?about|\b{_TOLD}\s+(?:\S+\s+){{0,3}}?{_ABOUT}"
    r"|\b(?:sources?|sourcing|cited|quoted|credited|evidence|basis|figures?|numbers?|estimates?)\s+(?:\S+\s+){0,2}?(?:for|of)"
    r"(?!\s+(?:(?:the|this|that|its|these|those)\s+)?(?:article|briefing|text|claims?|statements?|"
    r"idea|news|view|assertion)\b)"
    r"|\b(?:mentions?|mentioned|discuss(?:es|ed)?|covers?|covered|describes?|described|"
    r"(?:speaks?|talks?)\s+of|refers?\s+to))"
    r"\s+(?P<matter>\S.*?)(?:\s+(?:come|comes|came|taken|drawn|stem|originate)(?:\s+from)?|"
    r"\s+from)?\W*$",
    re.I,
)
# "What did they say on Monday?" is asked about no matter.
_MOMENT = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|{_MONTH}|\d|(?:the\s+)?(?:record|air|same\s+"
    r"day|day\s+before)|behalf|whose|whom|which|what|how|why|when|where|who|it|this|that|them|"
    r"him|her|these|those)\b",
    re.I,
)
# "About how the idea was born", "on who pushed it through", and no "about whom".
_CLAUSE_ASKED = re.compile(r"(?:what|how|why|when|where|who|which|whose)\s+\S+\s+\S", re.I)
# "How does Reuters rate the odds?" asks about the odds.
_VIEWED = re.compile(
    r"^(?:judges?|sees?|views?|rates?|assess(?:es)?|describes?|explains?|characteri[sz]es?|"
    r"portrays?|depicts?|accounts?\s+for|values?|considers?|interprets?|makes?\s+of)\s+(?=\S+\s+\S)",
    re.I,
)
_ASKS_ABOUT = re.compile(
    rf"^\W*(?:(?:what|how\s+much)\s+(?:(?:does|did|do|can|could|is|was|has|have)\s+)?(?:(?:the|this|"
    rf"that|your)\s+{HOLDER}\s+|(?:we|you|i|it|there|one)\s+)?(?:be\s+|been\s+|to\s+)?"
    rf"(?:(?:have|has|got)\s+)?(?:to\s+)?(?:{_TOLD})\s+{_ABOUT}|(?:what|how)\s+about|"
    rf"about|what\s+information\s+(?:\S+\s+){{1,5}}?{_ABOUT}|(?:is|was|are)\s+(?:there\s+)?(?:anything|something)\s+(?:said\s+)?{_ABOUT}|"
    rf"(?:anything|something)\s+{_ABOUT})\s+\S",
    re.I,
)
_DESCRIBE = r"(?:describ|characteri[sz]|portray|depict|defin)(?:e|ed|es)?"
_IT = r"(?:it|them|this|that|these|those|him|her|they|he|she)\b"
_DESCRIBED = re.compile(
    rf"^\W*how\s+(?:is|are|was|were)\s+(?!{_IT}\W*\s)(?P<matter>\S.*?)\s+(?:being\s+)?{_DESCRIBE}\W*$"
    rf"|^\W*how\s+(?:does|did)\s+(?:it|{THE_TEXT})\s+{_DESCRIBE}\s+(?!{_IT}\W*$)(?P<what>\S.*?)\W*$"
    r"|^\W*(?P<named>\w[^:;?!]*)(?:[:,;]|\s[–—-])\s+how\s+"
    rf"(?:(?:does|did)\s+(?:it|{THE_TEXT})\s+{_DESCRIBE}\s+{_IT}|"
    rf"(?:is|are|was|were)\s+{_IT}\s+{_DESCRIBE})\W*$",
    re.I,
)
_ASKED_OF = r"^\W*(?:what|how)(?:['’]s|\s+(?:is|are|was|were|does|did|do|has|have))?\s+"
# "By 2018" and "before 2018" leave the day open, and so does a year that is not at the end.
_DATED = re.compile(
    r"^\W*(?P<asked>(?:is|are|was|were|did|does|do|has|have|had|will)(?:n['’]t)?\s+\S.*?)\s+"
    r"(?:(?P<since>(?:ever\s+)?since)|in|on)\s+(?:the\s+year\s+|early\s+|late\s+|spring\s+|"
    r"summer\s+|autumn\s+|winter\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"(?:{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?)?(?:1[0-9]|20)\d{{2}}\W*$",
    re.I,
)
_QUOTED = re.compile(r"^\s*[\"“„«](?P<inside>[^\"“”„«»]+)[\"”“»]\s*$")
# "Sum up what they found", "the whole picture of how it works": what they found, how it works.
_SUMMED = re.compile(
    r"^\W*(?:(?:sum\s+up|summari[sz]e|outline|recap)\s+(?:(?:for\s+)?(?:me|us)\s+)?|"
    r"(?:an?\s+|the\s+)?(?:(?:quick|short|brief|whole|full|big|bigger|overall)\s+)?(?:overview|summary|"
    r"picture|outline|account|recap)\s+of\s+)(?=(?:what|how|why)\s+\S+\s+\S)",
    re.I,
)
_MARKS = re.compile(r"(?=[!.]*\?)[?!.]{2,}\s*$")
_TEXT_SAYS = re.compile(rf"^\W*(?:does|did)\s+(?:the|this)\s+{HOLDER}\s", re.I)
_MOST_NAMING = 12
# "US tariffs" asks nobody.
_ASKING = re.compile(rf"\b(?:{OPENERS}|i|me|my|(?-i:us)|you|your)\b", re.I)
_CREDITED = r"according\s+to\s+(?:the\s+)?"


def as_asked(
    query: str, outlets: Sequence[NamedOutlet] = (), *, joints: bool = True
) -> str:
    """``query`` without greetings, thanks, and "according to" the article or one of ``outlets``.

    Itself where nothing would be left. Without ``joints`` an "and" before it stays.
    """
    bare, kept = strip_closing(_QUOTED.sub(r"\g<inside>", query)), 0
    bare = _MARKS.sub("?", bare)
    for part in split_question(bare):
        start = bare.index(part, kept)
        rest = _SUMMED.sub("", strip_opening(part, joints=joints))
        bare = bare[:start] + rest + bare[start + len(part) :]
        kept = start + len(rest)
    for outlet in outlets:
        if outlet.asked_of:
            name = re.escape(outlet.written)
            bare = re.sub(rf"^\W*{_CREDITED}{name}\s*[,:]?\s+(?=\S)", "", bare, flags=re.I)
            bare = re.sub(rf"\s*,?\s*\b{_CREDITED}{name}(?=\W*$)", "", bare, flags=re.I)
    return bare if any(map(str.isalnum, bare)) else query


# "Why does this matter for Europe?" asks what it means there, not what caused it.
_MATTERS = re.compile(
    r"^(?P<opening>\W*)why\s+(?:"
    r"(?P<does>does|do|did|would|will|should|could|might|may)\s+(?P<what>\S+(?:\s+\S+){0,7}?)\s+matter|"
    r"(?P<it>\S+(?:\s+\S+){0,7}?)\s+matters|"
    r"(?P<be>is|are|was|were)\s+(?P<thing>\S+(?:\s+\S+){0,7}?)\s+(?:so\s+|also\s+)?"
    r"(?:important|significant|relevant|of\s+(?:importance|significance|relevance)))"
    r"\s+(?:to|for)\s+(?P<whom>\S.*?)(?P<closing>\W*)$",
    re.I,
)
_MEANING = {"is": "does", "are": "do", "was": "did", "were": "did"}


def meaning_as_asked(query: str) -> str | None:
    """What something means for somebody, where ``query`` asks why it matters to them; else None."""
    found = _MATTERS.match(query[:_MAX_READ])
    if found is None:
        return None
    verb = found["does"] or _MEANING[(found["be"] or "is").lower()]
    what = found["what"] or found["it"] or found["thing"]
    return f"{found['opening']}What {verb} {what} mean for {found['whom']}?"


def claim_as_asked(query: str) -> str | None:
    """The question to which a passage is the answer that makes the claim ``query`` speaks of.

    None where it names the claim in no clause: "who reported on trade?".
    """
    core = core_question(query)[:_MAX_READ]
    if (found := _ACCORDING.match(core)) is not None:
        return found["question"]
    # What stands first is what is said: "who said when the ship that sank would sail?"
    hits = [
        found
        for pattern in (_THAT, _WHETHER, _ASKED_WITHIN)
        if (found := pattern.search(core)) is not None
    ]
    first = min(hits, key=lambda found: found.start(), default=_NO_THAT.search(core))
    if first is None:
        judged = judged_claim(core)
        return None if judged is None else f"Is it true that {judged}?"
    parts = first.groupdict()
    return parts.get("question") or f"Is it true that {parts['clause']}?"


def matter_as_asked(query: str, outlets: Sequence[NamedOutlet] = ()) -> str | None:
    """The matter alone of a question for what is said about it, or who says something about it.

    "What does Reuters report about the strike?" is read as "the strike?". None
    where it names no matter so. ``outlets`` are those that ``query`` names.
    """
    core, own = core_question(query)[:_MAX_READ], None
    for outlet in outlets:
        if outlet.asked_of:
            asked_of = rf"{_ASKED_OF}(?:the\s+)?{re.escape(outlet.written)}(?:['’]s?)?\s+"
            if (found := re.match(asked_of, core, re.I)) is not None:
                own = core[found.end() :]
                core = f"what is said {own}"
    if (described := _described(core)) is not None:
        return as_question(described)
    matter = None
    # "Cited for the part about trade": the last of them is the matter.
    while (found := _MATTER.search(matter or core)) is not None:
        matter = found["matter"]
    for outlet in outlets:
        on_whose = rf"the\s+(?:authority|word)\s+of\s+(?:the\s+)?{re.escape(outlet.written)}"
        if matter is not None and re.match(on_whose, matter, re.I):
            return None
    if matter is None or (_MOMENT.match(matter) and not _CLAUSE_ASKED.match(matter)):
        matter = own and _VIEWED.sub("", own)
    if matter is None:
        return None
    if (found := re.match(r"whether\s+(?=\S+\s+\S)", matter, re.I)) is not None:
        return f"Is it true that {matter[found.end() :].rstrip(' ?!.')}?"
    return as_question(matter)


def only_names(words: str) -> bool:
    """Whether ``words`` name a matter and ask nothing: "harbour bridge repairs", "the strike?"."""
    return len(words.split()) <= _MOST_NAMING and _ASKING.search(words) is None


def date_as_asked(query: str) -> str | None:
    """The question for the day or year that ``query`` asks to have confirmed; None for any other.

    "Did it begin in 2018?" is answered by the sentence that says when it began,
    also where that was in another year.
    """
    if (found := _DATED.match(core_question(query)[:_MAX_READ])) is None:
        return None
    when = "Since when" if found["since"] else "When"
    return f"{when} {found['asked'][0].lower()}{found['asked'][1:]}?"


def text_is_asked(query: str) -> bool:
    """Whether ``query`` asks if the text itself says so: "does the article say that …?"."""
    return _TEXT_SAYS.match(core_question(query)[:_MAX_READ]) is not None


def asks_about(query: str) -> bool:
    """Whether ``query`` asks for all that is said about something: "what do we know about it?"."""
    core = core_question(query)[:_MAX_READ]
    return _ASKS_ABOUT.match(core) is not None or _described(core) is not None


def _described(core: str) -> str | None:
    """What ``core`` asks the description of: the bridge of "how is the bridge described?"."""
    found = _DESCRIBED.match(core)
    if found is None or (found["named"] is not None and is_asking(found["named"])):
        return None
    words = found["matter"] or found["what"] or found["named"]
    return words.strip(" \"“”'‘’,:;–—-")
