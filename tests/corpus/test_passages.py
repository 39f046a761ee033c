from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.passages import Passage, form_passages, join_overlapping
from corpus.sentences import sentences_of

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


def windows(of: Article, *starts: int) -> list[Passage]:
    """The windows of three sentences of ``of`` that start at these sentences."""
    every = form_passages(of, sentences_of(of, parse_article(of)))
    return [every[start] for start in starts]


LONG = Article("long", "Long", " ".join(f"Ship {n} sailed (AFP)." for n in range(12)))


@pytest.mark.parametrize(
    ("starts", "at_most", "expected"),
    [
        ((1, 0), 5, [(0, 4)]),  # in the order of the article
        ((0, 1, 2), 5, [(0, 5)]),
        ((0, 1, 2, 3), 5, [(0, 5), (3, 6)]),  # six are too many
        ((0, 3), 9, [(0, 3), (3, 6)]),  # neighbours share nothing
        ((4, 4), 5, [(4, 7)]),
        ((0, 1), 2, [(0, 3), (1, 4)]),  # longer than allowed, and left as they are
    ],
)
def test_windows_that_overlap_are_joined_up_to_a_number_of_sentences(
    starts: tuple[int, ...], at_most: int, expected: list[tuple[int, int]]
) -> None:
    sentences = sentences_of(LONG, parse_article(LONG))
    joined = join_overlapping(windows(LONG, *starts), at_most=at_most)
    assert [passage.sentences for passage in joined] == [sentences[a:b] for a, b in expected]


def test_windows_of_different_articles_stay_apart_in_the_order_they_came() -> None:
    other = Article("other", "Other", LONG.text)
    given_windows = [*windows(other, 1), *windows(LONG, 0), *windows(other, 0)]
    joined = join_overlapping(given_windows, at_most=5)
    assert [(one.article_id, len(one.sentences)) for one in joined] == [("other", 4), ("long", 3)]


@given(st.lists(st.integers(0, 9), max_size=8), st.integers(1, 12))
def test_joined_windows_hold_the_same_sentences_and_their_words_verbatim(
    starts: list[int], at_most: int
) -> None:
    given_windows = windows(LONG, *starts)
    joined = join_overlapping(given_windows, at_most=at_most)
    assert {s for one in joined for s in one.sentences} == {
        s for one in given_windows for s in one.sentences
    }
    for one in joined:
        assert one.text == one.span.of(LONG.text)
        assert len(one.sentences) <= max(3, at_most)
