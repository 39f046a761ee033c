"""HotpotQA: questions that need two passages, comparisons and yes or no among them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qa.training.examples import Example
from qa.training.ranking import rank_windows
from qa.training.sources import read_json
from qa.training.words import holds_answer


def hotpot_examples(path: Path, wanted: int, rng: random.Random) -> Iterator[Example]:
    """For about ``wanted`` questions, one that is answered and one that is not.

    Answered: the supporting sentences of both passages, each under its title.
    Not answered: half of them, where that half cannot answer alone, or the
    nearest distracting passage.
    """
    entries = read_json(path)
    rng.shuffle(entries)
    # Yes and no are rare in SQuAD, so all of those come first.
    entries.sort(key=lambda entry: entry["answer"] not in ("yes", "no"))
    for entry in entries[:wanted]:
        support = _supporting_texts(entry)
        if len(support) < 2:
            continue
        titles = list(support)
        rng.shuffle(titles)
        closed = entry["answer"] in ("yes", "no")
        both = " ".join(support[title] for title in titles)
        start = both.find(entry["answer"])
        if closed or start >= 0:
            yield Example(
                question=entry["question"],
                passage=both,
                start=None if closed else start,
                end=None if closed else start + len(entry["answer"]),
                answerable=1,
                relevant=1,
                origin="hotpot_closed" if closed else "hotpot_both",
            )
        negative = _half(entry, support, rng) if rng.random() < 0.6 else _distractor(entry)
        if negative is not None:
            yield negative


def _supporting_texts(entry: dict[str, Any]) -> dict[str, str]:
    sentences = dict(entry["context"])
    chosen: dict[str, list[str]] = {}
    for title, number in entry["supporting_facts"]:
        if number < len(sentences.get(title, [])):
            chosen.setdefault(title, []).append(sentences[title][number].strip())
    return {title: f"{title}. " + " ".join(texts) for title, texts in chosen.items()}


def _half(entry: dict[str, Any], support: dict[str, str], rng: random.Random) -> Example | None:
    """One of the two things compared, or the passage of a chain that lacks its end."""
    title = rng.choice(list(support))
    text = support[title]
    if entry["type"] != "comparison" and holds_answer(text, (entry["answer"],)):
        return None
    # Half of what answers is relevant, though it does not answer.
    return Example(entry["question"], text, None, None, 0, 1, "hotpot_half")


def _distractor(entry: dict[str, Any]) -> Example | None:
    supporting = {title for title, _ in entry["supporting_facts"]}
    texts = [
        f"{title}. " + " ".join(sentence.strip() for sentence in sentences[:3])
        for title, sentences in entry["context"]
        if title not in supporting
    ]
    texts = [
        text
        for text in texts
        if entry["answer"] in ("yes", "no") or not holds_answer(text, (entry["answer"],))
    ]
    if not texts:
        return None
    best = rank_windows([entry["question"]], texts, depth=1)[0, 0]
    return Example(entry["question"], texts[best], None, None, 0, 0, "hotpot_distractor")
