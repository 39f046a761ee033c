"""``briefing evaluate``: ask every gold question and measure what came back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from corpus.passages import Passage
from qa.assistant import Assistant
from qa.errors import BatchError
from qa.evaluation.delivering import Delivery
from qa.evaluation.gold import GoldQuestion
from qa.evaluation.gold_files import read_gold
from qa.evaluation.questioning import Setting, Tell, ask_all, check_questions
from qa.evaluation.scorecard import Scorecard
from qa.opening import open_bundled, open_library

_NAMED = 5  # questions that a message names


def run_gold(
    *,
    gold: Path | None,
    library: Path | None,
    split: str,
    reader: Path | None,
    delivery: Delivery,
    tell: Tell,
) -> int:
    """Ask, measure, deliver; returns the exit status.

    ``reader`` is the folder of a reader other than the one that ships. A
    question about an article that the library lacks counts as wrong.

    Raises:
        BatchError: if there are no gold questions to ask.
    """
    # What is wrong with the questions is said before models are loaded and indexes built.
    # The bundled questions are about the bundled article, whatever was added beside it.
    alone = gold is None and library is None
    opened = open_bundled() if alone else open_library(library)
    texts = {article.article_id: article.text for article in opened.articles}
    questions = [item for item in read_gold(gold, texts) if split in ("all", item.split)]
    if not questions:
        raise BatchError(f"no gold question is of the split {split!r}; ask with --split all")
    if absent := sorted(set().union(*(item.article_ids for item in questions)) - texts.keys()):
        tell(f"the library lacks {', '.join(absent)}; what is asked about them counts as wrong")
    if unsupported := [item.query_id for item in questions if item.answerable and not item.spans]:
        tell(
            f"{len(unsupported)} answerable questions give no words of the articles that answer, "
            f"so that no reply can be right: {', '.join(unsupported[:_NAMED])}"
            + (" …" if len(unsupported) > _NAMED else "")
            + '; add "quotes"'
        )
    assistant = (
        Assistant.open_bundled(reader=reader, on_progress=tell)
        if alone
        else Assistant.open(library, reader=reader, on_progress=tell)
    )
    title = "the bundled gold questions" if gold is None else gold.name
    if split != "all":
        title = f"{title}, {split}"
    return delivery.deliver(measure_gold(assistant, questions, title=title, tell=tell), tell)


def measure_gold(
    assistant: Assistant, questions: list[GoldQuestion], *, title: str, tell: Tell
) -> Scorecard:
    """The scorecard of ``assistant`` over ``questions``.

    A passage is right for a question when it holds words of a gold span.

    Raises:
        BatchError: if a question is too long to be asked.
    """
    check_questions(questions, longest=assistant.settings.max_question_chars)
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in assistant.briefing.passages:
        passages[passage.article_id].append(passage)

    def right_passages(question: GoldQuestion) -> Mapping[str, int]:
        return {
            passage.passage_id: 1
            for gold in question.spans
            for passage in passages.get(gold.article_id, ())
            if passage.span.overlap(gold.span)
        }

    setting = Setting(assistant, questions, lambda passage: passage.passage_id, right_passages)
    asked = ask_all([setting], count=len(questions), what="asked", tell=tell)
    return Scorecard(
        title,
        questions=len(questions),
        outcomes=tuple(asked.outcomes),
        retrieved=tuple(asked.retrieved),
        texts={article.article_id: article.text for article in assistant.articles},
        about=assistant.models,
    )
