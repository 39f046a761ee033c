"""Headings: on lines of their own, run in before a paragraph, or glued to a sentence."""

from __future__ import annotations

import re

from corpus.lexicon import (
    DETERMINERS,
    FINITE_VERBS,
    FUNCTION_WORDS,
    HEADING_WORDS,
    PRONOUNS,
    QUESTION_WORDS,
    SAYING,
    STARTERS,
)
from corpus.spans import Span, trim

_WORD = re.compile(r"[\w&][\w&.’'-]*")
_TERMINAL = ".!?…"
_MAX_HEADING_WORDS = 14
_MAX_LABEL_WORDS = 9
# Auxiliaries open questions, and stand in the middle of title-case headings.
_SENTENCE_OPENERS = STARTERS - frozenset(
    "is are was were has have had does do did will would can could may might must should".split()
)
_GLUE_WINDOW = 16  # words within which a glued heading must end


def is_heading_line(line: str, *, last: bool) -> bool:
    """Whether a line of its own is a heading: short, unpunctuated, with text to follow.

    ``last`` says that no text follows, so that the line heads nothing.
    """
    text = line.strip("*_ \t")
    words = _WORD.findall(text)
    if last or not words or len(words) > _MAX_HEADING_WORDS:
        return False
    if line.startswith(("**", "__")) and line.endswith(("**", "__")):
        return True
    if text[-1] == ":":
        label = words[0].casefold() not in DETERMINERS
        return label and len(words) <= 4 and not _has_verb(words)
    if text[-1] == "?":
        return len(words) <= _MAX_LABEL_WORDS and not text.startswith(("“", '"', "'", "‘", "«"))
    return text[-1] not in _TERMINAL + ",;”\"’)»"


def is_run_in_heading(segment: str) -> bool:
    """Whether a paragraph's first, full-stopped fragment is a label: it has no verb."""
    text = segment.strip("*_ \t")
    if not text.endswith((".", ":")) or text[:1] in "\"“‘'([":
        return False
    words = _WORD.findall(text[:-1])
    if not 1 <= len(words) <= _MAX_LABEL_WORDS or _has_verb(words):
        return False
    if any(char in text[:-1] for char in ",;“”\"") or any(c.isdigit() for c in text):
        return False
    if words[0].casefold() in PRONOUNS | {"yes", "no", "not", "and", "but", "or"}:
        return False
    return words[0][0].isupper()


def is_announcement(segment: str) -> bool:
    """Whether a short sentence behind the credit that closes a line announces what follows.

    "Caveats and questions arise.": in the present, without a name, a number
    or a pronoun, where the writer's heading lost its line break.
    """
    text = segment.strip("*_ \t")
    words = _WORD.findall(text.rstrip(_TERMINAL))
    if not 1 <= len(words) <= _MAX_LABEL_WORDS:
        return False
    if text[-1] not in _TERMINAL:
        return True
    if any(word[0].isupper() or word[0].isdigit() for word in words[1:]):
        return False
    lowered = [word.casefold() for word in words]
    if set(lowered) & (PRONOUNS | {"his", "her", "their", "its", "no", "not"}):
        return False
    past = any(word.endswith("ed") or word in ("was", "were", "had", "said") for word in lowered)
    return not past and not text.endswith("?")


def _has_verb(words: list[str]) -> bool:
    lowered = [word.casefold().replace("’", "'") for word in words]
    return any(
        word in FINITE_VERBS or word in SAYING or (word.endswith("ed") and len(word) > 4)
        for word in lowered[1:] or lowered
    )


def split_glued_heading(text: str, segment: Span, names: frozenset[str]) -> tuple[Span, Span] | None:
    """The heading that ``segment`` opens with and the sentence glued to it, or None.

    ``names`` are the words that the article capitalises in the middle of its
    sentences: "Why the Move Matters Kazakhstan's …" splits before the name,
    "Next Steps The bill …" before the word that opens sentences.
    """
    words = list(_WORD.finditer(text, segment.start, segment.end))[:_GLUE_WINDOW]
    if len(words) < 3:
        return None
    # Only the stretch without punctuation can be a heading run into a sentence.
    run = 1
    while run < len(words) and text[words[run - 1].end() : words[run].start()].isspace():
        run += 1
    words = words[:run]
    cut = _glue_point([word.group() for word in words], names)
    if cut is None:
        return None
    heading = trim(text, segment.start, words[cut].start())
    return heading, Span(words[cut].start(), segment.end)


def _glue_point(words: list[str], names: frozenset[str]) -> int | None:
    """The index of the word that opens the sentence behind a glued heading, or None."""
    title_run = 0
    for index, word in enumerate(words):
        small = word.casefold() in FUNCTION_WORDS and word.islower()
        if not (word[0].isupper() or small):
            break
        title_run = index + 1
    while title_run and words[title_run - 1].islower():
        title_run -= 1
    lowered = [word.casefold().replace("’", "'") for word in words]
    opens_like_heading = lowered[0].replace("'", "") in QUESTION_WORDS or lowered[0] in HEADING_WORDS

    # A capitalised word that opens sentences, inside what would otherwise be one sentence.
    for index in range(min(len(words) - 1, _GLUE_WINDOW - 1), 0, -1):
        word = words[index]
        if not word[0].isupper() or lowered[index] not in _SENTENCE_OPENERS:
            continue
        following = words[index + 1]
        head = words[:index]
        if not _titled(head, names) and not opens_like_heading:
            continue
        in_name = following[0].isupper() and index >= title_run
        if in_name or (index < title_run and not _starts_clause(index, title_run, words, lowered)):
            continue
        opener = following[0].islower() or following[0].isdigit()
        if _heads(head, lowered[:index], names, before_opener=opener):
            return index

    # Title case that runs into a name: the sentence begins with the name.
    if title_run >= 2 and title_run < len(words):
        cut = title_run - 1
        while cut > 1 and _is_known_name(words[cut], names) and _is_known_name(words[cut - 1], names):
            cut -= 1
        named = _is_known_name(words[cut], names)
        heads = _heads(words[:cut], lowered[:cut], names)
        if cut >= 2 and heads and (named or opens_like_heading):
            return cut
    return None


def _titled(head: list[str], names: frozenset[str]) -> bool:
    """Whether every weighty word of ``head`` is capitalised."""
    return all(word[0].isupper() or word.casefold() in FUNCTION_WORDS for word in head)


def _starts_clause(index: int, title_run: int, words: list[str], lowered: list[str]) -> bool:
    """Whether the capitalised starter at ``index`` begins the sentence rather than going on in title case."""
    if lowered[index] in DETERMINERS or lowered[index] in PRONOUNS:
        # In title case "It" and "Its" are capitalised too: only the last such word can begin.
        return not any(
            words[later][0].isupper() and lowered[later] in STARTERS
            for later in range(index + 1, title_run)
        )
    return index + 1 >= title_run


def _heads(
    head: list[str], lowered: list[str], names: frozenset[str], *, before_opener: bool = False
) -> bool:
    """Whether ``head`` reads as a heading: a question word, a heading's noun or verb in it."""
    common = [
        word
        for word, low in zip(head, lowered, strict=True)
        if low not in FUNCTION_WORDS and not _is_known_name(word, names)
    ]
    if lowered[0].replace("'", "") in QUESTION_WORDS:
        return len(head) >= 2
    if len(head) >= 2 and before_opener and all(word[0].isupper() for word in common):
        return len(common) >= 2
    return bool(common) and any(low in HEADING_WORDS for low in lowered)


def _is_known_name(word: str, names: frozenset[str]) -> bool:
    bare = re.sub(r"[’']s?$", "", word)
    return bare in names or (len(bare) > 1 and bare.isupper())
