"""Questions as people type them into a search box: lower case, no question mark."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from qa.training.examples import Example, cut_out, positive
from qa.training.ranking import rank_windows
from qa.training.sources import SourceParagraph, SourceQuestion, read_json_lines
from qa.training.words import holds_answer, words_of


def search_question_examples(path: Path, kept: Path, rng: random.Random) -> Iterator[Example]:
    """Each question with its passage, and with one that does not answer.

    Questions that stand in ``kept`` (QED) are left out: those are for reporting.
    """
    left_out = {tuple(words_of(entry["question_text"])) for entry in read_json_lines(kept)}
    entries = [
        (entry["question"], tuple(entry["answers"]), entry["ctxs"][0])
        for entry in read_json_lines(path)
        if entry["ctxs"] and tuple(words_of(entry["question"])) not in left_out
    ]
    texts = [context["text"] for _, _, context in entries]
    ranked = rank_windows([question for question, _, _ in entries], texts, depth=6)
    for (text, answers, context), best in zip(entries, ranked, strict=True):
        found = _locate(context["text"], answers)
        if found is not None:
            start, answer = found
            question = SourceQuestion(text, text, (answer, *answers), start)
            paragraph = SourceParagraph(context["text"], (question,))
            yield positive(paragraph, question, rng, origin="nq")
            without = cut_out(paragraph, question, rng)
            if without is not None and rng.random() < 0.5:
                yield without
        others = [i for i in best if not holds_answer(texts[i], answers)]
        if others and rng.random() < 0.5:
            yield Example(text, texts[others[0]], None, None, 0, 0, "nq_nearest")


def _locate(text: str, answers: tuple[str, ...]) -> tuple[int, str] | None:
    """The first answer that stands in the passage once: twice would leave it open which."""
    for answer in answers:
        if answer and text.count(answer) == 1:
            return text.index(answer), answer
    return None
