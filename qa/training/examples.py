"""One training example, and the making of examples from a question with its gold answer."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.training.sources import SourceArticle, SourceParagraph, SourceQuestion
from qa.training.windows import Piece, Window, cut_sentences, sentences_touching, window_of
from qa.training.words import holds_answer

UNKNOWN = -1  # a label that is not taught

#: How many sentences a window has: news passages are one to four sentences long.
_WINDOW_SIZES = (1, 2, 3, 4)
_WINDOW_WEIGHTS = (22, 30, 28, 20)


@dataclass(frozen=True, slots=True)
class Example:
    """A question and a passage with what should be said of them.

    ``start`` and ``end`` are half-open code points of the answer in ``passage``,
    or None. ``answerable`` and ``relevant`` are 1, 0 or ``UNKNOWN``. ``origin``
    names the builder.
    """

    question: str
    passage: str
    start: int | None
    end: int | None
    answerable: int
    relevant: int
    origin: str


def add_heading(example: Example, heading: str) -> Example:
    """The example with the article's heading as the first words of its passage."""
    prefix = f"{heading}. "
    return replace(
        example,
        passage=prefix + example.passage,
        start=None if example.start is None else example.start + len(prefix),
        end=None if example.end is None else example.end + len(prefix),
    )


def draw_size(rng: random.Random) -> int:
    """How many sentences a window is to have: one to four."""
    return rng.choices(_WINDOW_SIZES, _WINDOW_WEIGHTS)[0]


def draw_window(
    text: str,
    pieces: Sequence[Piece],
    start: int,
    end: int,
    rng: random.Random,
    *,
    size: int | None = None,
) -> Window:
    """``size`` sentences of ``text`` that hold ``[start, end)``, at a place drawn by chance.

    Fewer where the text has fewer, more where ``[start, end)`` touches more; one
    to four where no size is given.
    """
    held = sentences_touching(pieces, start, end)
    size = max(draw_size(rng) if size is None else size, len(held))
    earliest = max(0, held.stop - size)
    latest = min(held.start, max(0, len(pieces) - size))
    first = rng.randint(min(earliest, latest), max(earliest, latest))
    return window_of(text, pieces, first, size)


def positive(
    paragraph: SourceParagraph, question: SourceQuestion, rng: random.Random, *, origin: str
) -> Example:
    """The question with a window that answers it."""
    assert question.start is not None  # narrowed for the type checker; callers filter
    start, end = question.start, question.start + len(question.answers[0])
    window = draw_window(paragraph.text, cut_sentences(paragraph.text), start, end, rng)
    return Example(
        question=question.text,
        passage=window.text,
        start=start - window.start,
        end=end - window.start,
        answerable=1,
        relevant=1,
        origin=origin,
    )


def cut_out(
    paragraph: SourceParagraph, question: SourceQuestion, rng: random.Random
) -> Example | None:
    """The question with the sentences around the answering one, which is taken away.

    None where nothing is left, or where what is left may answer.
    """
    assert question.start is not None
    pieces = cut_sentences(paragraph.text)
    end = question.start + len(question.answers[0])
    held = sentences_touching(pieces, question.start, end)
    before = pieces[max(0, held.start - rng.randint(1, 2)) : held.start]
    after = pieces[held.stop : held.stop + rng.randint(1, 2)]
    rest = " ".join(paragraph.text[piece.start : piece.end] for piece in (*before, *after))
    if not rest or holds_answer(rest, question.answers):
        return None
    return Example(question.text, rest, None, None, 0, UNKNOWN, "cut_out")


def windows_of_article(article: SourceArticle, rng: random.Random) -> list[str]:
    """Every paragraph cut into neighbouring windows of one to four sentences."""
    windows = []
    for paragraph in article.paragraphs:
        pieces = cut_sentences(paragraph.text)
        first = 0
        while first < len(pieces):
            size = draw_size(rng)
            windows.append(window_of(paragraph.text, pieces, first, size).text)
            first += size
    return windows
