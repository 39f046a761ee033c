"""What the page's script is given of a library that changes while it asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.articles import Article
from corpus.library import Library
from qa.answers import Abstention, Answer
from qa.briefing import Briefing
from qa.page.reading_view import render_article
from qa.page.script_calls import script_calls

BRIDGE = Article("bridge", "A bridge", "The bridge opened on Monday. It is long.\n")


@dataclass
class Changing:
    """A library that somebody changes right after every look at it."""

    library: Library
    change: Callable[[Library], None]
    looks: list[Briefing] = field(default_factory=list)

    def now(self) -> Briefing:
        self.looks.append(Briefing.read(self.library.articles(), passage_sentences=3))
        self.change(self.library)
        return self.looks[-1]

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        outlets: Sequence[str] = (),
        articles: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> Answer | Abstention:
        raise AssertionError("the script asks no questions")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library.open(tmp_path / "library", create=True)
    made.add(BRIDGE)
    return made


def call(assistant: Changing, name: str, argument: Any) -> Any:
    calls = {function.__name__: function for function in script_calls(assistant, None)}
    return calls[name](argument)


def take_out(library: Library) -> None:
    library.remove("bridge")


def replace_text(library: Library) -> None:
    library.remove("bridge")
    library.add(replace(BRIDGE, text="A ferry runs instead of it.\n"))


@pytest.mark.parametrize("change", [take_out, replace_text])
def test_an_article_is_shown_as_it_was_at_one_moment(
    library: Library, change: Callable[[Library], None]
) -> None:
    assistant = Changing(library, change)
    html = call(assistant, "open_article", "bridge")
    (briefing,) = assistant.looks
    assert html == render_article(BRIDGE, briefing.pieces["bridge"])


def test_an_article_that_was_taken_out_is_none(library: Library) -> None:
    assistant = Changing(library, lambda library: None)
    library.remove("bridge")
    assert call(assistant, "open_article", "bridge") is None
    assert call(assistant, "open_article", "no article at all") is None
