from __future__ import annotations

import json

import pytest

from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation
from qa.asking import Request, format_reply, parse_request
from qa.errors import BatchError


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        (b'{"id": 1, "question": "Why?", "history": []}', Request(1, "Why?", ())),
        (b'{"question": "Why?"}', Request(None, "Why?", ())),
        (b'{"id": "x", "question": "", "history": null}', Request("x", "", ())),
        (b'{"id": [1, {"a": null}], "question": "\\u00e9"}', Request([1, {"a": None}], "é", ())),
        (
            b'{"id": 0.5, "question": "So?", "history": ["a", "b"], "kind": "fact"}',
            Request(0.5, "So?", ("a", "b")),
        ),
        (b'{"id": %s, "question": "Why?"}' % (b"9" * 30), Request(int("9" * 30), "Why?", ())),
        (b'  {"id": false, "question": "\\ud800"}\r\n', Request(False, "\ud800", ())),
    ],
)
def test_a_line_of_a_batch_is_read(line: bytes, request_: Request) -> None:
    assert parse_request(line) == request_


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            b"What?",
            "this is not JSON (Expecting value at character 1); write one object a line",
        ),
        (
            b'{"question": "Why?"} {}',
            "this is not JSON (Extra data at character 22); write one object a line",
        ),
        (b"[]", 'this is no JSON object; write {"id": 1, "question": "…", "history": []}'),
        (b"{}", '"question" is missing or no text; write {"id": 1, "question": "…"}'),
        (
            b'{"question": ["Why?"]}',
            '"question" is missing or no text; write {"id": 1, "question": "…"}',
        ),
        (
            b'{"question": "Why?", "history": "Who?"}',
            '"history" is no list of texts; write "history": ["an earlier question"]',
        ),
        (
            b'{"question": "Why?", "history": [1]}',
            '"history" is no list of texts; write "history": ["an earlier question"]',
        ),
        (b"\xe9", "this is not UTF-8; save the batch as UTF-8 text"),
        (
            b'{"id": NaN, "question": "Why?"}',
            "this cannot be read (NaN is no number of JSON's); write an id that is text",
        ),
        (
            b'{"id": 1e999, "question": "Why?"}',
            "this cannot be read (the number 1e999 is too large); write an id that is text",
        ),
        (
            b'{"id": %s}' % (b"1" * 5000),
            "this cannot be read (the number 11111111111111111111… has 5,000 digits); "
            "write an id that is text",
        ),
        (
            b"[" * 200_000,
            "this is JSON nested too deeply; write one flat object a line",
        ),
    ],
)
def test_what_is_wrong_with_a_line_is_one_sentence(line: bytes, message: str) -> None:
    with pytest.raises(BatchError) as caught:
        parse_request(line)

    assert str(caught.value) == message


def cited(quote: str, *outlets: str, speaker: str | None = None) -> Citation:
    credited = Attribution(outlets, speaker, Span(0, 1)) if outlets or speaker else None
    return Citation(1, "a", "A title", Span(5, 5 + len(quote)), quote, credited, 0.9)


def test_an_answer_reads_well_on_a_terminal() -> None:
    quote = "It\nis safe."
    answer = Answer(
        "safe?", "Is it safe?", "It is safe. [1]", "safe", (cited(quote, "Reuters"),), 0.876
    )

    assert format_reply(answer) == (
        "Searched for: Is it safe?\n"
        "\n"
        "Short: safe\n"
        "\n"
        "It is safe. [1]\n"
        "\n"
        "[1] “It is safe.”\n"
        "    Reuters — a:5-16\n"
        "\n"
        "Confidence 0.88"
    )


def test_an_abstention_shows_the_nearest_as_unconfirmed() -> None:
    nearest = (cited("It is long.", speaker="the\nmayor"),)
    reply = Abstention("Is it safe?", "Is it safe?", AbstainReason.NOT_IN_BRIEFING, nearest)

    assert format_reply(reply) == (
        "The briefing does not say.\n"
        "\n"
        "Nearest passages, unconfirmed:\n"
        "\n"
        "[1] “It is long.”\n"
        "    no outlet credited; said by: the mayor — a:5-16"
    )


def test_a_marker_never_opens_a_line() -> None:
    for words in range(8, 24):
        text = " ".join(["word"] * words) + ". [1] Then more of it. [2]"
        answer = Answer("q", "q", text, None, (cited("word"),), 0.5)
        lines = format_reply(answer).split("\n\n")[0].split("\n")
        assert not [line for line in lines if line.startswith("[")]
        assert " ".join(lines) == text


def test_lines_keep_long_words_and_hyphens_whole() -> None:
    text = "a" * 100 + " U.S.-sponsored" * 12 + ". [1]"
    shown = format_reply(Answer("q", "q", text, None, (cited("word"),), 0.5))

    assert [word for word in shown.split() if word.startswith("U.S.")] == (
        ["U.S.-sponsored"] * 11 + ["U.S.-sponsored."]
    )
    assert "a" * 100 in shown.split()


def test_a_surrogate_in_json_output_is_its_json_escape() -> None:
    written = json.dumps({"id": "\ud800é"}, ensure_ascii=False).encode("utf-8", "backslashreplace")

    assert written == b'{"id": "\\ud800\xc3\xa9"}'
    assert json.loads(written) == {"id": "\ud800é"}
