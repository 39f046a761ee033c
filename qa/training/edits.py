"""Questions changed so that the passage no longer answers them, and the filters on that."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from qa.training.entities import Entity
from qa.training.words import content_words, words_of

_OPPOSITES = (
    "largest smallest|biggest smallest|highest lowest|oldest newest|earliest latest|longest"
    " shortest|best worst|most least|more fewer|greater smaller|higher lower|increase decrease|"
    "increased decreased|rise fall|rose fell|gain lose|gained lost|won lost|win lose|before after|"
    "first last|early late|north south|east west|northern southern|eastern western|northeast"
    " southwest|northwest southeast|male female|men women|boys girls|father mother|son daughter|"
    "brother sister|husband wife|king queen|rural urban|public private|major minor|positive"
    " negative|strong weak|stronger weaker|hot cold|warm cool|old young|rich poor|ancient modern|"
    "allowed forbidden|legal illegal|possible impossible|common rare|popular unpopular|support"
    " oppose|supported opposed|accepted rejected|accept reject|enter leave|entered left|joined"
    " left|arrived departed|began ended|begin end|started stopped|start stop|created destroyed|"
    "built demolished|opened closed|bought sold|import export|imports exports|imported exported|"
    "true false|winter summer|day night|left right|upper lower|inside outside|above below|maximum"
    " minimum|majority minority|domestic foreign|liberal conservative|success failure|successful"
    " unsuccessful|attack defend|attacked defended|victory defeat|borrow lend|teacher student|"
    "easy difficult|fast slow|faster slower|always never|with without|agreed refused|include"
    " exclude|included excluded|founded dissolved|appointed dismissed|hired fired|expanded shrank|"
    "cheap expensive|full empty|wet dry|heavy light|thick thin|wide narrow|hard soft"
)


def _both_ways(listing: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for pair in listing.split("|"):
        one, other = pair.split()
        table.setdefault(one, other)
        table.setdefault(other, one)
    return table


OPPOSITES = _both_ways(_OPPOSITES)

_AUXILIARY = re.compile(
    r"\b(did|does|do|is|was|were|are|has|had|have|could|would|should)\b(?! not)", re.IGNORECASE
)
_LISTING = re.compile(r"^[\s,;/()&\u2013-]*(?:(?:and|or|of|the|in|as well as|with|to)[\s,]*)*$")


def negate(question: str) -> str | None:
    """The question with its first auxiliary denied ("Who didn't ..."), or None without one."""
    found = _AUXILIARY.search(question)
    if found is None:
        return None
    return question[: found.end()] + "n't" + question[found.end() :]


def oppose(question: str, passage: str, rng: random.Random) -> str | None:
    """The question with one word turned into its opposite, or None.

    The opposite must be new to the question and to the passage, or the passage
    could answer the changed question too.
    """
    present = frozenset(words_of(passage)) | frozenset(words_of(question))
    places = [
        found
        for found in re.finditer(r"[A-Za-z]+", question)
        # A capital inside a question starts a name: "West Bank" has no opposite.
        if found.group() in OPPOSITES and OPPOSITES[found.group()] not in present
    ]
    if not places:
        return None
    place = rng.choice(places)
    return question[: place.start()] + OPPOSITES[place.group()] + question[place.end() :]


def exchange_entity(
    question: str,
    inside: Sequence[Entity],
    offered: Sequence[Entity],
    passage: str,
    answers: Sequence[str],
    rng: random.Random,
) -> str | None:
    """The question with one entity exchanged for another of its kind, or None.

    ``inside`` are the question's entities, ``offered`` those to take from. An
    exchange is refused where the changed question could hold as well: the
    passage does not speak of the old one, the two share a word or are listed
    side by side, a longer name holds both ("Abraham", "Lincoln"), one may
    contain the other (places in one sentence, years of one decade), the new one
    is part of an answer, or the question names so many things that it stays
    clear which is meant. Peoples and parties overlap too often to be exchanged.
    """
    if not 1 <= len(inside) <= 2:
        return None
    present = content_words(passage)
    known = [content_words(entity.text) for entity in offered]
    answer_words = frozenset(word for answer in answers for word in content_words(answer))
    pairs = [
        (old, new)
        for old in inside
        for new in offered
        if old.kind == new.kind != "group"
        and content_words(old.text) & present
        and not any(
            words & content_words(old.text) and words & content_words(new.text) for words in known
        )
        and len(new.text) <= 40
        and "\n" not in new.text
        and not may_be_one(old.text, new.text)
        and not content_words(new.text) & answer_words
        and not content_words(new.text) & content_words(question)
        and content_words(new.text)
        and not stand_together(old, new, passage)
    ]
    if not pairs:
        return None
    old, new = rng.choice(pairs)
    # "the 1990s" for "1990": keep one article, not two.
    fresh = re.sub(r"^(?:the|a|an)\s+", "", new.text, flags=re.IGNORECASE)
    if re.match(r"(?:the|a|an)\s", old.text, flags=re.IGNORECASE):
        fresh = old.text.split()[0] + " " + fresh
    if old.text.endswith("'s") and not fresh.endswith("'s"):
        fresh += "'s"
    elif fresh.endswith("'s") and not old.text.endswith("'s"):
        fresh = fresh[:-2]
    return question[: old.start] + fresh + question[old.end :]


def may_be_one(one: str, other: str) -> bool:
    """Whether two entities may name one thing: a shared word, initials, one decade."""
    first, second = content_words(one), content_words(other)
    if first & second:
        return True
    if any(_decade(a) == _decade(b) != "" for a in first for b in second):
        return True
    return any(
        initials != "" and initials == letters
        for initials, letters in (
            (_initials(one), _letters(other)),
            (_initials(other), _letters(one)),
        )
    )


def _decade(word: str) -> str:
    """The first three digits of a year, "199" for "1994" and "1990s"; "" for other words."""
    return word[:3] if re.fullmatch(r"\d{4}s?", word) else ""


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper()).lower()


def _letters(name: str) -> str:
    return re.sub(r"[^A-Za-z]", "", name).lower()


def stand_together(old: Entity, new: Entity, passage: str) -> bool:
    """Whether the passage lists the two side by side, or nests one place in the other."""
    for here in re.finditer(re.escape(old.text), passage):
        for there in re.finditer(re.escape(new.text), passage):
            between = passage[min(here.end(), there.end()) : max(here.start(), there.start())]
            if _LISTING.match(between.lower()):
                return True
            if old.kind in ("place", "group", "date") and not re.search(r"[.!?]\s", between):
                return True
    return False
