"""Put gold questions to an assistant, and keep what came back and what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.passages import Passage
from qa.assistant import Assistant
from qa.errors import BatchError, QuestionTooLongError
from qa.evaluation.gold import GoldQuestion
from qa.evaluation.judging import Outcome, judge
from qa.evaluation.retrieval import Retrieved, stage_rankings
from qa.progress import show_progress
from qa.snapshot import clean_question

Tell = Callable[[str], None]

STOPPED = "stopped; what was asked is reported"


@dataclass(slots=True)
class Asked:
    """What the questions asked so far got, in their order; it grows while a run goes on."""

    outcomes: list[Outcome] = field(default_factory=list)
    retrieved: list[Retrieved] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Setting:
    """An assistant with some questions for it.

    ``document_of`` names what retrieval is judged by, ``right_documents`` the
    right ones of a question with their gains; both None where there is nothing
    to find, such as in a library of one paragraph.
    """

    assistant: Assistant
    questions: Sequence[GoldQuestion]
    document_of: Callable[[Passage], str] | None = None
    right_documents: Callable[[GoldQuestion], Mapping[str, int]] | None = None


def check_questions(questions: Sequence[GoldQuestion], *, longest: int) -> None:
    """Refuse what could not be asked, before the first is.

    Raises:
        BatchError: if a question is longer than ``longest`` code points.
    """
    for question in questions:
        for text in (question.question, *question.history):
            try:
                clean_question(text, limit=longest)
            except QuestionTooLongError as error:
                raise BatchError(f"gold question {question.query_id}: {error}") from error


def search_all(setting: Setting, *, what: str, tell: Tell) -> Asked:
    """Search for every question and read nothing; Ctrl-C ends it with what was found until then.

    Raises:
        ValueError: if the setting has nothing to find.
    """
    asked = Asked()
    if setting.document_of is None or setting.right_documents is None:
        raise ValueError("a search is measured by documents; the setting names none")
    try:
        for question in show_progress(
            setting.questions, count=len(setting.questions), what=what, tell=tell
        ):
            trace = setting.assistant.search(question.question, read=False)
            asked.retrieved.append(
                Retrieved(
                    question.query_id,
                    question.question,
                    setting.right_documents(question),
                    stage_rankings(trace, setting.document_of),
                )
            )
    except KeyboardInterrupt:
        tell(STOPPED)
    return asked


def ask_all(
    settings: Iterator[Setting] | Sequence[Setting], *, count: int, what: str, tell: Tell
) -> Asked:
    """Ask every question of every setting; Ctrl-C ends it with what was asked until then."""
    asked = Asked()
    pairs = ((setting, question) for setting in settings for question in setting.questions)
    try:
        for setting, question in show_progress(pairs, count=count, what=what, tell=tell):
            ask_one(setting, question, asked)
    except KeyboardInterrupt:
        tell(STOPPED)
    return asked


def ask_one(setting: Setting, question: GoldQuestion, asked: Asked) -> None:
    """Ask, judge, and add both to ``asked``."""
    assistant = setting.assistant
    reply, trace = assistant.ask_traced(question.question, history=question.history)
    texts = {article.article_id: article.text for article in assistant.articles}
    retrieved = None
    if setting.document_of is not None and setting.right_documents is not None:
        if trace.rankings is None and question.answerable:
            # An overview is answered without a search; a search is measured by what it would find.
            trace = assistant.search(reply.query)
        retrieved = Retrieved(
            question.query_id,
            reply.query,
            setting.right_documents(question),
            stage_rankings(trace, setting.document_of),
        )
    asked.outcomes.append(judge(question, reply, texts))
    if retrieved is not None:
        asked.retrieved.append(retrieved)
