"""Questions that ask two things at once: "How many were on board, and who owns the ship?"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from qa.answers import Answer, Citation, Standing
from qa.question_openers import WH_WORDS

# What a second question begins with once the joining word is gone.
_ASKS = (
    rf"(?:{WH_WORDS})\b(?!\s+(?:is|are|was|were)\s+it\b)"
)
_JOINT = re.compile(rf"\s*[,;]?\s+and(?:\s+also)?\s+(?={_ASKS})|\?\s+(?=(?:and\s+)?{_ASKS})", re.I)
_FIRST = re.compile(rf"\s*(?:{_ASKS}|(?:is|are|was|were|do|does|did|has|have|will|can)\b)", re.I)
_MOST = 3
_MARKER = re.compile(r"\[(\d+)\]")


def split_compound(question: str) -> tuple[str, ...]:
    """The questions in ``question``, in order; itself alone where it asks one thing.

    "What do A and B want?" is one question; "where and when did they meet?" is
    one as well, for its halves do not stand alone.
    """
    parts = [part.strip(" ,;?") for part in _JOINT.split(question)]
    parts = [re.sub(r"^and\s+", "", part, flags=re.I) for part in parts if part]
    whole = all(len(part.split()) >= 3 and _FIRST.match(part) for part in parts)
    if not 2 <= len(parts) <= _MOST or not whole:
        return (question,)
    return tuple(f"{part[:1].upper()}{part[1:]}?" for part in parts)


def join_answers(answers: Sequence[Answer]) -> Answer:
    """One answer out of the answers to the parts of a question, as sure as the least sure.

    A quote that several parts rest on is cited once. How the whole stands is
    said where sources disagree over a part.
    """
    citations: list[Citation] = []
    texts = []
    against: list[int] = []
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
        if answer.standing is not None:
            against += [renamed[marker] for marker in answer.standing.against]
        text = _rename_markers(answer.text, renamed)
        if text not in texts:
            texts.append(text)
    shorts = [answer.short for answer in answers]
    return replace(
        answers[0],
        query=" ".join(answer.query for answer in answers),
        text=" ".join(texts),
        short=shorts[0] if len(set(shorts)) == 1 else None,
        citations=tuple(citations),
        confidence=min(answer.confidence for answer in answers),
        standing=_standing_of_all(answers, tuple(dict.fromkeys(against))),
    )


def _standing_of_all(answers: Sequence[Answer], against: tuple[int, ...]) -> Standing | None:
    """Whom every part is carried by, and who contradicts one; None where a part does not tell."""
    parts = [answer.standing for answer in answers]
    if not against and any(part is None for part in parts):
        return None
    every = [
        name
        for name in (parts[0].outlets if parts[0] else ())
        if all(part is not None and name in part.outlets for part in parts)
    ]
    carried = tuple(one for part in parts if part for one in part.carried_by)
    return Standing(tuple(every), carried, against)


def _rename_markers(text: str, to: Mapping[int, int]) -> str:
    return _MARKER.sub(lambda found: f"[{to[int(found.group(1))]}]", text)
