"""Replies to questions about the sources themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.sentences import Sentence
from qa.briefing import Briefing
from qa.citations import in_mid_sentence, join_names, named_speaker
from qa.evidence import Evidence
from qa.writer import end_sentence, write_extract

_MAX_SPEAKERS = 4


@dataclass(frozen=True, slots=True)
class SourceReply:
    """The text of a reply with its evidence, and the few words that answer."""

    text: str
    evidence: tuple[Evidence, ...]
    short: str | None


def list_sources(
    briefing: Briefing, sentences: Sequence[Sentence], *, among: frozenset[str] | None = None
) -> SourceReply | None:
    """Whom ``sentences`` credit, each with the first sentence of theirs; None for nobody.

    Every outlet comes, grouped as they are credited together, then up to four
    speakers for whom no outlet stands. With ``among``, these outlets alone.
    """
    own = [sentence for sentence in sentences if not briefing.is_lead_in(sentence)]
    named: list[str] = []
    chosen: list[tuple[Sentence, str]] = []
    for sentence in own:
        outlets = sentence.attribution.outlets if sentence.attribution else ()
        if among is not None:
            outlets = tuple(name for name in outlets if name in among)
        if set(outlets) <= set(named):
            continue
        named.extend(name for name in outlets if name not in named)
        opening = "It" if chosen else "The briefing"
        chosen.append((sentence, f"{opening} credits {join_names(outlets)}"))
    speakers = _lone_speakers(own) if among is None else {}
    for speaker, sentence in list(speakers.items())[:_MAX_SPEAKERS]:
        opening = "It" if chosen else "The briefing"
        chosen.append((sentence, f"{opening} quotes {speaker} without naming an outlet"))
    if not chosen:
        return None
    return SourceReply(
        text=" ".join(
            f"{end_sentence(words)} [{marker}]"
            for marker, (_, words) in enumerate(chosen, start=1)
        ),
        evidence=tuple(Evidence(sentence, 1.0) for sentence, _ in chosen),
        short=join_names(named) or None,
    )


def _lone_speakers(sentences: Sequence[Sentence]) -> dict[str, Sentence]:
    """Everybody quoted in a sentence that no outlet is credited for, with the first such one."""
    found: dict[str, Sentence] = {}
    for sentence in sentences:
        speaker = named_speaker(sentence)
        if speaker is None or (sentence.attribution and sentence.attribution.outlets):
            continue
        found.setdefault(in_mid_sentence(speaker), sentence)
    return found


def name_source(
    evidence: Sequence[Evidence], *, speaker_first: bool = False
) -> SourceReply | None:
    """Whom ``evidence`` is credited to, sentence by sentence; None where nobody is named.

    Sentences that are credited to nobody are left out. With ``speaker_first``
    the few words that answer are who said it, where somebody did, and not the
    outlet that reports it.
    """
    credited: list[Evidence] = []
    whom: list[str] = []
    for item in evidence:
        outlets = item.sentence.attribution.outlets if item.sentence.attribution else ()
        speaker = named_speaker(item.sentence)
        named = [speaker] if speaker and (speaker_first or not outlets) else list(outlets)
        if named:
            credited.append(item)
            whom.extend(name for name in named if name not in whom)
    if not credited:
        return None
    return SourceReply(write_extract(credited), tuple(credited), join_names(whom))
