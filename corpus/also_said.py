"""What somebody "also" said: told to the outlet that heard the sentence before.

"The mine told Reuters that it had paid. It also said that …". Without "also" he may have
said so anywhere, and a reader of the press leaves the outlet open: "“It leaks,” she said."
"""

from __future__ import annotations

import re

from corpus.lexicon import words_of
from corpus.renamed_outlets import Context
from corpus.reported_outlets import Named
from corpus.source_phrases import Position, SourcePhrase
from corpus.who_speaks import BODIES, PERSONS, head_of

_WHO = words_of("he she it they")
# With what was said at once behind it: "she also said in parliament that" is another occasion.
_ALSO = re.compile(
    r"\s+(?:also|further)\s+(?P<verb>(?:said|says|adds|added|noted|notes|stressed|stresses|warned|"
    r"warns|argued|argues|insisted|insists|claimed|claims|acknowledged|promised|"
    r"point(?:s|ed)\s+out))\s+that\b"
)
_HEARD = re.compile(
    r"\b(?:told|tells)\b|\b(?:interview|conversation)\s+with\b|\b[Ss]peaking\s+(?:to|on)\b"
    r"|\b(?:statement|comments?|remarks|letter|e-?mail)\s+(?:\w+\s+)?(?:to|by|in|on)\b"
)


def also_said(masked: str, phrase: SourcePhrase, context: Context) -> list[Named]:
    """The one outlet that the speaker of the sentence before told it to as well."""
    before = context.told[-1] if context.told else None
    if phrase.position is not Position.SUBJECT or before is None or before.block != context.block:
        return []
    also = _ALSO.match(masked, phrase.span.end)
    if also is None or phrase.span.of(masked).casefold() not in _WHO:
        return []
    if before.speaker is None or not _may_be(phrase.span.of(masked), before.speaker):
        return []
    heard = _HEARD.search(before.words) is not None
    if not heard or len(before.outlets) != 1 or context.outlets.find_in(masked):
        return []
    # Who says so is the speaker.
    return [Named(*also.span("verb"), before.outlets[0])]


def _may_be(pronoun: str, speaker: str) -> bool:
    """Whether ``pronoun`` can stand for ``speaker``: a ministry is no "she", a mayor no "it"."""
    head = head_of(speaker).casefold()
    return head not in (PERSONS if pronoun.casefold() == "it" else BODIES)
