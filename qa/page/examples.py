"""Questions that a reader can start with, one of which has no answer."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from corpus.articles import Article
from qa.page.reading_view import SourceCount

# For articles that nobody wrote examples for: the first of these that shares
# no longer word with the library has no answer in it.
_FAR_AWAY = (
    "Who won the football final last night?",
    "How do I bake sourdough bread?",
    "Which planets have rings?",
)
_LONGER_WORD = re.compile(r"\w{4,}")


class ExampleKind(StrEnum):
    """What becomes of an example."""

    ANSWERABLE = "answerable"
    UNANSWERABLE = "unanswerable"
    FOLLOW_UP = "follow-up"
    """Makes sense only after an answer."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question to press."""

    question: str
    kind: ExampleKind


_FOLLOW_UP = Example("Says who?", ExampleKind.FOLLOW_UP)


def choose_examples(
    articles: Sequence[Article], sources: Sequence[SourceCount]
) -> tuple[Example, ...]:
    """Examples for a library: those written for its first article, or else general ones.

    ``sources`` are the first article's. The first example is a follow-up, the
    last has no answer.
    """
    if not articles:
        return ()
    packaged = resources.files("qa.page").joinpath("examples.json").read_text(encoding="utf-8")
    written = json.loads(packaged).get(articles[0].article_id)
    if written:
        answerable, unanswerable = written["answerable"], written["unanswerable"]
    else:
        answerable = ["What happened?", "Why does it matter?"]
        answerable += [f"What does {source.outlet} say?" for source in sources[:1]]
        unanswerable = _choose_far_away(articles)
    return (
        _FOLLOW_UP,
        *(Example(question, ExampleKind.ANSWERABLE) for question in answerable),
        Example(unanswerable, ExampleKind.UNANSWERABLE),
    )


def _choose_far_away(articles: Sequence[Article]) -> str:
    known = {word for article in articles for word in _LONGER_WORD.findall(article.text.casefold())}
    strange = (q for q in _FAR_AWAY if known.isdisjoint(_LONGER_WORD.findall(q.casefold())))
    return next(strange, _FAR_AWAY[0])
