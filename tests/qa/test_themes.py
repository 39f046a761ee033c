"""Questions and headings share themes without sharing words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexical import split_words
from qa.themes import themes_of, without_theme_words


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("main risks", "Caveats and questions arise"),
        ("doubts", "What Could Go Wrong"),
        ("significance", "Why the Move Matters"),
        ("consequences", "What it could mean locally and globally"),
        ("history", "Background"),
        ("what comes next", "Outlook"),
        ("responses", "Reactions"),
    ],
)
def test_a_question_meets_the_heading_of_its_theme(asked: str, heading: str) -> None:
    assert themes_of(frozenset(split_words(asked))) & themes_of(frozenset(split_words(heading)))


@pytest.mark.parametrize(("asked", "heading"), [("risks", "Background"), ("trams", "Key figures")])
def test_other_themes_do_not_meet(asked: str, heading: str) -> None:
    assert not (
        themes_of(frozenset(split_words(asked))) & themes_of(frozenset(split_words(heading)))
    )


def test_what_only_names_a_theme_goes_and_the_matter_stays() -> None:
    assert without_theme_words(frozenset(split_words("risks for Israel"))) == {"israel"}


@given(
    st.sets(st.sampled_from(["caveats", "matters", "effects", "history", "outlook", "responses"])),
    st.sets(st.sampled_from(["Israel", "trams", "duty", "harbour", "2020"])),
)
def test_of_any_words_those_that_name_no_theme_are_left(themes: set[str], matter: set[str]) -> None:
    stems = frozenset(split_words(" ".join([*themes, *matter])))
    left = frozenset(split_words(" ".join(matter)))
    assert without_theme_words(stems) == left
    assert len(themes_of(stems)) == len(themes)
    assert themes_of(left) == frozenset()
