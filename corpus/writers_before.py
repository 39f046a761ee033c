"""What goes on from a sentence before it: an interview, an editorial, a column.

"In the same interview he rules out a sale", "In an editorial it calls the delay “a
fine”", "“It is dear,” he writes" behind what a columnist of a paper argues there.
"""

from __future__ import annotations

import re

from corpus.correspondents import WRITER
from corpus.lexicon import words_of
from corpus.publishers import OutletKind
from corpus.renamed_outlets import Context, Told
from corpus.reported_outlets import Named
from corpus.source_phrases import Position, SourcePhrase
from corpus.works_before import PRINTED, makers_of

_OF_PAPERS = frozenset({OutletKind.NEWSPAPER, OutletKind.MAGAZINE, OutletKind.DIGITAL})
_SAME_PIECE = re.compile(
    r"\b(?:[Ii]n|[Ll]ater\s+in|[Ee]lsewhere\s+in)\s+the\s+same\s+(?:\w+\s+)?"
    r"(interview|article|piece|column|op-ed|editorial|essay|commentary|podcast|programme)\b"
)
# Where it stands as the subject: "In an editorial it calls", "In a leader, it asks whether".
_ITS_EDITORIAL = re.compile(
    r"\W{0,2}In\s+(?:an?|its|another|a\s+separate|the\s+same)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:editorial|leader|leading\s+article|commentary|opinion\s+piece),?\s+it\s+[a-z]+s\b"
)
_WRITING = re.compile(
    rf"\b(?:[Ww]riting|writes|wrote|argues|argued)\s+(?:in|for)\b|\b{WRITER}\b|\bop-ed\b|"
    r"\b(?:[Hh]e|[Ss]he)\s+(?:writes|concludes)\b|\bin\s+(?:an?|his|her)\s+(?:[\w-]+\s+){0,2}(?:column|essay|article|commentary|opinion\s+piece)\b"
)
_FORMER = re.compile(r"\b(?:former|ex-|late|then)\b")
_WRITES = words_of("writes wrote")
# Also in the present, which what is told of an interview is not kept in.
_GOES_ON = words_of("concludes adds argues notes asks warns predicts suggests concedes points")
_PERSONS = words_of("he she")
_SUBJECTS = frozenset({Position.SUBJECT, Position.ASIDE})
_SPEAKING = _SUBJECTS | {Position.ACCORDING}
_AUTHOR = re.compile(r"[Tt]he\s+(?:author|writer|columnist|commentator|essayist)")


def written_on(masked: str, phrase: SourcePhrase, context: Context) -> list[Named]:
    """The outlet in which the writer of the sentence before goes on: "he writes"."""
    if _AUTHOR.fullmatch(phrase.span.of(masked)) and phrase.position in _SPEAKING:
        return _printed_before(phrase, context)
    if phrase.position not in _SUBJECTS or phrase.span.of(masked).casefold() not in _PERSONS:
        return []
    if phrase.verb not in _WRITES | _GOES_ON:
        return []
    before = _last_of_paragraph(context)
    if before is None or before.speaker is None or len(before.outlets) != 1:
        return []
    if not _is_of_writer(before, context) or context.outlets.find_in(masked):
        return []
    verb = masked.find(phrase.verb, phrase.span.end)  # the writer is the speaker
    start = phrase.span.start if verb < 0 else verb
    return [Named(start, start + len(phrase.verb), before.outlets[0])]


def _is_of_writer(before: Told, context: Context) -> bool:
    """Whether ``before``, or what it goes on from, tells that its speaker writes there."""
    for told in reversed(context.told):
        if told.block != before.block or told.outlets != before.outlets:
            return False
        if _WRITING.search(told.words):
            return _FORMER.search(told.words) is None
        if (told.speaker or "").casefold() not in _PERSONS:
            return False
    return False


def same_piece(masked: str, context: Context) -> list[Named]:
    """The outlet of the interview, or whose editorial, the sentence ``masked`` goes on to tell."""
    before = _last_of_paragraph(context)
    if before is None:
        return []
    same = _SAME_PIECE.search(masked)
    if same is not None and re.search(rf"\b{same[1]}\b", before.words):
        if len(before.outlets) != 1 or context.outlets.find_in(masked):
            return []
        return [Named(same.start(), same.end(), before.outlets[0])]
    editorial = _ITS_EDITORIAL.match(masked)
    if editorial is None:
        return []
    known = context.outlets.find_in(before.words)
    if len(known) != 1 or known[0][1].kind not in _OF_PAPERS:
        return []
    (span, outlet), = known
    opens = before.words[: span.start].strip("*_ ") in ("", "The")
    owned = before.words[span.end :].startswith(("’", "'"))
    named = [outlet.name] if opens and not owned else []
    return [Named(editorial.start(), editorial.end(), name) for name in named]


def _printed_before(phrase: SourcePhrase, context: Context) -> list[Named]:
    """The outlet whose commentary is told of before: "the author concludes that …"."""
    for told in reversed(context.told):
        work = re.search(rf"\b{PRINTED}\b", told.words, re.IGNORECASE)
        if told.block != context.block:
            return []
        if work is not None:
            start = phrase.span.start  # who wrote it is the speaker
            names = makers_of(work.group().casefold(), context)
            return [Named(start, start + len("the"), name) for name in names]
    return []


def _last_of_paragraph(context: Context) -> Told | None:
    """The sentence before, where the paragraph has one."""
    before = context.told[-1] if context.told else None
    return before if before is not None and before.block == context.block else None
