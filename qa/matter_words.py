"""The words of a question that name its matter: what is left between those that only ask."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.lexical import split_words
from qa.question_topics import is_talk
from qa.understanding import NamedOutlet

_WORD = re.compile(r"\w+(?:[.'’]\w+)*")
_MARKS = re.compile(r"[\"“”„?!:;–—=]|\.(?!\w)")


def matter_stems(words: str, *, of_source: bool = False) -> list[str]:
    """The stems of those of ``words`` that name a matter, each once.

    ``of_source`` is that of ``qa.question_topics.is_talk``.
    """
    return list(
        dict.fromkeys(
            stem
            for word in _WORD.findall(words)
            if not is_talk(word, of_source=of_source)
            for stem in split_words(word)
            if len(stem) > 1  # "t" is left of "don't"
        )
    )


def trim_to_matter(text: str, *, of_source: bool = False) -> str:
    """``text`` from the first to the last of its words that name a matter, without its marks."""
    words = [
        found
        for found in _WORD.finditer(text)
        if len(found.group()) > 1
        and not is_talk(found.group(), of_source=of_source)
        and split_words(found.group())
    ]
    if not words:
        return ""
    return " ".join(_MARKS.sub(" ", text[words[0].start() : words[-1].end()]).split())


def without_outlets(query: str, outlets: Sequence[NamedOutlet]) -> str:
    """``query`` with blanks in the places of ``outlets``."""
    bare = list(query)
    for outlet in outlets:
        bare[outlet.span.start : outlet.span.end] = " " * (outlet.span.end - outlet.span.start)
    return "".join(bare)
