"""The subjects of verbs of saying: "AFP reported that …", "…, said the ministry"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.lexicon import (
    BEFORE_NOUNS,
    BEFORE_VERBS,
    NAMING_VERBS,
    PLAIN_SPEECH,
    PREPOSITIONS,
    THAT_ALONE,
    words_of,
)
from corpus.noun_phrases import MAX_PHRASE_WORDS, Token, read_noun_phrase
from corpus.participle_subjects import (
    GOING_ON,
    NO_FIRST_SUBJECT,
    is_clause_verb,
    subject_of_participle,
)
from corpus.publisher_subjects import publisher_before
from corpus.said_clauses import ends_clause, is_aside, is_first_told, reaches_verb, takes_clause
from corpus.saying_nouns import is_noun
from corpus.saying_verbs import find_verbs, puts_at
from corpus.spans import Span
from corpus.speaker_phrases import can_speak
from corpus.subject_phrases import apposition_start, end_with_name, subject_words
from corpus.who_speaks import is_somebody


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


_TILL_THEN = words_of("until before once what")
# Things do so as well as people do.
_SHOWING = words_of("suggest suggests suggested indicate indicates indicated")
_RELATIVE = words_of("which who whom whose that where")
_NO_INVERSION = PREPOSITIONS | {"that", "it", "only"}
# What follows these behind a comma is more often feared, expected or announced than speaking.
_ANSWERING = words_of("replies replied retorts retorted maintains maintained")
_WITH_OBJECTS = (NAMING_VERBS | THAT_ALONE | words_of(
    """describes quotes quoted fear fears feared expect expects expected recall recalled reckon
    announce announces announced promise promises promised report propose observe observed dispute
    disputes disputed doubt doubts doubted reveal reveals revealed forecast forecasts project
    projects projected estimate estimates estimated explain state states claim deny denies denied
    confirm confirms confirmed pledged outlined detailed disclosed discloses indicate indicates
    indicated"""
)) - _ANSWERING  # fmt: skip
_WITH_VERDICTS = words_of("think thinks thought reckons reckoned believe believes believed")


def find_subjects(body: str, tokens: Sequence[Token]) -> Iterator[Subject]:
    """The subjects of the verbs of saying in ``body``, whose quotations are masked."""
    for index, token in enumerate(tokens):
        if (publisher := publisher_before(body, tokens, index)) is not None:
            span, aside = publisher
            yield Subject(span, token.low, aside, breaks_news=True)
    for index, by_itself in find_verbs(body, tokens):
        subject = (
            _subject_before(body, tokens, index, takes_any=by_itself)
            or (None if by_itself else _subject_after(tokens, index))
            or _subject_of_both(tokens, index)
        )
        if subject is not None:
            # A deal puts a value at so much as well as people do.
            at = puts_at(body, tokens[index].start) and not is_somebody(subject.span.of(body))
            yield replace(subject, breaks_news=True) if at else subject
    for index, token in enumerate(tokens):
        if token.low in GOING_ON and (words := subject_of_participle(tokens, index)) is not None:
            span = Span(tokens[words[0]].start, tokens[words[1]].end)
            yield Subject(span, token.low, aside=False)


def _subject_before(
    body: str, tokens: Sequence[Token], verb: int, *, takes_any: bool
) -> Subject | None:
    found = subject_words(tokens, verb)
    if found is None:
        return None
    start, end = found
    if is_noun(tokens, verb, start):
        return None
    phrase = " ".join(body[token.start : token.end] for token in tokens[start : end + 1])
    if tokens[verb].low in _SHOWING and not is_somebody(phrase):
        return None  # "higher payments suggest that recruits are few"
    breaks_news = not (takes_any or takes_clause(tokens, verb, start))
    if breaks_news and not is_first_told(tokens, verb):
        return None
    if start and tokens[start - 1].low in _TILL_THEN and ends_clause(tokens, verb):
        return None  # "until an auditor reports", "more telling than what he says"
    named = tokens[end_with_name(tokens, start, end)]
    span = Span(tokens[start].start, named.end)
    return Subject(span, tokens[verb].low, is_aside(tokens, start, verb), breaks_news)


def _subject_of_both(tokens: Sequence[Token], verb: int) -> Subject | None:
    """The subject of an earlier verb and of this one: "the union hesitates and warns that"."""
    if verb < 3 or verb + 1 >= len(tokens):
        return None
    behind = tokens[verb + 1 : verb + 12]
    said = tokens[verb].low == "said" and behind[0].low not in PREPOSITIONS
    if behind[0].low != "that" and not (said and reaches_verb(behind[1:])):
        return None
    if tokens[verb - 1].low not in ("and", "but", "yet"):
        return None
    clause = max((at + 1 for at in range(verb) if tokens[at].low in ";:"), default=0)
    first = next(
        (
            at
            for at in range(clause, verb - 1)
            if is_clause_verb(tokens[at]) or not tokens[at].is_word
        ),
        clause,
    )
    phrase = tokens[clause:first]
    while phrase and phrase[-1].low in BEFORE_VERBS:  # "Obi also spoke of it, and said that"
        phrase = phrase[:-1]
    if any(token.low in _RELATIVE for token in tokens[first:verb]):
        return None  # "it is cast by two states, which have not signed and dispute that …"
    if not phrase or len(phrase) > MAX_PHRASE_WORDS or not tokens[first].is_word:
        return None
    last = clause + len(phrase) - 1
    if phrase[0].low in NO_FIRST_SUBJECT or not can_speak(tokens, clause, last):
        return None
    return Subject(Span(phrase[0].start, phrase[-1].end), tokens[verb].low, aside=False)


def _subject_after(tokens: Sequence[Token], verb: int) -> Subject | None:
    """The subject of an inverted verb: "…,” said Anna Smith, an analyst"."""
    if verb == 0 or tokens[verb - 1].low not in ',?!.…”"’»' or verb + 1 >= len(tokens):
        return None
    following = tokens[verb + 1]
    if tokens[verb].low in _WITH_OBJECTS and tokens[verb - 1].low == ",":
        return None  # "the river, called the Okavango"; "Chad, close by, fears contagion"
    if not following.is_word or following.low in _NO_INVERSION:
        return None
    if tokens[verb].low == "reported" and following.low.endswith("ing") and not following.capital:
        return None  # "both papers, the oldest, reported shelling"
    if tokens[verb].low in ("maintains", "maintained") and not following.capital:
        return None  # "the agency, founded in May, maintains a list"
    if (
        tokens[verb].low not in PLAIN_SPEECH
        and not following.capital
        and tokens[verb - 1].low == ","
        and apposition_start(tokens, verb - 1) is not None
        and subject_words(tokens, verb) is not None
    ):
        return None  # "the minister, Cyril Gbow, declared the darkness over"
    phrase = read_noun_phrase(tokens, following.start)
    if phrase is None:
        return None
    if tokens[verb].low in _WITH_VERDICTS and tokens[verb - 1].low == ",":
        behind = next((token.low for token in tokens if token.start >= phrase.end), ".")
        behind_article = tokens[verb + 2 : verb + 3]
        determined = following.low in BEFORE_NOUNS and not any(t.capital for t in behind_article)
        if (determined and apposition_start(tokens, verb - 1) is not None) or behind == "at":
            return None  # "the league, a rich one, reckons the loss at two million"
    last = bisect_right(tokens, phrase.end, key=lambda token: token.end) - 1
    named = tokens[end_with_name(tokens, verb + 1, last)]
    return Subject(Span(phrase.start, named.end), tokens[verb].low, True)
