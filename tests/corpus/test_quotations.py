from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quotations import (
    closes_quotation,
    double_marks,
    is_quotation,
    mask_quotations,
    opens_quotation,
)


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
    ("text", "doubled"),
    [
        ("'We go,' she said.", "“We go,” she said."),
        ("‘We don’t go,’ she said, ‘now.’", "“We don’t go,” she said, “now.”"),
        ("She calls it 'a slap' for nurses.", "She calls it “a slap” for nurses."),
        # Of two marks the one behind a comma closes, or the one that is no plural's.
        ("'The farmers' hens,' he said.", "“The farmers' hens,” he said."),
        ("The 'farmers' friend' is gone.", "The “farmers' friend” is gone."),
        ("And so it fell,' she said.", "And so it fell,” she said."),
        ("‘First we thought.", "“First we thought."),
        ("The farmers' league of the '90s loved rock 'n' roll.", None),
        ("The unions' answer isn't known.", None),
        ("“He said ‘no’ twice,” she said.", None),
        ("'We told the same joke.", "“We told the same joke."),
        ("'They trample workers' rights', she said.", "“They trample workers' rights”, she said."),
        ("The U.S.' allies and Warner Bros.' lawyers came.", None),
        ("The band of the ‘60s and ‘em all.", None),
        ("The ‘Iolani Palace is closed.", None),
    ],
)
def test_single_marks_that_quote_are_told_from_apostrophes(text: str, doubled: str | None) -> None:
    assert double_marks(text) == (text if doubled is None else doubled)


@given(st.text(alphabet="ab s,.'‘’ ", max_size=40))
def test_doubled_marks_move_nothing_and_change_only_single_marks(text: str) -> None:
    doubled = double_marks(text)
    assert len(doubled) == len(text)
    assert all(
        new == old or (old in "'‘’" and new in "“”")
        for old, new in zip(text, doubled, strict=True)
    )
    assert double_marks(doubled) == doubled


@given(st.text(alphabet="ab ", min_size=1, max_size=9).filter(lambda text: text.strip() == text))
def test_what_stands_between_single_marks_is_quoted(text: str) -> None:
    assert double_marks(f"She said: '{text},' and left.") == f"She said: “{text},” and left."


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
