"""Example questions: the packaged article's own, or general ones; the last has no answer."""

from __future__ import annotations

from corpus.articles import Article
from qa.page.examples import Example, ExampleKind, choose_examples
from qa.page.reading_view import SourceCount


def test_a_library_of_ones_own_gets_general_questions_and_one_for_its_main_source() -> None:
    examples = choose_examples(
        [Article("own", "Own", "Sourdough bread sells.")], [SourceCount("AP", 3)]
    )
    assert examples == (
        Example("Says who?", ExampleKind.FOLLOW_UP),
        Example("What happened?", ExampleKind.ANSWERABLE),
        Example("Why does it matter?", ExampleKind.ANSWERABLE),
        Example("What does AP say?", ExampleKind.ANSWERABLE),
        Example("Who won the football final last night?", ExampleKind.UNANSWERABLE),
    )


def test_the_question_without_an_answer_shares_no_longer_word_with_the_articles() -> None:
    football = Article("own", "Own", "The football final was last night; bread was sold.")
    assert choose_examples([football], [])[-1].question == "Which planets have rings?"


def test_the_packaged_article_has_examples_of_its_own_the_last_without_an_answer() -> None:
    packaged = Article("kazakhstan-abraham-accords", "Title", "Text.")
    examples = choose_examples([packaged], [])
    assert [example.kind for example in examples] == [
        ExampleKind.FOLLOW_UP,
        ExampleKind.ANSWERABLE,
        ExampleKind.ANSWERABLE,
        ExampleKind.ANSWERABLE,
        ExampleKind.UNANSWERABLE,
    ]


def test_an_empty_library_has_no_examples() -> None:
    assert choose_examples([], []) == ()
