"""Where one sentence ends and the next begins."""

from __future__ import annotations

import re

from corpus.acronyms import is_acronym
from corpus.clock_times import CLOCK_WORDS, ends_behind_clock
from corpus.lexicon import ALSO_WORDS, MAY_BE_FINAL, NEVER_FINAL, STARTERS
from corpus.spans import Span, trim

_TERMINAL = re.compile(r"(?:[.!?…]+|[。！？｡]+)[\"'”’»)\]*_]*")
_LAST_TOKEN = re.compile(r"[\w&][\w.&'’-]*$")
_FIRST_WORD = re.compile(r"[\"'“‘«(\[*_]*([\w’'-]+)")
_DOTTED = re.compile(r"(?:\w\.)+\w$")
# "“Of course!” Prof. R. T. Lyle, a geologist, wrote": the name belongs to the question before it.
_SAID_AFTER = re.compile(
    r"[^“\"!?:;]{1,90}?\b(?:said|says|asked|asks|wrote|writes|told|added|adds|replied|joked|quipped)\b"
)
# "II. The outlook", "A. The outlook", "Part 2. The outlook", "1.2. The outlook"
_NUMBERING = re.compile(
    r"[*_]{0,3}(?:(?i:part|chapter|section|annex|appendix)\s+(?:\d{1,2}|[IVX]{1,5})"
    r"|(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})|[A-K]|\d{1,2}(?:\.\d{1,2}){1,2})\.(?=\s)"
)
_OPENERS = "\"'“‘«([*_–—-•#@"


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Cut ``span`` of ``text`` at the ends of its sentences.

    The pieces are trimmed, disjoint and in order; only white space lies
    between them.
    """
    pieces: list[Span] = []
    start = span.start
    numbered = _NUMBERING.match(text, span.start, span.end)
    for match in _TERMINAL.finditer(text, numbered.end() if numbered else start, span.end):
        if match.start() < start or not _ends_sentence(text, start, match, span.end):
            continue
        piece = trim(text, start, match.end())
        if len(piece):
            pieces.append(piece)
        start = match.end()
    rest = trim(text, start, span.end)
    if len(rest):
        pieces.append(rest)
    return tuple(pieces)


def _ends_sentence(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    end = match.end()
    mark = match.group()
    following = end
    while following < limit and text[following].isspace():
        following += 1
    if following >= limit:
        return True
    if mark[0] in "。！？｡":
        return True
    if following == end:  # "3.5", "example.org", "U.S.-sponsored"
        return False
    next_char = text[following]
    if next_char.islower():
        return False
    if mark[0] in "!?" and mark[-1] in '"”’»' and _SAID_AFTER.match(text, following, limit):
        return False
    if not (next_char.isalnum() or next_char in _OPENERS):
        return False
    if mark.startswith(".") and not mark.startswith(".."):
        return _stop_is_final(text, start, match.start(), following, limit)
    return True


def _stop_is_final(text: str, start: int, stop: int, following: int, limit: int) -> bool:
    """Whether the full stop at ``stop`` ends a sentence or only an abbreviation."""
    token_match = _LAST_TOKEN.search(text, max(start, stop - 24), stop)
    if token_match is None:
        return True
    token = token_match.group()
    lowered = token.casefold()
    word_match = _FIRST_WORD.match(text, following, limit)
    next_word = word_match.group(1) if word_match else ""
    numbered = next_word[:1].isdigit()
    if lowered in NEVER_FINAL:
        # "art. 5" is an article, but "a love of art. The museum" ends a sentence.
        return lowered in ALSO_WORDS and token.islower() and not numbered
    if lowered in ALSO_WORDS:
        return not numbered  # "No. The minister refused.", "under the sun. Ten men"
    initial = len(token) == 1 and token.isupper()
    if len(token) == 1 and not initial:
        return not numbered  # "14 h. 20"
    if lowered not in MAY_BE_FINAL and not initial and not _DOTTED.match(token):
        return True
    if text[following] in '"“' and not initial:
        return True
    if lowered in CLOCK_WORDS:
        return ends_behind_clock(text, start, stop - len(token), following, limit)
    if is_acronym(next_word):
        return False  # "the U.S. IT sector"
    # "Vitamin C. The …" ends, "J. A. Smith" does not, though "A" opens sentences.
    return next_word.casefold() in STARTERS and not (initial and len(next_word) == 1)
