"""What kind of reply a question asks for, read off its words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from corpus.numerals import IN_WORDS
from qa.beyond_the_text import is_beyond_the_text
from qa.claim_frames import framed_claim
from qa.mentions import mention_asked
from qa.named_outlets import without_those_left_out
from qa.orders import is_order
from qa.places import place_asked
from qa.question_forms import form_of
from qa.question_frames import core_question
from qa.question_openers import WH_WORDS
from qa.question_topics import topic_of, topic_stems
from qa.read_questions import (
    as_asked,
    asks_about,
    claim_as_asked,
    date_as_asked,
    matter_as_asked,
    meaning_as_asked,
    only_names,
    text_is_asked,
)
from qa.source_frames import framed_matter, outright
from qa.source_questions import (
    asks_either,
    asks_for_sources,
    asks_which_source,
    speaker_asked,
    wants_speaker,
)
from qa.sourcing_questions import sourcing_asked
from qa.understanding import Form, Intent, NamedOutlet, Understanding
from qa.value_lists import values_asked

_TEXT = (
    r"(?:article|briefing|text|piece|story|report|document|news|page|paper|brief|passage|"
    r"author|contents?|read|whole\s+thing)"
)
# With no topic left, one of these shows that all of the text is wanted.
_OVERVIEW = re.compile(
    r"\b(?:summar\w*|sum(?:s|ming)?\b.{0,20}\bup|take-?aways?|tl\s?;?\s?dr|overview|gist|nutshell"
    r"|brief|briefly|recap|bottom\s+line|"
    r"essence|essentials?|outline|highlights?|headlines?|digest|synopsis|abstract|upshot|rundown|"
    r"lowdown|basics|conclusions?|"
    r"stor(?:y|ies)|news|new|happen(?:s|ed|ing)?|going\s+on|content|contents|everything|topics?|"
    r"subject|themes?|developments?|"
    r"situation|version|in\s+short|insights?|lessons?|findings?|arguments?|"
    r"(?:key|main|major|central|core|crucial|most\s+important|important|biggest|basic)\s+\w+|"
    r"(?:bullet|key)\s*-?points?|"
    r"catch\s+me\s+up|up\s+to\s+(?:speed|date)|fill\s+me\s+in|(?:run|walk|talk|take|"
    r"guide)\s+me\s+through|did\s+i\s+miss|"
    r"what\s+(?:is|was|are|were|['’]s)\b.{0,20}\babout|what['’]s\b.{0,20}\babout|what\s+matters|"
    r"(?:should|must|need\s+to|ought\s+to|have\s+to|do)\s+(?:(?:i|we|one|you)\s+)?(?:need\s+to\s+"
    r"|have\s+to\s+|ought\s+to\s+)?(?:know|learn|understand|remember)|"
    r"what\s+(?:can|could|do|will)\s+(?:you|we|i)\s+(?:tell|know|learn|say)|worth\s+knowing|"
    r"what\s+(?:do|does|did|is|has)\s+(?:it|they|you|this|that)\s+(?:all\s+)?(?:say|saying|tell|"
    r"telling|got\s+to\s+say|cover)|the\s+point\b|"
    rf"{_TEXT})\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:list|"
    r"which\s+(?:\w+\s+)?(?!is\b|was\b|does\b|has\b|this\b)\w+s\b|what\s+(?:are|"
    r"were)|caveats?|risks?|limits?|limitations?|doubts?|"
    r"reservations?|uncertaint(?:y|ies)|concerns?|problems?|challenges?|obstacles?|reasons?|"
    r"benefits?|points?|areas|sectors|ways|aspects|"
    r"details|consequences|effects|implications|everything|all|about|how|why|"
    r"explain|describe|overview|summar\w+|"
    r"sum\b.{0,12}\bup|brief\s+me|gist|highlights|compare|advantages|disadvantages|pros|cons|"
    r"countries|differences?|who\s+(?:are|were)|"
    r"other|others|more)\b",
    re.I,
)
_SOME = (
    rf"(?!(?:zero|one)\b)(?:{IN_WORDS})|both|all|some|any|every|each|those|these|several|at\s+least"
)
_PLURAL = r"(?!(?:is|was|does|has|this|its|his)\b)\w+s\b"
# "Name the ships", and no "name of".
_NAME_THEM = re.compile(
    rf"(?:^|[.!?:]|\b(?:please|you|to|and))\W*name\s+(?:(?:{_SOME})\b|(?:the\s+)?(?:\w+\s+)?{_PLURAL})",
    re.I,
)
# "How many seats did each party win?", "how many died and who were they?", and no "each year".
_NUMBERS = re.compile(
    r"\beach\b(?!\s+(?:year|month|week|day|night|hour|quarter|season|time)\b)"
    rf"|\band\b.{{0,40}}?\b(?:{WH_WORDS})\b",
    re.I,
)
# "What does it make of this, big deal or not?": of the text, whatever is added.
_OF_IT = re.compile(
    r"\b(?:make|think|say|report|write)s?\s+(?:of|about|on)\s+(?:all\s+)?(?:it|this|that)\s*[,;:?!.—–-]",
    re.I,
)
_CITES = re.compile(r"\b(?:cite|quote|credit|use)(?P<s>s?)\b", re.I)
_MAX_READ = 2000


def understand(query: str, outlets: tuple[NamedOutlet, ...]) -> Understanding:
    """Read ``query`` for what it asks; ``outlets`` are those that it names."""
    excluded = frozenset(outlet.name for outlet in outlets if outlet.excluded)
    query = without_those_left_out(query, outlets)
    outlets = tuple(outlet for outlet in outlets if not outlet.excluded)
    claim = None if outlets else framed_claim(query)
    asks = replace(
        _intent_of(query, outlets),
        excluded=excluded,
        place=place_asked(query),
        # Whom it credits is told by its credits.
        mention=None if outlets else mention_asked(query),
        values=values_asked(query),
    )
    if claim is not None and asks.intent is Intent.PASSAGES:
        return replace(
            asks, form=Form.YES_NO, topic=topic_stems(claim), several=False, read_as=claim
        )
    read_as = as_asked(query, outlets)
    if asks.intent is Intent.WHICH_SOURCE and not asks.wants_speaker:
        framed = framed_matter(query)
        own = None if framed is None else outright(framed)
        read_as = own or claim_as_asked(query) or matter_as_asked(query) or read_as
    elif asks.intent is Intent.BY_SOURCE and asks.form is Form.OPEN:
        read_as = matter_as_asked(query, outlets) or read_as
    elif asks.intent is Intent.BY_SOURCE and asks.form is Form.YES_NO:
        read_as = claim_as_asked(query) or read_as
    elif asks.intent is Intent.PASSAGES and text_is_asked(query):
        read_as = claim_as_asked(query) or matter_as_asked(query) or read_as
    elif asks.intent is Intent.PASSAGES and (dated := date_as_asked(query)) is not None:
        return replace(asks, form=Form.DATE, several=False, read_as=dated)
    elif asks.intent is Intent.PASSAGES and asks_about(query):
        read_as = matter_as_asked(query) or read_as
    elif asks.intent is Intent.PASSAGES and (meaning := meaning_as_asked(read_as)) is not None:
        # No reason is asked for, so that what explains is no better than what tells.
        return replace(asks, form=Form.OPEN, read_as=meaning)
    return replace(asks, read_as=read_as, bare=asks.form is Form.OPEN and only_names(read_as))


def _intent_of(query: str, outlets: tuple[NamedOutlet, ...]) -> Understanding:
    core = core_question(query)
    form = form_of(core)
    topic = topic_of(query, outlets)
    # A date is one, and so is a number; more sentences would only hold others.
    asked = query[:_MAX_READ]
    if form is Form.NUMBER:
        several = _NUMBERS.search(asked) is not None
    else:
        several = form not in (Form.DATE, Form.DAY, Form.YEAR) and (
            _SEVERAL.search(asked) is not None or _NAME_THEM.search(asked) is not None
        )
    if is_order(query):
        return Understanding(Intent.ORDER, form, topic.stems, several)
    if is_beyond_the_text(query):
        return Understanding(Intent.BEYOND, form, topic.stems, several)
    if (rests := sourcing_asked(query)) is not None:
        return Understanding(
            Intent.BY_SOURCING, form, rests.topic, True, sourcing=rests.sourcing
        )
    cued = tuple(outlet for outlet in outlets if outlet.asked_of)
    if not cued and outlets and mention_asked(_CITES.sub(r"mention\g<s>", query)) is not None:
        # "Which articles cite AFP?" is answered by what they credit it with.
        return Understanding(Intent.BY_SOURCE, form, frozenset(), True, outlets)
    matter = topic.beyond_sources().stems
    if len(cued) > 1 and form is Form.YES_NO and _names_alternatives(query, cued):
        return Understanding(Intent.WHICH_SOURCE, form, matter, False, cued)
    which = asks_which_source(core) or framed_matter(query) is not None
    if cued and not which:
        own = frozenset() if _OF_IT.search(query) else topic.beyond_outlets().stems
        return Understanding(Intent.BY_SOURCE, form, own, True, cued)
    speaker = wants_speaker(core)
    if which and matter - (_PERSONS if speaker else frozenset()):
        return Understanding(Intent.WHICH_SOURCE, form, matter, False, outlets, speaker)
    if not matter and asks_for_sources(core):
        return Understanding(Intent.SOURCES, form, matter, True)
    if form is Form.OPEN and not topic.beyond_overview().words and _asks_for_all(query):
        return Understanding(Intent.OVERVIEW, form, frozenset(), True)
    return Understanding(
        Intent.PASSAGES, form, topic.stems, several, outlets, speaker, speaker_asked(core)
    )


def _asks_for_all(query: str) -> bool:
    return _OVERVIEW.search(query[:_MAX_READ]) is not None


def _names_alternatives(query: str, outlets: tuple[NamedOutlet, ...]) -> bool:
    """Whether "or" stands between two of ``outlets``: "is that Reuters or the BBC?"."""
    return asks_either(core_question(query)) and any(
        re.search(r"\bor\b", query[first.span.end : second.span.start], re.I)
        for first, second in pairwise(outlets)
    )


# "Which official said that?" names no claim.
_PERSONS = topic_stems(
    "official officials expert experts analyst analysts minister ministers speaker spokesman "
    "spokeswoman critics "
    "engineer politician"
)
