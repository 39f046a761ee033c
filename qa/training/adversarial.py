"""Negatives made by changing the question; each keeps a passage that answered the original."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from qa.training.edits import exchange_entity, may_be_one, negate, oppose
from qa.training.entities import Entity
from qa.training.examples import UNKNOWN, Example, draw_window
from qa.training.sources import SourceParagraph, SourceQuestion
from qa.training.windows import cut_sentences
from qa.training.words import content_words

#: Kinds of entity that a question can be about.
_SUBJECT_KINDS = frozenset({"person", "body", "place", "event", "work", "product", "group"})
_CANDIDATES = 300
_DRAWN_FROM = 12


@dataclass(frozen=True, slots=True)
class AnnotatedParagraph:
    """A paragraph, its entities and those of each of its questions."""

    title: str
    paragraph: SourceParagraph
    entities: tuple[Entity, ...]
    of_questions: tuple[tuple[Entity, ...], ...]


def _answering_window(
    paragraph: SourceParagraph, question: SourceQuestion, rng: random.Random
) -> str:
    assert question.start is not None
    end = question.start + len(question.answers[0])
    pieces = cut_sentences(paragraph.text)
    return draw_window(paragraph.text, pieces, question.start, end, rng).text


def exchanged(
    annotated: AnnotatedParagraph, number: int, neighbours: Sequence[Entity], rng: random.Random
) -> Example | None:
    """Question ``number`` with an entity exchanged, first for one of its own paragraph.

    ``neighbours`` are entities of the same article, taken where the paragraph has none.
    """
    question = annotated.paragraph.questions[number]
    passage = _answering_window(annotated.paragraph, question, rng)
    inside = annotated.of_questions[number]
    for offered in (annotated.entities, neighbours):
        changed = exchange_entity(
            question.text, inside, offered, annotated.paragraph.text, question.answers, rng
        )
        if changed is not None:
            return Example(changed, passage, None, None, 0, UNKNOWN, "exchanged")
    return None


def opposed(
    paragraph: SourceParagraph, question: SourceQuestion, rng: random.Random
) -> Example | None:
    """The question with a word turned into its opposite, or None where it has no such word."""
    changed = oppose(question.text, paragraph.text, rng)
    if changed is None:
        return None
    passage = _answering_window(paragraph, question, rng)
    return Example(changed, passage, None, None, 0, UNKNOWN, "opposed")


def negated(
    paragraph: SourceParagraph, question: SourceQuestion, rng: random.Random
) -> Example | None:
    """The question denied, or None where it has no auxiliary or is a why or how.

    What a text denies it may well explain, so whys and hows are left alone.
    """
    first = question.text.split()[0].lower() if question.text.split() else ""
    if first in {"why", "how"} or "not" in question.text or "n't" in question.text:
        return None
    changed = negate(question.text)
    if changed is None:
        return None
    passage = _answering_window(paragraph, question, rng)
    return Example(changed, passage, None, None, 0, UNKNOWN, "negated")


@dataclass(frozen=True, slots=True)
class Mould:
    """A real question about one entity, to be asked about another of its kind."""

    title: str
    question: str
    entity: Entity


def moulds_of(paragraphs: Sequence[AnnotatedParagraph]) -> dict[str, list[Mould]]:
    """Questions that name one entity alone, by its kind."""
    moulds: dict[str, list[Mould]] = {kind: [] for kind in sorted(_SUBJECT_KINDS)}
    for annotated in paragraphs:
        for question, entities in zip(
            annotated.paragraph.questions, annotated.of_questions, strict=True
        ):
            # A capital outside the entity may be a name that was not recognised.
            if len(entities) != 1 or entities[0].kind not in _SUBJECT_KINDS:
                continue
            rest = question.text[: entities[0].start] + question.text[entities[0].end :]
            if any(word[:1].isupper() for word in rest.split()[1:]):
                continue
            moulds[entities[0].kind].append(Mould(annotated.title, question.text, entities[0]))
    return moulds


def transplanted(
    annotated: AnnotatedParagraph,
    moulds: dict[str, list[Mould]],
    rng: random.Random,
) -> Example | None:
    """A question of another article asked about an entity of this paragraph's window.

    The words of both kinds of label are those of real questions, so wording
    alone tells nothing. Among the drawn questions one of the nearest in words
    is taken; one whose every word stands in the window is refused, for the
    window may answer it.
    """
    pieces = cut_sentences(annotated.paragraph.text)
    piece = rng.choice(pieces)
    window = draw_window(annotated.paragraph.text, pieces, piece.start, piece.end, rng)
    held = [
        entity
        for entity in annotated.entities
        if entity.kind in _SUBJECT_KINDS and window.contains(entity.start, entity.end)
    ]
    if not held:
        return None
    subject = rng.choice(held)
    present = content_words(window.text)
    pool = moulds[subject.kind]
    ranked = []
    for mould in rng.sample(pool, min(_CANDIDATES, len(pool))):
        if mould.title == annotated.title or may_be_one(mould.entity.text, subject.text):
            continue
        rest = content_words(mould.question) - content_words(mould.entity.text)
        shared = len(rest & present)
        if rest and shared < len(rest) * 0.6:
            ranked.append((shared / len(rest), mould))
    if not ranked:
        return None
    ranked.sort(key=lambda pair: -pair[0])
    mould = rng.choice(ranked[:_DRAWN_FROM])[1]
    question = (
        mould.question[: mould.entity.start]
        + subject.text.removesuffix("'s")
        + ("'s" if mould.entity.text.endswith("'s") else "")
        + mould.question[mould.entity.end :]
    )
    return Example(question, window.text, None, None, 0, UNKNOWN, "transplanted")
