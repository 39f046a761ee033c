"""Slips in the commonest words, which are too short to be compared letter by letter."""

from __future__ import annotations

import re

_FUNCTION_SLIPS = {
    slip: word
    for word, slips in {
        "the": "teh hte tha th thee",
        "when": "wen whne hwen wehn whan whenn",
        "which": "wich whcih wihch whish whitch wich hwich",
        "what": "waht wat whta hwat wath whatt",
        "where": "wher wehre hwere whre werhe",
        "who": "hwo woh whoo",
        "why": "wyh hwy whi",
        "how": "hwo howe hwo ohw",
        "does": "deos dose dos doess",
        "their": "thier theri",
        "there": "ther tehre",
        "they": "tehy thye",
        "this": "thsi tihs htis",
        "that": "taht thta htat tath",
        "with": "wiht whit wtih",
        "from": "fomr form frmo",
        "about": "abuot aobut abotu abuot baout",
        "because": "becuase becasue beacuse becouse becaus",
        "should": "shoud shuold shold",
        "would": "woud wuold wold",
        "could": "coud cuold",
        "have": "ahve hvae hav",
        "and": "adn nad annd",
        "for": "fro ofr",
        "many": "manny mnay meny",
        "much": "mcuh muhc mutch",
        "will": "wil wiil iwll",
        "you": "yuo yoi",
        "people": "peple poeple pepole",
        "between": "betwen bewteen beetween",
        "receive": "recieve",
        "believe": "beleive belive",
        "after": "aftre afer",
        "before": "befor beofre",
        "against": "agianst aganist",
        "source": "souce soruce sorce",
    }.items()
    for slip in slips.split()
}
# Words in their own right, slips only where a question cannot hold them.
_ONLY_AT_START = frozenset({"hwo", "whi", "howe", "wen", "wat", "whan"})
_NEVER = frozenset(
    {
        "form",
        "dose",
        "dos",
        "fro",
        "wold",
        "thee",
        "tha",
        "whit",
        "whish",
        "ther",
        "th",
        "whoo",
        "manny",
    }
)
_AFTER_HOW = re.compile(r"\bhow\s+$", re.I)
# "What dose the paper say", "what dose Nikkei report", but "what dose Pfizer recommends".
_BEFORE_SUBJECT = re.compile(
    r"^\s+(?:(?:the|a|an|it|this|that|he|she|they|[a-z]+ing)\b|(?:[\w.&’'-]+\s+){1,3}?(?:say|report|"
    r"write|claim|think|believe|argue|state|warn|note|mean|expect|want|suggest|cover|tell|see|"
    r"mention|describe|add|predict|call)\b)",
    re.I,
)
_QUESTION_WORD_BEFORE = re.compile(
    r"\b(?:what|how|why|when|where|who|which)\s+(?:\w+\s+){0,2}$", re.I
)


def function_word_of(question: str, match: re.Match[str]) -> str | None:
    """The common word that a short slip stands for, where it can be nothing else."""
    key = match.group().casefold()
    before = question[max(0, match.start() - 40) : match.start()]
    if key == "manny":
        return "many" if _AFTER_HOW.search(before) else None
    if key == "dose" or key == "dos":
        following = question[match.end() : match.end() + 60]
        asked = _QUESTION_WORD_BEFORE.search(before) is not None
        return "does" if asked and _BEFORE_SUBJECT.match(following) else None
    if key in _NEVER or (key in _ONLY_AT_START and not _opens_clause(before, match.group())):
        return None
    if match.group().isupper() and not question.isupper():
        return None  # initials
    return _FUNCTION_SLIPS.get(key)


def _opens_clause(before: str, written: str) -> bool:
    """Whether a question begins here: "in short, wen did it start?", but not "the premier, Wen"."""
    opening = before.strip()
    return not opening or (opening.endswith((",", ":", ".", "!", "?")) and written.islower())
