"""The extractive writer: an answer is the article's own sentences, each with its marker.

The words are the article's. Only white space, the last stop, a quotation mark
whose other half stands in another sentence and the article's own reference
marks are touched, and none of them in a citation's quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.lexicon import MAY_BE_FINAL, words_of
from qa.citations import credit_in_words
from qa.evidence import Evidence

_CLOSERS = "\"'”’»›)]}*_`"
_ENDS_ITSELF = ("?", "!", "…", "..", "？", "！", "؟")
_STOPS = ".。।:;,–— "
_INITIALS = re.compile(r"(?:^|\W)(?:\w\.)+\w\.$")
# Units and words that are written without a stop as often as with one.
_BARE = words_of("""km kg cm lb oz mph bn mn tn est no nos
    sat sun mon tue tues wed thu thur thurs fri""")
_KEEPS_STOP = MAY_BE_FINAL - _BARE
_OF_HEADING = "A heading says: "
_REFERENCE = re.compile(r"(?<=[^\s\[(])(?:\[\d{1,3}\])+")
_STRAIGHT_END = re.compile(r'[^\s\d]"[.,;:!?…]*$')
_BRACKETED_NUMBER = re.compile(r"\[(\d+)\]")


def write_extract(evidence: Sequence[Evidence]) -> str:
    """One sentence for each piece of evidence: its words, its credit in words, its marker.

    "The ferry will close in spring, according to Reuters. [1]"
    """
    written, marker = [], 1
    for item in evidence:
        written.append(write_sentence(item, marker))
        marker += 1 + len(item.copies)
    return " ".join(written)


def write_sentence(item: Evidence, marker: int) -> str:
    """The words of one piece of evidence, ending in its marker and those of its copies."""
    words = close_quotations(without_markers(" ".join(item.sentence.text.split())))
    if item.sentence.is_heading:
        words = f"{_OF_HEADING}{words}"
    markers = "".join(f"[{marker + number}]" for number in range(1 + len(item.copies)))
    return f"{end_sentence(words, credit_in_words(item.sentence))} {markers}"


def end_sentence(words: str, credit: str = "") -> str:
    """``words`` with ``credit`` behind them and one stop at the end.

    A question, an exclamation or an ellipsis keeps its sign and takes the
    credit after a dash; the stop of an abbreviation stays.
    """
    body = words.rstrip(_CLOSERS)
    closing = words[len(body) :]
    if body.endswith(_ENDS_ITSELF):
        return f"{words} — {credit}." if credit else words
    bare = body if _ends_in_abbreviation(body) else body.rstrip(_STOPS)
    if not bare:
        return f"{words} — {credit}." if credit else words
    if credit:
        return f"{bare}{closing}, {credit}."
    return words if body.endswith((".", "。", "।")) else f"{bare}{closing}."


def without_markers(words: str) -> str:
    """``words`` without what could be taken for a marker of ours.

    A reference mark on the heels of a word goes ("in 2020.[3]"), a number in
    brackets that stands by itself gets round ones.
    """
    return _BRACKETED_NUMBER.sub(r"(\1)", _REFERENCE.sub("", words))


def close_quotations(words: str) -> str:
    """``words`` with both halves of a quotation that goes on before or after them.

    A straight mark tells which half it is where it is the only one, and the first or the last
    thing in them; else it stays as it stands.
    """
    if "„" in words:  # there “ closes
        return words
    if words.count('"') == 1 and not any(mark in words for mark in "“”«»"):
        if words.startswith('"'):
            return f'{words}"'
        # Behind a figure it may be inches.
        return f'"{words}' if _STRAIGHT_END.search(words) else words
    for opening, closing in ("“”", "«»"):
        depth = before = 0
        for char in words:
            if char == opening:
                depth += 1
            elif char == closing and depth:
                depth -= 1
            elif char == closing:
                before += 1
        # A mark for feet or inches, or one forgotten, is no quotation of several sentences.
        if before + depth == 1:
            words = f"{opening * before}{words}{closing * depth}"
    return words


def _ends_in_abbreviation(body: str) -> bool:
    if not body.endswith("."):
        return False
    last = body.split()[-1].lstrip("\"'“‘«([*_")
    return last[:-1].casefold() in _KEEPS_STOP or _INITIALS.search(last) is not None
