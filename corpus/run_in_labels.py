"""Labels run in before a paragraph, and the short sentences that only look like one.

"Cost overruns. The bridge …" stops; those that end with a colon are in
``corpus.colon_labels``.
"""

from __future__ import annotations

import re

from corpus.acronyms import fold_words
from corpus.calendar import WEEKDAYS
from corpus.headings import MAX_CHARS, MAX_LABEL_WORDS, OPENING_QUOTES, WORD, has_verb
from corpus.lexicon import PRONOUNS, words_of
from corpus.sentences import EMPHASIS
from corpus.short_clauses import does_something

_BOLD = re.compile(r"(\*\*|__)(?P<label>[^*_]+[.!?:])\1|(\*\*|__)(?P<unstopped>[^*_]+)\3[.:]")
# What answers the question of a heading, or passes judgement on a claim.
_VERDICTS = words_of(
    """yes no not probably possibly perhaps maybe likely unlikely certainly definitely absolutely
    hardly never sometimes often rarely seldom eventually false true untrue misleading unproven
    unproved unverified unsubstantiated inconclusive correct incorrect accurate inaccurate wrong
    fake debunked unclear unknown"""
)
_BESIDE_VERDICTS = words_of(
    "almost mostly partly largely entirely completely very quite so yet really at all half the"
)
_MAX_VERDICT_WORDS = 3
_GREETING_OPENERS = words_of("hello hi hey welcome greetings")
# "Dear oil." is a label.
_GREETING_PAIRS = {
    "good": words_of("morning afternoon evening day night"),
    "dear": words_of("reader readers friend friends subscriber subscribers colleagues all"),
    "happy": frozenset(WEEKDAYS) | words_of("new holidays"),
}
_MAX_GREETING_WORDS = 4


def is_run_in_heading(segment: str) -> bool:
    """Whether a paragraph's first, full-stopped fragment is a label: it has no verb or is bold."""
    if len(segment) > MAX_CHARS:
        return False
    text = segment.strip(EMPHASIS)
    words: list[str] = WORD.findall(text[:-1])
    if not 1 <= len(words) <= MAX_LABEL_WORDS or is_answer(words) or is_greeting(words):
        return False
    if text.startswith((*OPENING_QUOTES, "(", "[")) or not words[0][0].isupper():
        return False
    if _BOLD.fullmatch(segment):
        return True
    if not text.endswith((".", ":")) or has_verb(words) or does_something(text[:-1]):
        return False
    if any(char in text[:-1] for char in ',;“”"') or any(c.isdigit() for c in text):
        return False
    return fold_words(words)[0] not in PRONOUNS | {"yes", "no", "not", "and", "but", "or"}


def is_answer(words: list[str]) -> bool:
    """Whether ``words``, all of a sentence, answer a question or judge a claim: "Not quite"."""
    lowered = {word.casefold() for word in words}
    return (
        len(words) <= _MAX_VERDICT_WORDS
        and bool(lowered & _VERDICTS)
        and lowered <= _VERDICTS | _BESIDE_VERDICTS
    )


def is_greeting(words: list[str]) -> bool:
    """Whether ``words``, all of a sentence, greet the reader: "Good morning"."""
    if len(words) > _MAX_GREETING_WORDS:
        return False
    lowered = [word.casefold() for word in words]
    if lowered[0] in _GREETING_OPENERS:
        return True
    return len(words) > 1 and lowered[1] in _GREETING_PAIRS.get(lowered[0], ())
