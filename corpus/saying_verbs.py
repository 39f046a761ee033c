"""Which words of a sentence are verbs by which somebody says something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.lexicon import (
    BEFORE_NOUNS,
    BEFORE_PARTICIPLES,
    MEANS_OF_SAYING,
    PLAIN_SPEECH,
    PREPOSITIONS,
    SAYING,
    SAYING_OR_PLURAL,
    words_of,
)
from corpus.noun_phrases import Token
from corpus.numerals import IN_WORDS
from corpus.saying_nouns import is_noun_of_states
from corpus.verdicts import gives_verdict

_NUMBER = re.compile(rf"\d+|{IN_WORDS}")
_SAID_BEHIND = frozenset({"that", "the", "it", "he", "she", "they", "there", ",", ".", ":"})
_DOUBT = words_of("doubt doubts fear fears")
_LIGHT_VERBS = words_of("cast casts casting throw throws threw raise raises raised")
_LETTERS = words_of("letter letters book books novel song songs postcard cheque cheques poem poems")
_BEFORE_LETTERS = words_of("a an the two three several many his her their its") | _LETTERS
_ELSEWHERE_IN_TEXT = words_of("above below herein overleaf")
_BEFORE_NO_VERBS = BEFORE_NOUNS | BEFORE_PARTICIPLES
# "As one official put it", but not "rents put it out of reach".
_PUT_IT = re.compile(
    r"\bputs?\s+it\b(?!\s+(?:out|off|up|down|back|beyond|above|below|under|among|ahead|behind|into|"
    r"near|close|through|within|on|over|past)\b)",
    re.IGNORECASE,
)
_LET_KNOWN = re.compile(
    r"\b(?:lets?\s+it\s+be|ma(?:kes?|de)\s+it)\s+(?:\w+ly\s+)?(?:known|clear|plain)\b"
)
# "One economist reckons the cost at 190 million."
_RECKON_AT = re.compile(
    r"\b(?:reckon(?:s|ed)?|estimate[sd]?|calculate[sd]?)\s+(?:the|its|their|that|this|it)\b"
    r"[^,.;:]{0,60}?\sat\s(?:[a-z]+\s){0,2}[$€£¥]?\d"
)
# "The Lancet put the true toll at some 30": a deal, too, puts a value at so much, so that only
# a publisher is meant.
_PUT_AT = re.compile(
    r"\bputs?\s+(?:the|its|their)\s+(?:[\w-]+\s){0,2}(?:toll|costs?|price|number|loss|losses|value|"
    r"damage|odds|chances?|figure|total|share|bill|deficit|turnout|time|rate|risk|size|length|"
    r"sum|amount|dead|wounded|injured|missing|probability|proportion|population|margin|age)\s"
    r"(?:(?:of|since)\s[^,.;:]{2,60}?\s)?at\s"
    r"(?:(?:about|around|some|nearly|almost|over|only|just|roughly|between|up|more|less|fewer|than|"
    r"close|closer|nearer|to|at|least|most|an?|well|under)\s){0,4}"
    r"(?:(?:a|c|hk|nz|us)?[$€£¥]?\d|"
    rf"(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twice|zero|{IN_WORDS})\b"
    r"|[a-z]+\s(?:per|percent|times|hundred|thousand|million|billion)\b)",
    re.IGNORECASE,
)


def find_verbs(body: str, tokens: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    """The index of each such verb, and whether it needs no clause ("as one official put it")."""
    rules = (_PUT_IT, _PUT_AT, _LET_KNOWN, _RECKON_AT)
    by_rule = {match.start() for rule in rules for match in rule.finditer(body)}
    for index, token in enumerate(tokens):
        by_itself = token.start in by_rule or gives_verdict(tokens, index)
        if (token.low in SAYING or by_itself) and _is_verb(body, tokens, index):
            yield index, by_itself


def puts_at(body: str, start: int) -> bool:
    """Whether the verb at ``start`` puts a value at so much, as a deal may do, too."""
    return _PUT_AT.match(body, start) is not None


def _is_verb(body: str, tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if index and body[token.start].isupper():
        return False  # a name or a title, not a verb
    if index and tokens[index - 1].low in _BEFORE_NO_VERBS:
        return False  # "declined to comment", "the report", "are said to", "can tell"
    if is_noun_of_states(tokens, index) or _says_nothing(tokens, index):
        return False
    if _is_no_statement(tokens, index):
        return False
    if _is_passive(tokens, index) or _is_counted(tokens, index):
        return False  # "pieces claimed by the heirs"; "owed by two states"
    # A noun, but for "the institute, a think tank, doubts that" and "Ada Obi doubts that".
    return token.low != "doubts" or (index > 0 and _is_doubted(tokens, index))


def _is_doubted(tokens: Sequence[Token], doubts: int) -> bool:
    before, behind = tokens[doubts - 1], tokens[doubts + 1 : doubts + 2]
    clause = bool(behind) and behind[0].low in ("that", "whether")
    if before.low == "," or not clause:
        return before.low == ","
    name = doubts
    while name and tokens[name - 1].capital and tokens[name - 1].is_word:
        name -= 1
    # "After Fukushima doubts whether …", "Obi's doubts that …" are nouns.
    around = {token.low for token in tokens[max(0, name - 1) : doubts]}
    possessed = before.low.endswith(("'s", "’s", "'", "’"))
    return name < doubts and not possessed and around.isdisjoint(PREPOSITIONS)


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb is a participle that somebody did: "six pieces claimed by the heirs"."""
    behind = tokens[verb + 1 : verb + 8]
    if len(behind) < 2 or behind[0].low != "by" or not tokens[verb].low.endswith("ed"):
        return False
    means = behind[1].low in MEANS_OF_SAYING or behind[1].low.endswith("ing")
    return not means and all(token.low != "that" for token in behind)


def _is_counted(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a number shows the verb to be a noun or a participle: "six disputed bronzes".

    "Channel 12 reports" and "the Group of Seven warned" have a number in their name.
    """
    if not verb or not _is_number(tokens[verb - 1], opens=verb == 1):
        return False
    if verb > 1 and tokens[verb - 2].capital and tokens[verb - 2].low != "the":
        return False
    following = tokens[verb + 1].low if verb + 1 < len(tokens) else "."
    low = tokens[verb].low
    if low in SAYING_OR_PLURAL:
        return not tokens[verb - 1].capital  # "Seven reports" may be a channel's
    return low.endswith("ed") and following not in _SAID_BEHIND


def _says_nothing(tokens: Sequence[Token], verb: int) -> bool:
    """Whether silence is told of: "has said little", "said nothing about the price"."""
    following = tokens[verb + 1].low if verb + 1 < len(tokens) else "."
    return tokens[verb].low in PLAIN_SPEECH and following in ("little", "nothing")


def _is_no_statement(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb is a noun here, or never was so: "the think tank", "never replied"."""
    low, before = tokens[verb].low, tokens[verb - 1].low if verb else ""
    following = tokens[verb + 1 : verb + 5]
    behind = following[0].low if following else "."
    if before == "never" or (low == "think" and behind in ("tank", "tanks")):
        return True
    if behind in _ELSEWHERE_IN_TEXT and low.endswith("ed"):
        return True  # "the views quoted above"
    if low in _DOUBT and before in _LIGHT_VERBS:
        return True  # "casts doubt on it"
    if low in ("wrote", "writes", "write"):
        written = [token.low for token in following]
        return not _LETTERS.isdisjoint(written) and behind in _BEFORE_LETTERS
    return False


def _is_number(token: Token, *, opens: bool) -> bool:
    """Whether ``token`` counts; a capital makes it a name, but for one that opens a sentence."""
    year = token.low.isdigit() and len(token.low) == 4
    named = token.capital and not opens
    return not (named or year) and _NUMBER.fullmatch(token.low) is not None
