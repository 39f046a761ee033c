"""A question may name the article that it is about, or point back to one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.outlets import load_outlets
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.briefing import Briefing
from qa.named_articles import ArticleNames
from qa.packaged_reader import open_packaged_reader

FERRY = Article(
    "ferry", "No ferry to Brannoch", "The old ferry stopped on Monday.\n\nNobody was hurt.\n"
)
SALT = Article(
    "salt", "A duty on salt", "Salt will cost more in May, Reuters reported.\n\nTins may shrink.\n"
)
NEWS = Article("news", "Morning bulletin, 14 May", "Rain fell in Olvik.\n\nA shop opened.\n")
ARTICLES = [FERRY, SALT, NEWS]


@pytest.fixture(scope="module")
def names() -> ArticleNames:
    return ArticleNames(Briefing.read(ARTICLES, passage_sentences=3))


@pytest.mark.parametrize(
    ("question", "asked", "article"),
    [
        ("Summarise the ferry story.", "Summarise the article.", "ferry"),
        ("How does the article on the salt duty end?", "How does the article end?", "salt"),
        ("In the Brannoch article, who was hurt?", "In the article, who was hurt?", "ferry"),
        ("What did the owner say in the ferry story?", "What did the owner say in the article?",
         "ferry"),
        ("What is the last line of the salt duty story?", "What is the last line of the article?",
         "salt"),
        ("What does the story about salt say?", "What does the article say?", "salt"),
        ("Who is quoted in the 14 May morning bulletin?", "Who is quoted in the article?", "news"),
    ],
)  # fmt: skip
def test_the_article_is_found_by_its_title_or_opening(
    names: ArticleNames, question: str, asked: str, article: str
) -> None:
    found = names.find(question, (), load_outlets())

    assert found is not None
    assert (found.question, found.named, found.articles) == (asked, question, {article})


@pytest.mark.parametrize(
    "question",
    [
        "Summarise the article.",
        "What does the Guardian article say?",  # what it is credited with
        "Summarise the wine story.",
        "Compare the ferry story and the salt story.",
        "Who wrote the story?",
        "What is the salt duty?",
        "Who owns the piece of salt?",
        "What does the salt article of the treaty ban?",
        "What was said at the ferry briefing?",
        "Who told the real story behind the salt?",
        "",
    ],
)
def test_where_no_one_article_is_named_none_is_found(names: ArticleNames, question: str) -> None:
    assert names.find(question, (), load_outlets()) is None


def test_of_one_article_alone_none_is_named() -> None:
    alone = ArticleNames(Briefing.read([FERRY], passage_sentences=3))

    assert alone.find("Summarise the ferry story.", (), load_outlets()) is None


@pytest.mark.parametrize(
    ("question", "asked", "named"),
    [
        ("Who is quoted in it?", "Who is quoted in the article?",
         "Who is quoted in the salt story?"),
        ("How does the article end?", "How does the article end?", "How does the salt story end?"),
    ],
)  # fmt: skip
def test_a_question_after_it_may_point_back_to_it(
    names: ArticleNames, question: str, asked: str, named: str
) -> None:
    found = names.find(question, ["Summarise the salt story."], load_outlets())

    assert found is not None
    assert (found.question, found.named, found.articles) == (asked, named, {"salt"})


def test_another_article_is_asked_the_same(names: ArticleNames) -> None:
    found = names.find("And the ferry story?", ["Summarise the salt story."], load_outlets())

    assert found is not None
    assert (found.question, found.named, found.articles) == (
        "Summarise the article.",
        "Summarise the ferry story.",
        {"ferry"},
    )


def test_what_was_spoken_of_before_the_last_question_is_not_pointed_back_to(
    names: ArticleNames,
) -> None:
    past = ["Summarise the salt story.", "When did the ferry stop?"]

    assert names.find("How does the article end?", past, load_outlets()) is None
    assert names.find("Is there a clause in it?", past[:1], load_outlets()) is None


def test_a_question_that_points_nowhere_stays_with_all_articles(names: ArticleNames) -> None:
    assert names.find("Who is quoted?", ["Summarise the salt story."], load_outlets()) is None


@given(st.text(max_size=120))
def test_any_text_is_read_without_harm(text: str) -> None:
    names = ArticleNames(Briefing.read([FERRY, SALT], passage_sentences=3))

    names.find(text, [text], load_outlets())


def test_long_questions_take_no_time(names: ArticleNames) -> None:
    began = time.process_time()
    for unit in ("the a b c ", "the story on ", "the salt story "):
        names.find(unit * 600, (), load_outlets())

    assert time.process_time() - began < 2  # backtracking would take minutes


def test_the_answer_comes_from_the_article_that_is_named_and_says_so() -> None:
    library = Assistant(
        ARTICLES, embedder=open_embedder(), reader=open_packaged_reader(), index_folder=None
    )
    reply = library.ask("How does the salt story end?")

    assert isinstance(reply, Answer)
    assert [(one.article_id, one.quote) for one in reply.citations] == [
        ("salt", "Tins may shrink.")
    ]
    assert reply.query == "How does the salt story end?"
    assert isinstance(library.ask("Who was hurt in the salt story?"), Abstention)


def test_who_says_so_asks_of_the_article_that_was_named() -> None:
    library = Assistant(
        ARTICLES, embedder=open_embedder(), reader=open_packaged_reader(), index_folder=None
    )
    says_who = library.ask("Says who?", history=["What does the lead of the salt story say?"])

    assert isinstance(says_who, Answer)
    assert says_who.short == "Reuters"


def test_each_part_of_a_question_may_name_its_article() -> None:
    library = Assistant(
        ARTICLES, embedder=open_embedder(), reader=open_packaged_reader(), index_folder=None
    )
    reply = library.ask("How does the salt story end and how does the ferry story end?")

    assert isinstance(reply, Answer)
    assert [one.article_id for one in reply.citations] == ["salt", "ferry"]
