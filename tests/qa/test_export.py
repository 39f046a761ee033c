"""A conversation to take along holds every text, credit and open part, in each form."""

from __future__ import annotations

import io
import json

import docx
import pytest

from corpus.sentences import Attribution
from corpus.spans import Span
from qa.answers import (
    AbstainReason,
    Abstention,
    Answer,
    Citation,
    Standing,
    answer_json,
    details_json,
)
from qa.export import Exchange, as_docx, as_json, as_markdown, export_conversation

_CITED = Citation(
    1, "quay", "The quay", Span(0, 8), "It *sank*", Attribution(("AP",), "an aide", Span(0, 2)), 0.9
)
_ANSWER = Answer(
    "When, and who?",
    "When?",
    "It *sank*. [1] It had [1998] on its bow. [1]",
    None,
    (_CITED,),
    0.9,
    unanswered=("Who?",),
    standing=Standing(("AP", "DPA"), (_CITED,), (1,), 2),
)
_SILENCE = Abstention("Why?", "Why?", AbstainReason.NOT_IN_BRIEFING, (_CITED,))
_TALK = [Exchange("When, and who?", _ANSWER, "only *AP*"), Exchange("Why?", _SILENCE)]


def test_markdown_has_a_footnote_for_each_citation_and_says_what_is_left_open() -> None:
    assert as_markdown(_TALK) == (
        "## When, and who?\n\n"
        "Limit: only \\*AP\\*\n\n"
        "It \\*sank\\*.[^1] It had \\[1998\\] on its bow.[^1]\n\n"
        "The briefing does not say: Who?\n\n"
        "Sources disagree:[^1] against \\[2\\]\n\n"
        "Carried by 2 outlets: AP, DPA\n\n"
        "Also: “It \\*sank\\*” — AP, said by an aide, in “The quay” (quay), characters 0 to 8\n\n"
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
        "Limit: only *AP*",
        "It *sank*. 1 It had [1998] on its bow. 1",
        "The briefing does not say: Who?",
        "Sources disagree: 1 against [2]",
        "Carried by 2 outlets: AP, DPA",
        "1 “It *sank*” — AP, said by an aide, in “The quay” (quay), characters 0 to 8",
        "Also: “It *sank*” — AP, said by an aide, in “The quay” (quay), characters 0 to 8",
        "Why?",
        "The briefing does not say.",
        "Nearest passages, unconfirmed: 1",
        "1 “It *sank*” — AP, said by an aide, in “The quay” (quay), characters 0 to 8",
    ]


def test_json_holds_the_contracts_objects_and_what_they_leave_out() -> None:
    assert json.loads(as_json(_TALK)) == [
        {"question": "When, and who?", "limited": "only *AP*",
         "answer": answer_json(_ANSWER), "details": details_json(_ANSWER)},
        {"question": "Why?", "limited": "",
         "answer": answer_json(_SILENCE), "details": details_json(_SILENCE)},
    ]  # fmt: skip


def test_a_form_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no form 'pdf'; ask for markdown, docx or json"):
        export_conversation(_TALK, "pdf")
