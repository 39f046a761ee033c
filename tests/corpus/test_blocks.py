from __future__ import annotations

import pytest

from corpus.blocks import split_blocks

LONG = "The council of the island met for nine hours on Tuesday and then"  # 65 columns
WRAPPED = f"{LONG}\n{LONG}\nadjourned.\n\n{LONG}\nadjourned again."


def blocks_of(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in split_blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One.\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("One.\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("  One.  \r\n\r\n  Two.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("One goes\non here.", [("paragraph", "One goes\non here.")]),
        ("A label\nOne.", [("paragraph", "A label"), ("paragraph", "One.")]),
        ("# Title\nOne.", [("heading", "Title"), ("paragraph", "One.")]),
        ("### Title", [("heading", "Title")]),
        ("#hashtag", [("paragraph", "#hashtag")]),
        ("- one\n- two", [("item", "one"), ("item", "two")]),
        ("1. one\n2) two\n(3) three", [("item", "one"), ("item", "two"), ("item", "three")]),
        ("• one\na) two", [("item", "one"), ("item", "two")]),
        ("- one goes\n  on here", [("item", "one goes\n  on here")]),
        ("2020. A year.", [("paragraph", "2020. A year.")]),
        ("3.5 metres", [("paragraph", "3.5 metres")]),
        ("-5 degrees", [("paragraph", "-5 degrees")]),
        ("> One.", [("paragraph", "One.")]),
        (">> - one", [("item", "one")]),
        ("One.\n---\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("One.\n* * *\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
    ],
)
def test_lines_form_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks_of(text) == expected


def test_lines_that_end_at_a_column_are_one_paragraph() -> None:
    assert blocks_of(WRAPPED) == [
        ("paragraph", f"{LONG}\n{LONG}\nadjourned."),
        ("paragraph", f"{LONG}\nadjourned again."),
    ]


def test_a_short_line_ends_a_wrapped_paragraph() -> None:
    text = f"{WRAPPED}\nReuters\n{LONG}\n{LONG}\n."
    assert ("paragraph", f"{LONG}\nadjourned again.") in blocks_of(text)
