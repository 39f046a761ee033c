"""Labels with a colon in front of a paragraph: "**Fewer farms:** The number …", "SPOTTED: …".

In bold a label is one by itself. In capitals it is where the article has others: one alone may be
a place ("TRESK: The port …"), and the same again and again are the speakers of a conversation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from corpus.headings import MAX_LABEL_WORDS, WORD, has_verb
from corpus.letters import CAPITAL
from corpus.lexicon import QUESTION_WORDS
from corpus.spans import Span

_BOLD = re.compile(
    r"(?P<mark>\*\*|__)(?P<label>[^*_:\n]{2,80})(?::(?P=mark)|(?P=mark):)(?=[ \t]+(?P<first>\S))"
)
_PLAIN = re.compile(rf"(?P<label>{CAPITAL}[^:!?()\n]{{1,60}}):(?=[ \t]+(?P<first>\S))")
_FEWEST_SHOUTED = 2
_FEWEST_BEHIND = 3  # words: "**Verdict:** False.", "**Date:** 4 May" tell nothing without it
_OPENING_QUOTES = "“\"'‘«„"  # behind the name of who says it


def read_colon_label(text: str, segment: Span, labels: frozenset[str]) -> Span | None:
    """The label that ``segment`` opens with, if it is among ``labels``, the article's own."""
    label = _match(text, segment) if labels else None
    return Span(label.start(), label.end()) if label and label["label"] in labels else None


def find_colon_labels(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The words of the labels that the paragraphs at ``spans`` open with, and that head them."""
    matches = [
        label
        for span in spans
        if (label := _match(text, span)) is not None
        and len(WORD.findall(text[label.end() : span.end])) >= _FEWEST_BEHIND
    ]
    counts = Counter(label["label"] for label in matches)
    bold = {label["label"] for label in matches if label.re is _BOLD}
    shouted = {label for label in counts if label not in bold and counts[label] == 1}
    if len(shouted) < _FEWEST_SHOUTED:
        shouted = set()
    named = {label for label in bold if counts[label] > 1 and _is_title(label)}
    return frozenset(bold - named | shouted)


def may_be_topic(label: str) -> bool:
    """Whether ``label``, in front of a paragraph, is in bold or capitals and has a colon."""
    return label.strip("*_").endswith(":") and (label.startswith(("**", "__")) or label.isupper())


def _match(text: str, span: Span) -> re.Match[str] | None:
    pattern = _BOLD if text.startswith(("**", "__"), span.start) else _PLAIN
    label = pattern.match(text, span.start, span.end)
    if label is None or label["first"] in _OPENING_QUOTES:
        return None
    marked = pattern is _BOLD or label["label"].isupper()
    return label if marked and _is_verbless(label["label"]) else None


def _is_verbless(label: str) -> bool:
    """Whether ``label`` has no clause, save the one of "Why it matters"."""
    words: list[str] = WORD.findall(label)
    if not 1 <= len(words) <= MAX_LABEL_WORDS:
        return False
    asks = words[0].casefold().replace("’", "").replace("'", "") in QUESTION_WORDS
    return asks or len(words) == 1 or not has_verb(words)


def _is_title(label: str) -> bool:
    """Whether each word of ``label`` is capitalised, as those of a name are."""
    return all(word[0].isupper() for word in WORD.findall(label))
