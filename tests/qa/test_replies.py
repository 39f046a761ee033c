"""Replies made by the real models over small articles of the tests' own."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.sentences import Sentence
from corpus.spans import Span
from index.embedding import open_embedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.evidence import Evidence
from qa.made_replies import ReplyMaker
from qa.packaged_reader import open_packaged_reader

TEXT = (
    "Japan officials said the tariff would fall in May.\n"
    "Heavy snow closed the pass on Tuesday, the road office said. (AP)\n"
    "The tunnel was opened in 1987 by the king. (Reuters)"
)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(
        [Article("pass", "The pass", TEXT)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )


@pytest.mark.parametrize("times", [50, 80, 110])
def test_a_question_longer_than_the_reader_can_hold_is_read_from_its_beginning(
    assistant: Assistant, times: int
) -> None:
    asked = "On what day did heavy snow close the pass"
    reply = assistant.ask(asked + " and the road" * times + "?")
    assert isinstance(reply, Answer)
    assert (reply.short, [citation.quote for citation in reply.citations]) == (
        "Tuesday",
        ["Heavy snow closed the pass on Tuesday, the road office said."],
    )


def test_an_outlet_inside_another_word_of_a_speaker_is_not_that_outlet(
    assistant: Assistant,
) -> None:
    reply = assistant.ask("What does AP report?")
    assert isinstance(reply, Answer)
    assert [citation.outlets for citation in reply.citations] == [("AP",)]


def test_a_person_who_is_called_what_an_outlet_is_called_is_not_that_outlet() -> None:
    text = (
        "Prices will rise, an independent economist said.\n"
        "Rents will fall, according to a Nature England spokesman.\n"
        "Wages are flat, The Economist said."
    )
    library = Assistant(
        [Article("prices", "Prices", text)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )
    reply = library.ask("What does The Economist say?")
    assert isinstance(reply, Answer)
    assert [citation.quote for citation in reply.citations] == [
        "Wages are flat, The Economist said."
    ]
    assert isinstance(library.ask("What does The Independent say?"), Abstention)
    assert isinstance(library.ask("What does Nature say?"), Abstention)


def test_what_an_outlet_says_about_a_matter_is_its_sentences_on_the_matter(
    assistant: Assistant,
) -> None:
    reply = assistant.ask("What does Reuters say about the tunnel?")
    assert isinstance(reply, Answer)
    assert [citation.quote for citation in reply.citations] == [
        "The tunnel was opened in 1987 by the king."
    ]


def test_an_outlet_is_silent_on_what_another_one_reports(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("What does Reuters say about snow?"), Abstention)


FERRY = (
    "The ferry line to Aran will close in spring.\n"
    "Fares had doubled since 2019, the harbour master told Reuters.\n"
    "A bridge to Aran is not planned. (AP)"
)


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        # What the whole article is about, its title and its opening tell.
        (
            "What did Reuters report in connection with the ferry line to Aran?",
            ["Fares had doubled since 2019, the harbour master told Reuters."],
        ),
        ("What does AP write on the Aran ferries?", ["A bridge to Aran is not planned."]),
        # One word more is a matter of its own.
        ("What did Reuters report in connection with the crew of the ferry to Aran?", []),
    ],
)
def test_what_an_outlet_says_about_the_subject_of_an_article_is_all_it_says_there(
    question: str, quotes: list[str]
) -> None:
    reply = Assistant(
        [Article("ferry", "The ferry to Aran", FERRY)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    ).ask(question)
    cited = reply.citations if isinstance(reply, Answer) else ()
    assert [citation.quote for citation in cited] == quotes


BODIES = (
    "The World Health Organization said the vaccine would reach the islands by boat in June. "
    "The International Institute for Strategic Studies is cooler: the fleet, it reckons, can "
    "patrol for five months of the year. "
    "The islands have nine villages."
)


@pytest.fixture(scope="module")
def bodies() -> Assistant:
    return Assistant(
        [Article("isles", "The islands", BODIES)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )


def test_a_body_that_speaks_is_known_by_its_initials(bodies: Assistant) -> None:
    reply = bodies.ask("What did the WHO say about how the vaccine would reach the islands?")
    assert isinstance(reply, Answer)
    assert [citation.quote for citation in reply.citations] == [BODIES.split(". ")[0] + "."]


def test_a_sentence_that_names_an_outlet_and_credits_nobody_is_read_for_its_view(
    bodies: Assistant,
) -> None:
    reply = bodies.ask("How long does the IISS reckon that the fleet can patrol?")
    assert isinstance(reply, Answer)
    assert reply.citations[0].quote.startswith("The International Institute")
    assert reply.citations[0].outlets == ()  # being named is not being credited


def test_an_outlet_that_is_named_is_silent_on_what_its_sentence_does_not_say(
    bodies: Assistant,
) -> None:
    assert isinstance(bodies.ask("What does the IISS say about the nine villages?"), Abstention)


def test_says_who_is_no_surer_than_the_answer_it_asks_about(assistant: Assistant) -> None:
    opened = "When was the tunnel opened?"
    answer = assistant.ask(opened)
    source = assistant.ask("Says who?", history=[opened])
    assert isinstance(answer, Answer)
    assert isinstance(source, Answer)
    assert (answer.short, source.short) == ("1987", "Reuters")
    assert source.confidence <= answer.confidence


HARVEST = (
    "A sack costs 40 euros, the Mercury said. Aid will come in May. (Reuters) Rice grew dear in "
    "autumn. The economist Aoi Mori of Hokkaido University is certain that the harvest of "
    "2023 was simply miscounted. The barns are half empty. Dealers keep what they have. The "
    "ministry said that seed is short."
)


@pytest.fixture(scope="module")
def harvest() -> Assistant:
    return Assistant(
        [Article("rice", "Dear rice", HARVEST)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )


def test_who_holds_something_is_read_where_nobody_is_credited_in_a_known_way(
    harvest: Assistant,
) -> None:
    reply = harvest.ask("Who believes that the 2023 harvest was miscounted?")
    assert isinstance(reply, Answer)
    assert [citation.quote for citation in reply.citations] == [
        "The economist Aoi Mori of Hokkaido University is certain that the harvest of 2023 was "
        "simply miscounted."
    ]
    # The quotation names her; the program credits nobody by a rule that it does not have.
    assert reply.citations[0].outlets == ()


@pytest.mark.parametrize(
    "question",
    [
        "Who says that the barns are half empty?",  # the article itself does, and nobody else
        "Who thinks that rice grew dear?",
        "Who says that the harvest of 2023 was not miscounted?",
        "Which outlet reports that the harvest was miscounted?",
        "Which newspaper reports that seed is short?",  # a ministry said so, and no newspaper
    ],
)
def test_what_nobody_is_named_for_is_no_ones_claim(harvest: Assistant, question: str) -> None:
    assert isinstance(harvest.ask(question), Abstention)


def test_whoever_is_credited_beside_a_claim_makes_it(harvest: Assistant) -> None:
    reply = harvest.ask("Who says that aid will come in May?")
    assert isinstance(reply, Answer)
    assert (reply.short, reply.citations[0].quote) == ("Reuters", "Aid will come in May.")


def test_who_was_named_in_full_is_asked_for_what_is_said_under_the_surname() -> None:
    text = (
        "Ann Marsh, the harbour master, said the quay is old. The port grew by a tenth. "
        "Marsh said dues would rise in May. The mayor said dues would fall in June."
    )
    assistant = Assistant(
        [Article("a", "Harbour", text)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )
    reply = assistant.ask("When does Ann Marsh think dues will rise?")
    assert isinstance(reply, Answer)
    assert reply.citations[0].quote == "Marsh said dues would rise in May."


def test_a_surname_that_two_bear_is_neither_ones() -> None:
    text = (
        "Ann Marsh, the harbour master, said the quay is old. Her brother Tom Marsh, the mayor, "
        "said ferries are late. Marsh said dues would rise in May."
    )
    assistant = Assistant(
        [Article("a", "Harbour", text)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )
    quotes = [
        citation.quote
        for name in ("Ann", "Tom")
        for citation in getattr(assistant.ask(f"What did {name} Marsh say?"), "citations", ())
    ]
    assert quotes
    assert "Marsh said dues would rise in May." not in quotes


NOTES = (
    "Nurses should be paid more, mayor Ann Lee told the Financial Times. "
    "Without that rise, she argues, the clinics cannot stay open through the winter.\n\n"
    "The pier was painted in May. It is ugly, she told Reuters."
)


@pytest.fixture(scope="module")
def notes() -> Assistant:
    return Assistant(
        [Article("notes", "Notes", NOTES)],
        embedder=open_embedder(),
        reader=open_packaged_reader(),
        index_folder=None,
    )


@pytest.mark.parametrize(
    ("question", "short", "speaker"),
    [
        ("Who says that the clinics cannot stay open through the winter?", "mayor Ann Lee", "she"),
        # Reuters only reports what somebody says who is not known.
        ("Who says that the pier is ugly?", None, "she"),
    ],
)
def test_whoever_says_it_as_she_is_called_as_in_the_sentence_before_or_not_at_all(
    notes: Assistant, question: str, short: str | None, speaker: str
) -> None:
    reply = notes.ask(question)
    assert isinstance(reply, Answer)
    assert (reply.short, reply.citations[0].speaker) == (short, speaker)


@pytest.mark.parametrize(("read", "short"), [("He", None), ("The US", "The US"), ("one", "one")])
def test_a_pronoun_is_no_short_answer(read: str, short: str | None) -> None:
    text = f"{read} built it."
    sentence = Sentence("a", Span(0, len(text)), text, None, None)
    maker = ReplyMaker({"a": Article("a", "A", text)})
    reply = maker.answer("Who built it?", f"{text} [1]", [Evidence(sentence, 0.9)], short=read)
    assert reply.short == short
