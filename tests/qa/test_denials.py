"""Which words deny a verb, and which deny anything."""

from __future__ import annotations

import pytest

from qa.denials import count_denials, denies


@pytest.mark.parametrize(
    ("text", "verb_denied", "denials"),
    [
        ("The bridge opened.", False, 0),
        ("The bridge did not open.", True, 1),
        ("The bridge didn’t open.", True, 1),
        ("It opened without a ceremony.", False, 1),
        ("Nobody denied it.", True, 2),
        ("They have ruled out a sale.", True, 1),
        ("She failed to appear.", True, 1),
        ("The exam was a failure, and the ruler was out.", False, 0),
        ("The knot was noted in the annotation.", False, 0),
    ],
)
def test_words_that_deny_are_counted(text: str, verb_denied: bool, denials: int) -> None:
    assert denies(text) is verb_denied
    assert count_denials(text) == denials
