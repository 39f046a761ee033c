"""The headline of a text that is marked up with nothing."""

from __future__ import annotations

from corpus.blocks import BlockKind, split_blocks
from corpus.calendar import CALENDAR_ABBREVIATIONS, CALENDAR_WORDS
from corpus.formats.document import on_one_line
from corpus.headings import WORD, is_heading_line, is_standfirst
from corpus.lexicon import AUXILIARIES, FUNCTION_WORDS, PRONOUNS, QUESTION_WORDS, words_of
from corpus.sentences import EMPHASIS

# That tell a matter: "Reuters, 4 March" names a paper, "Why it matters" any section.
_FEWEST_WORDS = 3
_NO_MATTER = (
    CALENDAR_WORDS | CALENDAR_ABBREVIATIONS | FUNCTION_WORDS | QUESTION_WORDS | AUXILIARIES
    | PRONOUNS
)  # fmt: skip
# "By Ana Cole in Quito", "Updated at noon on Friday", "Dear friends of the harbour": who wrote
# it, when, and for whom.
_BESIDE_THE_MATTER = words_of(
    "by from published updated posted written edited source sent subject dear hello hi to cc "
    "confidential embargoed"
)
_LOOKED_AT = 10_000  # code points from the start
_MAX_CHARS = 150  # of a headline that is longer than other headings
_CLOSING_QUOTES = "”\"'’»"


def headline_of(text: str) -> str | None:
    """The first line of ``text`` where it is short, has no full stop and stands apart from others.

    None where there is no such line, or where it tells who wrote, or when, at most.
    """
    blocks = split_blocks(text[:_LOOKED_AT])[:2]
    if len(blocks) < 2 or blocks[0].kind is BlockKind.ITEM:
        return None
    line = on_one_line(blocks[0].span.of(text)) or ""
    below = text[blocks[1].span.start]
    # A line that another goes on from is the first of a wrapped sentence.
    marked = blocks[0].kind is BlockKind.HEADING or line.startswith(("**", "__"))
    if below.islower() or not (marked or blocks[1].apart):
        return None
    if "|" in line:  # the head of a table
        return None
    may_be_long = len(line) <= _MAX_CHARS and is_standfirst(line)
    if not (may_be_long or is_heading_line(line.rstrip(_CLOSING_QUOTES))):
        return None
    plain = line.strip(EMPHASIS)
    words = [word.casefold() for word in WORD.findall(plain) if word[0].isalpha()]
    if len([word for word in words if word not in _NO_MATTER]) < _FEWEST_WORDS:
        return None
    return None if words[0] in _BESIDE_THE_MATTER else plain
