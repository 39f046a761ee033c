"""Follow-ups: a question that leans on earlier ones becomes one that stands alone.

No language model: a bare question word is set behind the question that it
asks on from, a pronoun is replaced by what the earlier question named, and
"says who?" asks for the source of the sentence that was answered with. A
question that is complete is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.letters import CAPITAL
from corpus.lexicon import words_of
from corpus.numerals import IN_WORDS
from corpus.outlets import load_outlets
from index.lexical import split_words
from qa.antecedents import Antecedent, candidates, choose
from qa.intents import understand
from qa.named_outlets import find_named_outlets
from qa.pronouns import BackReference, back_reference, replace_reference
from qa.question_frames import strip_opening
from qa.question_openers import OPENERS
from qa.question_topics import topic_of
from qa.source_follow_ups import asks_for_source
from qa.understanding import Intent

__all__ = ["EARLIER", "StandAlone", "asks_for_source", "stand_alone"]


@dataclass(frozen=True, slots=True)
class StandAlone:
    """A question that needs no history.

    ``must`` are stems of which its evidence has to hold one; only an ellipsis
    ("and agriculture?") has any.
    """

    text: str
    must: frozenset[str] = frozenset()
    joined: bool = field(default=False, compare=False)
    """Whether it is an earlier question with what is asked on behind a dash."""
    anew: bool = field(default=False, compare=False)
    """Whether it is asked in other words after it found no answer as it was put."""


_ELLIPSIS = re.compile(
    r"^\W*(?:(?:and|or|but|also|plus|then|so|ok|okay)\W+)*(?:(?:what|how)\s+about|as\s+(?:for|to)"
    r"|(?:the\s+)?same\s+(?:for|with|question\s+for)|what\s+of|what\s+(?:does\s+(?:it|"
    r"that)\s+)?(?:say\s+)?regarding)\s+(?P<about>.+?)\W*$"
    r"|^\W*(?:and|or|but|also|plus|not)\W+(?P<and>.+?)\W*$",
    re.I | re.S,
)
# "And nowadays, who courts them?" lacks nothing but what "them" means.
_ASKS_WITHIN = re.compile(
    r"^\W*(?:and|but|so|or)\s+(?:\w+ly|nowadays|now|today|then|later|these\s+days|since\s+then|before\s+"
    r"that),\s+(?:who|what|when|where|why|how|which|whom|whose)\b"
    r"|,\s+(?:what|how|why|when|where)\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can)\s+"
    r"(?:it|they|he|she)\b",
    re.I,
)
_QUESTION_OPENER = re.compile(
    r"^\W*(?:(?:and|but|so|or|then|also|ok|okay|please)\W+)*(?:(?:in|on|at|by|for|from|to|with|"
    r"since|until|under|of|about|against)\s+)?"
    rf"(?:{OPENERS}|isn['’]t|aren['’]t|wasn['’]t|doesn['’]t|don['’]t|didn['’]t|won['’]t)\b",
    re.I,
)
# Words that ask on without naming anything.
_WEIGHTLESS = words_of(
    """exactly precisely else other others exact date year day month more example examples
    instance kind way ways come mean means meant continue go tell please really detail
    details elaborate long many much sure certain any anything anybody anyone further so
    then also there again now specifically particular reason reasons time place amount
    number percent one ones same that's happened happen next after before explain clarify
    specify expand say show give true serious seriously who's it's often far yes no ok okay
    people me us i you point case case first last late later earlier start ago far big large
    small"""
)
_BARE_WORDS = 6
JOINT = " — "  # between an earlier question and what is asked on
EARLIER = 8  # turns that are looked at
_MAX_FOLLOW_UP_WORDS = 14  # a longer question that opens no pronoun is complete
# A pronoun that is the whole of a noun phrase: "which courthouse was it?".
_IDENTITY = re.compile(
    r"^\W*(?:(?:and|so|but)\s+)*(?:which|what|whose|how\s+(?:many|"
    r"much))\s+(?:[\w’'-]+\s+){1,3}?(?:is|was|are|were)\s+(?:it|that|this|they|these|those)\W*$"
    r"|^\W*(?:(?:and|so|but)\s+)*(?:is|was|are|were)\s+(?:it|that|this|they)\s+(?:from\s+|in\s+|"
    r"by\s+)?.{1,60}\bor\b.{1,60}$",
    re.I,
)
_PLACE_OR_TIME_BACK = re.compile(
    r"\b(?:there|then|back\s+then|at\s+that\s+time|afterwards|beforehand|meanwhile|since\s+then|"
    r"that\s+(?:day|year|time))\b(?!\s+(?:is|are|was|were|be|any|a|an)\b)",
    re.I,
)
_ABOUT_BACK = re.compile(
    r"\b(?:about|on|of|after|before|with)\s+(?:it|that|them|him|her|this|those|these)\W*$", re.I
)
_THERE_IS = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|be|been|if|that)\s+there\b|\bthere\s+(?:is|are"
    r"|was|were|be|will|has|have|any|a|an|exist)\b",
    re.I,
)
_REPEATED = re.compile(r"\b(?:this|that|these|those|such)\s+([\w’'-]{3,})", re.I)
_THOSE = re.compile(r"\b(?:these|those)\s+([\w’'-]{3,})", re.I)
_CONTRAST = re.compile(
    r"\b(?:(?<!each )other|others|(?<!one )another|else|rest|remaining|ones?|same|too|either|"
    r"latter|former)\b",
    re.I,
)
# Keeps its capital in the middle of a question.
_ACRONYM = re.compile(rf"{CAPITAL}{{2}}|{CAPITAL}\.|I\b")
_ONE_NAME = re.compile(rf"(?:the\s+)?{CAPITAL}[\w’.-]*(?:\s+{CAPITAL}[\w’.-]*){{0,3}}")


_WHICH = re.compile(
    rf"\b(?:names?|named|called)\b|\bwhich\s+(?:\w+\s+)?(?:ones?|of\s+them|{IN_WORDS})\b|"
    r"\b(?:which|who)\s+exactly\b",
    re.I,
)


def asks_which(asked_on: str) -> bool:
    """Whether ``asked_on`` wants by name what was spoken of before: "which five are they?"."""
    return _WHICH.search(asked_on) is not None


def stand_alone(
    question: str,
    history: Sequence[str],
    names: Iterable[str],
    people: frozenset[str] = frozenset(),
) -> StandAlone:
    """``question`` in words that need no ``history`` (earlier questions, oldest first).

    ``names`` are names that the library's articles use; one that an earlier
    question holds is what a pronoun most likely means. ``people``, in lower case,
    are those of them that are people's.
    """
    if not history:
        return StandAlone(question)
    known = tuple(names)
    earlier: list[str] = []  # stand-alone forms, oldest first
    for past in history[-EARLIER:]:
        if not any(char.isalnum() for char in past) or asks_for_source(past):
            continue
        alone = _lean_on(past, earlier, known, people).text
        if _names_something(alone):
            earlier.append(alone)
    return _lean_on(question, earlier, known, people)


def leans_back(core: str) -> bool:
    """Whether ``core`` speaks of something that it does not name itself: "why did it sink?"."""
    return (
        is_bare(core)
        or (_ELLIPSIS.match(core) is not None and _QUESTION_OPENER.match(core) is None)
        or back_reference(core) is not None
        or _PLACE_OR_TIME_BACK.search(_THERE_IS.sub(" ", core)) is not None
        or _CONTRAST.search(core) is not None
    )


def _lean_on(
    question: str, earlier: Sequence[str], names: Sequence[str], people: frozenset[str]
) -> StandAlone:
    """``question`` with what it lacks taken from ``earlier``, which stand alone, oldest first."""
    if not earlier:
        return StandAlone(question)
    previous = earlier[-1]
    core = strip_opening(question)
    if _is_complete(question):
        return StandAlone(question)
    if is_bare(core):
        return StandAlone(_join(previous, core), joined=True)
    ellipsis = _ELLIPSIS.match(question)
    if ellipsis and not _QUESTION_OPENER.match(question) and not _ASKS_WITHIN.search(question):
        return _fill_ellipsis(previous, ellipsis.group("about") or ellipsis.group("and"), names)
    if ellipsis and ellipsis.group("about"):
        return _fill_ellipsis(previous, ellipsis.group("about"), names)
    if len(question) > 1000:
        return StandAlone(question)
    if _IDENTITY.match(core):
        return StandAlone(_join(previous, core), joined=True)
    reference = back_reference(question)
    if reference is not None:
        return _resolve(question, reference, earlier, names, people)
    if (named := _named_in_full(question, earlier, names)) is not None:
        return StandAlone(named)
    if _leans_without_pronoun(core, previous, names):
        return StandAlone(_join(previous, core), joined=True)
    return StandAlone(question)


def _named_in_full(question: str, earlier: Sequence[str], names: Sequence[str]) -> str | None:
    """``question`` with "those states" in the fuller words that were used for them before."""
    for match in _THOSE.finditer(question):
        ending = f" {match.group(1)}".casefold()
        for past in reversed(earlier):
            for item in candidates(past, names):
                bare = item.text.removeprefix("the ")
                if bare.casefold().endswith(ending):
                    return f"{question[: match.start()]}the {bare}{question[match.end() :]}"
    return None


def _is_complete(question: str) -> bool:
    """Whether ``question`` is about the text, whole or a part of it, or no question at all."""
    asks = understand(question, ())
    if asks.intent is Intent.OVERVIEW:
        return _ABOUT_BACK.search(question) is None and _PLACE_OR_TIME_BACK.search(question) is None
    if asks.intent is Intent.BY_SOURCING:
        return back_reference(question) is None
    return asks.intent in (Intent.ORDER, Intent.SOURCES) or asks.place is not None


def _names_something(question: str) -> bool:
    return any(
        len(stem) > 1 for stem in topic_of(question).stems
    ) and question.strip().casefold() not in {
        "hello",
        "hi",
        "hey",
        "thanks",
        "thank you",
        "test",
        "ok",
        "okay",
        "good morning",
        "yes",
        "no",
    }


def is_bare(core: str) -> bool:
    """Whether only question words are there: "why?", "since when?", "on what date?"."""
    words = re.findall(r"[\w’']+", core.casefold())
    # "The US" and "the WHO" are names, unless all is in capitals.
    written = re.findall(r"\w+", core)
    if not core.isupper() and any(len(word) > 1 and word.isupper() for word in written):
        return False
    if not words or len(words) > _BARE_WORDS:
        return False
    reference = back_reference(core)
    if reference is not None and reference.kind is not None:
        return False
    content = [word for word in words if split_words(word) and word not in _WEIGHTLESS]
    return all(word in _WEIGHTLESS or _is_empty(word) for word in content)


def _is_empty(word: str) -> bool:
    return not topic_of(word).stems


def _join(previous: str, question: str) -> str:
    """The earlier question, and behind a dash what is asked on."""
    stem = previous.strip().rstrip("?!. ").split(JOINT)[0]
    tail = (
        re.sub(r"^\W*(?:(?:and|so|but|ok|okay)\b\W*)?", "", question.strip(), count=1, flags=re.I)
        or question
    )
    tail = tail.rstrip("?!. ")
    lowered = tail if _ACRONYM.match(tail) else tail[:1].lower() + tail[1:]
    return f"{stem}{JOINT}{lowered}?"


def _fill_ellipsis(previous: str, about: str, names: Sequence[str]) -> StandAlone:
    """ "and Uzbekistan?": the same question with another name, or with more behind it."""
    outlets = load_outlets()
    # As it would stand alone: "Reuters?" is asked of.
    new = [item for item in find_named_outlets(f"and {about}?", outlets, ()) if item.asked_of]
    old = [item for item in find_named_outlets(previous, outlets, ()) if item.asked_of]
    article = re.compile(r"^(?:the)\s+", re.I)
    if new and len(old) == 1:
        span = old[0].span
        before, name = previous[: span.start], article.sub("", new[0].written)
        if re.match(r"the\s", about, re.I) and not re.search(r"\bthe\s+$", before, re.I):
            name = f"the {name}"
        return StandAlone(before + name + previous[span.end :])
    if new:
        return StandAlone(_join(previous, f"what does {new[0].written} say"), joined=True)
    must = frozenset() if _CONTRAST.search(about) and not _own_words(about) else _own_words(about)
    named = [item for item in candidates(previous, names) if item.is_name]
    if len(named) == 1 and _is_single_name(about, names) and not named[0].plural:
        bare = article.sub("", named[0].text)
        replaced = re.sub(
            rf"(?<!\w){re.escape(bare)}(?!\w)", about.replace("\\", ""), previous, flags=re.I
        )
        return StandAlone(re.sub(r"\bthe\s+(?=the\s)", "", replaced, flags=re.I), must)
    joint = "" if re.match(r"(?:and|or|but)\b", about, re.I) else "and "
    stem = previous.strip().rstrip("?!. ").split(JOINT)[0]
    return StandAlone(f"{stem}{JOINT}{joint}{about}?", must, joined=True)


# "What is inflation?" asks for no inflation in particular; "what are the risks?" goes on.
_DEFINITION = re.compile(
    r"^\W*what(?:['’]s|\s+(?:is|are))\s+(?:an?\s+)?"
    r"(?!(?:the|its|their|his|her|this|that|these|those|it|they|he|she|next|new|left|missing)\b)\w+\W*$",
    re.I,
)


def _own_words(about: str) -> frozenset[str]:
    # "The other countries" are those that were spoken of: they may go unnamed.
    if re.search(r"\b(?:other|others|rest|remaining|former|latter)\b", about, re.I):
        return frozenset()
    words = [word for word in re.findall(r"[\w’'.-]+", about) if word.casefold() not in _WEIGHTLESS]
    return frozenset(stem for word in words for stem in topic_of(word).stems)


def _is_single_name(about: str, names: Sequence[str]) -> bool:
    if about.casefold() in {name.casefold() for name in names}:
        return True
    return _ONE_NAME.fullmatch(about) is not None


def _resolve(
    question: str,
    reference: BackReference,
    earlier: Sequence[str],
    names: Sequence[str],
    people: frozenset[str],
) -> StandAlone:
    previous = earlier[-1]
    found = [candidates(text, names, people) for text in reversed(earlier)]
    meant: Antecedent | None = None
    if reference.kind is not None:
        meant = choose(reference.kind, found)
    if meant is None or meant.text.casefold().removeprefix("the ") in question.casefold():
        return StandAlone(_join(previous, strip_opening(question)), joined=True)
    return StandAlone(replace_reference(question, reference, meant))


def _leans_without_pronoun(core: str, previous: str, names: Sequence[str]) -> bool:
    """Whether a short question with no name of its own goes on from ``previous``.

    Only from one that names something: "what are the risks?" after a question
    about Peru is a new one.
    """
    words = core.split()
    if len(words) > _MAX_FOLLOW_UP_WORDS:
        return False
    own_names = [item for item in candidates(core, names) if item.is_name]
    there = _PLACE_OR_TIME_BACK.search(_THERE_IS.sub(" ", core))
    if there and not own_names:
        return True
    previous_stems = topic_of(previous).stems
    for match in _REPEATED.finditer(core):
        if not own_names and set(split_words(match.group(1))) & previous_stems:
            return True
    if _DEFINITION.match(core) is not None:
        return False
    own = topic_of(core).stems
    known = {name.casefold() for name in names}
    on_topic = any(
        item.is_name and item.text.casefold().removeprefix("the ") in known
        for item in candidates(previous, names)
    )
    return (
        on_topic
        and not own_names
        and len(words) <= _BARE_WORDS
        and len(own) <= 1
        and (_QUESTION_OPENER.match(core) is not None or _CONTRAST.search(core) is not None)
    )
