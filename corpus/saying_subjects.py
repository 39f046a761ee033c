"""The subjects of verbs of saying: "AFP reported that …", "…, said the ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.lexicon import (
    AUXILIARIES,
    BEFORE_NOUNS,
    BEFORE_PARTICIPLES,
    CALENDAR_WORDS,
    CLAUSE_ONLY,
    CLAUSE_WORDS,
    FINITE_VERBS,
    MEANS_OF_SAYING,
    NAMING_VERBS,
    NOUN_LIKE_SAYING,
    PLAIN_SPEECH,
    PLURALS,
    PREPOSITIONS,
    SAYING,
    SAYING_OR_PLURAL,
    THAT_ALONE,
    words_of,
)
from corpus.noun_phrases import MAX_PHRASE_WORDS, Token, read_noun_phrase
from corpus.publisher_subjects import publisher_before
from corpus.spans import Span
from corpus.speaker_phrases import can_speak, is_noun_of_states
from corpus.subject_phrases import AFTER_ASIDES, apposition_start, end_with_name, subject_words
from corpus.verdicts import gives_verdict


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says something.

    ``aside``: it is set behind or into the clause that is said. ``breaks_news``:
    only a publisher can be meant, since there is no clause ("Reuters first
    reported the plan", "The Lancet put the toll at 30") or since the verb is
    not one of saying ("as Bloomberg has learned", "Euronews calls the plan bold").
    """

    span: Span
    verb: str
    aside: bool
    breaks_news: bool = False


_NUMBERS = words_of("one two three four five six seven eight nine ten eleven twelve dozen")
_SAID_BEHIND = frozenset({"that", "the", "it", "he", "she", "they", "there", ",", ".", ":"})
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
    r"damage|odds|chances?|figure|total|share|bill|deficit|turnout)\s(?:of\s[^,.;:]{2,60}?\s)?at\s"
    r"(?:(?:about|around|some|nearly|almost|over|only|just|roughly|between|up|more|less|fewer|than|"
    r"close|to|at|least|most|a|well|under)\s){0,3}"
    r"(?:[$€£¥]?\d|(?:half|third|quarter|twice|zero)\b"
    r"|[a-z]+\s(?:per|percent|times|hundred|thousand|million|billion)\b)",
    re.IGNORECASE,
)
_DOUBT = words_of("doubt doubts fear fears")
_LIGHT_VERBS = words_of("cast casts casting throw throws threw raise raises raised")
_LETTERS = words_of("letter letters book books novel song songs postcard cheque cheques poem poems")
_BEFORE_LETTERS = words_of("a an the two three several many his her their its") | _LETTERS
_THAT = words_of("that how why whether merely only")
_FINDING = words_of("find finds found")
_FOUND = words_of("out fault evidence")
_NOT_FOUND = words_of("evidence proof sign signs link reason trace wrongdoing fault")
_AS_SOON = words_of("soon long far much well often")
_CLAIMING = words_of("claims claimed claim")
_TILL_THEN = words_of("until before once what")
_CLAUSE_OPENERS = frozenset(
    {"that", "how", "why", "whether", "there", "it", "he", "she", "they", "we", "out"}
)
_AFTER_NOUNS = frozenset({"by", "of", "for", "from", "on", "in", "at", "this", "last"})
_BEFORE_NO_VERBS = BEFORE_NOUNS | BEFORE_PARTICIPLES
_VERBS_BEFORE = FINITE_VERBS | SAYING | AUXILIARIES
_NO_FIRST_SUBJECT = PREPOSITIONS | CLAUSE_WORDS | words_of("there it this these that those such")
_NO_INVERSION = PREPOSITIONS | {"that", "it", "only"}
# What follows these behind a comma is more often feared, expected or announced than speaking.
_ANSWERING = words_of("replies replied retorts retorted maintains maintained")
_WITH_OBJECTS = (
    NAMING_VERBS
    | (THAT_ALONE - _ANSWERING)
    | words_of(
        """describes quotes quoted fear fears feared expect expects expected recall
    recalled reckon announce announces announced promise promises promised report propose
    observe observed dispute disputes disputed doubt doubts doubted reveal reveals
    revealed forecast forecasts project projects projected estimate estimates estimated explain
    state states claim deny denies denied confirm confirms confirmed pledged
    outlined detailed disclosed discloses indicate indicates indicated"""
    )
)
_WITH_VERDICTS = words_of("think thinks thought reckons reckoned believe believes believed")


def find_subjects(body: str, tokens: Sequence[Token]) -> Iterator[Subject]:
    """The subjects of the verbs of saying in ``body``, whose quotations are masked."""
    put_it = {match.start() for match in _PUT_IT.finditer(body)}
    put_at = {match.start() for match in _PUT_AT.finditer(body)}
    at_once = {match.start() for rule in (_LET_KNOWN, _RECKON_AT) for match in rule.finditer(body)}
    for index, token in enumerate(tokens):
        if (publisher := publisher_before(body, tokens, index)) is not None:
            span, aside = publisher
            yield Subject(span, token.low, aside, breaks_news=True)
        put = token.start in put_it or token.start in put_at or token.start in at_once
        put = put or gives_verdict(tokens, index)
        if token.low not in SAYING and not put:
            continue
        if index and body[token.start].isupper():
            continue  # a name or a title, not a verb
        if index and tokens[index - 1].low in _BEFORE_NO_VERBS:
            continue  # "declined to comment", "the report", "are said to", "can tell"
        if is_noun_of_states(tokens, index) or _says_nothing(tokens, index):
            continue
        if _is_no_statement(tokens, index):
            continue
        if _is_passive(tokens, index) or _is_counted(tokens, index):
            continue  # "pieces claimed by the heirs"; "owed by two states"
        if token.low == "doubts" and (not index or tokens[index - 1].low != ","):
            continue  # a noun, but for "the institute, a think tank, doubts that"
        subject = (
            _subject_before(tokens, index, takes_any=put)
            or _subject_after(tokens, index)
            or _subject_of_both(tokens, index)
        )
        if subject is not None:
            yield replace(subject, breaks_news=True) if token.start in put_at else subject


def _subject_before(tokens: Sequence[Token], verb: int, *, takes_any: bool) -> Subject | None:
    found = subject_words(tokens, verb)
    if found is None:
        return None
    start, end = found
    breaks_news = not (takes_any or _takes_clause(tokens, verb, start))
    if breaks_news and not _is_first_told(tokens, verb):
        return None
    if start and tokens[start - 1].low in _TILL_THEN and _ends_clause(tokens, verb):
        return None  # "until an auditor reports", "more telling than what he says"
    if tokens[verb].low in NOUN_LIKE_SAYING and not _is_plural(tokens[start : end + 1]):
        return None
    named = tokens[end_with_name(tokens, start, end)]
    span = Span(tokens[start].start, named.end)
    return Subject(span, tokens[verb].low, _is_aside(tokens, start, verb), breaks_news)


def _subject_of_both(tokens: Sequence[Token], verb: int) -> Subject | None:
    """The subject of an earlier verb and of this one: "the union hesitates and warns that"."""
    if verb < 3 or verb + 1 >= len(tokens) or tokens[verb + 1].low != "that":
        return None
    if tokens[verb - 1].low not in ("and", "but", "yet"):
        return None
    clause = max((at + 1 for at in range(verb) if tokens[at].low in ";:"), default=0)
    first = next(
        (
            at
            for at in range(clause, verb - 1)
            if tokens[at].low in _VERBS_BEFORE or not tokens[at].is_word
        ),
        clause,
    )
    phrase = tokens[clause:first]
    if not phrase or len(phrase) > MAX_PHRASE_WORDS or not tokens[first].is_word:
        return None
    if phrase[0].low in _NO_FIRST_SUBJECT or not can_speak(tokens, clause, first - 1):
        return None
    return Subject(Span(phrase[0].start, phrase[-1].end), tokens[verb].low, aside=False)


def _ends_clause(tokens: Sequence[Token], verb: int) -> bool:
    return verb + 1 >= len(tokens) or tokens[verb + 1].low in ",.;)?!"


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
    if not verb or not _is_number(tokens[verb - 1]):
        return False
    if verb > 1 and tokens[verb - 2].capital and tokens[verb - 2].low != "the":
        return False
    following = tokens[verb + 1].low if verb + 1 < len(tokens) else "."
    low = tokens[verb].low
    return low in SAYING_OR_PLURAL or (low.endswith("ed") and following not in _SAID_BEHIND)


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
    if low in _DOUBT and before in _LIGHT_VERBS:
        return True  # "casts doubt on it"
    if low in ("wrote", "writes", "write"):
        written = [token.low for token in following]
        return not _LETTERS.isdisjoint(written) and behind in _BEFORE_LETTERS
    return False


def _is_number(token: Token) -> bool:
    year = token.low.isdigit() and len(token.low) == 4
    return not (token.capital or year) and (token.low in _NUMBERS or token.low.isdigit())


def _is_plural(tokens: Sequence[Token]) -> bool:
    """Whether a noun among ``tokens`` may be a plural: "critics in the party claim"."""
    return any(
        token.low in PLURALS
        or (token.low.endswith("s") and not token.low.endswith(("ss", "’s", "'s", "is", "its")))
        for token in tokens
    )


def _is_aside(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether "X reported" is set behind or into the clause it reports."""
    after = tokens[verb + 1].low if verb + 1 < len(tokens) else "."
    before = tokens[start - 1].low if start else ""
    set_off = before in (",", "”", '"', "—", "–")
    return set_off and (after in AFTER_ASIDES or after in CALENDAR_WORDS)


def _takes_clause(tokens: Sequence[Token], verb: int, start: int) -> bool:
    """Whether what stands around the verb can be what was said."""
    word = tokens[verb].low
    if word in NAMING_VERBS:
        return False
    as_told = start > 0 and tokens[start - 1].low == "as"
    if as_told and start > 1 and tokens[start - 2].low in _AS_SOON:
        return False  # "as soon as parliament has agreed"
    if word not in CLAUSE_ONLY or as_told:
        return True  # "as Reuters reported in March"
    following = tokens[verb + 1 : verb + 20]
    if word == "point":
        return bool(following) and following[0].low == "out"
    if not following or following[0].low in ',.:;“"‘”':
        listed = word in THAT_ALONE and following and following[0].low in ",."
        return not listed or (start > 0 and not tokens[start - 1].is_word)
    first = following[0].low
    if first in FINITE_VERBS:
        return False  # a noun: "several points should be …"
    if first == "to" and word not in _CLAIMING:
        # "Has promised to leave" tells of no statement, "admitted to a friend that" does.
        return any(token.low == "that" for token in following[:8])
    if _is_aside(tokens, start, verb):
        return True
    if word in THAT_ALONE:
        return first in _THAT or (word in _FINDING and _is_found(following))
    if first in _AFTER_NOUNS:
        return any(token.low == "that" for token in following[:6])  # "reported on Monday that"
    if word in ("pointed", "points", "point"):
        return first == "out"
    return first in _CLAUSE_OPENERS or _reaches_verb(following[1:])


def _is_found(following: Sequence[Token]) -> bool:
    """Whether what is found is a finding: "found no evidence", but not "found no buyers"."""
    first, second = (*(token.low for token in following[:2]), "")[:2]
    return first in _FOUND or (first == "no" and second in _NOT_FOUND)


def _is_first_told(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb says who broke the news: "first reported", "reported from Dakar"."""
    low, behind = tokens[verb].low, tokens[verb + 1 : verb + 3]
    if low in ("reported", "reports") and len(behind) == 2 and behind[0].low == "from":
        return behind[1].capital
    return low in ("reported", "revealed") and tokens[verb - 1].low == "first"


def _reaches_verb(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb comes before any punctuation."""
    for token in tokens:
        if not token.is_word and token.low not in "-–’'&%":
            return False
        if token.low in FINITE_VERBS:
            return True
    return False


def _subject_after(tokens: Sequence[Token], verb: int) -> Subject | None:
    """The subject of an inverted verb: "…,” said Anna Smith, an analyst"."""
    if verb == 0 or tokens[verb - 1].low not in ',?!.…”"’»' or verb + 1 >= len(tokens):
        return None
    following = tokens[verb + 1]
    if tokens[verb].low in _WITH_OBJECTS and tokens[verb - 1].low == ",":
        return None  # "the river, called the Okavango"; "Chad, close by, fears contagion"
    if not following.is_word or following.low in _NO_INVERSION:
        return None
    if tokens[verb].low in ("maintains", "maintained") and not following.capital:
        return None  # "the agency, founded in May, maintains a list"
    phrase = read_noun_phrase(tokens, following.start)
    if phrase is None:
        return None
    if tokens[verb].low in _WITH_VERDICTS and tokens[verb - 1].low == ",":
        behind = next((token.low for token in tokens if token.start >= phrase.end), ".")
        behind_article = tokens[verb + 2 : verb + 3]
        determined = following.low in BEFORE_NOUNS and not any(t.capital for t in behind_article)
        if (determined and apposition_start(tokens, verb - 1) is not None) or behind == "at":
            return None  # "the league, a rich one, reckons the loss at two million"
    last = max(at for at, token in enumerate(tokens) if token.end <= phrase.end)
    named = tokens[end_with_name(tokens, verb + 1, last)]
    return Subject(Span(phrase.start, named.end), tokens[verb].low, True)
