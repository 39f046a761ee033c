"""What stands around a question: greetings, preambles and polite openings."""

from __future__ import annotations

import re

from corpus.lexicon import FUNCTION_WORDS, words_of
from qa.question_openers import OPENERS, QUESTION_WORDS, WH_WORDS

# Among the words that often open sentences are some that name people.
EMPTY_WORDS = FUNCTION_WORDS - {"officials", "analysts", "experts", "critics", "supporters"}
HOLDER = r"(?:article|briefing|text|piece|story|report|document)"
# What is asked of, where it cannot be a thing that the text speaks of, such as a report.
TEXT_NOUN = r"(?:article|briefing|text|piece|story)"
THE_TEXT = rf"(?:the|this|that|your)\s+(?:news\s+)?{TEXT_NOUN}"
# "According to the article" says nothing that its passages could hold; a report may be one
# that an article is about.
OF_THE_TEXT = (
    r"(?:(?:according\s+to|based\s+on|as\s+per|per|in|from)\s+"
    r"(?:(?:the|this|that|your)\s+(?:news\s+|whole\s+|above\s+|given\s+|following\s+)?"
    r"(?:article|briefing|text|piece|story)|this\s+(?:report|document))\b)"
)
# No word of these has a meaning for the search.
_GREETING = re.compile(
    r"^\W*(?:(?:hi|hello|hey|hallo|dear|good\s+(?:morning|afternoon|evening|day)|greetings|thanks"
    r"|thank\s+you"
    r"|ok|okay|well|right|alright|sorry|excuse\s+me|pardon|um+|uh+|oh|ah|yes|no|now|so|then|btw|"
    r"by\s+the\s+way"
    r"|(?:i['’]?m\s+|i\s+am\s+)?just\s+(?:curious|asking|wondering|checking|to\s+be\s+(?:sure|"
    r"clear)|for\s+(?:context|clarity|the\s+record))"
    r"|(?:just\s+)?(?:out\s+of|from)\s+(?:pure\s+|sheer\s+|mere\s+)?(?:curiosity|interest)"
    r"|(?:just\s+)?for\s+(?:the\s+record|(?:my|our|the)\s+(?:\w+\s+)?(?:notes?|files?|records?|"
    r"information|understanding|background|context)|context|clarity)"
    r"|(?:a\s+|(?:just\s+)?(?:one|another)\s+(?:more\s+)?|my\s+|our\s+)?(?:(?:real(?:ly)?\s+)?"
    r"(?:quick|simple|short|small|stupid|silly|basic|follow-?up|last|final|other|next)\s+)?"
    r"(?:question|query)"
    r"(?:\s+for\s+you)?|(?:real\s+)?quick(?:ly)?(?:\s+one)?|one\s+(?:more\s+)?thing|another\s+one"
    r"|in\s+other\s+words|please|pls|plz|kindly)"
    r"(?:\s+(?:there|all|again|everyone|team|colleagues?|assistant|bot|please|"
    r"so\s+much))?\s*(?:[,!.:;—–-]+\s*|\s+|$))",
    re.I,
)
_FROM_TEXT = re.compile(
    rf"^\W*(?:(?:looking|going|judging)\s+(?:at|by|from)\s+the\s+{HOLDER}|{OF_THE_TEXT})"
    r"\s*[,:]?\s+(?=\S)",
    re.I,
)
# Words about whoever asks, and about asking. What is said with these alone before a question
# is not what it is about: "asking for a colleague: who won?".
_SCENE = words_of(
    """ambassador analyst answer answers article articles ask asked asking asks audience boss box
    brief briefing broadcast bulletin call caption check checking chief class client colleague
    colleagues confused curious customer deadline debate desk director editor editors exam fact
    facts favor favour friend friends good help here homework hour hours interview interviews
    journalist know letter list listener listeners long look looking manager meeting memo minister
    minute minutes need needed needs newsletter newsroom note notes page panel piece plain please
    go goes going print printing publish publishing
    presentation presenter producer programme project puzzled query question questions quick quiz
    quote read reader readers reading remember report reporter research script seminar show simple
    slide slides speech story stuck student students talk teacher team text thing this today
    tomorrow tonight urgent urgently verify viewer viewers want wants wonder wondering work writing
    air aired airs new live send sending sent forward forwarded file filing"""
)
_OPENS = (
    r"(?=(?:(?:in|into|on|at|by|for|from|to|with|since|until|of|under|besides?|behind|between|"
    r"among|against|about|after|before|than)\s+)?"
    rf"(?:{OPENERS})\b)"
)
_LEAD = re.compile(
    rf"^(?!\W*(?:{QUESTION_WORDS})\b(?!\s+you\b)|\W*(?:at|during|in|on|after|"
    r"before|until|since|by|within|with|under|according|the)\b(?!\s+(?:we|i|my|our)\b))"
    rf"(?P<lead>[^?!:]{{1,80}}?)(?:\s*:\s+(?=\w)|(?:,|\s+[–—-])\s+{_OPENS})",
    re.I,
)
_ASKED_BY = re.compile(
    r"^\W*(?P<lead>(?:my|our|an?|one\s+of\s+(?:my|our))\s+(?:[\w’'-]+\s+){1,3}?)"
    r"(?:(?:has\s+|have\s+|just\s+|is\s+|are\s+)*(?:asks?|asked|asking|wants?|wanted|needs?|"
    r"wonders?|wondered|wondering)|would\s+like)\s+(?:me\s+|us\s+)?"
    rf"(?:to\s+(?:know|find\s+out|ask|learn|check|hear)\s*)?[:,]?\s*{_OPENS}",
    re.I,
)
_NUMBERED = re.compile(r"^\W*q(?:uestion)?\s*\d*\s*[:.)]\s+", re.I)
# These say that something went before: a follow-up needs them.
_JOINT = re.compile(r"^\W*(?:but|and|or)\s*(?:[,!.:;—–-]+\s*|\s+)", re.I)
_ASK_VERB = (
    r"(?:tell|show|explain\s+to|explain|give|remind|inform|enlighten|clarify\s+for|"
    r"clarify|say|help\s+me\s+understand)"
)
_POLITE = re.compile(
    r"^\W*(?:"
    rf"(?:can|could|would|will|may|might)\s+(?:you|i|we|u|somebody|someone|anyone)\s+(?:please\s+"
    rf"|kindly\s+|also\s+|just\s+|maybe\s+|"
    rf"perhaps\s+)*(?:be\s+so\s+kind\s+(?:as\s+)?to\s+)?"
    rf"(?:{_ASK_VERB}\s+(?:me|us)\s*[:,]?\s+|know\s+|"
    rf"ask\s+(?:you\s+)?|learn\s+|find\s+out\s+(?:for\s+me\s+)?|(?:have|get)\s+(?=an?\b|the\b|"
    rf"your\b)|(?={_ASK_VERB}\b|summari[sz]e\b|sum\b|list\b|name\b|outline\b|recap\b|brief\b|"
    rf"compare\b|describe\b|define\b|bring\b|catch\b|fill\b|run\s+me|walk\s+me|make\b|quote\b|"
    rf"write\b|provide\b))"
    r"|(?:i|we)(?:['’]d|\s+would|\s+should)?\s+(?:really\s+|also\s+|just\s+|only\s+|"
    r"still\s+)*(?:like|love|want|need|wish|have|try|am\s+trying|was\s+wondering|am\s+wondering|"
    r"wonder|wondered)\s*(?:to\s+(?:know|learn|find\s+out|understand|hear|ask(?:\s+you)?|see|"
    r"be\s+told)\s+)?(?:if\s+you\s+(?:know|could\s+tell\s+me)\s+)?"
    rf"|(?:please\s+|kindly\s+|just\s+|now\s+)*{_ASK_VERB}\s+(?:me|us)\s*[:,]?\s+"
    rf"(?:please\s+|again\s+|exactly\s+|briefly\s+|quickly\s+)*"
    rf"|(?:would|do)\s+(?:you|u)\s+mind\s+(?:telling|showing|explaining(?:\s+to)?|reminding|"
    rf"giving|letting)\s+(?:me|us)\s*(?:know\s*)?[:,]?\s+"
    rf"|(?:(?:can|could|would|will)\s+(?:you|u|i|we|somebody|someone)\s+)?"
    rf"(?:please\s+|quickly\s+)*(?:look\s+up|check|find\s+out|verify|confirm|work\s+out|figure\s+out|see)\s+"
    rf"(?:for\s+(?:me|us)\s+)?(?=(?:{WH_WORDS})\b)"
    r"|(?:let|help)\s+(?:me|us)\b[^:?!–—]{0,40}?(?:\s*:|,|\s+[–—-])\s+(?=\w)"
    r"|(?:do|does|did)\s+(?:you|we|anyone|anybody|somebody)\s+(?:happen\s+to\s+)?(?:know|remember"
    r"|recall|understand)\s+"
    rf"|(?:does|did)\s+(?:the|this)\s+{HOLDER}\s+(?:also\s+|"
    r"actually\s+)?(?:say|tell|mention|state|explain|reveal|specify)\s+(?:us\s+|me\s+)?"
    rf"(?=(?:{WH_WORDS})\b)"
    r"|(?:any|have\s+you\s+any|do\s+you\s+have\s+an?y?)\s+(?:idea|clue|information)\s+(?:of\s+|"
    r"about\s+|on\s+)?(?=wh|how)"
    r"|(?:is\s+it\s+known|is\s+there\s+(?:any\s+)?information\s+(?:on|about))\s+(?=wh|how)"
    r"|(?:i|we)\s+(?:do\s+not|don['’]t|cannot|can['’]t)\s+(?:know|understand|see|get)\s+(?=wh|how)"
    r"|(?:explain|describe|clarify|find\s+out|let\s+me\s+know|"
    r"help\s+me\s+understand)\s+(?:please\s+|to\s+(?:me|us)\s+)?(?=(?:what|who|whom|when|where|"
    r"why|how|which|if|whether)\b)"
    r")",
    re.I,
)
# "Mr. Hale" and "U.S. officials" end nothing; a stop ends a sentence after three small letters,
# and after words of two that are never short for another.
_SENTENCE_END = re.compile(
    r"(?P<mark>(?:(?<=[a-z0-9’'\"”)]{3})|(?<=\s(?:me|us|it|so|up|go|do|on|in|is|we|he|be)))"
    r"[.!?]+[\"”’')]*)\s+(?=\S)|(?<=[?!])\s+|\n+"
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|or|then|in|on|at|by|for|from|to|with|since|until|of|under)\s+)*"
    rf"(?:{OPENERS})\b",
    re.I,
)
_BEHIND = (
    re.compile(
        r"\s*[,;–—-]*\s+(?:please|pls|plz|thanks|thank\s+you|thx|cheers|exactly|precisely|asap|"
        r"if\s+(?:you\s+(?:know|can)|possible|i\s+may\s+ask|known)|in\s+(?:brief|short|a\s+word))"
        r"(?:\s+(?:in\s+advance|a\s+lot|very\s+much|so\s+much))?(?=\W*$)",
        re.I,
    ),
    re.compile(r"\s*,\s*(?:would|could|can|will)\s+(?:you|u)(?=\W*$)", re.I),
    re.compile(
        r"\s*,?\s+(?:as\s+)?"
        r"(?:(?:mentioned|stated|given|named|reported|told|said)\s+)?"
        rf"{OF_THE_TEXT}(?=\W*$)|\s*,?\s+as\s+(?:the|this|that|your|our)\s+{TEXT_NOUN}\s+(?:has|puts|"
        r"tells|gives|says|states)\s+it(?=\W*$)",
        re.I,
    ),
)
# "… before we go live", "… so I can brief my boss": of whoever asks, where it says no more.
_SCENE_BEHIND = re.compile(
    r"\s*,?\s+(?P<scene>(?:before\s+(?:i|we|it|this)\s+(?:goe?s?|prints?|publish(?:es)?|airs?|sends?|"
    r"files?|runs?|posts?|forwards?)|so\s+(?:that\s+)?(?:i|we)\s+can)\b[^,;:?!.\"“”]{0,60})(?=[\s?!.]*$)",
    re.I,
)
# "I am writing a note" is about the asker.
_OF_THE_ASKER = re.compile(
    r"^\W*(?:(?:and|so|but|now|sorry|please|today|ok|okay|well)\W+)*(?:i|we|my|our|this\s+is\s+for|"
    r"it['’]?s\s+for)\b",
    re.I,
)
_CONTRACTED = re.compile(r"n't\b|'(?:s|m|re|ve|ll|d)\b")
_MAX_OPENINGS = 4
_ENOUGH = 4  # words that ask by themselves


def split_question(query: str) -> list[str]:
    """The sentences of ``query`` with their marks, none empty."""
    parts, start = [], 0
    for end in _SENTENCE_END.finditer(query):
        parts.append(query[start : end.end("mark") if end["mark"] else end.start()])
        start = end.end()
    return [part for part in (piece.strip() for piece in (*parts, query[start:])) if part]


def core_question(query: str) -> str:
    """The sentence of ``query`` that asks, without greeting, preamble and what else frames it.

    "In 2020 it began. Could you tell me who started it, please?" is "who started
    it?"; ``query`` itself where nothing would be left.
    """
    parts = split_question(query)
    if not parts:
        return query
    asking = [part for part in parts if part.endswith("?")] or [
        part for part in parts if is_asking(part)
    ]
    core = strip_opening(asking[-1] if asking else parts[-1])
    bare = strip_closing(core)
    return bare if len(bare.split()) >= _ENOUGH else core


def is_asking(sentence: str) -> bool:
    """Whether ``sentence`` is a question or a request for an answer."""
    return sentence.endswith("?") or _ASKS.match(strip_opening(sentence)) is not None


def strip_opening(sentence: str, *, joints: bool = True) -> str:
    """``sentence`` without greeting, polite opening and "according to the article".

    Itself where it is nothing else. Without ``joints`` an "and" that goes on from
    an earlier question is kept.
    """
    openings = (_NUMBERED, _GREETING, _POLITE, _FROM_TEXT, *([_JOINT] if joints else []))
    rest = sentence.strip()
    for _ in range(_MAX_OPENINGS):
        end = next((found.end() for pattern in openings if (found := pattern.match(rest))), 0)
        end = end or _end_of_lead(rest)
        if not end or not any(char.isalnum() for char in rest[end:]):
            break
        rest = rest[end:].lstrip()
    return rest


def strip_closing(sentence: str) -> str:
    """``sentence`` without "please", "in this article" or "before we print" at its end."""
    for pattern in _BEHIND:
        sentence = pattern.sub("", sentence)
    return without_scene(sentence)


def without_scene(sentence: str) -> str:
    """``sentence`` without "before we go live" and its like at its end."""
    found = _SCENE_BEHIND.search(sentence)
    if found is None or not is_scene(found["scene"]):
        return sentence
    return sentence[: found.start()] + sentence[found.end() :]


def as_question(words: str) -> str:
    """``words``, which name a matter, as a question: "The strike?" of "the strike"."""
    stem = words.rstrip(" ?!.,;:–—-")
    return f"{stem[:1].upper()}{stem[1:]}?"


def is_scene(words: str) -> bool:
    """Whether ``words`` speak of nothing but whoever asks and the asking."""
    plain = _CONTRACTED.sub(" ", words.casefold().replace("’", "'").replace("won't", "will"))
    said = re.findall(r"[^\W\d_]+", plain)
    return bool(said) and all(
        word in _SCENE or word in EMPTY_WORDS for word in said
    )


def is_of_asker(words: str) -> bool:
    """Whether ``words`` speak of whoever asks: "I am writing a note", "for our readers"."""
    return _OF_THE_ASKER.match(words) is not None or is_scene(words)


def _end_of_lead(rest: str) -> int:
    for pattern in (_LEAD, _ASKED_BY):
        if (found := pattern.match(rest)) is not None and is_scene(found["lead"]):
            return found.end()
    return 0
