"""Words as the filters compare them: lower case, no articles, no punctuation."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+(?:['\u2019][a-z]+)?")

#: Words that say nothing about what a question is about.
FUNCTION_WORDS = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "but",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "might",
        "shall",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "what",
        "which",
        "who",
        "whom",
        "whose",
        "when",
        "where",
        "why",
        "how",
        "many",
        "much",
        "there",
        "than",
        "then",
        "also",
        "into",
        "about",
        "after",
        "before",
        "not",
        "no",
        "s",
    )
)


def words_of(text: str) -> list[str]:
    """The words of ``text`` in order, lower case."""
    return _WORD.findall(text.lower().replace(",", ""))


def content_words(text: str) -> frozenset[str]:
    """The words of ``text`` that carry meaning."""
    return frozenset(words_of(text)) - FUNCTION_WORDS


def holds_answer(passage: str, answers: tuple[str, ...]) -> bool:
    """Whether a passage may hold one of the answers, judged on the safe side.

    True when half of an answer's content words, or any of its numbers, stand in
    the passage: a made negative is dropped rather than trusted.
    """
    present = frozenset(words_of(passage))
    for answer in answers:
        wanted = content_words(answer) or frozenset(words_of(answer))
        if not wanted:
            return True  # nothing to compare, so nothing can be promised
        found = wanted & present
        if 2 * len(found) >= len(wanted) or any(word.isdigit() for word in found):
            return True
    return False
