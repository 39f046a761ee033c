"""Words that look back to the outlet of a sentence before, without a noun of the press.

"The same survey found" behind a survey of an outlet; "writes its commentator Ada
Obi"; "it concedes", where nothing but the paper that the sentence before is about
can concede anything.
"""

from __future__ import annotations

import re

from corpus.correspondents import WRITER
from corpus.letters import CAPITAL
from corpus.lexicon import FUNCTION_WORDS, SAYING, words_of
from corpus.publishers import Outlet, OutletKind
from corpus.renamed_outlets import Context
from corpus.reported_outlets import Named
from corpus.source_phrases import Position, SourcePhrase
from corpus.who_speaks import BODIES, is_of_speakers

_SAME_WORK = re.compile(
    r"the\s+same\s+(?:\w+\s+)?(survey|poll|study|report|analysis|investigation|tally|editorial)",
    re.IGNORECASE,
)
_ITS_WRITER = re.compile(rf"its\s+(?:[\w-]+\s+){{0,2}}{WRITER}\b.*", re.IGNORECASE)
_OF_PAPERS = frozenset({OutletKind.NEWSPAPER, OutletKind.MAGAZINE})
_SUBJECTS = frozenset({Position.SUBJECT, Position.ASIDE, Position.OPINION})
# What it says in the present it has printed.
_SAYS = frozenset(word for word in SAYING if word.endswith("s")) - words_of("expects fears")
_NAMES = rf"{CAPITAL}[\w’'-]*(?:\s+{CAPITAL}[\w’'-]*)*"
# Where something is, or from where to where it goes, says nothing.
_PLACES = re.compile(
    rf"\b(?:[Ii]n|[Ff]rom|[Aa]t|[Nn]ear|[Bb]etween|[Tt]o|[Oo]f)\s+(?:the\s+)?{_NAMES}(?:\s+and\s+{_NAMES})?"
    rf"|{_NAMES}\s+to\s+{_NAMES}"
)
_INITIALS = re.compile(rf"(?:[Tt]he\s+)?({CAPITAL}{{3,6}})")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_MAKER_BEFORE = re.compile(r"(?:[’']s?)?\s+(?:\w+\s+){0,2}")
_MAKER_BEHIND = re.compile(r"[^.;:]{0,70}?\s(?:by|from|for)\s+(?:the\s+)?")


def outlets_before(masked: str, phrase: SourcePhrase, context: Context) -> list[Named]:
    """The outlet of the sentence before that ``phrase`` of the sentence ``masked`` means."""
    words = phrase.span.of(masked)
    if phrase.position not in _SUBJECTS | {Position.ACCORDING}:
        return []
    if (same := _SAME_WORK.match(words)) is not None:
        return _named(phrase, _maker_of(same[1].casefold(), context))
    if (whole := _by_initials(words, context)) is not None:
        return _named(phrase, whole)
    if phrase.position not in _SUBJECTS or words.casefold() != "it" or phrase.verb not in _SAYS:
        return []
    outlet = _subject_before(context)
    if outlet is None or _may_speak(masked[: phrase.span.start]):
        return []
    return _named(phrase, outlet.name)


def writes_for_it(masked: str, phrase: SourcePhrase, context: Context) -> list[Named]:
    """The one outlet of the sentence before whose own writer speaks: "its commentator"."""
    if phrase.position not in _SUBJECTS or not _ITS_WRITER.fullmatch(phrase.span.of(masked)):
        return []
    before = context.told[-1] if context.told else None
    if before is None or before.block != context.block or len(before.outlets) != 1:
        return []
    others = {each.name for _, each in context.outlets.find_in(before.words)}
    if not others <= set(before.outlets):
        return []
    start = phrase.span.start  # the writer is the speaker, and "its" the paper
    return [Named(start, start + len("its"), before.outlets[0])]


def _named(phrase: SourcePhrase, name: str | None) -> list[Named]:
    return [] if name is None else [Named(phrase.span.start, phrase.span.end, name)]


def _by_initials(words: str, context: Context) -> str | None:
    """The outlet credited before whose name they stand behind: "the Oslo News Agency (ONA)"."""
    initials = _INITIALS.fullmatch(words)
    if initials is None:
        return None
    for told in context.told:
        for name in told.outlets:
            if f"{name.removeprefix('The ')} ({initials[1]})" in told.words:
                return name
    return None


def _maker_of(work: str, context: Context) -> str | None:
    """Whose the last ``work`` was that the text told of, where it was an outlet's."""
    for told in reversed(context.told):
        if told.block < context.block - 1:
            return None
        noun = re.search(rf"\b{work}\b", told.words, re.IGNORECASE)
        if noun is None:
            continue
        if len(told.outlets) != 1:
            return None
        for span, outlet in context.outlets.find_in(told.words):
            behind = span.start > noun.end()
            made = _MAKER_BEHIND.fullmatch(told.words, noun.end(), span.start) if behind else (
                _MAKER_BEFORE.fullmatch(told.words, span.end, max(span.end, noun.start()))
            )
            if made and outlet.name == told.outlets[0]:
                return outlet.name
        return None
    return None


def _subject_before(context: Context) -> Outlet | None:
    """The paper that the sentence before begins with, if that names nobody else."""
    before = context.told[-1] if context.told else None
    if before is None or before.block != context.block or before.speaker is not None:
        return None
    found = context.outlets.find_in(before.words)
    if len(found) != 1 or before.outlets != (found[0][1].name,):
        return None
    (span, outlet), = found
    opens = before.words[: span.start].strip("*_ ") in ("", "The")
    alone = opens and not _may_speak("The " + before.words[span.end :])
    return outlet if alone and outlet.kind in _OF_PAPERS else None


def _may_speak(words: str) -> bool:
    """Whether a name or a noun in ``words`` could be what "it" stands for, as who speaks."""
    kept = _PLACES.sub(" ", words)
    for at, word in enumerate(_WORDS.findall(kept)):
        low = word.casefold()
        if (word[0].isupper() and (at or low not in FUNCTION_WORDS)) or low in BODIES:
            return True
        # A plural is no "it", and neither are many or most.
        if is_of_speakers(low) and not low.endswith("s") and low not in FUNCTION_WORDS:
            return True
    return False
