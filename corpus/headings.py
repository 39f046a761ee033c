"""Headings: on lines of their own or glued to a sentence."""

from __future__ import annotations

import re

from corpus.acronyms import fold_words
from corpus.brackets import without_addresses
from corpus.letters import CAPITAL
from corpus.lexicon import (
    AUXILIARIES,
    CLAUSE_VERBS,
    DETERMINERS,
    FINITE_VERBS,
    FUNCTION_WORDS,
    HEADING_WORDS,
    NOUN_LIKE_SAYING,
    PRONOUNS,
    QUESTION_WORDS,
    SAYING,
    SAYING_OR_PLURAL,
    STARTERS,
)
from corpus.sentences import EMPHASIS
from corpus.spans import Span, trim

WORD = re.compile(r"[\w&][\w&.’'-]*")
_TERMINAL = ".!?…"
_CLOSING_QUOTES = "”\"'’»"
_MAX_HEADING_WORDS = 14
_MAX_STANDFIRST_WORDS = 30
_STOP_INSIDE = re.compile(r"[.!?]\s")
# "15:04 – ‘It came at night’": an entry of a live report, its quotation no sentence's.
_TIME_STAMP = re.compile(
    rf"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s{CAPITAL}{{2,4}})?"
    r"\s*[–—|:-]?\s\s*(?=[^\W\d_]|[“‘\"'«])"
)
MAX_LABEL_WORDS = 9
_SENTENCE_OPENERS = STARTERS - AUXILIARIES
_VERBS = FINITE_VERBS | CLAUSE_VERBS | (SAYING - NOUN_LIKE_SAYING - SAYING_OR_PLURAL)
_GLUE_WINDOW = 16  # words within which a glued heading must end
_MAX_LABELLED_WORDS = 4  # before a colon
MAX_CHARS = 400  # of a heading; what is longer is prose, and is not looked into
OPENING_QUOTES = ("“", '"', "'", "‘", "«")


def is_heading_line(line: str) -> bool:
    """Whether a line of its own above other text is a heading: short and unpunctuated."""
    if len(line) > MAX_CHARS:
        return False
    if line.startswith(("**", "__")):
        line = without_addresses(line)  # "**[The lake is dry](https://…)**"
    if "://" in line:
        return False
    text = line.strip(EMPHASIS)
    words = WORD.findall(text)
    if not words or len(words) > _MAX_HEADING_WORDS:
        return False
    if line.startswith(("**", "__")) and line.endswith(("**", "__")):
        return True
    if text[-1] in _CLOSING_QUOTES and _TIME_STAMP.match(text):
        return text.rstrip(_CLOSING_QUOTES)[-1:] not in (".", "…", ",")
    if text[-1] == ":":
        label = words[0].casefold() not in DETERMINERS
        return label and len(words) <= _MAX_LABELLED_WORDS and not has_verb(words)
    if text[-1] == "?":
        return len(words) <= MAX_LABEL_WORDS and not text.startswith(OPENING_QUOTES)
    if text[-1] == ")":
        return _ends_with_date(text)
    return text[-1] not in _TERMINAL + ',;”"’»'


def is_standfirst(line: str) -> bool:
    """Whether ``line`` may say below a headline, with no stop, what the article tells."""
    words = WORD.findall(line)
    unstopped = line.rstrip(EMPHASIS)[-1:].isalnum() and _STOP_INSIDE.search(line) is None
    return len(words) <= _MAX_STANDFIRST_WORDS and unstopped


def _ends_with_date(text: str) -> bool:
    """Whether ``text`` is a title whose closing bracket has a number: "Report (2 of 3)"."""
    title, opening, inner = text.rpartition("(")
    words = WORD.findall(title)
    return bool(opening and words) and any(map(str.isdigit, inner)) and not has_verb(words)


def is_announcement(segment: str) -> bool:
    """Whether a short sentence behind the credit that closes a line announces what follows.

    "Caveats and questions arise.": in the present, without a name, a number
    or a pronoun, where the writer's heading lost its line break.
    """
    if len(segment) > MAX_CHARS:
        return False
    text = segment.strip(EMPHASIS)
    words = WORD.findall(text.rstrip(_TERMINAL))
    if not 1 <= len(words) <= MAX_LABEL_WORDS:
        return False
    if text[-1] not in _TERMINAL:
        return True
    if any(word[0].isupper() or word[0].isdigit() for word in words[1:]):
        return False
    lowered = fold_words(words)
    if set(lowered) & (PRONOUNS | {"his", "her", "their", "its", "no", "not"}):
        return False
    past = any(word.endswith("ed") or word in ("was", "were", "had", "said") for word in lowered)
    return not past and not text.endswith("?")


def has_verb(words: list[str]) -> bool:
    """Whether one of ``words`` behind the first, or the first alone, is surely a finite verb."""
    lowered = [word.casefold().replace("’", "'") for word in words]
    return any(
        word in _VERBS or (word.endswith("ed") and len(word) > 4)
        for word in lowered[1:] or lowered
    )


def split_glued_heading(
    text: str, segment: Span, names: frozenset[str]
) -> tuple[Span, Span] | None:
    """The heading that ``segment`` opens with and the sentence glued to it, or None.

    ``names`` are the words that the article capitalises in the middle of its
    sentences: "Why the Deal Counts Norway's …" splits before the name,
    "Next Steps The bill …" before the word that opens sentences.
    """
    words = _unpunctuated_run(text, segment)
    if len(words) < 2:
        return None
    cut = _glue_point([word.group() for word in words], names)
    if cut is None:
        return None
    heading = trim(text, segment.start, words[cut].start())
    return heading, Span(words[cut].start(), segment.end)


def _unpunctuated_run(text: str, segment: Span) -> list[re.Match[str]]:
    """The first words up to any punctuation: only these can be a heading run into a sentence."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text, segment.start, segment.end):
        if len(run) == _GLUE_WINDOW or (run and not text[run[-1].end() : word.start()].isspace()):
            break
        run.append(word)
    return run


def _glue_point(words: list[str], names: frozenset[str]) -> int | None:
    """The index of the word that opens the sentence behind a glued heading, or None."""
    lowered = [word.replace("’", "'") for word in fold_words(words)]
    title_run = _title_run(words)
    opens = lowered[0].replace("'", "") in QUESTION_WORDS or lowered[0] in HEADING_WORDS
    starter = _glued_starter(words, lowered, title_run, names, opens_like_heading=opens)
    if starter is not None:
        return starter
    return _glued_name(words, lowered, title_run, names, opens_like_heading=opens)


def _title_run(words: list[str]) -> int:
    """How many words stand in title case at the front; the last of them is capitalised."""
    run = 0
    for index, word in enumerate(words):
        if word[0].isupper():
            run = index + 1
        elif word.casefold() not in FUNCTION_WORDS or not word.islower():
            break
    return run


def _glued_starter(
    words: list[str],
    lowered: list[str],
    title_run: int,
    names: frozenset[str],
    *,
    opens_like_heading: bool,
) -> int | None:
    """A capitalised word that opens sentences, inside what would otherwise be one sentence."""
    for index in range(len(words) - 2, 0, -1):
        if not words[index][0].isupper() or lowered[index] not in _SENTENCE_OPENERS:
            continue
        head, following = words[:index], words[index + 1]
        if not _titled(head) and not opens_like_heading:
            continue
        in_name = following[0].isupper() and index >= title_run
        if in_name or (index < title_run and not _starts_clause(index, title_run, words, lowered)):
            continue
        opener = following[0].islower() or following[0].isdigit()
        if _heads(head, lowered[:index], names, before_opener=opener):
            return index
    return None


def _glued_name(
    words: list[str],
    lowered: list[str],
    title_run: int,
    names: frozenset[str],
    *,
    opens_like_heading: bool,
) -> int | None:
    """The name that title case runs into, with which the sentence begins."""
    if not 2 < title_run < len(words):
        return None
    cut = title_run - 1
    while cut > 1 and _is_known_name(words[cut], names) and _is_known_name(words[cut - 1], names):
        cut -= 1
    named = _is_known_name(words[cut], names) or opens_like_heading
    return cut if cut >= 2 and named and _heads(words[:cut], lowered[:cut], names) else None


def _titled(head: list[str]) -> bool:
    """Whether every weighty word of ``head`` is capitalised."""
    return all(word[0].isupper() or word.casefold() in FUNCTION_WORDS for word in head)


def _starts_clause(index: int, title_run: int, words: list[str], lowered: list[str]) -> bool:
    """Whether the capitalised starter at ``index`` begins a sentence, not more title case."""
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
