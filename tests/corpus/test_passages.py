from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article, sentences_of
from corpus.passages import form_passages

TEXT = """One rose. Two fell (AFP). Three stayed. Four left.

Next steps

Five waits. Six sleeps."""
ARTICLE = Article("a", "A", TEXT)
SENTENCES = sentences_of(ARTICLE, parse_article(ARTICLE))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (1, ["One rose.", "Two fell", "Three stayed.", "Four left.", "Five waits.", "Six sleeps."]),
        (
            3,
            [
                "One rose. Two fell (AFP). Three stayed.",
                "Two fell (AFP). Three stayed. Four left.",
                "Five waits. Six sleeps.",
            ],
        ),
        (9, ["One rose. Two fell (AFP). Three stayed. Four left.", "Five waits. Six sleeps."]),
    ],
)
def test_windows_slide_by_a_sentence_within_a_section(size: int, expected: list[str]) -> None:
    passages = form_passages(ARTICLE, SENTENCES, size=size)
    assert [passage.text for passage in passages] == expected


def test_a_passage_knows_its_heading_and_its_place() -> None:
    last = form_passages(ARTICLE, SENTENCES)[-1]
    assert last.heading == "Next steps"
    assert last.passage_id == f"a:{TEXT.index('Five')}-{len(TEXT)}"


def test_a_passage_of_no_sentences_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one sentence, but size is 0"):
        form_passages(ARTICLE, SENTENCES, size=0)
