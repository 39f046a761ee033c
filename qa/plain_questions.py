"""What a wrapped question asks, without clauses that name nothing of the articles.

"My nephew is doing a project and swears it was 1901 – what year did the bridge open?" is
"What year did the bridge open?" to articles that know of the bridge, and of no nephew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.letters import CAPITAL
from qa.matter_words import matter_stems
from qa.question_frames import TEXT_NOUN, is_of_asker, strip_opening
from qa.question_openers import OPENERS, VERBS_FIRST, WH_WORDS

# A stop ends a clause behind a word of three letters: "U.S. officials" are one.
_CLAUSE_END = re.compile(r"(?<=[,;:?!])\s+|(?<=\w\w\w[.])\s+|\s+[–—-]\s+")
_JOINT = r"^\W*(?:(?:and|or|but|so)\s+)?"
_BEFORE_WH = r"(?:(?:in|on|at|by|for|from|to|with|since|until|of|under)\s+)?"
_ASKING_CLAUSE = re.compile(rf"{_JOINT}{_BEFORE_WH}(?:{WH_WORDS}|{VERBS_FIRST})\b", re.I)
# "Does it say?", "would you?", "what is it?" ask for nothing of their own.
_OF_TEXT = re.compile(
    rf"{_JOINT}(?:(?:{VERBS_FIRST})(?:n['’]t)?\s+(?:you|u|i|we|it|that|this|they|"
    rf"(?:the|this)\s+{TEXT_NOUN})\b|what(?:['’]s|\s+is|\s+was)\s+(?:it|that)\W*$)",
    re.I,
)
_RELATIVE = re.compile(r"^\W*(?:who|whose|whom|which|where)\b", re.I)
_ASKS_FIRST = re.compile(rf"^\W*(?:{WH_WORDS}|{VERBS_FIRST})\b(?!\s+(?:i|we|you)\b)", re.I)
_ASKS = re.compile(
    rf"\b{_BEFORE_WH}(?:{WH_WORDS})\b|(?<=[,;:.?!–—-]\s)(?:{OPENERS})\b",
    re.I,
)
# What a question stands in: "I cannot remember which year", "the point is why".
_EMBEDS = re.compile(
    r"(?:[,;:.?!–—-]|\b(?:is|was|know|knows|remember|tell|hear|see|asks?|asked|says?|wonders?|"
    r"wondering|check|sure|idea|clue|me|us|out|learn|understand|about|of|on|need|find|for))\s*$",
    re.I,
)
_NAME_WITHIN = re.compile(rf"(?<=\w)\W+(?!I\b){CAPITAL}\w")
_POINTS_BACK = re.compile(r"\b(?:it|its|they|them|their|he|him|his|she|her)\b", re.I)
_ENOUGH = 2  # stems that name a matter


def plain_question(query: str, holds: Callable[[str], bool]) -> str | None:
    """The part of ``query`` that asks; None where that is all of it.

    ``holds`` tells of a stem whether the articles hold it. A clause stays that names
    something they hold, or that asks for something itself.
    """
    text = " ".join(query.split())
    clauses = list(_clauses(text))

    def is_known(words: str) -> bool:
        return any(map(holds, matter_stems(words)))

    kept: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(clauses):
        words = text[start:end]
        # "My dad, who cannot read small print" asks for nothing.
        relative = number > 0 and clauses[number - 1] not in kept and _RELATIVE.match(words)
        empty = _OF_TEXT.match(words) and not matter_stems(words)
        asks = _ASKING_CLAUSE.match(words) and not relative and not empty
        if asks or is_known(words):
            kept.append((start, end))
    if not kept:
        return None
    plain = text[kept[0][0] : kept[-1][1]]
    before, behind = text[: kept[0][0]], text[kept[-1][1] :]
    # "Peru being out, what do they expect of it?" is about Peru, of which nothing is known.
    if _NAME_WITHIN.search(before + behind) or (
        _POINTS_BACK.search(plain) and before and not is_of_asker(before)
    ):
        return None
    if _ASKS_FIRST.match(plain) is None:
        # Where a question word stands behind words that name nothing, what it begins is asked.
        starts = [
            found.start()
            for found in _ASKS.finditer(plain)
            if _EMBEDS.search(plain[: found.start()])
            and not is_known(plain[: found.start()])
            and len(matter_stems(plain[found.start() :])) >= _ENOUGH
        ]
        plain = plain[starts[-1] :] if starts else plain
    plain = strip_opening(plain.strip(" ,;:.!–—-")).rstrip(" ?.!")
    if not matter_stems(plain) or plain == text.rstrip(" ?.!"):
        return None
    return f"{plain[0].upper()}{plain[1:]}?"


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _CLAUSE_END.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
