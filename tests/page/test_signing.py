"""Which replies the server knows as its own when a browser brings them back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from corpus.articles import Article
from corpus.sentences import Sentence
from qa.answers import AbstainReason, Abstention, Answer, Citation
from qa.briefing import Briefing
from qa.page.signing import Signer
from qa.page.turns import Turn, read_turns, write_turns

BRIDGE = Article("bridge", "A bridge", "The bridge opened on Monday. It is long. (AP)\n")
BRIEFING = Briefing.read([BRIDGE], passage_sentences=3)


def cite(marker: int, sentence: Sentence) -> Citation:
    return Citation(
        marker, "bridge", "A bridge", sentence.span, sentence.text, sentence.attribution, 1 / 3
    )


CITED = tuple(cite(*item) for item in enumerate(BRIEFING.sentences, start=1))
TEXT = "The bridge opened on Monday. [1] It is long, according to AP. [2]"
ANSWER = Turn("When?", Answer("When?", "When?", TEXT, "Monday", CITED, 2 / 3, {"total": 41.5}))
SILENCE = Turn("Why?", Abstention("Why?", "Why?", AbstainReason.NOT_IN_BRIEFING, CITED, 1 / 7))


def from_a_browser(turn: Turn, **changed: Any) -> Turn:
    """``turn`` as it comes back where the keys of its reply were ``changed``."""
    (kept,) = json.loads(json.dumps(write_turns([turn])))
    kept["reply"] |= changed
    (back,) = read_turns([kept], BRIEFING)
    return back


@pytest.mark.parametrize("turn", [ANSWER, SILENCE])
def test_a_signed_turn_is_known_after_its_way_through_a_browser(turn: Turn) -> None:
    signer = Signer()
    assert signer.has_signed(signer.sign(turn))
    assert signer.has_signed(from_a_browser(signer.sign(turn)))


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Nothing of the kind. [1]"},
        {"short": "Tuesday"},
        {"short": None},
        {"question": "Who?"},
        {"query": "Who?"},
        {"confidence": 1},
        {"citations": write_turns([ANSWER])[0]["reply"]["citations"][:1]},
    ],
    ids=["text", "short", "no short", "question", "query", "confidence", "a citation less"],
)
def test_words_that_somebody_else_put_in_are_told(changed: dict[str, Any]) -> None:
    signer = Signer()
    assert not signer.has_signed(from_a_browser(signer.sign(ANSWER), **changed))


def test_a_question_that_was_exchanged_is_told() -> None:
    signer = Signer()
    assert not signer.has_signed(replace(signer.sign(ANSWER), question="Who?"))


@pytest.mark.parametrize("signature", ["", "0" * 64, "\ud800"])
def test_what_is_no_signature_is_told(signature: str) -> None:
    assert not Signer().has_signed(replace(ANSWER, signature=signature))


def test_the_signature_of_another_server_is_strange() -> None:
    assert not Signer().has_signed(Signer().sign(ANSWER))


def test_the_key_is_not_printed() -> None:
    assert repr(Signer(b"secret")) == "Signer()"
