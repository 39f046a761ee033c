"""Questions that were written for this project, answerable and not, over two kinds of text.

``written/paragraphs.jsonl`` holds questions about paragraphs of SQuAD 1.1 train,
named by the sha256 of their text; ``written/news.jsonl`` invented news with
questions about it, and ``written/news_held.jsonl`` the same, kept for choosing.
Of a question without an answer, the text says something near and not what is
asked. A language model wrote them for this project.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import resources
from typing import Any

from qa.training.sources import SourceArticle, SourceParagraph, SourceQuestion


def written_articles(squad: Sequence[SourceArticle]) -> tuple[SourceArticle, ...]:
    """The texts with the questions about them, an article for each text.

    A paragraph of SQuAD has SQuAD's questions, too.

    Raises:
        ValueError: if a paragraph is not in ``squad``, or an answer not in its text.
    """
    by_digest = {
        hashlib.sha256(paragraph.text.encode()).hexdigest(): (article.title, paragraph)
        for article in squad
        for paragraph in article.paragraphs
    }
    found = []
    for record in _records("paragraphs.jsonl"):
        if record["sha256"] not in by_digest:
            raise ValueError(f"SQuAD 1.1 train lacks the paragraph {record['sha256']}")
        title, paragraph = by_digest[record["sha256"]]
        written = article_of_written(title, paragraph.text, record["questions"])
        # Unanswerable questions keep to the words of the text, written answerable ones avoid
        # them; SQuAD's own on the paragraph keep to them, so that the words do not give it away.
        both = replace(
            written.paragraphs[0],
            questions=(*written.paragraphs[0].questions, *paragraph.questions),
        )
        found.append(replace(written, paragraphs=(both,)))
    for record in _records("news.jsonl"):
        found.append(article_of_written(record["heading"], record["text"], record["questions"]))
    return tuple(found)


def held_news() -> tuple[SourceArticle, ...]:
    """Invented news with questions that nothing is trained on, an article for each text."""
    return tuple(
        article_of_written(record["heading"], record["text"], record["questions"])
        for record in _records("news_held.jsonl")
    )


def article_of_written(
    title: str, text: str, questions: Sequence[Sequence[str]]
) -> SourceArticle:
    """One text with its questions, each ``[question]`` or ``[question, answer]``.

    Raises:
        ValueError: if an answer is not in the text.
    """
    asked = []
    for number, (words, *answer) in enumerate(questions):
        start = text.find(answer[0]) if answer else None
        if start == -1:
            raise ValueError(f"the answer {answer[0]!r} of {words!r} is not in its text; mend it")
        asked.append(SourceQuestion(f"{title}-{number}", words, tuple(answer), start))
    return SourceArticle(title, (SourceParagraph(text, tuple(asked)),))


def _records(name: str) -> Iterator[Any]:
    text = (resources.files("qa.training") / "written" / name).read_text("utf-8")
    for line in text.splitlines():
        yield json.loads(line)
