"""python -m qa.training.calibrate: fit the confidence models that ship beside the reader.

Questions come from the dev half of gold questions; from one half of the kept
articles of SQuAD 2.0, each paragraph a briefing of its own; and from one half of
the invented news that nothing is trained on, all of it one library. The other
halves are for checking, and gold questions are checked out of fold. A way of
answering for which there are too few questions keeps its model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.articles import Article
from corpus.bundled import bundled_article
from corpus.loaders import load_article
from corpus.sentences import Sentence
from corpus.spans import Span
from index.embedding import Embedder, open_embedder
from index.hashing import HashingEmbedder
from qa.assistant import Assistant
from qa.confidence import SIGNAL_NAMES, WAYS, ConfidenceModel, ConfidenceModels, Signals
from qa.evaluation.gold_files import read_gold
from qa.packaged_reader import PackagedReader, open_packaged_reader
from qa.settings import Settings
from qa.training.confidence_fit import Judged, check, check_out_of_fold, fit, format_check
from qa.training.sources import may_train_on, read_squad
from qa.training.written_briefings import article_of_briefing, held_briefings
from qa.training.written_questions import held_news

# A gold question is nearer to what users ask than one of SQuAD's,
_GOLD_WEIGHT = 3.0
# and so is how often an answer to it is right. There are few gold questions that ask for
# reasons or claims; whole briefings are the next best.
_SCALED_TO = ("gold", "briefings")
# With fewer questions than this, or fewer of either kind than a third of it, nothing is fitted.
_ENOUGH = 18


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m qa.training.calibrate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--models", type=Path, help="folder of the reader; else the shipped one")
    parser.add_argument(
        "--gold", type=Path, action="append", default=[], help="further gold questions; repeatable"
    )
    parser.add_argument(
        "--articles",
        type=Path,
        action="append",
        default=[],
        help="folder of articles, beside the bundled one, that they are about; repeatable",
    )
    parser.add_argument("--paragraphs", type=int, default=150, help="paragraphs of each half")
    parser.add_argument("--strength", type=float, default=1.0, help="inverse of the L2 penalty")
    parser.add_argument(
        "--ranks-of",
        choices=WAYS,
        action="append",
        default=[],
        help="take nothing but what orders the sentences of this way; the rest is kept; repeatable",
    )
    parser.add_argument(
        "--passes",
        type=int,
        choices=(1, 2, 3),
        default=2,
        help="how often all is read and fitted, each time with the models of the time before",
    )
    parser.add_argument("--out", type=Path, required=True, help="where to write confidence.json")
    options = parser.parse_args()
    packaged = open_packaged_reader(options.models)
    articles = [bundled_article()]
    for folder in options.articles:
        articles += [load_article(path) for path in sorted(folder.glob("*.txt"))]

    def judge() -> list[Judged]:
        judged = [
            *judge_squad(packaged, options.data, half=0, limit=options.paragraphs),
            *judge_news(packaged, half=0),
            *judge_briefings(packaged, half=0),
        ]
        for gold in (None, *options.gold):
            judged += judge_gold(packaged, gold, articles)
        return judged

    for _ in range(options.passes - 1):
        # What is looked at again is what the models put highest, so that they are fitted anew
        # to what is looked at with them.
        packaged = replace(packaged, confidence=_fitted(judge(), packaged, options))
    judged = judge()
    others = {
        "squad's other half": list(
            judge_squad(packaged, options.data, half=1, limit=options.paragraphs)
        ),
        "the other half of the news": list(judge_news(packaged, half=1)),
        "the other half of the briefings": list(judge_briefings(packaged, half=1)),
    }
    fitted = _fitted(judged, packaged, options)
    for way in WAYS:
        _report(way, judged, others, getattr(fitted, way), options.strength)
    written = {way: getattr(fitted, way).as_json() for way in WAYS}
    options.out.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def _fitted(
    judged: Sequence[Judged], packaged: PackagedReader, options: argparse.Namespace
) -> ConfidenceModels:
    """A model for each way of answering; where there are too few questions, the one there was."""
    models: dict[str, ConfidenceModel] = {}
    for way in WAYS:
        kept: ConfidenceModel = getattr(packaged.confidence, way)
        own = [item for item in judged if item.way == way]
        model = kept
        if _are_enough(own):
            model = fit(own, strength=options.strength, scaled_to=_SCALED_TO)
        if options.ranks_of:
            model = replace(kept, ranks=model.ranks) if way in options.ranks_of else kept
        models[way] = model
    return ConfidenceModels(**models)


def _are_enough(own: Sequence[Judged]) -> bool:
    right = sum(bool(item.right.any()) for item in own)
    return len(own) >= _ENOUGH and min(right, len(own) - right) >= _ENOUGH // 3


def _report(
    way: str,
    judged: Sequence[Judged],
    others: Mapping[str, Sequence[Judged]],
    model: ConfidenceModel,
    strength: float,
) -> None:
    """Print how the models of one way do on questions that they were not fitted on."""
    own = [item for item in judged if item.way == way]
    if _are_enough(own):
        for source in sorted({item.source for item in own}):
            checked = check_out_of_fold(
                own, strength=strength, source=source, scaled_to=_SCALED_TO
            )
            print(format_check(f"{way}, {source} out of fold", checked))
    else:
        print(f"{way}: {len(own)} questions; too few of a kind, kept as it is")
    for name, other in others.items():
        if pairs := [(item, model) for item in other if item.way == way]:
            print(format_check(f"{way}, {name}", check(pairs)))


def judge_gold(
    packaged: PackagedReader, gold: Path | None, articles: Iterable[Article]
) -> Iterator[Judged]:
    """The dev half of gold questions, those that are answered by reading."""
    embedder = open_embedder()
    asked = {article.article_id: article for article in articles}
    texts = {article_id: article.text for article_id, article in asked.items()}
    assistants = {
        article_id: _assistant([article], packaged, embedder)
        for article_id, article in asked.items()
    }
    for question in read_gold(gold, texts):
        if question.split != "dev" or question.article_id is None:
            continue
        way, read = assistants[question.article_id].read_signals(
            question.question, history=question.history
        )
        if read:
            golds = [(item.article_id, item.span) for item in question.spans]
            yield _judge("gold", way, question.answerable, _GOLD_WEIGHT, read, golds)


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
        assistant = _assistant([Article("p", article.heading, paragraph.text)], packaged, embedder)
        for question in paragraph.questions:
            start = question.start
            golds = [] if start is None else [("p", Span(start, start + len(question.answers[0])))]
            way, read = assistant.read_signals(question.text)
            if read:
                yield _judge("squad", way, question.answerable, 1.0, read, golds)


def judge_news(packaged: PackagedReader, *, half: int) -> Iterator[Judged]:
    """Questions on every second text of the invented news, put to all texts as one library."""
    news = held_news()
    articles = [
        Article(f"news-{number}", article.title, article.paragraphs[0].text)
        for number, article in enumerate(news)
    ]
    assistant = _assistant(articles, packaged, open_embedder())
    for number, article in enumerate(news):
        if number % 2 != half:
            continue
        for question in article.paragraphs[0].questions:
            start = question.start
            golds = (
                []
                if start is None
                else [(f"news-{number}", Span(start, start + len(question.answers[0])))]
            )
            way, read = assistant.read_signals(question.text)
            if read:
                yield _judge("news", way, question.answerable, 1.0, read, golds)


def judge_briefings(packaged: PackagedReader, *, half: int) -> Iterator[Judged]:
    """Questions on every second of the kept briefings, each put to its own."""
    embedder = open_embedder()
    for briefing in held_briefings()[half::2]:
        article, starts = article_of_briefing("b", briefing)
        assistant = _assistant([article], packaged, embedder)
        for question in briefing.questions:
            golds = []
            if question.answer is not None and question.start is not None:
                start = starts[question.paragraph] + question.start
                golds = [("b", Span(start, start + len(question.answer)))]
            way, read = assistant.read_signals(question.text)
            if read:
                yield _judge("briefings", way, bool(golds), 1.0, read, golds)


def _assistant(
    articles: Sequence[Article], packaged: PackagedReader, embedder: Embedder
) -> Assistant:
    return Assistant(
        articles, embedder=embedder, reader=packaged, index_folder=None, settings=Settings()
    )


def _judge(
    source: str,
    way: str,
    answerable: bool,
    weight: float,
    read: Sequence[tuple[Sentence, Signals]],
    golds: Sequence[tuple[str, Span]],
) -> Judged:
    rows = np.array([[getattr(signals, name) for name in SIGNAL_NAMES] for _, signals in read])
    right = np.array(
        [
            any(one.article_id == place and one.span.overlap(gold) for place, gold in golds)
            for one, _ in read
        ]
    )
    return Judged(source, way, answerable, weight, rows, right)


if __name__ == "__main__":
    main()
