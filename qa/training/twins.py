"""Questions in pairs that differ by a word or so, of which a text answers one.

``written/twins-N.jsonl`` holds short invented news texts, each with pairs: in which way
they are near, a question, its answer and where in the text it starts (for yes or no the
sentence that decides), and the question that the text does not answer though it holds
what would tempt to: promised and paid, from and until, the pilots and the cabin crew. A
language model wrote them for this project.

Both questions of a pair are shown the same passage, so that nothing but the words in which
they differ tells which of them is answered.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources

from corpus.articles import Article
from corpus.outlets import OutletList
from qa.briefing import Briefing
from qa.intents import understand
from qa.named_outlets import find_named_outlets
from qa.training.examples import UNKNOWN, Example, draw_window
from qa.training.windows import cut_sentences
from qa.understanding import Form, Intent


@dataclass(frozen=True, slots=True)
class Twins:
    """A question with its answer at ``start`` of the text, and the one it does not answer.

    ``points``: whether the answer's words are few that answer, and not a sentence
    that decides a yes or no.
    """

    way: str
    answered: str
    answer: str
    start: int
    unanswered: str
    points: bool = True


@dataclass(frozen=True, slots=True)
class TwinText:
    """An invented text with its pairs."""

    text: str
    pairs: tuple[Twins, ...]


def twin_texts(*, parts: int) -> tuple[TwinText, ...]:
    """The texts of the first ``parts`` parts of what was written; most parts have none.

    Raises:
        ValueError: if an answer does not stand where it is said to.
    """
    return tuple(one for part in range(1, parts + 1) for one in _texts_in(f"twins-{part}.jsonl"))


def held_twins() -> tuple[TwinText, ...]:
    """Texts with pairs that nothing is trained on."""
    return tuple(_texts_in("twins_held.jsonl"))


def _texts_in(name: str) -> Iterator[TwinText]:
    file = resources.files("qa.training") / "written" / name
    if file.is_file():
        yield from map(read_twins, file.read_text("utf-8").splitlines())


def read_twins(line: str) -> TwinText:
    """One line of a file of twins.

    Raises:
        ValueError: if an answer does not stand where it is said to.
    """
    record = json.loads(line)
    text = record["text"]
    pairs = tuple(Twins(*pair) for pair in record["pairs"])
    for pair in pairs:
        if not text.startswith(pair.answer, pair.start):
            raise ValueError(
                f"the answer {pair.answer!r} of {pair.answered!r} is not at {pair.start} "
                "of its text; mend it"
            )
    return TwinText(text, pairs)


def twins_as_read(texts: Sequence[TwinText], known: OutletList) -> tuple[TwinText, ...]:
    """``texts`` with their questions as the reader is asked them.

    Pairs of which one asks for a source are left out: whom a sentence is credited to
    answers that, which a passage alone does not tell.
    """
    return tuple(_as_read(one, known) for one in texts)


def _as_read(one: TwinText, known: OutletList) -> TwinText:
    article = Article("twins", "", one.text)
    credited = Briefing.read([article], passage_sentences=3).credited()
    pairs = []
    for pair in one.pairs:
        asks = [
            understand(question, find_named_outlets(question, known, credited))
            for question in (pair.answered, pair.unanswered)
        ]
        if all(one.intent is Intent.PASSAGES for one in asks):
            answered, unanswered = (one.read_as for one in asks)
            points = pair.points and asks[0].form is not Form.YES_NO
            pairs.append(
                replace(pair, answered=answered, unanswered=unanswered, points=points)
            )
    return replace(one, pairs=tuple(pairs))


def twin_examples(
    texts: Sequence[TwinText], rng: random.Random, *, copies: int
) -> Iterator[Example]:
    """Both questions of every pair with one passage that answers the first, ``copies`` times."""
    for _ in range(copies):
        for one in texts:
            pieces = cut_sentences(one.text)
            for pair in one.pairs:
                end = pair.start + len(pair.answer)
                window = draw_window(one.text, pieces, pair.start, end, rng)
                start, stop = pair.start - window.start, end - window.start
                yield Example(
                    pair.answered,
                    window.text,
                    start if pair.points else None,
                    stop if pair.points else None,
                    1,
                    1,
                    "written_twin_yes",
                )
                # Whether a claim is borne out is told by relevance, too: no words answer it.
                relevant = UNKNOWN if pair.points else 0
                yield Example(
                    pair.unanswered, window.text, None, None, 0, relevant, "written_twin_no"
                )
