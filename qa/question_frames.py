"""What stands around a question: greetings, preambles and polite openings."""

from __future__ import annotations

import re

# No word of these has a meaning for the search.
_GREETING = re.compile(
    r"^\W*(?:(?:hi|hello|hey|hallo|dear|good\s+(?:morning|afternoon|evening|day)|greetings|thanks"
    r"|thank\s+you"
    r"|ok|okay|well|right|alright|sorry|excuse\s+me|pardon|um+|uh+|oh|ah|yes|no|now|so|then|btw|"
    r"by\s+the\s+way"
    r"|just\s+(?:curious|asking|to\s+be\s+sure)|(?:a\s+)?quick(?:\s+(?:one|question))?|"
    r"one\s+(?:more\s+)?(?:thing|question)"
    r"|another\s+(?:one|question)|(?:a\s+)?question|in\s+other\s+words|please|pls|plz|kindly|but|"
    r"and|or)"
    r"(?:\s+(?:there|all|again|everyone|team|colleagues?|assistant|bot|please|"
    r"so\s+much))?\s*(?:[,!.:;—–-]+\s*|\s+|$))",
    re.I,
)
_ASK_VERB = (
    r"(?:tell|show|explain\s+to|explain|give|remind|inform|enlighten|clarify\s+for|"
    r"clarify|say|help\s+me\s+understand)"
)
_POLITE = re.compile(
    r"^\W*(?:"
    rf"(?:can|could|would|will|may|might)\s+(?:you|i|we|u|somebody|someone|anyone)\s+(?:please\s+"
    rf"|kindly\s+|also\s+|just\s+|maybe\s+|"
    rf"perhaps\s+)*(?:be\s+so\s+kind\s+(?:as\s+)?to\s+)?(?:{_ASK_VERB}\s+(?:me|us)\s+|know\s+|"
    rf"ask\s+(?:you\s+)?|learn\s+|find\s+out\s+(?:for\s+me\s+)?|(?:have|get)\s+(?=an?\b|the\b|"
    rf"your\b)|(?={_ASK_VERB}\b|summari[sz]e\b|sum\b|list\b|name\b|outline\b|recap\b|brief\b|"
    rf"compare\b|describe\b|define\b|bring\b|catch\b|fill\b|run\s+me|walk\s+me|make\b|quote\b|"
    rf"write\b|provide\b))"
    r"|(?:i|we)(?:['’]d|\s+would|\s+should)?\s+(?:really\s+|also\s+|just\s+|only\s+|"
    r"still\s+)*(?:like|love|want|need|wish|have|try|am\s+trying|was\s+wondering|am\s+wondering|"
    r"wonder|wondered)\s*(?:to\s+(?:know|learn|find\s+out|understand|hear|ask(?:\s+you)?|see|"
    r"be\s+told)\s+)?(?:if\s+you\s+(?:know|could\s+tell\s+me)\s+)?"
    rf"|(?:please\s+|kindly\s+|just\s+|now\s+)*{_ASK_VERB}\s+(?:me|us)\s+(?:please\s+|again\s+|"
    rf"exactly\s+|briefly\s+|quickly\s+)*"
    r"|(?:do|does|did)\s+(?:you|we|anyone|anybody|somebody)\s+(?:happen\s+to\s+)?(?:know|remember"
    r"|recall|understand)\s+"
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
# "Mr. Hale" and "U.S. officials" end nothing; a stop ends a sentence after three small letters.
_SENTENCE_END = re.compile(r"(?<=[a-z0-9’'\"”)]{3})[.!?]+[\"”’')]*\s+(?=\S)|(?<=[?!])\s+|\n+")
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|or|then|in|on|at|by|for|from|to|with|since|until|of|under)\s+)*"
    r"(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|"
    r"will|would|can|could"
    r"|may|might|should|must|tell|give|list|name|show|explain|describe|summari[sz]e)\b",
    re.I,
)
_MAX_OPENINGS = 4


def split_question(query: str) -> list[str]:
    """The sentences of ``query``, none empty."""
    return [part for part in (piece.strip() for piece in _SENTENCE_END.split(query)) if part]


def core_question(query: str) -> str:
    """The sentence of ``query`` that asks, without greeting, preamble and polite opening.

    "In 2020 it began. Could you tell me who started it?" is "who started it?";
    ``query`` itself where nothing would be left.
    """
    parts = split_question(query)
    if not parts:
        return query
    asking = [part for part in parts if part.endswith("?")] or [
        part for part in parts if _ASKS.match(strip_opening(part))
    ]
    return strip_opening(asking[-1] if asking else parts[-1])


def strip_opening(sentence: str) -> str:
    """``sentence`` without its greeting and polite opening; itself where it is nothing else."""
    rest = sentence.strip()
    for _ in range(_MAX_OPENINGS):
        match = _GREETING.match(rest) or _POLITE.match(rest)
        if match is None or not any(char.isalnum() for char in rest[match.end() :]):
            break
        rest = rest[match.end() :].lstrip()
    return rest
