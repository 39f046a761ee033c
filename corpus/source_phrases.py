"""The phrases of a sentence that stand where a source is named.

Six positions: the subject of a verb of saying ("AFP reported", "…, said the
ministry"), the phrase after "according to", whom something was told ("told
the BBC"), the medium it appeared in ("wrote in Le Monde"), who vouches for it
in the passive ("seen by Reuters", "is seen by officials as") and who is cited
("citing two officials"). Whether a phrase names an outlet or a speaker is
decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.lexicon import (
    CALENDAR_WORDS,
    CLAUSE_ONLY,
    FINITE_VERBS,
    MAY_BE_FINAL,
    NEVER_FINAL,
    PRONOUNS,
    SAYING,
)
from corpus.spans import Span


class Position(StrEnum):
    """Where in the sentence a source phrase stands."""

    SUBJECT = "subject"  # "AFP reported that …"
    ASIDE = "aside"  # "…, AFP reported."
    ACCORDING = "according"
    HEARER = "hearer"  # "told the BBC"
    MEDIUM = "medium"  # "wrote in Le Monde", "a study by RAND"
    WITNESS = "witness"  # "seen by Reuters"
    CITED = "cited"  # "citing two officials"


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A phrase in a source's position; ``span`` counts from the sentence's start."""

    position: Position
    span: Span
    verb: str = ""  # the verb of saying, for a subject


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    low: str

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum() or self.low[0] in "$€£¤"


_TOKEN = re.compile(r"\d+(?:,\d{3})+(?![\w,])|[\w$€£¤][\w$€£¤.&/%-]*(?:[’'][\w]+|(?<=s)[’'](?=\s))*|[^\w\s]")
_MAX_PHRASE_WORDS = 12

_SKIPPED = frozenset(
    """also later reportedly has have had previously repeatedly recently earlier then once again
    publicly privately separately initially still now further would will did jointly all
    first both since""".split()
)
_CLAUSE_WORDS = frozenset(
    """but while though although because that as so yet whereas when after if since where
    until before unless which who whom what how why or nor then than only even is are was were
    be been being not it's
    """.split()
)
_TIME_OPENERS = frozenset("on in at by during after before since early late this last".split())
_STOPS_AFTER = frozenset(
    """that who which whom while when after before as because but although though if since
    until whose where whereas yesterday today tomorrow earlier later again separately
    is are was were has have had will would""".split()
)
_BEFORE_NOUNS = frozenset("to for no of a an the this that its their his her any on in by from with".split())
_BEFORE_PARTICIPLES = frozenset("is are was were be been being can could may might must should".split())
_TAKE_TO = frozenset("close loyal sympathetic opposed adviser advisor aide ambassador envoy next".split())
_PUT_IT = re.compile(r"\b(?:put|puts)\s+it\b", re.I)
_ACCORDING = re.compile(r"\b(?:according\s+to|as\s+per|in\s+the\s+(?:words|view|opinion)\s+of)\s+", re.I)
_TOLD = re.compile(r"\b(?:told|tells|telling)\s+(?=\S)", re.I)
_CITED = re.compile(r"\b(?:citing|quoting)\s+", re.I)
_MEDIUM = re.compile(
    r"\b(?:(?:interview(?:ed)?|statement|comments?|remarks?|conversation|e-?mail|briefing)\s+"
    r"(?:with|to|by|for|on)"
    r"|(?:speaking|spoke|talking|talked|speaks|confided|admitted|complained|said)\s+(?:to|with|on)"
    r"|(?:wrote|writing|writes|argued|argues|argue|broadcast|aired|said|says)"
    r"\s+(?:in|on|for)"
    r"|(?:report|article|analysis|study|investigation|poll|survey|commentary|column|editorial|story|"
    r"dispatch|op-ed|brief|paper|essay|tally|findings|documentary|podcast|piece|review|"
    r"calculations?)s?\s+(?:by|from|in|for|(?:published|carried|broadcast)\s+(?:by|in|on))"
    r"|(?:figures|data|estimates|numbers|reporting)\s+(?:by|from|compiled\s+by|published\s+by))\s+"
    r"(?=\S)",
    re.I,
)
_WITNESS = re.compile(
    r"\b(?:seen|obtained|reviewed|reported|published|quoted|cited|carried|compiled|conducted|"
    r"commissioned|verified|viewed|regarded|considered|described|perceived|hailed|criticised|"
    r"criticized|praised|welcomed|confirmed|noted|interviewed|contacted|made\s+available)\s+(?:by|to)\s+",
    re.I,
)
_REPORT_OF = re.compile(
    r"\b(?:an?|the|recent|new|this|that|in|from|separate|earlier|latest)\s+"
    r"(?=(?:\S+\s+){1,5}?(?:report|investigation|poll|survey|tally|analysis|study|calculations?|"
    r"dispatch|editorial|interview|documentary|podcast)s?\b)",
    re.I,
)
_VERBS = frozenset(SAYING)
# A clause that its verb of saying can be set into or behind: said, wrote, reported …
_PLAIN_SAYING = frozenset(SAYING - CLAUSE_ONLY)


def find_source_phrases(body: str) -> tuple[SourcePhrase, ...]:
    """The source phrases of a sentence whose quotations are masked, in no fixed order."""
    tokens = tuple(_tokens(body))
    return tuple(
        dict.fromkeys(
            [
                *_after_cues(body, tokens),
                *_subjects(body, tokens),
                *_report_nouns(body, tokens),
            ]
        )
    )


def _tokens(body: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(body):
        start, end = match.span()
        word = match.group()
        bare = word.rstrip(".-/")
        if bare and bare != word and not _keeps_stop(bare):
            end = start + len(bare)
            yield _Token(start, end, bare.casefold())
            yield _Token(end, end + 1, body[end])
        else:
            yield _Token(start, end, word.casefold())


def _keeps_stop(bare: str) -> bool:
    low = bare.casefold()
    return (
        low in NEVER_FINAL
        or low in MAY_BE_FINAL - {"no", "sun", "sat", "may"}
        or (len(bare) == 1 and bare.isupper())
        or re.fullmatch(r"(?:\w\.)+\w", bare) is not None
    )


def _after_cues(body: str, tokens: tuple[_Token, ...]) -> Iterator[SourcePhrase]:
    for pattern, position in (
        (_ACCORDING, Position.ACCORDING),
        (_TOLD, Position.HEARER),
        (_CITED, Position.CITED),
        (_MEDIUM, Position.MEDIUM),
        (_WITNESS, Position.WITNESS),
    ):
        for cue in pattern.finditer(body):
            phrase = _phrase_from(body, tokens, cue.end())
            if phrase is not None:
                yield SourcePhrase(position, phrase)


def _phrase_from(body: str, tokens: tuple[_Token, ...], start: int) -> Span | None:
    """The noun phrase that begins at ``start``: up to punctuation, a clause or a time."""
    kept: list[_Token] = []
    rest = [token for token in tokens if token.start >= start]
    for index, token in enumerate(rest):
        if not token.is_word and token.low not in "&":
            if token.low == "*" and all(word.low in ("the", "a", "an") for word in kept):
                continue  # emphasis around a name
            break
        following = rest[index + 1].low if index + 1 < len(rest) else ""
        if kept and (token.low in _STOPS_AFTER or token.low in CALENDAR_WORDS):
            break
        if kept and token.low in ("on", "in", "at", "by", "during", "late", "early", "last", "this") and (
            following in CALENDAR_WORDS
            or following[:1].isdigit()
            or following in ("a", "an", "its", "his", "her", "their", "week", "month", "year")
        ):
            break
        if kept and token.low in _VERBS and token.low.endswith(("ed", "said", "says", "told", "wrote")):
            break
        if kept and token.low in PRONOUNS:
            break
        if kept and token.low == "to" and kept[-1].low not in _TAKE_TO:
            break
        if kept and token.low == "and" and _clause_ahead(rest[index + 1 : index + 8]):
            break
        kept.append(token)
        if len(kept) == _MAX_PHRASE_WORDS:
            break
    while kept and kept[-1].low in ("and", "the", "a", "of", "in", "with", "at", "from", "for", "on"):
        kept.pop()
    return Span(kept[0].start, kept[-1].end) if kept else None


def _clause_ahead(tokens: list[_Token]) -> bool:
    for token in tokens:
        if not token.is_word:
            return False
        if token.low in FINITE_VERBS:
            return True
    return False


def _subjects(body: str, tokens: tuple[_Token, ...]) -> Iterator[SourcePhrase]:
    put_it = {match.start() for match in _PUT_IT.finditer(body)}
    for index, token in enumerate(tokens):
        if token.low not in _VERBS and token.start not in put_it:
            continue
        if body[token.start].isupper() and index:
            continue  # a name or a title, not a verb
        if index and tokens[index - 1].low in _BEFORE_NOUNS | _BEFORE_PARTICIPLES:
            continue  # "declined to comment", "the report", "are said to", "can tell"
        plain = token.start in put_it
        before = _subject_before(body, tokens, index, plain=plain)
        if before is not None:
            yield before
            continue
        after = _subject_after(body, tokens, index)
        if after is not None:
            yield after


def _subject_before(
    body: str, tokens: tuple[_Token, ...], verb: int, *, plain: bool
) -> SourcePhrase | None:
    end = verb - 1
    while end >= 0 and (tokens[end].low in _SKIPPED or tokens[end].low.endswith("ly")):
        end -= 1
    # "the ministry on Monday said"
    if end >= 1 and tokens[end].low in CALENDAR_WORDS and tokens[end - 1].low in ("on", "late", "last"):
        end -= 2
    if end >= 0 and tokens[end].low == ")":
        while end >= 0 and tokens[end].low != "(":
            end -= 1
        end -= 1
    if end >= 0 and tokens[end].low == ",":
        opening = _apposition_start(tokens, end)
        if opening is None:
            return None
        end = opening - 1
    while end >= 0 and tokens[end].low in "*_":
        end -= 1
    if end < 0 or not (tokens[end].is_word):
        return None
    start = end
    joined: int | None = None  # where an "and" joins two halves of the subject
    while start > 0:
        token = tokens[start - 1]
        if not token.is_word and token.low not in "&*":
            break
        if token.low in _CLAUSE_WORDS or token.low in FINITE_VERBS:
            relative = _relative_start(tokens, start)
            if relative is None:
                break
            start = relative
            continue
        if token.low == "and":
            joined = start if joined is None else joined
        start -= 1
    stopped = tokens[start - 1].low if start else ""
    if joined is not None and (stopped in FINITE_VERBS or stopped == ","):
        start = joined
    while start < end and tokens[start].low in ("*", "and", "meanwhile", "however", "still", "now", "instead"):
        start += 1
    start = _without_time_opener(tokens, start, end)
    if start > end or end - start + 1 > _MAX_PHRASE_WORDS:
        return None
    if not plain and not _takes_clause(body, tokens, verb, start):
        return None
    aside = _is_aside(tokens, start, verb)
    return SourcePhrase(
        Position.ASIDE if aside else Position.SUBJECT,
        Span(tokens[start].start, tokens[end].end),
        tokens[verb].low,
    )


def _relative_start(tokens: tuple[_Token, ...], at: int) -> int | None:
    """The index of "who" in "a grid operator who took part", seen from inside the clause."""
    for index in range(at - 1, max(0, at - 6), -1):
        if tokens[index].low == "who" and tokens[index - 1].is_word:
            return index
        if not tokens[index].is_word:
            return None
    return None


def _apposition_start(tokens: tuple[_Token, ...], closing: int) -> int | None:
    """The comma that opens the apposition which the comma at ``closing`` ends."""
    for index in range(closing - 1, max(-1, closing - 24), -1):
        low = tokens[index].low
        if low in "“”\"«»;:—–":
            return None
        if low == ",":
            return index
    return None


def _without_time_opener(tokens: tuple[_Token, ...], start: int, end: int) -> int:
    """``start`` behind "On Monday" or "In a statement" where a subject follows it."""
    if tokens[start].low not in _TIME_OPENERS:
        return start
    for index in range(start + 1, min(start + 5, end)):
        if tokens[index].low in CALENDAR_WORDS or tokens[index].low in ("statement", "report", "interview", "speech", "letter", "year", "week", "month"):
            return index + 1
    return end + 1


def _is_aside(tokens: tuple[_Token, ...], start: int, verb: int) -> bool:
    """Whether "X reported" is set behind or into the clause it reports."""
    after = tokens[verb + 1].low if verb + 1 < len(tokens) else "."
    before = tokens[start - 1].low if start else ""
    return before in (",", "”", '"', "—", "–") and after in (",", ".", "on", "in", "this", "late", "last", "earlier", *CALENDAR_WORDS)


def _takes_clause(body: str, tokens: tuple[_Token, ...], verb: int, start: int) -> bool:
    """Whether what stands around the verb can be what was said."""
    word = tokens[verb].low
    if word in ("called", "asked", "urged", "call", "described", "praised"):
        return False
    if word in _PLAIN_SAYING:
        return True
    following = tokens[verb + 1 : verb + 20]
    if not following or following[0].low in ",.:;“\"‘”":
        return True
    first = following[0].low
    if first in FINITE_VERBS:
        return False  # a noun: "several points should be …"
    if first in {"by", "of", "for", "from", "on", "in", "at", "this", "last"}:
        return any(token.low == "that" for token in following[:6])  # "reported on Monday that"
    if word in ("pointed", "points"):
        return first == "out"
    if first in {"that", "how", "why", "whether", "there", "it", "he", "she", "they", "we", "out"}:
        return True
    if _is_aside(tokens, start, verb):
        return True
    for token in following[1:]:
        if not token.is_word and token.low not in "-–’'&%":
            return False
        if token.low in FINITE_VERBS:
            return True
    return False


def _subject_after(body: str, tokens: tuple[_Token, ...], verb: int) -> SourcePhrase | None:
    """The subject of an inverted verb: "…,” said Anna Smith, an analyst"."""
    if verb == 0 or tokens[verb - 1].low not in ",?!.…”\"’»" or verb + 1 >= len(tokens):
        return None
    following = tokens[verb + 1]
    if not following.is_word or following.low in {"that", "to", "on", "in", "by", "at", "it"}:
        return None
    phrase = _phrase_from(body, tokens, following.start)
    return SourcePhrase(Position.ASIDE, phrase, tokens[verb].low) if phrase is not None else None


def _report_nouns(body: str, tokens: tuple[_Token, ...]) -> Iterator[SourcePhrase]:
    """"a Reuters poll showed": the words between the article and the noun."""
    for opening in _REPORT_OF.finditer(body):
        words: list[_Token] = []
        for token in tokens:
            if token.start < opening.end():
                continue
            if not token.is_word or len(words) == 5:
                break
            words.append(token)
        for index, token in enumerate(words):
            if token.low.rstrip("s") in {"report", "investigation", "poll", "survey", "tally", "analysi", "study", "calculation", "dispatch", "editorial", "interview", "documentary", "podcast"}:
                if index:
                    yield SourcePhrase(Position.MEDIUM, Span(words[0].start, words[index - 1].end))
                break
