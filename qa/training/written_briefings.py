"""Questions that were written for this project over whole invented briefings.

``written/briefings-N.jsonl`` holds the briefings of part N, each with its
paragraphs, the heading that each stands under, and questions; or further
questions on a briefing of an earlier part, by its title. Where a briefing
answers, the question has its paragraph, the answer and where it starts there;
where it does not, the paragraph that misleads.

Other training texts are a paragraph long, so the passages beside the one that
answers come from nowhere. Here they come from the same briefing, as when the
reader is asked: of each question one passage is shown that answers or misleads,
and one of another paragraph that does neither, where there is one, or of another
briefing.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

from corpus.articles import Article
from qa.training.examples import UNKNOWN, Example, add_heading, draw_size, draw_window
from qa.training.other_briefings import Stranger, strangers_to
from qa.training.ranking import rank_windows
from qa.training.windows import Piece, cut_sentences
from qa.training.words import holds_answer

_WHOLE_SHARE = 0.3  # of the passages: the others are a few sentences of the paragraph
_WHOLE = 1_000  # sentences, more than any paragraph has
_HEADED = 0.85  # of the passages whose paragraph stands under a heading


@dataclass(frozen=True, slots=True)
class BriefingParagraph:
    """A paragraph and the heading that it stands under."""

    heading: str | None
    text: str


@dataclass(frozen=True, slots=True)
class BriefingQuestion:
    """A question, the paragraph that answers it or misleads, and the answer with its start."""

    text: str
    paragraph: int
    answer: str | None
    start: int | None


@dataclass(frozen=True, slots=True)
class WrittenBriefing:
    """An invented briefing with what is asked of it."""

    title: str
    paragraphs: tuple[BriefingParagraph, ...]
    questions: tuple[BriefingQuestion, ...]


def written_briefings(*, parts: int, first: int = 1) -> tuple[WrittenBriefing, ...]:
    """The briefings of the parts ``first`` to ``parts`` of what was written; a part may have none.

    Raises:
        ValueError: if an answer does not stand where it is said to, or there are
            questions on a briefing that there is not.
    """
    folder = resources.files("qa.training") / "written"
    found: list[WrittenBriefing] = []
    by_title: dict[str, WrittenBriefing] = {}
    for part in range(1, parts + 1):
        file = folder / f"briefings-{part}.jsonl"
        for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
            briefing = read_briefing(line, by_title)
            by_title.setdefault(briefing.title, briefing)
            if part >= first:
                found.append(briefing)
    return tuple(found)


def held_briefings() -> tuple[WrittenBriefing, ...]:
    """Invented briefings with questions that nothing is trained on."""
    file = resources.files("qa.training") / "written" / "briefings_held.jsonl"
    return tuple(read_briefing(line) for line in file.read_text("utf-8").splitlines())


def article_of_briefing(
    article_id: str, briefing: WrittenBriefing
) -> tuple[Article, tuple[int, ...]]:
    """The briefing as an article, and at which code point of it each paragraph starts."""
    text, starts, above = f"{briefing.title}\n", [], None
    for paragraph in briefing.paragraphs:
        if paragraph.heading is not None and paragraph.heading != above:
            text += f"\n{paragraph.heading}\n"
        above = paragraph.heading
        starts.append(len(text) + 1)
        text += f"\n{paragraph.text}\n"
    return Article(article_id, briefing.title, text), tuple(starts)


def read_briefing(
    line: str, earlier: Mapping[str, WrittenBriefing] = MappingProxyType({})
) -> WrittenBriefing:
    """One line of a file of briefings; ``earlier`` are those that it may ask more of, by title.

    Raises:
        ValueError: if an answer does not stand where it is said to, or a briefing
            without paragraphs is none of the earlier ones.
    """
    record = json.loads(line)
    title = record["title"]
    if "paragraphs" in record:
        paragraphs = tuple(BriefingParagraph(*one) for one in record["paragraphs"])
    elif title in earlier:
        paragraphs = earlier[title].paragraphs
    else:
        raise ValueError(f"there are questions on {title!r}, but no part before has its text")
    briefing = WrittenBriefing(
        title,
        paragraphs,
        tuple(
            BriefingQuestion(text, place, *(answer or (None, None)))
            for place, text, *answer in record["questions"]
        ),
    )
    for question in briefing.questions:
        if question.answer is None or question.start is None:
            continue
        text = briefing.paragraphs[question.paragraph].text
        if not text.startswith(question.answer, question.start):
            raise ValueError(
                f"the answer {question.answer!r} of {question.text!r} is not at {question.start} "
                "of its paragraph; mend it"
            )
    return briefing


def briefing_examples(
    briefings: Sequence[WrittenBriefing],
    rng: random.Random,
    *,
    copies: int,
    strangers: float = 0.0,
    titled: float = 0.0,
) -> Iterator[Example]:
    """One or two examples of each question, ``copies`` times, with passages drawn anew.

    ``strangers`` is the share of questions for which the passage beside the one that
    answers is of another briefing, where one is near and does not answer; ``titled``
    the share of passages that start with their briefing's title.
    """
    texts = {briefing.title: briefing.paragraphs for briefing in briefings} if strangers else {}
    for _ in range(copies):
        for briefing in briefings:
            others = [
                (title, one) for title in texts if title != briefing.title for one in texts[title]
            ]
            yield from _examples_of(briefing, rng, others, strangers, titled)


def _examples_of(
    briefing: WrittenBriefing,
    rng: random.Random,
    others: Sequence[tuple[str, BriefingParagraph]],
    strangers: float,
    titled: float,
) -> Iterator[Example]:
    cut = [cut_sentences(paragraph.text) for paragraph in briefing.paragraphs]
    numbered = [(place, piece) for place, pieces in enumerate(cut) for piece in pieces]
    ranked = rank_windows(
        [question.text for question in briefing.questions],
        [briefing.paragraphs[place].text[piece.start : piece.end] for place, piece in numbered],
        depth=len(numbered),
    )
    # Nothing is drawn where there are no others: older recipes build what they built.
    of_others: list[Stranger | None] = [None] * len(briefing.questions)
    if others:
        asked = [question.text for question in briefing.questions]
        of_others = strangers_to(asked, [paragraph.text for _, paragraph in others], rng)
    for question, order, stranger in zip(briefing.questions, ranked, of_others, strict=True):
        best_first = [numbered[i] for i in order]
        paragraph = briefing.paragraphs[question.paragraph]
        own = [piece for place, piece in best_first if place == question.paragraph]
        first = _headed(_first(question, paragraph, own, rng), paragraph, rng)
        yield _titled(first, question, briefing.title, rng, titled)
        # The size is drawn before it is asked what may answer, which a long passage does
        # more often: else those that stand beside would be the shorter ones.
        size = _draw_size(rng)
        if stranger is not None and rng.random() < strangers:
            title, other_paragraph = others[stranger.paragraph]
            other = _elsewhere(question, other_paragraph, stranger, size, rng)
            yield _titled(other, question, title, rng, titled)
            continue
        beside = []
        for place, piece in best_first:
            if place != question.paragraph:
                text = briefing.paragraphs[place].text
                window = draw_window(text, cut[place], piece.start, piece.end, rng, size=size)
                if question.answer is None or not holds_answer(window.text, (question.answer,)):
                    beside.append((place, window.text))
        if beside:
            # Mostly the nearest, which is what the search would bring.
            place, passage = beside[min(int(rng.expovariate(1.0)), len(beside) - 1)]
            other = Example(question.text, passage, None, None, 0, 0, "written_beside")
            other = _headed(other, briefing.paragraphs[place], rng)
            yield _titled(other, question, briefing.title, rng, titled)


def _elsewhere(
    question: BriefingQuestion,
    paragraph: BriefingParagraph,
    stranger: Stranger,
    size: int,
    rng: random.Random,
) -> Example:
    """The question with a passage of another briefing, which does not answer it."""
    start, end = stranger.piece.start, stranger.piece.end
    window = draw_window(paragraph.text, stranger.pieces, start, end, rng, size=size)
    example = Example(question.text, window.text, None, None, 0, 0, "written_elsewhere")
    return _headed(example, paragraph, rng)


def _first(
    question: BriefingQuestion,
    paragraph: BriefingParagraph,
    best_first: Sequence[Piece],
    rng: random.Random,
) -> Example:
    """The question with the passage that answers it, or that misleads."""
    pieces, size = sorted(best_first, key=lambda piece: piece.start), _draw_size(rng)
    if question.answer is None or question.start is None:
        start, end = best_first[0].start, best_first[0].end
        window = draw_window(paragraph.text, pieces, start, end, rng, size=size)
        return Example(question.text, window.text, None, None, 0, UNKNOWN, "written_no")
    start, end = question.start, question.start + len(question.answer)
    window = draw_window(paragraph.text, pieces, start, end, rng, size=size)
    start, end = start - window.start, end - window.start
    return Example(question.text, window.text, start, end, 1, 1, "written_yes")


def _draw_size(rng: random.Random) -> int:
    """How many sentences a passage is to have, by one rule for those that answer and those
    that do not: their length must not tell them apart."""
    return _WHOLE if rng.random() < _WHOLE_SHARE else draw_size(rng)


def _headed(example: Example, paragraph: BriefingParagraph, rng: random.Random) -> Example:
    if paragraph.heading is None or rng.random() >= _HEADED:
        return example
    return add_heading(example, paragraph.heading.rstrip(".:"))


def _titled(
    example: Example, question: BriefingQuestion, title: str, rng: random.Random, share: float
) -> Example:
    """The example, in ``share`` of all cases with the briefing's title before it."""
    # Nothing is drawn where none is titled: older recipes build what they built.
    if not share or rng.random() >= share:
        return example
    if example.start is None and question.answer and holds_answer(title, (question.answer,)):
        return example  # a passage that does not answer would answer with it
    return add_heading(example, title.rstrip(".:"))
