"""What the writer of an article does throughout, so that one place explains another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from corpus.blocks import Block
from corpus.brackets import BRACKETED, words_in_bracket
from corpus.colon_labels import find_colon_labels
from corpus.credit_names import MARKS, WORD
from corpus.dated_tags import read_dated_sources
from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import STARTERS
from corpus.outlets import OutletList
from corpus.press_words import LOWER_IN_NAMES
from corpus.section_labels import is_section_label

_MID_SENTENCE_NAME = re.compile(rf"(?<=(?:{SMALL}|[,;]) )({CAPITAL}[\w-]+)")
_TITLE_RUN = re.compile(
    rf"(?:(?:(?:{CAPITAL}|[0-9])\S*|of|the|a|an|in|on|at|to|for|and|or|with|from|by|as)"
    r"(?:\s+|$)){0,60}"
)
_LABEL = re.compile(r"[*_]*([^:.!?()\n]{2,60}):[*_]*\s")
# Behind a bracket that is the last thing in its sentence.
_ENDS_SENTENCE = re.compile(rf"[.*_]*(?:\Z|\s*\n|\s+(?={CAPITAL}|[\"“]))")


class HouseStyle:
    """The habits of an article, each looked for when it is first asked about."""

    def __init__(self, text: str, blocks: Sequence[Block], outlets: OutletList) -> None:
        self._text = text
        self._blocks = blocks
        self._outlets = outlets

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that the article capitalises in mid-sentence, hence names.

        The capitals that a block opens with are left out: they may be a heading's.
        """
        text = self._text
        found: set[str] = set()
        for block in self._blocks:
            opening = _TITLE_RUN.match(text, block.span.start, block.span.end)
            start = opening.end() if opening else block.span.start
            found.update(
                match[1]
                for match in _MID_SENTENCE_NAME.finditer(text, start, block.span.end)
                if match[1].casefold() not in STARTERS
            )
        return frozenset(found)

    @cached_property
    def labels_outlets(self) -> bool:
        """Whether a paragraph opens with an outlet that is nothing else: "Le Monde: …"."""
        labels = (
            _LABEL.match(self._text, block.span.start, block.span.end) for block in self._blocks
        )
        return any(
            label is not None and self._is_outlet(label[1].strip(MARKS)) for label in labels
        )

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels in front of its paragraphs that are headings: "SPOTTED: …"."""
        return find_colon_labels(self._text, (block.span for block in self._blocks))

    def _is_outlet(self, label: str) -> bool:
        return self._outlets.exact(label) is not None and not is_section_label(label, self._outlets)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """What the brackets hold that close sentences and name known outlets: "… (AFP)."."""
        return tuple(
            inner
            for bracket in BRACKETED.finditer(self._text)
            if _ENDS_SENTENCE.match(self._text, bracket.end()) is not None
            and _are_names(inner := words_in_bracket(bracket))
            and self._outlets.find_in(inner)
        )

    @cached_property
    def dates_tags(self) -> bool:
        """Whether a bracket that closes a sentence names its source and a date."""
        return any(
            _ENDS_SENTENCE.match(self._text, bracket.end()) is not None
            and read_dated_sources("", words_in_bracket(bracket), self._outlets)
            for bracket in BRACKETED.finditer(self._text)
        )


def _are_names(inner: str) -> bool:
    return all(
        word[0].isupper() or word in LOWER_IN_NAMES or word[0].isdigit()
        for word in WORD.findall(inner)
    )
