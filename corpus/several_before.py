"""Several outlets of the sentence before, together: "both papers", "the two agencies"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.letters import CAPITAL, small_letters
from corpus.press_nouns import OF_ANY, RIVALS, SEVERAL, SINGULARS, SORTS, UNSURE
from corpus.renamed_outlets import Context
from corpus.reported_outlets import Named
from corpus.source_phrases import SourcePhrase

_SEVERAL = re.compile(SEVERAL, re.IGNORECASE)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


def several_meant(masked: str, phrase: SourcePhrase, context: Context) -> list[Named]:
    """The outlets that ``phrase`` of the sentence ``masked`` stands for, where they are several.

    They are all that the sentence before credits, and of the sort; a number has to be theirs.
    """
    words = " ".join(small_letters(phrase.span.of(masked)).split())
    several = _SEVERAL.fullmatch(words)
    before = context.told[-1] if context.told else None
    if several is None or before is None or before.block != context.block:
        return []
    noun = SINGULARS[several["plural"]]
    counted = next((_NUMBERS[word] for word in words.split() if word in _NUMBERS), None)
    known = {each.name for _, each in context.outlets.find_in(before.words)}
    if len(before.outlets) < 2 or counted not in (None, len(before.outlets)):
        return []
    told = _SEVERAL.sub("", before.words, count=1)  # "the two papers" of a sentence before
    if not known <= set(before.outlets) or RIVALS[noun].search(told):
        return []
    if noun in UNSURE - OF_ANY and (counted is None or _names_a_body(told, before.outlets)):
        return []
    if noun in ("agency", "network"):  # those that are told of, as often as not
        return []
    kinds = [outlet.kind for name in before.outlets if (outlet := context.outlets.exact(name))]
    if any(kind not in SORTS[noun] for kind in kinds):
        return []
    return [Named(phrase.span.start, phrase.span.end, name) for name in before.outlets]


def _names_a_body(words: str, outlets: Sequence[str]) -> bool:
    """Whether initials stand in ``words`` that are none of ``outlets``: "NASA"."""
    own = " ".join(outlets)
    return any(found not in own for found in re.findall(rf"\b{CAPITAL}{{3,}}\b", words))
