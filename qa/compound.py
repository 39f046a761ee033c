"""Questions that ask two things at once: "How many were on board, and who owns the ship?"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from qa.answers import Answer, Citation, Standing
from qa.question_openers import VERBS_FIRST, WH_WORDS

# What a second question begins with once the joining word is gone.
_ASKS = (
    rf"(?:{WH_WORDS})\b(?!\s+(?:is|are|was|were)\s+it\b)"
)
_JOINT = re.compile(rf"\s*[,;]?\s+and(?:\s+also)?\s+(?={_ASKS})|\?\s+(?=(?:and\s+)?{_ASKS})", re.I)
_FIRST = re.compile(rf"\s*(?:{_ASKS}|(?:is|are|was|were|do|does|did|has|have|will|can)\b)", re.I)
# What is asked on after "and" has its verb before its subject: "when did it close?". "When it
# would reopen" goes on from a verb before it.
_CLAUSE = re.compile(
    rf"\s*(?:when|where|why)\s+(?!(?:{VERBS_FIRST})\b)|\s*how\s+(?:the|it|he|she|they|we|this|that|"
    r"these|those|its|their|his|her)\b",
    re.I,
)
_WITHIN = re.compile(
    rf"\b(?:says?|said|know|knows|tells?|told|explains?|explained|reports?|reported|about|on|of)\s+"
    rf"(?:us\s+|me\s+)?(?:{WH_WORDS})\b",
    re.I,
)
_ACCORDING = re.compile(r"\baccording\s+to\b", re.I)
_MOST = 3
_MARKER = re.compile(r"\[(\d+)\]")
_SENTENCE_END = re.compile(r"(?<=\d\])\s+")  # behind its markers


def split_compound(question: str) -> tuple[str, ...]:
    """The questions in ``question``, in order; itself alone where it asks one thing.

    "What do A and B want?" is one question; "where and when did they meet?" is
    one as well, for its halves do not stand alone.
    """
    parts = [part.strip(" ,;?") for part in _JOINT.split(question)]
    parts = [re.sub(r"^and\s+", "", part, flags=re.I) for part in parts if part]
    whole = all(len(part.split()) >= 3 and _FIRST.match(part) for part in parts)
    # One frame may hold for both halves: "does it say who paid and how much was paid?".
    framed = len(parts) > 1 and (
        _WITHIN.search(parts[0]) is not None
        or any(_CLAUSE.match(part) for part in parts[1:])
        or 0 < sum(_ACCORDING.search(part) is not None for part in parts) < len(parts)
    )
    if framed:
        return (question,)
    if not 2 <= len(parts) <= _MOST or not whole:
        return (question,)
    return tuple(f"{part[:1].upper()}{part[1:]}?" for part in parts)


def join_answers(answers: Sequence[Answer]) -> Answer:
    """One answer out of the answers to the parts of a question, as sure as the least sure.

    A quote that several parts rest on is cited once, and written once. How the whole stands is
    said where sources disagree over a part.
    """
    citations: list[Citation] = []
    texts: list[str] = []
    against: list[int] = []
    contradicted = 1
    for answer in answers:
        renamed: dict[int, int] = {}
        for own in answer.citations:
            same = next(
                (c for c in citations if (c.article_id, c.span) == (own.article_id, own.span)), None
            )
            if same is None:
                same = replace(own, marker=len(citations) + 1)
                citations.append(same)
            renamed[own.marker] = same.marker
        # One disagreement is told: markers against two sentences would not say which is which.
        if answer.standing is not None and answer.standing.against and not against:
            against = [renamed[marker] for marker in answer.standing.against]
            contradicted = renamed[answer.standing.contradicted]
        for sentence in _SENTENCE_END.split(_rename_markers(answer.text, renamed)):
            if sentence not in texts:
                texts.append(sentence)
    shorts = [answer.short for answer in answers]
    return replace(
        answers[0],
        query=" ".join(answer.query for answer in answers),
        text=" ".join(texts),
        short=shorts[0] if len(set(shorts)) == 1 else None,
        citations=tuple(citations),
        confidence=min(answer.confidence for answer in answers),
        standing=_standing_of_all(answers, tuple(against), contradicted),
    )


def _standing_of_all(
    answers: Sequence[Answer], against: tuple[int, ...], contradicted: int
) -> Standing | None:
    """Whom every part is carried by, and who contradicts one.

    Where no outlet carries all parts, those of the part that is contradicted; None
    where there is none such, or a part does not tell.
    """
    parts = [answer.standing for answer in answers]
    if not against and any(part is None for part in parts):
        return None
    every = [
        name
        for name in (parts[0].outlets if parts[0] else ())
        if all(part is not None and name in part.outlets for part in parts)
    ]
    carried = tuple(one for part in parts if part for one in part.carried_by)
    if not every and not against and any(part is not None and part.outlets for part in parts):
        return None  # no single source: each part has others
    if not every and against:
        disputed = next(part for part in parts if part is not None and part.against)
        every = list(disputed.outlets)
    return Standing(tuple(every), carried, against, contradicted)


def _rename_markers(text: str, to: Mapping[int, int]) -> str:
    return _MARKER.sub(lambda found: f"[{to[int(found.group(1))]}]", text)
