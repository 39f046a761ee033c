from __future__ import annotations

from corpus.articles import Article
from corpus.sentences import Attribution, Sentence
from corpus.spans import Span
from qa.briefing import Briefing
from qa.evidence import Evidence
from qa.source_replies import list_sources, name_source


def read(text: str) -> Briefing:
    return Briefing.read([Article("a", "A title", text)], passage_sentences=3)


def test_outlets_come_in_their_groups_then_speakers_without_one() -> None:
    briefing = read(
        "The bridge opened on Monday. (Reuters, AFP)\n\n"
        "It cost a million. (AFP)\n\n"
        "It will hold, the mayor said.\n\n"
        "Analysts say the toll is high. (BBC)\n\n"
        "“It is ugly,” he said.\n\n"
        "The mayor said that the old one goes.\n"
    )

    reply = list_sources(briefing, briefing.sentences)

    assert reply is not None
    assert reply.text == (
        "The briefing credits Reuters and AFP. [1] It credits BBC. [2] "
        "It quotes the mayor without naming an outlet. [3]"
    )
    assert reply.short == "Reuters, AFP and BBC"
    assert [item.sentence.text for item in reply.evidence] == [
        "The bridge opened on Monday.",
        "Analysts say the toll is high.",
        "It will hold, the mayor said.",
    ]


def test_speakers_alone_are_sources_without_a_short_answer() -> None:
    briefing = read("It will hold, the mayor said.")

    reply = list_sources(briefing, briefing.sentences)

    assert reply is not None
    assert reply.text == "The briefing quotes the mayor without naming an outlet. [1]"
    assert reply.short is None


def test_at_most_four_speakers_are_listed() -> None:
    briefing = read("\n\n".join(f"Ana Novak{name} said it rained." for name in "abcdef"))

    reply = list_sources(briefing, briefing.sentences)

    assert reply is not None
    assert len(reply.evidence) == 4


def test_an_article_that_credits_nobody_has_no_sources() -> None:
    briefing = read("The bridge opened on Monday. It is long.")

    assert list_sources(briefing, briefing.sentences) is None


def test_a_lead_in_is_no_evidence_of_its_speaker() -> None:
    briefing = read("One engineer noted:\n\nThe bridge will hold for a century.")

    reply = list_sources(briefing, briefing.sentences)

    assert reply is not None
    assert [item.sentence.text for item in reply.evidence] == [
        "The bridge will hold for a century."
    ]


def evidence(text: str, attribution: Attribution | None) -> Evidence:
    return Evidence(Sentence("a", Span(0, len(text)), text, None, attribution), 0.9)


def test_the_source_of_a_sentence_is_named_with_the_sentence() -> None:
    cue = Span(30, 35)
    cases = [
        (Attribution(("Reuters", "AFP"), None, cue), "Reuters and AFP", "Reuters and AFP"),
        (Attribution((), "One expert", cue), "one expert", "One expert"),
    ]
    for attribution, written, short in cases:
        reply = name_source([evidence("Is it “safe”?", attribution)])
        assert reply is not None
        assert reply.text == f"Is it “safe”? — according to {written}. [1]"
        assert reply.short == short
        assert len(reply.evidence) == 1


def test_sentences_that_are_credited_to_nobody_are_left_out() -> None:
    credited = evidence("It is long.", Attribution(("Reuters",), None, Span(30, 35)))

    reply = name_source([evidence("It is safe.", None), credited])

    assert reply is not None
    assert reply.text == "It is long, according to Reuters. [1]"
    assert reply.evidence == (credited,)
    assert reply.short == "Reuters"


def test_whoever_said_it_comes_first_where_that_is_asked() -> None:
    said = evidence("It is long.", Attribution(("Reuters",), "the mayor", Span(30, 35)))

    for speaker_first, short in ((True, "the mayor"), (False, "Reuters")):
        reply = name_source([said], speaker_first=speaker_first)
        assert reply is not None
        assert reply.text == "It is long, according to the mayor, as reported by Reuters. [1]"
        assert reply.short == short


def test_where_nobody_is_credited_nobody_is_named() -> None:
    assert name_source([]) is None
    assert name_source([evidence("It is safe.", None)]) is None
    assert name_source([evidence("It is safe.", Attribution((), "he", Span(30, 32)))]) is None


def test_among_some_outlets_these_alone_come_and_no_speakers() -> None:
    briefing = read(
        "The bridge opened on Monday. (Reuters, AFP)\n\nIt will hold, the mayor said.\n\n"
        "Analysts say the toll is high. (BBC)\n"
    )

    reply = list_sources(briefing, briefing.sentences, among=frozenset({"AFP", "BBC"}))

    assert reply is not None
    assert reply.text == "The briefing credits AFP. [1] It credits BBC. [2]"
    assert list_sources(briefing, briefing.sentences, among=frozenset()) is None
