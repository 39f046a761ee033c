"""Files in the format of SQuAD 1.1 and 2.0, plain or gzipped."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.articles import Article
from corpus.spans import Span
from qa.errors import BatchError
from qa.evaluation.gold import GoldQuestion, GoldSpan

_GZIP = b"\x1f\x8b"
_ASKS = ("what", "who", "when", "where", "why", "which", "how")


@dataclass(frozen=True, slots=True)
class SquadParagraph:
    """A paragraph as an article of its own, with the questions asked about it.

    ``title`` is that of the article that the paragraph is from.
    """

    title: str
    article: Article
    questions: tuple[GoldQuestion, ...]


def read_squad(path: Path) -> tuple[SquadParagraph, ...]:
    """The paragraphs of a SQuAD file.

    Raises:
        BatchError: if the file cannot be read, or is not of that format.
    """
    try:
        entries = json.loads(read_maybe_gzipped(path))["data"]
        paragraphs = tuple(_paragraphs(entries))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BatchError(
            f"{str(path)!r} is no file of SQuAD's format ({_fault(error)}); "
            'it holds {"data": [{"title", "paragraphs": [{"context", "qas"}]}]}'
        ) from error
    if not any(paragraph.questions for paragraph in paragraphs):
        raise BatchError(f"{str(path)!r} holds no questions; name another file")
    return paragraphs


def read_maybe_gzipped(path: Path) -> str:
    """The text of a UTF-8 file, gzipped or not.

    Raises:
        BatchError: if it cannot be read.
    """
    try:
        content = path.read_bytes()
        if content.startswith(_GZIP):
            content = gzip.decompress(content)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BatchError(f"{str(path)!r} is not UTF-8; save it so") from error
    except (OSError, EOFError, ValueError, zlib.error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BatchError(f"{str(path)!r} cannot be read ({why}); name another file") from error


def _fault(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _paragraphs(entries: Any) -> Iterator[SquadParagraph]:
    seen_titles: Counter[str] = Counter()
    seen_ids: set[str] = set()
    for entry in entries:
        title = entry["title"]
        seen_titles[title] += 1
        name = "_".join(title.split())
        if seen_titles[title] > 1:
            name = f"{name}:{seen_titles[title]}"
        for number, paragraph in enumerate(entry["paragraphs"]):
            article = Article(
                f"{name}:{number}", title.replace("_", " "), paragraph["context"]
            )
            questions = tuple(_question(item, article) for item in paragraph["qas"])
            for question in questions:
                if question.query_id in seen_ids:
                    raise ValueError(f"the question id {question.query_id} is given twice")
                seen_ids.add(question.query_id)
            yield SquadParagraph(title, article, questions)


def _question(item: dict[str, Any], article: Article) -> GoldQuestion:
    # What cannot be answered may list "plausible_answers": those are no answers.
    golds = [] if item.get("is_impossible", False) else item["answers"]
    spans = []
    for gold in golds:
        span = Span(gold["answer_start"], gold["answer_start"] + len(gold["text"]))
        if span.of(article.text) != gold["text"]:
            raise ValueError(
                f"question {item['id']}: the answer {gold['text']!r} is not at offset {span.start}"
            )
        spans.append(GoldSpan(article.article_id, span, None))
    return GoldQuestion(
        query_id=str(item["id"]),
        article_id=article.article_id,
        kind=_kind(item["question"]),
        question=item["question"],
        history=(),
        answerable=bool(spans),
        answers=tuple(dict.fromkeys(gold["text"] for gold in golds)),
        spans=tuple(dict.fromkeys(spans)),
        needed=1 if spans else 0,
        split="test",
    )


def _kind(question: str) -> str:
    """What the question asks for: the first question word in it."""
    words = re.findall(r"[a-z]+", question.casefold())
    return next((word for word in words if word in _ASKS), "other")
