"""Citations: evidence with a marker, and the words in which a credit is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.sentences import Sentence
from qa.answers import Citation
from qa.evidence import Evidence

_PRONOUN_SPEAKERS = frozenset("he she they we i you it one".split())


def cite(evidence: Sequence[Evidence], titles: Mapping[str, str]) -> tuple[Citation, ...]:
    """Number ``evidence`` from 1 on, in its order; quotes are the sentences to the letter."""
    return tuple(
        Citation(
            marker=marker,
            article_id=item.sentence.article_id,
            title=titles[item.sentence.article_id],
            span=item.sentence.span,
            quote=item.sentence.text,
            attribution=item.sentence.attribution,
            support=min(1.0, max(0.0, item.support)),
        )
        for marker, item in enumerate(evidence, start=1)
    )


def join_names(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def credit_in_words(sentence: Sentence) -> str:
    """How the answer names whom ``sentence`` is credited to, "" where its own words do.

    "according to Eurasianet"; a speaker whom only a lead-in names is added.
    """
    attribution = sentence.attribution
    if attribution is None:
        return ""
    outlets = [name for name in attribution.outlets if not _says(sentence, name)]
    speaker = attribution.speaker
    if speaker is not None and (
        speaker in sentence.text or speaker.casefold() in _PRONOUN_SPEAKERS
    ):
        speaker = None
    if speaker is not None:
        speaker = _in_mid_sentence(speaker)
        if outlets:
            return f"according to {speaker}, as credited to {join_names(outlets)}"
        return f"according to {speaker}"
    return f"according to {join_names(outlets)}" if outlets else ""


def _says(sentence: Sentence, name: str) -> bool:
    """Whether the sentence itself gives the credit, in a cue inside its own span."""
    attribution = sentence.attribution
    return attribution is not None and sentence.span.contains(attribution.cue) and name in sentence.text


def _in_mid_sentence(speaker: str) -> str:
    first, _, rest = speaker.partition(" ")
    if first.casefold() in {"one", "a", "an", "the", "some", "several", "many", "two", "three", "its", "their"}:
        return f"{first.casefold()} {rest}".strip()
    return speaker
