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
    r"label(?:s|led|ed)?|brand(?:s|ed)?|hail(?:s|ed)?|prais(?:es?|ed)|dismiss(?:es|ed)?|"
    r"denounc(?:es?|ed)|condemn(?:s|ed)?|criticis(?:es?|ed)|criticiz(?:es?|ed)|reject(?:s|ed)?|"
    r"regard(?:s|ed)?|view(?:s|ed)?|sees?|rat(?:es?|ed)|interpret(?:s|ed)?)"
)
_AT = r"(?:puts?|estimat(?:es?|ed)|valu(?:es?|ed)|assess(?:es|ed)|reckon(?:s|ed)?|gaug(?:es?|ed))"
_CALLS = (
    r"(?:calls?|called|(?:(?:is|are|was|were)\s+)?calling|dub(?:s|bed)?|deem(?:s|ed)?|"
    r"terms?|termed)"
)
_BARE = r"(?:to|as|at|by|in|for|off|on|out|of|with|from|about|and|or|into|after|before|over)\b"
_WHAT = rf"(?!{_BARE})\S+(?:\s+\S+){{0,8}}?"
# "Saw the ship as it left" and "described it as well" judge nothing.
_NO_TERM = (
    r"(?:well|soon|long|far|much|many|if|though|it|they|he|she|we|i|you|when|a\s+result|"
    r"part\s+of\s+(?:the|its|their|an?)\s+(?:\w+\s+)?(?:deal|package|plan|probe|inquiry))\b"
)
# "Called the airline the next day", "called the head of the board", "called him at the office".
_MOMENT = (
    r"(?:next|same|following|previous|other|very|minute|moment|(?:\w+\s+)?(?:day|night|morning|"
    r"evening|week|month|year|time)|night|day)\b"
)
_ABOUT = (
    r"(?:(?:about|around|some|over|under|nearly|almost|roughly|only|just|up\s+to|"
    r"(?:more|less|fewer)\s+than|at\s+(?:least|most))\s+)*"
)
_NUMBER = (
    rf"(?:\W?\d|(?:{IN_WORDS}|half|a\s+(?:third|quarter|half|dozen|hundred|thousand|million))\b)"
)
_JUDGED = (
    rf"(?:{_AS}\s+(?P<as_what>{_WHAT})\s+as\s+(?P<as_term>(?!{_NO_TERM})\S.*)"
    rf"|{_AT}\s+(?P<at_what>{_WHAT})\s+at\s+(?P<at_term>{_ABOUT}{_NUMBER}.*)"
    rf"|{_CALLS}\s+(?P<what>(?!{_BARE})\S+(?:\s+(?!{_BARE})\S+){{0,6}}?)\s+"
    rf"(?P<term>(?!.*\b(?:later|earlier|ago)\b)(?:an?|only|merely|simply|little|nothing|the(?!\s+{_MOMENT}))\s+\S.*))"
)
# The same without names, within longer patterns.
JUDGES = re.sub(r"\?P<\w+>", "?:", _JUDGED)
_MAY_JUDGE = re.compile(r"\s(?:as|at|calls?|called|calling|dub|deem|term)", re.I)
_PLURAL = re.compile(r"(?:[^\W_]s|(?:these|those|they|people)(?:\s+\S+)?)$(?<!ss)(?<!us)", re.I)
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
    parts = [part for part in found.groups() if part is not None]
    what, term = parts
    return f"{what} {'are' if _PLURAL.search(what) else 'is'} {term}"
