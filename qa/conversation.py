"""Follow-ups: a question that leans on earlier ones becomes one that stands alone.

No language model: a bare question word is set behind the question that it
asks on from, a pronoun is replaced by what the earlier question named, and
"says who?" asks for the source of the sentence that was answered with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.lexicon import FUNCTION_WORDS
from index.lexical import split_words


@dataclass(frozen=True, slots=True)
class StandAlone:
    """A question that needs no history. ``must`` are stems that its evidence has to hold."""

    text: str
    must: frozenset[str] = frozenset()


_SOURCE_FOLLOW_UP = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|really)\W+)?(?:says?\s+who(?:m)?|sez\s+who"
    r"|who\s+(?:\w+\s+)?(?:says?|said|reports?|reported|claims?|claimed|writes?|wrote|states?|stated)(?:\s+(?:so|that|this|it))?"
    r"|according\s+to\s+who(?:m)?|(?:what|where|who)(?:['’]s|\s+is|\s+are|\s+was)\s+(?:the|your|that|its|this)\s+(?:source|outlet|credit)s?(?:\s+(?:for|of|on)\s+(?:that|this|it))?"
    r"|(?:your\s+|the\s+|any\s+)?sources?(?:\s+please)?"
    r"|(?:which|what)\s+(?:outlet|source|paper|newspaper|publication|agency)(?:\s+(?:is\s+that|was\s+that|(?:says?|said|reports?|reported|wrote|writes)\s*(?:so|that|this|it)?))?"
    r"|where\s+(?:is|does|did|was)\s+(?:that|this|it)\s+(?:come\s+)?from|where['’]s\s+(?:that|this|it)\s+from"
    r"|who\s+is\s+(?:the\s+source|credited|cited|quoted)(?:\s+(?:for|on)\s+(?:that|this|it))?"
    r"|on\s+whose\s+(?:authority|word)|from\s+(?:which|what)\s+(?:source|outlet)|citation(?:\s+needed)?)\W*$",
    re.I,
)
_ELLIPSIS = re.compile(
    r"^\W*(?:and|or|but|also|plus|then|so)?\W*(?:(?:what|how)\s+about|as\s+(?:for|to)|same\s+(?:for|with))\s+(?P<about>.+?)\W*$"
    r"|^\W*(?:and|or|but|also|plus)\W+(?P<and>.+?)\W*$",
    re.I,
)
_QUESTION_OPENER = re.compile(
    r"^\W*(?:and\s+|but\s+|so\s+|or\s+)?(?:(?:in|on|at|by|for|from|to|with|since|until|under|of)\s+)?(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|should|must)\b",
    re.I,
)
_PRONOUN = re.compile(r"\b(it|its|they|them|their|theirs|he|him|his|she|her|this|that|these|those)\b", re.I)
# "that" and "this" as joints or before a noun do not point back.
_NOT_BACK = re.compile(
    r"\b(?:say|says|said|think|believe|mean|means|know|report|reports|claim|so|such|now|fact|sure|clear|true|settled|likely|possible|expected|hope|hopes|certain)\s+that\b"
    r"|\b(?:is|was|will|would|does|did|has)\s+it\s+(?:settled|clear|true|likely|possible|certain|known|expected|noteworthy|important|safe|that)\b"
    r"|\b(?:this|that|these|those)\s+(?!is\b|was\b|are\b|were\b|do\b|does\b|did\b|has\b|have\b|will\b|would\b|can\b|could\b|may\b|might\b|matters?\b|mean|happen|come)[a-z]{3,}"
    r"|\bwhy\s+(?:does|is)\s+this\b|\bthe\s+whole\s+thing\b|\bwhat\s+is\s+this\b",
    re.I,
)
_NAME = re.compile(r"(?:[Tt]he\s+)?[A-Z][\w’'.-]*(?:\s+(?:of\s+|the\s+|and\s+(?=[A-Z]))?[A-Z][\w’'.-]*)*")
_NOUN_PHRASE = re.compile(r"\b(?:the|a|an|this|that|these|those|its|their)\s+((?:[\w’'-]+\s+){0,2}?[\w’'-]{4,})", re.I)
_BARE_WORDS = 6


def asks_for_source(question: str) -> bool:
    """Whether ``question`` only asks who says what was just answered."""
    return _SOURCE_FOLLOW_UP.match(question) is not None


def stand_alone(
    question: str, history: Sequence[str], names: Iterable[str]
) -> StandAlone:
    """``question`` in words that need no ``history`` (earlier questions, oldest first).

    ``names`` are names that the library's articles use; the longest one that
    an earlier question holds is what a pronoun most likely means.
    """
    if not history:
        return StandAlone(question)
    previous = stand_alone(history[-1], history[:-1], names).text
    own = _content(question)
    if _is_bare(question, own):
        return StandAlone(_join(previous, question))
    ellipsis = _ELLIPSIS.match(question)
    if ellipsis and not _QUESTION_OPENER.match(ellipsis.group("about") or ellipsis.group("and")):
        about = ellipsis.group("about") or ellipsis.group("and")
        return StandAlone(_join(previous, f"and {about}"), frozenset(split_words(about)))
    if _points_back(question):
        meant = _antecedent(question, [previous, *reversed(history[:-1])], names)
        if meant is not None:
            return StandAlone(_replace_pronoun(question, meant))
        return StandAlone(_join(previous, question))
    return StandAlone(question)


def _content(question: str) -> list[str]:
    return [stem for stem in split_words(question) if stem not in FUNCTION_WORDS]


_WEIGHTLESS = frozenset(
    split_words("exactly precisely else other exact date year day more example instance kind way "
                "come mean continue go tell please really detail details elaborate long many much")
)


def _is_bare(question: str, content: list[str]) -> bool:
    """Whether the question is only a question word: "why?", "since when?", "on what date?"."""
    words = question.split()
    return len(words) <= _BARE_WORDS and all(stem in _WEIGHTLESS for stem in content) and not (
        _PRONOUN.search(question) and len(words) > 4
    )


def _join(previous: str, question: str) -> str:
    """The earlier question, and behind a dash what is asked on."""
    stem = previous.strip().rstrip("?!. ")
    tail = question.strip().lstrip("—- ").strip()
    return f"{stem} — {tail[:1].lower()}{tail[1:].rstrip('?!. ')}?"


def _points_back(question: str) -> bool:
    """Whether a pronoun stands for something that the question itself does not name."""
    cleaned = _NOT_BACK.sub(" ", question)
    pronoun = _PRONOUN.search(cleaned)
    if pronoun is None:
        return False
    # "Kazakhstan … its neighbours": the pronoun points back inside the question.
    return not _NAME.search(cleaned[1 : pronoun.start()])


def _antecedent(question: str, earlier: Sequence[str], names: Iterable[str]) -> str | None:
    known = sorted(set(names), key=len, reverse=True)
    for text in earlier:
        lowered = text.casefold()
        in_text = [name for name in known if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", lowered)]
        if in_text:
            best = in_text[0]
            position = lowered.find(best.casefold())
            article = re.search(r"\bthe\s+$", text[:position], re.I)
            return f"the {best}" if article else best
        phrases = _NOUN_PHRASE.findall(text)
        if phrases:
            return f"the {phrases[-1]}"
    return None


def _replace_pronoun(question: str, meant: str) -> str:
    def swap(match: re.Match[str]) -> str:
        word = match.group(1).casefold()
        owned = word in ("its", "their", "theirs", "his") or (
            word == "her" and re.match(r"\s+[a-z]", question[match.end() :]) is not None
        )
        if owned:
            return f"{meant}’" if meant.endswith("s") else f"{meant}’s"
        return meant

    return _PRONOUN.sub(swap, question, count=1)
