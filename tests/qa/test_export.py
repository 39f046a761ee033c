"""A conversation to take along holds every text, credit and open part, in each form."""

from __future__ import annotations

import io
import json

import docx
import pytest

from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation, answer_json
from qa.export import Exchange, as_docx, as_json, as_markdown, export_conversation

_CITED = Citation(
    1, "quay", "The quay", Span(0, 8), "It *sank*", Attribution(("AP",), "an aide", Span(0, 2)), 0.9
)
_ANSWER = Answer(
    "When, and who?",
    "When?",
    "It *sank*. [1]",
    None,
    (_CITED,),
    0.9,
    unanswered=("Who?",),
)
_SILENCE = Abstention("Why?", "Why?", AbstainReason.NOT_IN_BRIEFING, (_CITED,))
_TALK = [Exchange("When, and who?", _ANSWER), Exchange("Why?", _SILENCE)]


def test_markdown_has_a_footnote_for_each_citation_and_says_what_is_left_open() -> None:
    assert as_markdown(_TALK) == (
        "## When, and who?\n\n"
        "It \\*sank\\*.[^1]\n\n"
        "The briefing does not say: Who?\n\n"
        "## Why?\n\n"
        "The briefing does not say.\n\n"
        "Nearest passages, unconfirmed:[^2]\n\n"
        "[^1]: “It \\*sank\\*” — AP, said by an aide, in “The quay” (quay), characters 0 to 8\n\n"
        "[^2]: “It \\*sank\\*” — AP, said by an aide, in “The quay” (quay), characters 0 to 8\n"
    )


def test_word_has_the_same_text_and_notes() -> None:
    document = docx.Document(io.BytesIO(as_docx(_TALK)))
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "When, and who?",
        "It *sank*. 1",
        "The briefing does not say: Who?",
        "1 “It *sank*” — AP, said by an aide, in “The quay” (quay), characters 0 to 8",
        "Why?",
        "The briefing does not say.",
        "Nearest passages, unconfirmed:",
        "1 “It *sank*” — AP, said by an aide, in “The quay” (quay), characters 0 to 8",
    ]


def test_json_holds_the_contracts_objects() -> None:
    assert json.loads(as_json(_TALK)) == [
        {"question": "When, and who?", "answer": answer_json(_ANSWER)},
        {"question": "Why?", "answer": answer_json(_SILENCE)},
    ]


def test_a_form_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no form 'pdf'; ask for markdown, docx or json"):
        export_conversation(_TALK, "pdf")
