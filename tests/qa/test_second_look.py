"""The sentences that stand highest are looked at once more, by a reader that keeps count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from noting_reader import NotingReader

from corpus.articles import Article
from corpus.passages import Passage
from corpus.sentences import Sentence
from corpus.spans import Span
from index.hashing import HashingEmbedder
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.confidence import ConfidenceModel, ConfidenceModels, Signals
from qa.packaged_reader import PackagedReader, open_packaged_reader
from qa.reader import Reading
from qa.second_look import SecondLook, in_its_place
from qa.settings import Settings

TEXT = """The quay and its bridge

The bridge

The council met on Monday. The bridge opened in May. Ships call there in spring.

The quay

The quay opened in June."""
QUESTION = "When was the bridge opened?"
# Weighs both looks alike: a score of 5 in both is 1 / (1 + e^-5), one of -5 in the second 0.5.
BOTH = ConfidenceModel(0.0, {"score": 0.5, "again_score": 0.5})


@dataclass
class TwoFacedReader(NotingReader):
    """Takes a sentence with ``first`` for an answer; in a second look, one with ``second``."""

    second: str
    first: str = "opened"

    def read(self, query: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        self.calls.append(list(passages))
        return tuple(
            Reading(sentence, passage, score=5.0 if sought in sentence.text else -5.0)
            for passage in passages
            for sought in [self.first if passage.title is None else self.second]
            for sentence in passage.sentences
        )

    def looks(self) -> list[list[str]]:
        """The sentences of every passage that was read under a title, in the order of reading."""
        return [
            [sentence.text for sentence in passage.sentences]
            for call in self.calls
            for passage in call
            if passage.title is not None
        ]


def assistant(reader: TwoFacedReader, *articles: Article, **changes: float) -> Assistant:
    return Assistant(
        articles or [Article("a", "The quay and its bridge", TEXT, "Post")],
        embedder=HashingEmbedder(dim=64),
        reader=PackagedReader(reader, ConfidenceModels(BOTH, BOTH, BOTH)),
        index_folder=None,
        settings=Settings(**changes),  # type: ignore[arg-type]
    )


def test_each_is_read_after_the_sentence_before_it_under_its_heading_and_the_title() -> None:
    reader = TwoFacedReader("opened")
    assistant(reader).ask(QUESTION)
    assert reader.looks() == [
        ["The council met on Monday.", "The bridge opened in May."],
        ["The quay opened in June."],
    ]
    looked = [passage for call in reader.calls for passage in call if passage.title is not None]
    assert {passage.title for passage in looked} == {"The quay and its bridge"}
    assert [passage.heading for passage in looked] == ["The bridge", "The quay"]
    assert all(TEXT[one.span.start : one.span.end] == one.text for one in looked)


def test_the_second_look_decides_between_sentences_that_the_first_found_alike() -> None:
    reply = assistant(TwoFacedReader("quay")).ask("When was it opened?")
    assert isinstance(reply, Answer)
    assert reply.citations[0].quote == "The quay opened in June."
    assert reply.confidence == pytest.approx(0.993, abs=0.001)  # 1 / (1 + e^-5)


def test_what_only_the_first_look_takes_for_an_answer_is_half_as_sure() -> None:
    reply = assistant(TwoFacedReader("nothing")).ask(QUESTION)
    assert reply.confidence == pytest.approx(0.5)  # 0.5 * 5 - 0.5 * 5 = 0
    reply = assistant(TwoFacedReader("nothing"), answer_threshold=0.6).ask(QUESTION)
    assert isinstance(reply, Abstention)


def test_what_rises_to_the_head_by_the_fall_of_another_is_looked_at_as_well() -> None:
    reader = TwoFacedReader("nothing")
    assistant(reader, reread_sentences=1).ask(QUESTION)
    assert sorted(look[-1] for look in reader.looks()) == [
        "The bridge opened in May.",
        "The quay opened in June.",
    ]


def test_two_are_looked_at_at_a_time_until_what_leads_has_been() -> None:
    # Nine sentences, read as one passage, that the first look takes for an answer; the second
    # takes the last of them alone, and only then is there one.
    text = " ".join(f"The bridge opened {n} lamps in {1900 + n}." for n in range(9))
    reader = TwoFacedReader("opened 8")
    asked = assistant(
        reader, Article("a", "Lamps", text, "Post"), joined_sentences=9, answer_threshold=0.9
    )
    reply = asked.ask("How many lamps has the bridge?")
    assert isinstance(reply, Answer)
    assert reply.citations[0].quote == "The bridge opened 8 lamps in 1908."
    looked = [look[-1] for look in reader.looks()]
    assert len(looked) == len(set(looked)) == 9


def test_nothing_is_read_twice_where_nothing_is_to_be_looked_at_again() -> None:
    reader = TwoFacedReader("opened")
    assistant(reader, reread_sentences=0).ask(QUESTION)
    assert len(reader.calls) == 1
    assert reader.looks() == []


def test_no_look_is_taken_while_nothing_answers_and_there_is_more_to_read() -> None:
    reader = TwoFacedReader("closed")
    text = " ".join(f"The bridge had {n} lamps in {1900 + n}." for n in range(9))
    asked = assistant(
        reader, Article("a", "Lamps", text, "Post"), passage_sentences=1, read_passages=4
    )
    assert isinstance(asked.ask("How many lamps had the bridge?"), Abstention)
    titled = [[passage.title for passage in call] for call in reader.calls]
    # Two looks of one call, or of two where the sentences stand side by side.
    assert titled[:2] == [[None, None], [None, None]]
    assert {title for call in titled[2:] for title in call} == {"Lamps"}


@pytest.mark.parametrize(("second", "more"), [("lamps", False), ("nothing", True)])
def test_reading_ends_early_only_where_the_second_look_agrees(second: str, more: bool) -> None:
    reader = TwoFacedReader(second, first="lamps")
    text = " ".join(f"The bridge had {n} lamps in {1900 + n}." for n in range(9))
    asked = assistant(
        reader, Article("a", "Lamps", text, "Post"), passage_sentences=1, read_passages=4
    )
    asked.ask("How many lamps had the bridge?")
    firsts = [len(call) for call in reader.calls if call[0].title is None]
    assert firsts == ([2, 2] if more else [2])


def test_a_sentence_that_cannot_answer_is_not_looked_at_in_place_of_one_that_can() -> None:
    # A number is asked for, and words without one answer no such question.
    text = "The new quay opened the port to trade. The new quay opened 40 berths of the port."
    reader = TwoFacedReader("opened")
    assistant(reader, Article("a", "Port", text, "Post"), reread_sentences=1).ask(
        "How much of the port was opened to trade?"
    )
    assert [look[-1] for look in reader.looks()] == [text.split(". ")[1]]


def test_of_two_that_stand_alike_the_newer_articles_is_looked_at_for_it_leads() -> None:
    articles = [
        Article("a", "Old", "The bridge opened in May, they said.", "Post", "2020-01-01"),
        Article("b", "New", "The bridge opened in June, they said.", "Post", "2024-01-01"),
    ]
    reader = TwoFacedReader("opened")
    reply = assistant(reader, *articles, reread_sentences=1).ask(QUESTION)
    assert reader.looks()[0] == ["The bridge opened in June, they said."]
    assert isinstance(reply, Answer)
    assert reply.citations[0].quote == reader.looks()[0][0]


def test_what_another_outlet_says_is_only_shown_beside_and_never_cited_in_a_filtered_answer() -> (
    None
):
    text = (
        "The bridge opened in May, Reuters reported. The bridge opened in June, the BBC reported."
    )
    reader = TwoFacedReader("opened")
    asked = assistant(reader, Article("a", "Bridges", text, "Post"))
    reply = asked.ask("When was it opened?", outlets=["BBC"])
    assert isinstance(reply, Answer)
    assert {outlet for item in reply.citations for outlet in item.outlets} == {"BBC"}
    assert all(look[-1].endswith("the BBC reported.") for look in reader.looks())


SENTENCES = [
    Sentence("a", Span(start, start + 4), text, "Parts", None)
    for start, text in ((0, "One."), (5, "Two."), (10, "Six."))
]
ARTICLE = Article("a", "Numbers", "One. Two. Six.", "Post")


def place_of(sentence: Sentence) -> Passage:
    at = SENTENCES.index(sentence)
    return in_its_place(sentence, SENTENCES[at - 1] if at else None, ARTICLE)


def signals(value: float) -> Signals:
    return Signals(*[value] * 11)


class SaysWhereItStands(TwoFacedReader):
    """Gives a sentence 1 where it stands last in what is read, and 9 where it does not."""

    def read(self, query: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        return tuple(
            Reading(one, passage, score=1.0 if one is passage.sentences[-1] else 9.0)
            for passage in passages
            for one in passage.sentences
        )


def test_a_sentence_is_judged_in_its_own_place_not_in_that_of_the_one_after_it() -> None:
    look = SecondLook(SaysWhereItStands("", ""), "?", place_of)
    look.take(SENTENCES[1:])  # "Two." stands in the place of "Six." as well
    for sentence in SENTENCES[1:]:
        assert sentence in look
        assert look.signals(sentence, signals(0.0)) == replace(signals(0.0), again_score=1.0)
    assert SENTENCES[0] not in look
    assert look.signals(SENTENCES[0], signals(0.5)) == signals(0.5)


def test_a_sentence_of_which_the_reader_says_nothing_keeps_what_was_said_first() -> None:
    class Mute(TwoFacedReader):
        def read(self, query: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
            return ()

    look = SecondLook(Mute(""), "?", place_of)
    look.take(SENTENCES[:1])
    assert SENTENCES[0] in look
    assert look.signals(SENTENCES[0], signals(0.5)) == signals(0.5)


@pytest.mark.parametrize(
    ("title", "heading", "shown"),
    [
        ("Numbers", "Parts", "Numbers"),
        ("Numbers", None, "Numbers"),
        ("The  numbers.", "# THE NUMBERS", None),  # said already
        ("", "Parts", None),
        (" … ", "Parts", None),
        (" ".join(map(str, range(500))), "Parts", " ".join(map(str, range(20)))),
    ],
)
def test_the_title_is_shown_once_and_never_longer_than_twenty_words(
    title: str, heading: str | None, shown: str | None
) -> None:
    sentence = replace(SENTENCES[0], heading=heading)
    passage = in_its_place(sentence, None, replace(ARTICLE, title=title))
    assert (passage.title, passage.text, passage.sentences) == (shown, "One.", (sentence,))


def test_the_reader_that_ships_reads_the_title_along_and_points_at_the_same_words() -> None:
    reader = open_packaged_reader().reader
    text = "The bridge opened in May."
    sentence = Sentence("a", Span(0, len(text)), text, "The bridge", None)
    plain = Passage("a:0-25", "a", sentence.span, text, (sentence,))
    (untitled,) = reader.read("When was the bridge of Exton opened?", [plain])
    (titled,) = reader.read(
        "When was the bridge of Exton opened?", [replace(plain, title="Exton")]
    )
    assert titled.relevance > untitled.relevance  # it is of Exton
    for reading in (titled, untitled):
        assert reading.short is not None
        assert text[reading.short.start : reading.short.end] in ("May", "in May")
