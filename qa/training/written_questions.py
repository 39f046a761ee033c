"""Questions that were written for this project, answerable and not, over single paragraphs.

``written/paragraphs-N.jsonl`` holds questions about paragraphs of SQuAD 1.1
train, named by the sha256 of their text; ``written/news-N.jsonl`` invented news
with questions about it. N is the part: they were written one after the other,
and a recipe names how many of the parts there were then. ``written/news_held.jsonl``
is kept for choosing. Of a question without an answer, the text says something
near and not what is asked. A language model wrote them for this project.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import resources
from typing import Any

from qa.training.sources import SourceArticle, SourceParagraph, SourceQuestion

# The last two are read by ``written_briefings`` and ``twins``.
_KINDS = ("paragraphs", "news", "briefings", "twins")


def written_articles(
    squad: Sequence[SourceArticle], *, parts: int, first: int = 1
) -> tuple[SourceArticle, ...]:
    """The texts of the parts ``first`` to ``parts`` with what is asked of them, each an article.

    A paragraph of SQuAD has SQuAD's questions, too.

    Raises:
        ValueError: if there are fewer parts, a paragraph is not in ``squad``, or an
            answer not in its text.
    """
    folder = resources.files("qa.training") / "written"
    for part in range(1, parts + 1):
        if not any((folder / f"{kind}-{part}.jsonl").is_file() for kind in _KINDS):
            raise ValueError(f"{parts} parts were asked for, and there is no part {part}")
    by_digest = {
        hashlib.sha256(paragraph.text.encode()).hexdigest(): (article.title, paragraph)
        for article in squad
        for paragraph in article.paragraphs
    }
    found = []
    for record in _records_of_parts("paragraphs", first, parts):
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
    for record in _records_of_parts("news", first, parts):
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


def _records_of_parts(kind: str, first: int, parts: int) -> Iterator[Any]:
    for part in range(first, parts + 1):
        yield from _records(f"{kind}-{part}.jsonl")


def _records(name: str) -> Iterator[Any]:
    file = resources.files("qa.training") / "written" / name
    if not file.is_file():
        return  # a part need not have texts of both kinds
    for line in file.read_text("utf-8").splitlines():
        yield json.loads(line)
