"""Credits behind prose, in its last sentence: "(AFP)", "– Le Monde/AP:", "via Reuters"."""

from __future__ import annotations

import re

from corpus.brackets import BRACKETED, is_mere_link, words_in_bracket
from corpus.bylines import is_picture_credit
from corpus.credit_names import DASHES, WORD, Names, is_unnamed_source, known_in, parse_names
from corpus.credits import SOURCE_WORDS, Credit, Reach
from corpus.folded_words import fold_all
from corpus.lexicon import FUNCTION_WORDS, SAYING, words_of
from corpus.outlets import OutletList
from corpus.plain_brackets import explains
from corpus.press_words import PUBLICATION_WORDS
from corpus.spans import Span, trim

_DASH = re.compile(rf"\s[{DASHES}]{{1,3}}\s*(?=\S)")
_COLON = re.compile(r"\s*:(?=\s|$)")
_VIA = re.compile(r"\s((?:via|sources?:|h/t)\s+)(?=\S)", re.IGNORECASE)
# What may stand between a bracket and the end of the sentence that it belongs to.
_BEHIND_BRACKET = frozenset({"", ".", ":", ",", "”", "”.", ".”", "*", "*."})
# A credit, with a heading that may be glued to it, lies in the last stretch of a sentence.
_WINDOW = 600
_MOST_TRIED = 3
# Before a name they are of the sentence: "told Yle", "the paper Yle".
_LEAD_TO_NAMES = FUNCTION_WORDS | SAYING | PUBLICATION_WORDS | words_of(
    "told tells telling informed informs paper site website agency portal outlet station network"
)


def read_trailing_credit(
    text: str, segment: Span, outlets: OutletList
) -> tuple[Credit, Span] | None:
    """The credit inside the last part of ``segment`` and what stands behind it.

    "… of its grain (AFP)." and "… within the region – Le Monde/AP: Next steps":
    the prose is ``segment`` up to the credit; the rest, often empty, begins a
    new piece.
    """
    tail = Span(max(segment.start, segment.end - _WINDOW), segment.end)
    return (
        _in_bracket(text, tail, outlets)
        or _behind_dash(text, tail, outlets)
        or _behind_via(text, tail, outlets)
    )


def _in_bracket(text: str, tail: Span, outlets: OutletList) -> tuple[Credit, Span] | None:
    brackets = list(BRACKETED.finditer(text, tail.start, tail.end))
    if not brackets:
        return None
    bracket = brackets[-1]
    if is_mere_link(bracket) and _awaits_name(text[tail.start : bracket.start()]):
        return None
    if text[bracket.end() : tail.end].strip() not in _BEHIND_BRACKET:
        return None
    inner = words_in_bracket(bracket).strip()
    span = Span(bracket.start(), tail.end)
    nothing = Span(tail.end, tail.end)
    if is_picture_credit(inner):
        return Credit(span, known_in(inner, outlets), Reach.NOTHING), nothing
    if is_unnamed_source(inner):
        return Credit(span, (), Reach.NOTHING), nothing
    lead = SOURCE_WORDS.match(inner)
    names = parse_names(inner[lead.end() :] if lead else inner, outlets, alone=True)
    if names is None or not (names.sound or lead):
        return None
    if _spells_out(text[tail.start : bracket.start()], inner, names, outlets):
        return None
    if lead and lead[0].casefold().startswith("via") and not names.sound:
        return None  # "(via Oslo and Bergen)"
    if explains(text[tail.start : bracket.start()], inner):
        return None
    return Credit(span, names.outlets, Reach.BEFORE), nothing


def _awaits_name(before: str) -> bool:
    """Whether a linked name behind ``before`` is part of its clause: "she told", "a study in"."""
    words = WORD.findall(before)
    if not words or not before[-2:].strip()[-1:].isalnum():
        return True  # a comma or a quotation
    low = words[-1].casefold()
    return (
        words[-1][0].isupper()
        or low in _LEAD_TO_NAMES
        or low.endswith(("’s", "'s"))
    )


def _spells_out(before: str, inner: str, names: Names, outlets: OutletList) -> bool:
    """Whether the bracket only abbreviates the name before it: "the Associated Press (AP)".

    The name to the letter, or with a counter ("according to AFP (AFP +1)"), abbreviates nothing.
    """
    words = " ".join(WORD.findall(before)[-6:])
    found = outlets.find_in(words)
    if not found or found[-1][0].end != len(words) or "+" in inner:
        return False
    written, outlet = found[-1]
    return outlet.name in names.outlets and fold_all(written.of(words)) != fold_all(inner)


def _behind_dash(text: str, tail: Span, outlets: OutletList) -> tuple[Credit, Span] | None:
    dashes = list(_DASH.finditer(text, tail.start, tail.end))[-_MOST_TRIED:]
    for dash in reversed(dashes):
        colon = _COLON.search(text, dash.end(), tail.end)
        end = colon.start() if colon else tail.end
        names = parse_names(text[dash.end() : end], outlets)
        if names is None or not (names.known or (names.publications and not colon)):
            continue
        end = colon.end() if colon else tail.end
        credit = Credit(trim(text, dash.start(), end), names.outlets, Reach.BEFORE)
        return credit, trim(text, end, tail.end)
    return None


def _behind_via(text: str, tail: Span, outlets: OutletList) -> tuple[Credit, Span] | None:
    for via in reversed(list(_VIA.finditer(text, tail.start, tail.end))[-_MOST_TRIED:]):
        names = parse_names(text[via.end() : tail.end], outlets)
        if names is not None and names.sound:
            span = Span(via.start(1), tail.end)
            return Credit(span, names.outlets, Reach.BEFORE), Span(tail.end, tail.end)
    return None
