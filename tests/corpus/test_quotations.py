from __future__ import annotations

import pytest

from corpus.quotations import closes_quotation, is_quotation, mask_quotations, opens_quotation


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("no marks", "no marks"),
        ("“a b,” she said", "“¤ ¤¤” she said"),
        ('"a b," she said', '"¤ ¤¤" she said'),
        ("«a», dit-elle", "«¤», dit-elle"),
        ("the end of it,” she said", "¤¤¤ ¤¤¤ ¤¤ ¤¤¤” she said"),
        ("she said: “a b", "she said: “¤ ¤"),
        ("“a” and “b”", "“¤” and “¤”"),
    ],
)
def test_what_is_quoted_is_masked_and_nothing_moves(text: str, masked: str) -> None:
    assert mask_quotations(text) == masked


@pytest.mark.parametrize(
    ("text", "opens", "closes", "whole"),
    [
        ("“We go.”", False, False, True),
        ("“We go.", True, False, False),
        ("We go.”", False, True, False),
        ("“We go,” she said. “Now", True, False, False),
        ("We go,” she said.", False, True, False),
        ('"We go."', False, False, True),
        ('"We go.', True, False, False),
        ("“We go,” she said.", False, False, False),
        ("We go.", False, False, False),
    ],
)
def test_where_quotations_begin_and_end(text: str, opens: bool, closes: bool, whole: bool) -> None:
    assert opens_quotation(text) is opens
    assert closes_quotation(text) is closes
    assert is_quotation(text) is whole
