"""``briefing benchmark squad``: questions about paragraphs, one at a time or all at once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.articles import Article
from corpus.passages import Passage
from index.embedding import open_embedder
from qa.assistant import Assistant
from qa.errors import BatchError, UsageError
from qa.evaluation.benchmark_index import ShowingEmbedder, benchmark_folder
from qa.evaluation.delivering import Delivery
from qa.evaluation.gold import GoldQuestion
from qa.evaluation.questioning import Setting, Tell, ask_all, check_questions, search_all
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.squad_files import SquadParagraph, read_squad
from qa.packaged_reader import open_packaged_reader
from qa.settings import Settings


def run_squad(
    path: Path,
    *,
    mode: str,
    limit: int | None,
    seed: int,
    held_out: bool,
    search_only: bool,
    reader: Path | None,
    delivery: Delivery,
    tell: Tell,
) -> int:
    """Ask, measure, deliver; returns the exit status.

    ``mode`` is ``paragraph``, where each question is put to its own paragraph,
    or ``open``, where all paragraphs are one library. ``limit`` draws that many
    questions at random. ``held_out`` leaves out questions about articles that
    the reader was trained on; their paragraphs stay in an open library.
    ``search_only`` finds in an open library and reads nothing, which is quick.
    ``reader`` is the folder of a reader other than the one that ships.

    Raises:
        BatchError: if the file cannot be read, or no question is left.
        UsageError: if ``search_only`` is asked of single paragraphs.
    """
    if search_only and mode != "open":
        raise UsageError("--search-only needs a library to search; add --mode open")
    paragraphs = read_squad(path)
    packaged = open_packaged_reader(reader)
    asked = _choose(
        paragraphs,
        limit=limit,
        seed=seed,
        leave_out=packaged.trained_on if held_out else frozenset(),
    )
    count = sum(len(paragraph.questions) for paragraph in asked)
    if not count:
        raise BatchError(f"no question of {str(path)!r} is left to ask; leave out --held-out")
    settings = Settings()
    check_questions(
        [question for paragraph in asked for question in paragraph.questions],
        longest=settings.max_question_chars,
    )
    embedder = open_embedder()

    def assistant_over(articles: list[Article], folder: Path | None) -> Assistant:
        return Assistant(
            articles,
            embedder=ShowingEmbedder(embedder, tell) if folder else embedder,
            reader=packaged,
            index_folder=folder,
            settings=settings,
            on_progress=tell,
        )

    def one_by_one() -> Iterator[Setting]:
        for paragraph in asked:
            if paragraph.questions:
                yield Setting(assistant_over([paragraph.article], None), paragraph.questions)

    def all_at_once() -> Setting:
        articles = [paragraph.article for paragraph in paragraphs]
        folder = benchmark_folder(
            path.name.partition(".")[0], (article.text for article in articles)
        )
        assistant = assistant_over(articles, folder)
        questions = [question for paragraph in asked for question in paragraph.questions]
        return Setting(assistant, questions, _paragraph_of, _right_paragraph)

    title = f"{path.name}, {mode}" + (", held out" if held_out else "")
    if search_only:
        found = search_all(all_at_once(), what=title, tell=tell)
    else:
        settings_of = one_by_one() if mode == "paragraph" else [all_at_once()]
        found = ask_all(settings_of, count=count, what=title, tell=tell)
    card = Scorecard(
        title,
        questions=count,
        outcomes=tuple(found.outcomes),
        retrieved=tuple(found.retrieved),
        texts={paragraph.article.article_id: paragraph.article.text for paragraph in paragraphs},
        about={"reader": packaged.reader.name, "embedder": embedder.name},
    )
    return delivery.deliver(card, tell)


def _paragraph_of(passage: Passage) -> str:
    return passage.article_id


def _right_paragraph(question: GoldQuestion) -> dict[str, int]:
    return {gold.article_id: 1 for gold in question.spans}


def _choose(
    paragraphs: tuple[SquadParagraph, ...],
    *,
    limit: int | None,
    seed: int,
    leave_out: frozenset[str],
) -> list[SquadParagraph]:
    """The paragraphs with the questions to ask, in their order."""
    allowed = [paragraph for paragraph in paragraphs if paragraph.title not in leave_out]
    ids = [question.query_id for paragraph in allowed for question in paragraph.questions]
    if limit is not None and limit < len(ids):
        ids = random.Random(seed).sample(ids, limit)
    kept = set(ids)
    return [
        replace(
            paragraph,
            questions=tuple(item for item in paragraph.questions if item.query_id in kept),
        )
        for paragraph in allowed
    ]
