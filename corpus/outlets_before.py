"""Words that look back to the outlet of a sentence before, without a noun of the press.

"The same survey found", "the report adds" behind a survey, or a report, of an outlet;
"writes its commentator Ada Obi"; "it concedes", where nothing but the paper that the
sentence before is about can concede anything; "the group" for Crisis Group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.correspondents import WRITER
from corpus.letters import CAPITAL
from corpus.lexicon import FUNCTION_WORDS, PLAIN_SPEECH, SAYING, words_of
from corpus.press_nouns import KIND_OF_INSTITUTE
from corpus.press_words import PEOPLE_OF_NEWS
from corpus.publishers import Outlet, OutletKind
from corpus.renamed_outlets import Context
from corpus.reported_outlets import Named
from corpus.source_phrases import Position, SourcePhrase
from corpus.who_speaks import BODIES, is_of_speakers
from corpus.works_before import WORK, makers_of, opening_work, reporter_in

_SAME_WORK = re.compile(rf"the\s+same\s+(?:\w+\s+)?({WORK})\b", re.IGNORECASE)
_THE_WORK = re.compile(rf"th(?:e|is)\s+({WORK})", re.IGNORECASE)
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
# The word of an institute's own name: "the group" of Crisis Group.
_BY_KIND = re.compile(rf"the\s+({KIND_OF_INSTITUTE})", re.IGNORECASE)
_SOURCES = PEOPLE_OF_NEWS | words_of("officials analysts experts soldiers leaders")
# "It cited two officials" is told of who reports.
_CITES_PEOPLE = re.compile(
    rf"\s+(?:also\s+)?(?:cite[sd]|quote[sd])\s+(?:[\w-]+\s+){{0,3}}?(?:{'|'.join(sorted(_SOURCES))})\b(?!\s+(?:for|over)\b)"
)
# What a report does not do.
_OF_BODIES = words_of("announced denied insisted claimed acknowledged promised pledged vowed")
_INITIALS = re.compile(rf"(?:[Tt]he\s+)?({CAPITAL}{{3,6}})")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")


def outlets_before(masked: str, phrase: SourcePhrase, context: Context) -> list[Named]:
    """The outlet of the sentence before that ``phrase`` of the sentence ``masked`` means."""
    words = phrase.span.of(masked)
    if phrase.position not in _SUBJECTS | {Position.ACCORDING}:
        return []
    if (same := _SAME_WORK.match(words)) is not None:
        return _named_all(phrase, makers_of(same[1].casefold(), context, same=True))
    if (work := _THE_WORK.fullmatch(words)) is not None:
        return _named_all(phrase, makers_of(work[1].casefold(), context))
    if (body := _BY_KIND.fullmatch(words)) is not None and phrase.verb not in PLAIN_SPEECH:
        return _named(phrase, _institute_before(body[1].casefold(), context))
    if (whole := _by_initials(words, context)) is not None:
        return _named(phrase, whole)
    if phrase.position not in _SUBJECTS or words.casefold() != "it":
        return []
    if words == "It" and phrase.verb not in _OF_BODIES and (maker := _work_before(context)):
        return _named(phrase, maker)
    if words == "It" and _CITES_PEOPLE.match(masked, phrase.span.end):
        return _named_all(phrase, _reporter_before(context))
    if phrase.verb not in _SAYS:
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


def _named_all(phrase: SourcePhrase, names: Sequence[str]) -> list[Named]:
    return [Named(phrase.span.start, phrase.span.end, name) for name in names]


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


def _work_before(context: Context) -> str | None:
    """Whose report or poll the sentence before tells of, if that names nobody else."""
    before = context.told[-1] if context.told else None
    if before is None or before.block != context.block or before.speaker is not None:
        return None
    opening = opening_work(before, context.outlets)
    return None if opening is None or _may_speak("The " + opening[1]) else opening[0]


def _reporter_before(context: Context) -> tuple[str, ...]:
    """The outlet that alone reports something in the sentence before."""
    before = context.told[-1] if context.told else None
    near = before is not None and before.block == context.block and before.outlets
    return reporter_in(before, context.outlets) if before is not None and near else ()


def _institute_before(kind: str, context: Context) -> str | None:
    """The think tank called so that alone the paragraph credits last, if no other is named."""
    for at in range(len(context.told) - 1, -1, -1):
        told = context.told[at]
        if told.block != context.block:
            return None
        if not told.outlets:
            continue
        outlet = context.outlets.exact(told.outlets[0])
        if len(told.outlets) > 1 or outlet is None or outlet.kind is not OutletKind.THINK_TANK:
            return None
        if all(kind not in name.casefold().split() for name in outlet.names):
            return None
        own = re.compile(rf"\b[Tt]he {kind}\b")
        since = [own.sub("", _without(outlet, each.words, context)) for each in context.told[at:]]
        if any(re.search(rf"\b{kind}s?\b", words, re.IGNORECASE) for words in since):
            return None
        # Many are called a group, a council or an institution: nobody else may have been named.
        return None if any(_may_speak(words) for words in since) else outlet.name
    return None


def _without(outlet: Outlet, words: str, context: Context) -> str:
    """``words`` without the names of ``outlet``."""
    for span, each in reversed(context.outlets.find_in(words)):
        if each is outlet:
            words = words[: span.start] + words[span.end :]
    return words


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
