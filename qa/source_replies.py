"""Replies to questions about the sources themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.sentences import Sentence
from qa.briefing import Briefing
from qa.citations import credit_in_words, join_names
from qa.evidence import Evidence


@dataclass(frozen=True, slots=True)
class SourceReply:
    """The text of a reply with its evidence, and the few words that answer."""

    text: str
    evidence: tuple[Evidence, ...]
    short: str | None


def list_sources(briefing: Briefing, sentences: Sequence[Sentence]) -> SourceReply | None:
    """Everybody whom ``sentences`` credit, each with a sentence of theirs; None for nobody.

    Outlets come first, grouped as they are credited together, then speakers.
    """
    evidence: list[Evidence] = []
    lines: list[str] = []
    named: list[str] = []
    for sentence in sentences:
        attribution = sentence.attribution
        if attribution is None or briefing.is_lead_in(sentence):
            continue
        new = [name for name in attribution.outlets if name not in named]
        if not new:
            continue
        named.extend(new)
        evidence.append(Evidence(sentence, 1.0))
        opening = "The briefing credits" if len(evidence) == 1 else "It credits"
        lines.append(f"{opening} {join_names(attribution.outlets)}. [{len(evidence)}]")
    speakers: list[str] = []
    for sentence in sentences:
        attribution = sentence.attribution
        if attribution is None or attribution.speaker is None or attribution.outlets:
            continue
        if briefing.is_lead_in(sentence) or attribution.speaker in speakers or len(speakers) >= 4:
            continue
        speakers.append(attribution.speaker)
        evidence.append(Evidence(sentence, 1.0))
        lines.append(f"It quotes {_lowered(attribution.speaker)} without naming an outlet. [{len(evidence)}]")
    if not evidence:
        return None
    return SourceReply(" ".join(lines), tuple(evidence), join_names(named) or None)


def name_source(evidence: Sequence[Evidence]) -> SourceReply | None:
    """Whom the best evidence is credited to; None where it is credited to nobody."""
    credited = [item for item in evidence if item.sentence.attribution is not None]
    if not credited or not evidence or credited[0] is not evidence[0]:
        return None
    attribution = credited[0].sentence.attribution
    assert attribution is not None  # for the type checker; filtered above
    words = " ".join(credited[0].sentence.text.split()).rstrip(".")
    names = join_names(attribution.outlets)
    whom = names or attribution.speaker
    credit = credit_in_words(credited[0].sentence)
    text = f"{words}, {credit}. [1]" if credit else f"{words}. [1]"
    return SourceReply(text, (credited[0],), whom)


def _lowered(speaker: str) -> str:
    first, _, rest = speaker.partition(" ")
    return f"{first.casefold()} {rest}" if first in {"One", "A", "An", "The", "Some"} else speaker
