"""What a wrapped question asks, without what its asker says of himself and of the asking.

"My nephew is doing a project and swears it was 1901 – what year did the bridge open?" is
"What year did the bridge open?". Nothing else is dropped: a condition, a year, a speaker
that the articles do not know may be the very reason why they do not answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.letters import CAPITAL
from qa.matter_words import matter_stems
from qa.question_frames import TEXT_NOUN, strip_opening
from qa.question_openers import OPENERS, VERBS_FIRST, WH_WORDS

Holds = Callable[[str], bool]

# A stop ends a clause behind a word of three letters: "U.S. officials" are one.
_CLAUSE_END = re.compile(r"(?<=[,;:?!])\s+|(?<=\w\w\w[.])\s+|\s+[–—-]\s+")
_BEFORE_WH = r"(?:(?:in|on|at|by|for|from|to|with|since|until|of|under)\s+)?"
_ASKS_FIRST = re.compile(
    rf"^\W*(?:(?:and|so|but|then)\W+)?(?:{WH_WORDS}|{VERBS_FIRST})\b(?!\s+(?:i|we|you)\b)", re.I
)
_ASKS = re.compile(rf"\b{_BEFORE_WH}(?:{WH_WORDS})\b|(?<=[,;:.?!–—-]\s)(?:{OPENERS})\b", re.I)
# "Does it say?", "would you?", "what is it?" ask for nothing of their own.
_OF_TEXT = re.compile(
    rf"^\W*(?:(?:and|or|but|so)\s+)?(?:(?:{VERBS_FIRST})(?:n['’]t)?\s+(?:you|u|i|we|it|that|this|they|"
    rf"(?:the|this)\s+{TEXT_NOUN})\b|what(?:['’]s|\s+is|\s+was)\s+(?:it|that)\W*$)",
    re.I,
)
_OF_ASKER = re.compile(
    r"^\W*(?:(?:and|so|but|now|sorry|please|ok|well|just)\W+)*(?:(?:for|before|since|as|because|so|"
    r"so\s+that|if|when|what|all|the\s+(?:one\s+)?thing)\s+)?(?:i|we|my|our)\b"
    r"|^\W*(?:sorry|apologies|forgive\s+me|excuse\s+me)\b"
    r"|^\W*(?:asking\s+)?for\s+(?:(?:my|our|the|all\s+the)\s+)?"
    r"(?:listeners?|readers?|viewers?|audience|team|boss|editor|class|panel|record)\b",
    re.I,
)
_RELATIVE = re.compile(r"^\W*(?:who|whose|whom|which|where)\b", re.I)
_FIRST_WORD_NAMES = re.compile(rf"^\W*(?!I\b){CAPITAL}[\w’'-]*\W*$")
_NAME_WITHIN = re.compile(rf"(?<=\w)\W+(?!I\b){CAPITAL}\w")
_POINTS_BACK = re.compile(r"\b(?:it|its|they|them|their|he|him|his|she|her)\b", re.I)
# What a question stands in: "I cannot remember which year", "the point is why".
_EMBEDS = re.compile(
    r"(?:[,;:.?!–—-]|\b(?:is|was|know|knows|remember|tell|hear|see|asks?|asked|says?|wonders?|"
    r"wondering|check|sure|idea|clue|me|us|out|learn|understand|about|of|on|need|find|for))\s*$",
    re.I,
)
_ENOUGH = 2  # stems that name a matter
_MAX_READ = 500


def plain_question(query: str, holds: Holds) -> str | None:
    """The part of ``query`` that asks; None where that is all of it.

    ``holds`` tells of a stem whether the articles hold it.
    """
    text = " ".join(query[:_MAX_READ].split())
    clauses = list(_clauses(text))
    kept: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(clauses):
        words = text[start:end]
        # "For my dad, who cannot read small print" asks for nothing.
        relative = number and clauses[number - 1] not in kept and _RELATIVE.match(words)
        known = any(map(holds, matter_stems(words)))
        if known if relative else not says_nothing(words, holds):
            kept.append((start, end))
    if not kept:
        return None
    plain = text[kept[0][0] : kept[-1][1]]
    if _ASKS_FIRST.match(plain) is None:
        # Where a question word stands behind words of the asker, what it begins is asked.
        starts = [
            found.start()
            for found in _ASKS.finditer(plain)
            if _EMBEDS.search(plain[: found.start()])
            and says_nothing(plain[: found.start()], holds)
            and len(matter_stems(plain[found.start() :])) >= _ENOUGH
        ]
        plain = plain[starts[-1] :] if starts else plain
    before = text[: text.index(plain)]
    if _POINTS_BACK.search(plain) and matter_stems(before) and not _OF_ASKER.match(before):
        return None
    plain = strip_opening(plain.strip(" ,;:.!–—-")).rstrip(" ?.!")
    if not any(map(holds, matter_stems(plain))) or plain == text.rstrip(" ?.!"):
        return None
    return f"{plain[0].upper()}{plain[1:]}?"


def says_nothing(words: str, holds: Holds) -> bool:
    """Whether ``words`` are of the asker and the asking alone, and name nothing that is known.

    A name that nobody knows is something: "Peru being out" is not said of the asker.
    """
    stems = matter_stems(words)
    if any(map(holds, stems)):
        return False
    if _OF_ASKER.match(words) is not None:
        return _NAME_WITHIN.search(words) is None
    asks = _ASKS_FIRST.match(words) is not None and _OF_TEXT.match(words) is None
    names = _FIRST_WORD_NAMES.match(words) is not None or any(map(str.isdigit, words))
    return not (stems or asks or names)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _CLAUSE_END.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
