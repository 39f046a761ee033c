from __future__ import annotations

import pytest

from corpus.sentences import Attribution, Sentence
from corpus.spans import Span
from qa.evidence import Evidence
from qa.writer import (
    close_quotations,
    end_sentence,
    without_markers,
    write_extract,
    write_sentence,
)

CREDIT = "according to Reuters"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Rain fell.", "Rain fell, according to Reuters."),
        ("Rain fell", "Rain fell, according to Reuters."),
        ("Two points matter:", "Two points matter, according to Reuters."),
        ("Rain fell;", "Rain fell, according to Reuters."),
        ("Rain fell –", "Rain fell, according to Reuters."),
        ("It is made in the U.S.", "It is made in the U.S., according to Reuters."),
        ("It opens at 7 a.m.", "It opens at 7 a.m., according to Reuters."),
        ("He works for Acme Inc.", "He works for Acme Inc., according to Reuters."),
        ("They bought (Acme Inc.", "They bought (Acme Inc., according to Reuters."),
        ("It weighs 5 kg.", "It weighs 5 kg, according to Reuters."),
        ("They said no.", "They said no, according to Reuters."),
        ("Will it rain?", "Will it rain? — according to Reuters."),
        ("Rain!", "Rain! — according to Reuters."),
        ("It rained and rained…", "It rained and rained… — according to Reuters."),
        ("It rained and rained...", "It rained and rained... — according to Reuters."),
        ("“We will wait.”", "“We will wait”, according to Reuters."),
        ('"We will wait."', '"We will wait", according to Reuters.'),
        ("She asked: “Why now?”", "She asked: “Why now?” — according to Reuters."),
        ("He called it “odd”.", "He called it “odd”, according to Reuters."),
        ("It stood (until May.)", "It stood (until May), according to Reuters."),
        ("It stood (until May).", "It stood (until May), according to Reuters."),
        ("*It costs **€3.9m**.*", "*It costs **€3.9m***, according to Reuters."),
        ("It fell by 3.5", "It fell by 3.5, according to Reuters."),
        ("下雨了。", "下雨了, according to Reuters."),
        ("…", "… — according to Reuters."),
        ("—", "— — according to Reuters."),
    ],
)
def test_a_credit_goes_before_the_last_stop(words: str, written: str) -> None:
    assert end_sentence(words, CREDIT) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Rain fell.", "Rain fell."),
        ("Rain fell", "Rain fell."),
        ("One expert noted:", "One expert noted."),
        ("Rain fell –", "Rain fell."),
        ("It is made in the U.S.", "It is made in the U.S."),
        ("Will it rain?", "Will it rain?"),
        ("It rained…", "It rained…"),
        ("“We will wait.”", "“We will wait.”"),
        ("“We will wait”", "“We will wait”."),
        ("It stood (until May)", "It stood (until May)."),
    ],
)
def test_without_a_credit_the_sentence_has_one_end(words: str, written: str) -> None:
    assert end_sentence(words) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("It began in 2020.[3]", "It began in 2020."),
        ("It began[3][14] in 2020.", "It began in 2020."),
        ("He said it [2020] was long.", "He said it (2020) was long."),
        ("[1] It began.", "(1) It began."),
        ("He “[would] wait”.", "He “[would] wait”."),
    ],
)
def test_the_articles_own_marks_cannot_pass_for_markers(words: str, written: str) -> None:
    assert without_markers(words) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("“We asked for the drawings.", "“We asked for the drawings.”"),
        ("Nobody knew,” she said.", "“Nobody knew,” she said."),
        ("“A,” he said, “b.”", "“A,” he said, “b.”"),
        ("« Oui.", "« Oui.»"),
        ("„Ja“, sagte er.", "„Ja“, sagte er."),
        ('"We asked.', '"We asked."'),
        ('Nobody knew."', '"Nobody knew."'),
        ('It was no recall".', '"It was no recall".'),
        ('The plank is 12".', 'The plank is 12".'),
        ('It was "odd, she said.', 'It was "odd, she said.'),
        ('It was "odd", "very".', 'It was "odd", "very".'),
        ("5” by 7” by 9”", "5” by 7” by 9”"),
    ],
)
def test_a_quotation_cut_in_two_gets_its_other_mark(words: str, written: str) -> None:
    assert close_quotations(words) == written


def sentence(text: str, *outlets: str, speaker: str | None = None) -> Sentence:
    outside = Span(len(text) + 1, len(text) + 5)
    credited = Attribution(outlets, speaker, outside) if outlets or speaker else None
    return Sentence("a", Span(0, len(text)), text, None, credited)


def test_every_sentence_ends_in_its_marker_in_order() -> None:
    evidence = [
        Evidence(sentence("Rain\n  fell.", "Reuters", "AFP"), 0.9),
        Evidence(sentence("It will fall."), 0.8),
        Evidence(sentence("Who knows?", "BBC", speaker="one expert"), 0.7),
    ]

    assert write_extract(evidence) == (
        "Rain fell, according to Reuters and AFP. [1] It will fall. [2] "
        "Who knows? — according to one expert, as reported by BBC. [3]"
    )


def test_the_quote_is_left_alone_by_what_the_text_needs() -> None:
    item = Evidence(sentence("**Rain** fell\n in 2020.[3]", "Reuters"), 1.0)

    assert write_sentence(item, 7) == "**Rain** fell in 2020, according to Reuters. [7]"
    assert item.sentence.text == "**Rain** fell\n in 2020.[3]"
