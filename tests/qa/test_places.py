"""A question for a part of the text is answered by what stands there."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.sentences import Sentence, sentences_of
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.packaged_reader import open_packaged_reader
from qa.places import place_asked, sentences_at
from qa.understanding import Place, Unit

FIRST = "The ferry to Brannoch stopped on Monday, Reuters reported."
SECOND = "A shaft had cracked."
THIRD = "The council hopes for a spare by June."
FOURTH = "Fares stay as they are, the Brannoch Courier said."
FIFTH = "Last year 40,000 people crossed."
SIXTH = "Nobody was hurt."
TEXT = f"{FIRST} {SECOND}\n\n{THIRD}\n\nMoney\n\n{FOURTH} {FIFTH}\n\n{SIXTH}\n"
FERRY = Article("ferry", "No ferry", TEXT)


def at(place: Place, article: Article = FERRY) -> list[str]:
    sentences: tuple[Sentence, ...] = sentences_of(article, parse_article(article))
    return [one.text for one in sentences_at(place, article, sentences)]


@pytest.mark.parametrize(
    ("question", "unit", "number"),
    [
        ("What does the first sentence say?", Unit.SENTENCE, 1),
        ("what is said in the second sentence of the article", Unit.SENTENCE, 2),
        ("Hello, please quote the very last line.", Unit.SENTENCE, -1),
        ("What is the opening sentence of this briefing?", Unit.SENTENCE, 1),
        ("Give me the closing paragraph, please", Unit.PARAGRAPH, -1),
        ("Can you read me the third paragraph of the text?", Unit.PARAGRAPH, 3),
        ("What does the lead say?", Unit.PARAGRAPH, 1),
        ("How does the article begin?", Unit.PARAGRAPH, 1),
        ("how does this story end", Unit.PARAGRAPH, -1),
        ("What does the opening say?", Unit.PARAGRAPH, 1),
        ("the penultimate paragraph", Unit.PARAGRAPH, -2),
        ("What does the second section report?", Unit.SECTION, 2),
        ("What does paragraph 3 say?", Unit.PARAGRAPH, 3),
        ("Quote sentence no. 2 of the article.", Unit.SENTENCE, 2),
        ("para. 12", Unit.PARAGRAPH, 12),
        ("What does paragraph three of the text say?", Unit.PARAGRAPH, 3),
        ("Quote the 2nd paragraph.", Unit.PARAGRAPH, 2),
        ("What does the article's last line say?", Unit.SENTENCE, -1),
        ("What is this text's opening paragraph?", Unit.PARAGRAPH, 1),
    ],
)
def test_a_place_is_understood(question: str, unit: Unit, number: int) -> None:
    assert place_asked(question) == Place(unit, number)


@pytest.mark.parametrize(
    "question",
    [
        "What does the section on money say?",
        "What is in the money section?",
        "What does the section 'Money' say?",
        "What is said under “Money”?",
    ],
)
def test_a_section_is_understood_by_its_heading(question: str) -> None:
    assert place_asked(question) == Place(Unit.SECTION, heading=frozenset({"money"}))


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Which sources are given for the opening news?", 1),
        ("Who is credited for the lead of the article?", 1),
        ("Who is the source of the headline claim?", 1),
        ("What source does the last paragraph rest on?", -1),
        ("Where is the first paragraph from?", 1),
        ("Who is credited in paragraph 2?", 2),
    ],
)
def test_who_is_credited_at_a_place_is_understood(question: str, number: int) -> None:
    assert place_asked(question) == Place(Unit.PARAGRAPH, number, credits=True)


def test_of_a_lead_it_is_not_sure_that_the_text_is_meant() -> None:
    assert place_asked("What's the lead?") == Place(Unit.PARAGRAPH, 1, sure=False)
    asked = place_asked("Who is credited for the lead?")
    assert asked == Place(Unit.PARAGRAPH, 1, credits=True, sure=False)


@pytest.mark.parametrize(
    "question",
    [
        "What is the opening?",  # of a bridge
        "What was the last sentence?",  # of a court
        "What is the last line of the song?",
        "What does the opening statement say?",
        "When is the opening?",
        "What does the first paragraph say about fares?",  # of what is there, a part
        "What does the first minister say?",
        "How does the war end?",
        "What is the end of the crisis?",
        "Who is quoted first?",
        "Which party leads?",
        "What was said at the opening?",
        "What does the opening mean?",
        "Who is credited with the opening?",
        "How did the story begin?",
        "What does the introduction of the report say?",
        "What does the first sentence mean?",
        "What does section 3 say?",  # of a law
        "What does line 3 say?",
        "What does paragraph 3 of the treaty say?",
        "What does the treaty's last paragraph say?",
        "",
    ],
)
def test_any_other_question_asks_for_no_place(question: str) -> None:
    assert place_asked(question) is None


def test_paragraphs_are_parted_by_empty_lines_headings_and_lines() -> None:
    assert at(Place(Unit.PARAGRAPH, 1)) == [FIRST, SECOND]
    assert at(Place(Unit.PARAGRAPH, 2)) == [THIRD]
    assert at(Place(Unit.PARAGRAPH, 3)) == [FOURTH, FIFTH]
    assert at(Place(Unit.PARAGRAPH, -1)) == [SIXTH]
    lines = Article("lines", "No ferry", f"{FIRST} {SECOND}\n{THIRD}\n{SIXTH}\n")
    assert at(Place(Unit.PARAGRAPH, 2), lines) == [THIRD]


def test_lines_of_the_width_of_a_page_part_no_paragraphs() -> None:
    wrapped = "The ferry to Brannoch stopped\non Monday. A shaft had cracked.\nNobody was hurt.\n\n"
    article = Article("wrapped", "No ferry", f"{wrapped}{THIRD}\n")

    assert at(Place(Unit.PARAGRAPH, 1), article) == [
        "The ferry to Brannoch stopped\non Monday.", "A shaft had cracked.", "Nobody was hurt.",
    ]  # fmt: skip


def test_sections_are_counted_and_called_by_their_heading() -> None:
    assert at(Place(Unit.SECTION, 2)) == [FOURTH, FIFTH, SIXTH]
    assert at(Place(Unit.SECTION, heading=frozenset({"money"}))) == [FOURTH, FIFTH, SIXTH]


def test_where_there_is_no_such_part_nothing_stands() -> None:
    assert at(Place(Unit.PARAGRAPH, 5)) == []
    assert at(Place(Unit.SENTENCE, -7)) == []
    assert at(Place(Unit.SECTION, heading=frozenset({"weather"}))) == []
    assert at(Place(Unit.SECTION)) == []


@given(st.text(max_size=120))
def test_any_text_is_read_without_harm(text: str) -> None:
    place_asked(text)


def test_long_questions_take_no_time() -> None:
    began = time.process_time()
    for unit in ("which source for the ", "the opening of the ", "what is in the section on "):
        place_asked(unit * 2000)

    assert time.process_time() - began < 2  # backtracking would take minutes


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(
        [FERRY], embedder=open_embedder(), reader=open_packaged_reader(), index_folder=None
    )


def quotes(reply: Answer | Abstention) -> list[str]:
    assert isinstance(reply, Answer), reply
    return [citation.quote for citation in reply.citations]


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("How does the article end?", [SIXTH]),
        ("What does the lead say?", [FIRST, SECOND]),
        ("What does the section on money say?", [FOURTH, FIFTH, SIXTH]),
    ],
)
def test_what_stands_at_a_place_is_cited(
    assistant: Assistant, question: str, cited: list[str]
) -> None:
    assert quotes(assistant.ask(question)) == cited


def test_after_other_questions_a_place_is_the_same(assistant: Assistant) -> None:
    history = ["When did the ferry to Brannoch stop?"]

    assert quotes(assistant.ask("How does the article end?", history=history)) == [SIXTH]


def test_who_is_credited_at_a_place_is_named_or_nobody(assistant: Assistant) -> None:
    lead = assistant.ask("Who is credited for the lead?")
    assert (quotes(lead), lead.short if isinstance(lead, Answer) else None) == ([FIRST], "Reuters")

    last = assistant.ask("Who is credited for the last paragraph?")
    assert isinstance(last, Abstention)
    assert [citation.quote for citation in last.nearest] == [SIXTH]


@pytest.mark.parametrize(
    "question", ["What does paragraph 40 say?", "Which outlet is credited for paragraph 40?"]
)
def test_of_a_place_that_there_is_not_nothing_is_said(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question), Abstention)


def test_where_the_reader_knows_of_a_lead_it_is_that() -> None:
    library = Assistant(
        [Article("lead", "Water", "Rain fell.\n\nThe lead in the water comes from old pipes.\n")],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )

    assert quotes(library.ask("Where is the lead from?")) == [
        "The lead in the water comes from old pipes."
    ]


def test_of_a_section_that_there_is_not_nothing_is_said(assistant: Assistant) -> None:
    reply = assistant.ask("What does the section on the weather say?")

    assert isinstance(reply, Abstention)


def test_where_more_articles_open_than_an_overview_holds_none_is_picked() -> None:
    many = [Article(f"a{number}", f"Ferry {number}", TEXT) for number in range(6)]
    library = Assistant(
        many, embedder=open_embedder(), reader=open_packaged_reader(), index_folder=None
    )

    assert isinstance(library.ask("What does the last sentence say?"), Abstention)
    assert quotes(library.ask("What does the last sentence say?", articles=["a3"])) == [SIXTH]
