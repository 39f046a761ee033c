"""What a publisher announces, owns up to or denies of itself: it speaks there, and reports nothing.

"ESPN announced that it had bought the rights", "the BBC denied that it had paid him".
"""

from __future__ import annotations

import re

from corpus.lexicon import words_of
from corpus.spans import Span

# What is denied, owned up to or promised is one's own, unless "that" tells of others.
_OWN = words_of(
    "deny denies denied admit admits admitted promise promises promised pledged vowed"
)
_ANNOUNCING = _OWN | words_of(
    "announce announces announced acknowledge acknowledges acknowledged"
)
_OF_OTHERS = re.compile(
    r"\s+(?:(?:has|have|had|also|later|today|yesterday)\s+)*[a-z]+\s+that\b"
)
_OF_ITSELF = re.compile(
    r"\s+(?:(?:has|have|had|also|later|today|yesterday)\s+)*[a-z]+"
    r"(?:\s+(?:(?:on|in)\s+)?\w+(?:\s+\d{1,4})?(?=\s+that\b))?"
    r"\s+(?:(?:that\s+)?(?:it|they)|that\s+(?:its|their))\b"
)


def is_of_itself(body: str, subject: Span, verb: str) -> bool:
    """Whether what the ``subject`` of ``verb`` tells in ``body`` is of itself."""
    if verb in _OWN and _OF_OTHERS.match(body, subject.end) is None:
        return True
    return verb in _ANNOUNCING and _OF_ITSELF.match(body, subject.end) is not None
