"""python -m qa.training.calibrate: fit the confidence model of words that ships beside the reader.

Sentences are ranked and judged by one logistic model (Platt 1999): its weights
are fitted on every sentence that was read, answer or not, and then scaled so
that the best sentence's probability is the share of right answers. Questions
come from the dev half of gold questions and from one half of the kept articles
of SQuAD 2.0, each paragraph a briefing of its own; the other half of those
articles is for checking. The models of claims and reasons have too few
questions to be fitted: their weights were set by hand on the dev gold questions
and are kept as they stand.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from corpus.articles import Article
from corpus.bundled import bundled_article
from corpus.loaders import load_article
from corpus.spans import Span
from index.embedding import Embedder, open_embedder
from index.hashing import HashingEmbedder
from qa.assistant import Assistant
from qa.confidence import SIGNAL_NAMES, ConfidenceModel, Signals
from qa.evaluation.gold_files import read_gold
from qa.evaluation.selective import area_under_roc
from qa.packaged_reader import PackagedReader, open_packaged_reader
from qa.settings import Settings
from qa.training.sources import may_train_on, read_squad

Floats = NDArray[np.float64]

# A gold question is nearer to what users ask than one of SQuAD's.
_GOLD_WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Judged:
    """What was read for one question: a row of signals a sentence, and which rows answer."""

    source: str
    answerable: bool
    near_miss: bool
    signals: Floats  # (sentences, signals)
    right: NDArray[np.bool_]  # (sentences,)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m qa.training.calibrate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--models", type=Path, help="folder of the reader; else the shipped one")
    parser.add_argument("--gold", type=Path, help="further gold questions, with --articles")
    parser.add_argument("--articles", type=Path, help="folder of the articles that --gold is about")
    parser.add_argument("--paragraphs", type=int, default=150, help="paragraphs of each half")
    parser.add_argument("--out", type=Path, required=True, help="where to write confidence.json")
    options = parser.parse_args()
    packaged = open_packaged_reader(options.models)
    judged = [
        *judge_gold(packaged, None, [bundled_article()]),
        *judge_squad(packaged, options.data, half=0, limit=options.paragraphs),
    ]
    if options.gold is not None:
        articles = [load_article(path) for path in sorted(options.articles.glob("*.txt"))]
        judged += judge_gold(packaged, options.gold, articles)
    model = fit(judged)
    kept = packaged.confidence
    written = {
        way: {"bias": one.bias, "weights": dict(one.weights)}
        for way, one in (("words", model), ("claims", kept.claims), ("reasons", kept.reasons))
    }
    options.out.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    print(describe("fitted on", judged, model))
    checked = judge_squad(packaged, options.data, half=1, limit=options.paragraphs)
    print(describe("checked on", list(checked), model))


def judge_gold(
    packaged: PackagedReader, gold: Path | None, articles: Iterable[Article]
) -> Iterator[Judged]:
    """The dev half of gold questions, those that are answered by reading."""
    embedder = open_embedder()
    asked = {article.article_id: article for article in articles}
    texts = {article_id: article.text for article_id, article in asked.items()}
    assistants = {
        article_id: _assistant(article, packaged, embedder) for article_id, article in asked.items()
    }
    for question in read_gold(gold, texts):
        if question.split != "dev" or question.article_id is None:
            continue
        spans = [item.span for item in question.spans]
        read = assistants[question.article_id].read_signals(
            question.question, history=question.history, words_only=True
        )
        if read:
            near = question.kind == "near_miss"
            yield _judge("gold", question.answerable, near, read, spans)


def judge_squad(packaged: PackagedReader, data: Path, *, half: int, limit: int) -> Iterator[Judged]:
    """Questions on paragraphs of the kept articles of SQuAD 2.0 dev, by halves of articles."""
    embedder = HashingEmbedder(dim=16)  # all of a paragraph is read, however it is ranked
    kept = [
        article
        for article in read_squad(data / "squad2.0-dev-a.json.gz")
        if not may_train_on(article.title)
    ][half::2]
    paragraphs = [(article, paragraph) for article in kept for paragraph in article.paragraphs]
    order = np.random.default_rng(half).permutation(len(paragraphs))[:limit]
    for number in order:
        article, paragraph = paragraphs[number]
        assistant = _assistant(Article("p", article.heading, paragraph.text), packaged, embedder)
        for question in paragraph.questions:
            start = question.start
            spans = [] if start is None else [Span(start, start + len(question.answers[0]))]
            read = assistant.read_signals(question.text, words_only=True)
            if read:
                yield _judge("squad", question.answerable, not question.answerable, read, spans)


def _assistant(article: Article, packaged: PackagedReader, embedder: Embedder) -> Assistant:
    return Assistant(
        [article], embedder=embedder, reader=packaged, index_folder=None, settings=Settings()
    )


def _judge(
    source: str,
    answerable: bool,
    near_miss: bool,
    read: Sequence[tuple[Span, Signals]],
    spans: Sequence[Span],
) -> Judged:
    rows = np.array([[getattr(signals, name) for name in SIGNAL_NAMES] for _, signals in read])
    right = np.array([any(span.overlap(gold) for gold in spans) for span, _ in read])
    return Judged(source, answerable, near_miss, rows, right)


def fit(judged: Sequence[Judged]) -> ConfidenceModel:
    """The model whose best sentence is right as often as it says."""
    rows = np.concatenate([item.signals for item in judged])
    labels = np.concatenate([item.right for item in judged])
    # Every question counts the same, however many sentences were read for it.
    shares = np.concatenate(
        [np.full(len(item.right), _weight(item) / len(item.right)) for item in judged]
    )
    scale = np.maximum(rows.std(axis=0), 1e-6)
    ranker = LogisticRegression(C=1.0, max_iter=5000).fit(
        rows / scale, labels, sample_weight=shares * len(labels) / shares.sum()
    )
    weights = ranker.coef_[0] / scale
    best = [int((item.signals @ weights).argmax()) for item in judged]
    tops = np.array([item.signals[row] @ weights for item, row in zip(judged, best, strict=True)])
    right = np.array([item.right[row] for item, row in zip(judged, best, strict=True)])
    platt = LogisticRegression(C=100.0).fit(
        tops[:, None], right, sample_weight=[_weight(item) for item in judged]
    )
    slope, bias = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    return ConfidenceModel(
        bias=round(bias, 4),
        weights={
            name: round(slope * float(weight), 4)
            for name, weight in zip(SIGNAL_NAMES, weights, strict=True)
        },
    )


def _weight(item: Judged) -> float:
    return _GOLD_WEIGHT if item.source == "gold" else 1.0


def describe(what: str, judged: Sequence[Judged], model: ConfidenceModel) -> str:
    """Figures of ``model`` over ``judged``, a line for each source."""
    weights = np.array([model.weights.get(name, 0.0) for name in SIGNAL_NAMES])
    lines = []
    for source in sorted({item.source for item in judged}):
        own = [item for item in judged if item.source == source]
        logits = [item.signals @ weights + model.bias for item in own]
        chance = np.array([1 / (1 + np.exp(-values.max())) for values in logits])
        right = np.array(
            [item.right[values.argmax()] for item, values in zip(own, logits, strict=True)]
        )
        answerable = np.array([item.answerable for item in own])
        near = np.array([item.near_miss for item in own])
        among = answerable | near
        lines.append(
            f"{what} {source}: {len(own)} questions, best sentence right "
            f"{right[answerable].mean():.3f}, AUC answerable/near miss "
            f"{area_under_roc(chance[among], answerable[among]):.3f}; "
            + "; ".join(
                f"at {threshold}: right {(right & (chance >= threshold))[answerable].mean():.3f}"
                f" silent {(chance < threshold)[near].mean():.3f}"
                for threshold in (0.3, 0.4, 0.5, 0.6)
            )
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
