"""What a question takes for granted not to be so."""

from __future__ import annotations

import pytest

from qa.premises import denied_premise


@pytest.mark.parametrize(
    ("question", "premise"),
    [
        ("Given that the ferry has no licence, who lets it sail?",
         "Is it true that the ferry has no licence?"),
        ("As nobody paid the toll, what became of the bridge?",
         "Is it true that nobody paid the toll?"),
        ("Why has the bridge never been painted?", "Has the bridge never been painted?"),
        ("Why doesn't the ferry sail on Sundays?", "Doesn't the ferry sail on Sundays?"),
    ],
)  # fmt: skip
def test_what_is_denied_before_something_is_asked_is_a_premise(question: str, premise: str) -> None:
    assert denied_premise(question) == premise


@pytest.mark.parametrize(
    "question",
    [
        "Given that the ferry sails, who lets it?",  # what is affirmed, no denial contradicts
        "Why was the bridge painted?",
        "Did the ferry not sail?",
        "As for the ferry, no news?",
        "",
    ],
)
def test_what_denies_nothing_has_no_such_premise(question: str) -> None:
    assert denied_premise(question) is None
